"""Run many inputs: ``python -m tests.fuzz.run --count 100000 --jobs 2``.

Each worker is a process of its own that names the input before it judges it; one that dies or
hangs is replaced, and its input is a failure. ``--minimize KIND/SEED`` cuts a failing input down
as long as it fails in the same way and writes it to a file.
"""

import argparse
import selectors
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.judge import trouble, trouble_of
from tests.fuzz.mutate import KINDS, made

_PATIENCE = 120.0  # for code of a library that no timer ends
_LIMIT = 2 << 30


class Worker:
    """A process that judges every so many-th input."""

    def __init__(self, first: int, step: int, end: int) -> None:
        self.next, self.step, self.end = first, step, end
        self.since = time.monotonic()
        self._start()

    def _start(self) -> None:
        words = ["--work", str(self.next), "--step", str(self.step), "--count", str(self.end)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.run", *words], stdout=subprocess.PIPE, text=True
        )
        self.since = time.monotonic()

    def lost(self, why: str) -> str:
        """Replace the process behind its input; give what is to be said of it."""
        self.process.kill()
        self.process.wait()
        said = f"{name_of(self.next)}: {why}"
        self.next += self.step
        if self.next < self.end:
            self._start()
        return said


def name_of(number: int) -> str:
    """Name the input of a number: the kinds take turns."""
    kinds = list(KINDS)
    return f"{kinds[number % len(kinds)]}/{number // len(kinds)}"


def work(first: int, step: int, end: int) -> None:
    """Judge inputs and say so, one line each."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_LIMIT, _LIMIT))
    for number in range(first, end, step):
        kind, _, seed = name_of(number).partition("/")
        print(f"{number}\t{trouble(kind, int(seed))}", flush=True)


def run(first: int, end: int, jobs: int) -> int:
    """Run the workers and print what failed."""
    workers = {n: Worker(first + n, jobs, end) for n in range(min(jobs, end - first))}
    failures: list[str] = []
    done, begun = 0, time.monotonic()
    while workers:
        for number, worker in list(workers.items()):
            said = _heard(worker)
            if said is None:
                if worker.next >= worker.end:
                    del workers[number]
                continue
            done += 1
            if said:
                failures.append(said)
                print(said, flush=True)
            if done % 5000 == 0:
                print(f"{done} done, {len(failures)} failed", file=sys.stderr, flush=True)
    kinds = Counter(name_of(number).partition("/")[0] for number in range(first, end))
    print(
        f"{done} inputs ({dict(kinds)}), {len(failures)} failures, {time.monotonic() - begun:.0f} s"
    )
    return int(bool(failures))


def _heard(worker: Worker) -> str | None:
    """Give what is to be said of the next input: empty where all is well; None for nothing yet."""
    stream = worker.process.stdout
    assert stream is not None
    with selectors.DefaultSelector() as waiting:
        waiting.register(stream, selectors.EVENT_READ)
        if not waiting.select(0.5):
            over = time.monotonic() - worker.since > _PATIENCE
            return worker.lost("hangs") if over else None
    line = stream.readline()
    if not line:
        worker.process.wait()
        if worker.next >= worker.end:
            return None
        return worker.lost(f"killed its worker ({worker.process.returncode})")
    number, _, why = line.rstrip("\n").partition("\t")
    worker.next, worker.since = int(number) + worker.step, time.monotonic()
    return f"{name_of(int(number))}: {why}" if why else ""


def minimize(named: str) -> Path:
    """Cut an input down while its trouble stays of the same kind."""
    kind, _, seed = named.partition("/")
    name, data = made(kind, int(seed))
    wanted = trouble_of(kind, name, data)[:40]
    size = len(data) // 2
    while size and wanted:
        at = 0
        while at < len(data):
            shorter = data[:at] + data[at + size :]
            if trouble_of(kind, name, shorter)[:40] == wanted:
                data = shorter
            else:
                at += size
        size //= 2
    path = Path(f"{kind}-{seed}-{name}")
    path.write_bytes(data)
    print(f"{wanted}: {len(data)} bytes in {path}")
    return path


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=700, help="up to which number")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--minimize", default="", metavar="KIND/SEED")
    parser.add_argument("--work", type=int, default=-1, help=argparse.SUPPRESS)
    parser.add_argument("--step", type=int, default=1, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.minimize:
        minimize(args.minimize)
        return 0
    if args.work >= 0:
        work(args.work, args.step, args.count)
        return 0
    return run(args.first, args.count, args.jobs)


if __name__ == "__main__":
    sys.exit(main())
