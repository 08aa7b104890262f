"""Disturb an audit of a large archive as a bad week would, and hold it against a calm one.

Run: python -m tests.benchmarks.endurance [--documents 20000] [--kills 20] [--folder FOLDER]

The same archive is audited twice. The calm run is let alone. The rough one is killed with all its
processes at random moments, has single workers killed under it, and once meets a full disk (a
memory disk of its own, so this part asks for root and is left out elsewhere, which is said); then
it is let end. Both must hold the same rows in every table.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.audit.conftest import everything
from tests.benchmarks.archive import make

ROOT = Path(__file__).parent.parent.parent
_WORKERS_KILLED = 5
_SPARE = 64  # KB left on a disk that is to be full soon


def main(documents: int, kills: int, folder: Path) -> int:
    """Print what was done to the rough run and whether it ended like the calm one."""
    archive, calm, rough = folder / "档案", folder / "平静", folder / "不平静"
    make(archive, documents)
    start = time.monotonic()
    _audit(archive, calm).wait()
    whole = time.monotonic() - start
    print(f"calm: {documents} documents in {whole:.0f} s", flush=True)
    rough.mkdir()
    has_disk = os.geteuid() == 0 and _sized(rough, "4g", first=True)
    chance = random.Random(20261201)  # noqa: S311 (moments, no secrets)
    workers, hit = set(chance.sample(range(kills), min(kills, _WORKERS_KILLED))), 0
    for number in range(kills):
        process = _audit(archive, rough)
        time.sleep(chance.uniform(1.0, 1.0 + 1.6 * whole / kills))
        if number in workers:
            hit += _kill_a_worker(process.pid)
            time.sleep(chance.uniform(0.5, 2.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        print(f"kill {number + 1}: {time.monotonic() - start:.0f} s, {_parts(rough)}", flush=True)
        if has_disk and number == kills // 2:
            _fill(archive, rough)
    ended = _audit(archive, rough).wait()
    there = everything(rough)
    same = {name: rows == there[name] for name, rows in everything(calm).items()}
    print(f"rough: {kills} kills, {hit} of them after a worker, ended with {ended}; {same}")
    if has_disk:
        subprocess.run(["umount", str(rough)], check=True)  # noqa: S607 (as mount)
    return int(not all(same.values()))


def _fill(archive: Path, out: Path) -> None:
    """Let a run meet a full disk, and say how it took that."""
    disk = os.statvfs(out)
    used = (disk.f_blocks - disk.f_bfree) * disk.f_frsize
    if not _sized(out, f"{used // 1024 + _SPARE}k"):
        return
    process = _audit(archive, out, stderr=subprocess.PIPE)
    said = process.communicate()[1].decode()
    print(f"full disk: exit {process.returncode}, {said.strip()[-120:]}", flush=True)
    _sized(out, "4g")


def _sized(folder: Path, size: str, *, first: bool = False) -> bool:
    """Give a folder a memory disk of a size, or change that; False where that is not allowed."""
    how = ["-t", "tmpfs", "tmpfs"] if first else []
    words = ["mount", "-o", f"{'' if first else 'remount,'}size={size}", *how, str(folder)]
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode:
        print(f"no disk of its own, a full one is not tried: {done.stderr.decode().strip()}")
    return not done.returncode


def _audit(archive: Path, out: Path, stderr: int | None = None) -> "subprocess.Popen[bytes]":
    words = ["audit", "-q", str(archive), "--out", str(out), "--jobs", "2"]
    return subprocess.Popen(
        [sys.executable, "-m", "gongkai_lint", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=stderr,
        start_new_session=True,
    )


def _kill_a_worker(pid: int) -> bool:
    """Kill one of the processes that judge; the first child of all only tracks resources."""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), signal.SIGKILL)
            return True
    return False


def _parts(out: Path) -> str:
    return f"{len(list(out.rglob('*.parquet')))} parts written"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        sys.exit(main(given.documents, given.kills, given.folder or Path(name)))
