"""Time a cold check of a 10 KB text against an empty Python, in turn; print the ratio.

Run: python tests/benchmarks/cold.py [runs]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DRAFT = min((ROOT / "corpus" / "drafts").glob("*.txt"))
SIZE = 10_000


def main(runs: int) -> None:
    """Print the medians of both commands and the median of the ratios pair by pair."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "稿.txt"
        file.write_bytes(_ten_kilobytes())
        check = [sys.executable, "-m", "gongkai_lint", "check", str(file)]
        empty = [sys.executable, "-c", "pass"]
        _seconds(check)
        pairs = [(_seconds(check), _seconds(empty)) for _ in range(runs)]
    ours, bare = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"check {ours:.0f} ms, python -c pass {bare:.0f} ms, ratio {ratio:.1f} ({runs} pairs)")  # noqa: T201 (a benchmark prints)


def _ten_kilobytes() -> bytes:
    lines = DRAFT.read_text(encoding="utf-8").splitlines(keepends=True)
    head, body, close = lines[:4], lines[4:-6], lines[-6:]
    times = SIZE // len("".join(body).encode())
    return "".join([*head, *body * times, *close]).encode()


def _seconds(command: list[str]) -> float:
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, check=False)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
