"""How long the page takes in the browsers of this machine, beside bare Pyodide and the program.

Run: python -m tests.page.figures RUNTIME FILE… The bare page is the same kind of file with Pyodide
as it comes and nothing of ours; all times are of one run, the middle one of three visits.
"""

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from gongkai_lint.page.build import build_page, part
from gongkai_lint.page.packages import zipped
from gongkai_lint.page.runtime import STDLIB, read_runtime
from gongkai_lint.page.session import Session
from gongkai_lint.ruleset.load import load_ruleset

HERE = Path(__file__).parent
VISITS = 3
BROWSERS = {"chromium": "chromium", "firefox": "firefox-esr"}


def bare(page: str, runtime: Path) -> str:
    """Give the page without the program, its standard library whole."""
    kept = {"site.zip": zipped({}), STDLIB: read_runtime(runtime)[STDLIB]}
    for name, data in kept.items():
        held = re.compile(
            rf'<script type="text/plain" class="part" data-name="{name}">.*?</script>'
        )
        page = held.sub(lambda _, name=name, data=data: part(name, data), page)  # type: ignore[misc]
    ours = re.compile(r'  call = python\.runPython\("from gongkai_lint[^\n]*\n')
    assert ours.search(page)
    return ours.sub("""  call = () => '{"value": {"regions": []}}';\n""", page)


def native(file: Path) -> tuple[float, float]:
    """Give in milliseconds how long the session takes to open a file and to judge it again."""
    session = Session()
    session.begin(date.today().isoformat())  # noqa: DTZ011 (the edge: a measurement)
    data = file.read_bytes()
    start = time.perf_counter()
    session.open("d", file.name, data)
    opened = time.perf_counter() - start
    times = []
    for _ in range(9):
        start = time.perf_counter()
        session.judge("d")
        times.append(time.perf_counter() - start)
    return 1000 * opened, 1000 * statistics.median(times)


def visited(browser: str, files: dict[str, Path], draft: Path, folder: Path) -> list[Any]:
    """Give what the browser told of each page, a list for the visits."""
    asked = {
        "name": browser,
        "program": shutil.which(BROWSERS[browser]),
        "files": {label: str(file) for label, file in files.items()},
        "downloads": str(folder / "downloads"),
        "draft": str(draft),
    }
    command = ["node", str(HERE / "figures.mjs"), json.dumps(asked)]
    return [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(VISITS)
    ]


def main(runtime: Path, *drafts: Path) -> None:
    """Print the figures."""
    page = build_page(load_ruleset(), runtime)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files = {"page": folder / "核稿.html", "bare": folder / "bare.html"}
        files["page"].write_text(page, encoding="utf-8")
        files["bare"].write_text(bare(page, runtime), encoding="utf-8")
        _say(f"{len(page) / 1e6:.1f} MB")
        for draft in drafts:
            opened, again = native(draft)
            _say(f"{draft.name}: native first {opened:.0f}, again {again:.0f} ms")
            for browser in BROWSERS:
                for label, figures in _middle(visited(browser, files, draft, folder)).items():
                    told = ", ".join(f"{name} {value:.0f}" for name, value in figures.items())
                    _say(f"  {browser} {label}: {told} ms")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _middle(visits: list[Any]) -> dict[str, dict[str, float]]:
    return {
        label: {
            name: statistics.median(v[label][name] for v in visits)
            for name, value in visits[0][label].items()
            if value is not None
        }
        for label in visits[0]
    }


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
