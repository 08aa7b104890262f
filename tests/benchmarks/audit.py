"""Audit invented archives of growing size as a user would, and print what a document costs.

Run: python -m tests.benchmarks.audit [documents ...] [--docx FOLDER]; the documents are texts of
10 KB, or variants of the folder's Word files. For each size the first run and a second one of the
unchanged archive are timed as whole commands; the memory is the peak of the driver and of its
largest worker. The ratios compare a document's cost with that in the smallest archive, and the
first run with the second.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.archive import make

ROOT = Path(__file__).parent.parent.parent
_POLL = 0.2


class Run(NamedTuple):
    """A whole command: its seconds, the peak MB of the driver and of the largest worker."""

    seconds: float
    driver: float
    worker: float


def main(sizes: list[int], models: Path | None, jobs: int) -> None:
    """Print a line for each size."""
    base = 0.0
    for documents in sizes:
        with tempfile.TemporaryDirectory() as name:
            archive, out = Path(name) / "档案", Path(name) / "结果"
            make(archive, documents, models)
            first, again = (_audit(archive, out, jobs) for _ in range(2))
        cost = first.seconds / documents * 1000
        base = base or cost
        print(
            f"{documents} in {first.seconds:.0f} s, {documents / first.seconds:.0f} a second;"
            f" {cost:.2f} ms each, ratio to the smallest {cost / base:.2f};"
            f" again {again.seconds:.1f} s, ratio {first.seconds / again.seconds:.0f};"
            f" driver {max(first.driver, again.driver):.0f} MB, worker {first.worker:.0f} MB",
            flush=True,
        )


def _audit(archive: Path, out: Path, jobs: int) -> Run:
    command = ["audit", "-q", str(archive), "--out", str(out), "--jobs", str(jobs)]
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "gongkai_lint", *command], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    driver = worker = 0.0
    while process.poll() is None:
        driver = max(driver, _peak(process.pid))
        worker = max([worker, *(_peak(pid) for pid in _children(process.pid))])
        time.sleep(_POLL)
    if process.returncode:
        raise SystemExit(f"audit ended with {process.returncode}")
    return Run(time.perf_counter() - start, driver, worker)


def _children(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in told.read_text().split()] if told.exists() else []


def _peak(pid: int) -> float:
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--docx", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    main(given.sizes, given.docx, given.jobs)
