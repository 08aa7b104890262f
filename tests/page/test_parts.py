"""The worker's way to read the parts, run by Node as it stands in the page."""

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from gongkai_lint.page import build

WORKER = Path(build.__file__).parent / "assets" / "worker.js"


@pytest.mark.skipif(not shutil.which("node"), reason="本机没有 Node")
@pytest.mark.parametrize("length", [0, 1, 2, 3, 4, 5, 4097])
def test_a_part_is_read_back_as_it_was(length: int) -> None:
    data = bytes(number * 7919 % 251 for number in range(length))
    part = build.part("a.zip", data)
    text = re.sub(r"^[^>]*>|</script>$", "", part)
    assert "<" not in text
    code = WORKER.read_text(encoding="utf-8")
    reader = code[code.index("// Base 85") : code.index("const unzipped")]
    script = f"{reader}\nprocess.stdout.write(Buffer.from(bytesOf(process.argv[1])))"
    command = ["node", "-e", script, text]
    done = subprocess.run(command, capture_output=True, check=True)
    assert gzip.decompress(done.stdout) == data
