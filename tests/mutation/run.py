"""Make seeded faults in structure, checks and engine, and count those that the tests notice.

    python -m tests.mutation.run --seed 7 --count 72 --jobs 2

Each fault is made in a copy of the project; there its floor's own tests run, then the examples of
all rules, then the corpus, until one of them fails. It takes about ten minutes on two cores, so it
is no part of the gate; what survives is printed with its line, to be given an example or removed.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutation.faults import Fault, faults_in

ROOT = Path(__file__).resolve().parent.parent.parent
FLOORS = ("structure", "checks", "engine")
_COPIED = ("gongkai_lint", "rules", "corpus", "tests", "pyproject.toml", "README.md")
_LONGEST = 180  # seconds; a fault that makes a loop endless is noticed too


def chosen(seed: int, count: int, floors: tuple[str, ...]) -> list[Fault]:
    """Choose faults, as many from each floor, evenly over all that can be made there."""
    draw = random.Random(seed)  # noqa: S311 (a sample, no secret)
    found: list[Fault] = []
    for floor in floors:
        files = sorted((ROOT / "gongkai_lint" / floor).rglob("*.py"))
        every = [fault for file in files for fault in faults_in(file)]
        found += draw.sample(every, min(len(every), count // len(floors)))
    return found


# what else tries a floor: commands and whole texts
_BESIDE = {
    "structure": ("tests/recognition", "tests/reading"),
    "checks": ("tests/ruleset",),
    "engine": ("tests/cli/test_baseline.py", "tests/test_revise.py"),
}


def _steps(floor: str) -> Iterator[list[str]]:
    tests = ["-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    yield [*tests, f"tests/{floor}", *_BESIDE[floor]]
    yield ["-m", "gongkai_lint", "test-rules"]
    yield [*tests, "tests/test_rules.py", "-k", "decided"]
    yield [*tests, "tests/test_corpus.py", "tests/test_dossiers.py"]


def noticed_by(fault: Fault, copy: Path) -> str:
    """Say what notices a fault, empty where nothing does; the copy is left as it was."""
    place = copy / fault.path.relative_to(ROOT)
    sound = place.read_text(encoding="utf-8")
    place.write_text(fault.made_in(sound), encoding="utf-8")
    try:
        floor = fault.path.relative_to(ROOT / "gongkai_lint").parts[0]
        for step in _steps(floor):
            if not _passes(step, copy):
                return step[-1]
        return ""
    finally:
        place.write_text(sound, encoding="utf-8")


def _passes(step: list[str], copy: Path) -> bool:
    try:
        done = subprocess.run(
            [sys.executable, *step], cwd=copy, capture_output=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _copies(folder: Path, jobs: int) -> SimpleQueue[Path]:
    free: SimpleQueue[Path] = SimpleQueue()
    for number in range(jobs):
        copy = folder / str(number)
        copy.mkdir()
        for name in _COPIED:
            part = ROOT / name
            if part.is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(part, copy / name, ignore=ignored)
            else:
                shutil.copy(part, copy / name)
        free.put(copy)
    return free


def main() -> None:
    """Run, print each survivor and the share noticed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--count", type=int, default=72)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--floor", choices=FLOORS, action="append")
    given = asked.parse_args()
    faults = chosen(given.seed, given.count, tuple(given.floor or FLOORS))
    noticed = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(given.jobs) as pool:
        free = _copies(Path(folder), given.jobs)

        def try_one(fault: Fault) -> tuple[Fault, str]:
            copy = free.get()
            try:
                return fault, noticed_by(fault, copy)
            finally:
                free.put(copy)

        for fault, by in pool.map(try_one, faults):
            noticed += bool(by)
            if not by:
                where = f"{fault.path.relative_to(ROOT)}:{fault.line}"
                sys.stdout.write(f"survived {where}: {fault.before} -> {fault.after}\n")
                sys.stdout.flush()
    sys.stdout.write(f"seed {given.seed}: {noticed} of {len(faults)} noticed\n")


if __name__ == "__main__":
    main()
