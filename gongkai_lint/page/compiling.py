"""Have the page's own Python compile what travels, where Node is there to run it."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

_SCRIPT = Path(__file__).parent / "assets" / "compile.mjs"
_LONGEST = 600  # seconds: ten times what a slow machine was seen to take


def can_compile() -> bool:
    """Say whether Node is installed."""
    return shutil.which("node") is not None


def compiled(
    site: bytes, stdlib: bytes, texts: Sequence[str], runtime: Path
) -> tuple[bytes, bytes]:
    """Give the archives of the program and of the stdlib as code. Raises ``OSError``."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "site.zip").write_bytes(site)
        (work / "stdlib.zip").write_bytes(stdlib)
        (work / "specimens.json").write_text(json.dumps(texts), encoding="utf-8")
        command = ["node", str(_SCRIPT), str(runtime), folder]
        done = subprocess.run(  # noqa: S603 (our own script, by the Node of this machine)
            command, capture_output=True, text=True, timeout=_LONGEST, check=False
        )
        if done.returncode:
            raise OSError(done.stderr[-2000:])
        return (work / "site.zip").read_bytes(), (work / "stdlib.zip").read_bytes()
