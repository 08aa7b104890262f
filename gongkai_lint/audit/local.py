"""The engine of one machine: worker processes that each judge a shard and write its parts.

A worker says which document it touches. One that dies or takes too long is replaced, and its shard
is judged again without the document that broke it, which becomes a row with the reason.
"""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import Any

from gongkai_lint.audit.plan import Shard
from gongkai_lint.audit.rows import Rows
from gongkai_lint.audit.store import StoreError
from gongkai_lint.audit.worker import Order, judge_shard
from gongkai_lint.memory import expect_many_documents
from gongkai_lint.named import NamedTuple
from gongkai_lint.time_limit import too_slow

_REST = "请单独检查这个文件，其余文件已照常检查。"
_KILLED = f"处理这个文件的进程被系统终止，可能是内存不足或者文件异常。{_REST}"
_POLL = 0.5
_PATIENCE = 5
_NOTHING = -1
_PARENT_DIES = 1  # PR_SET_PDEATHSIG


class Done(NamedTuple):
    """A shard that is done with: its documents, how many failed, what finishing it gave."""

    shard: str
    documents: int
    failed: int
    result: Any = None


class ShardDesk(NamedTuple):
    """What every worker needs; ``finish`` takes a shard's name and rows, to write or give them."""

    order: Order
    finish: Callable[[str, Rows], Any]
    out: Path


def judge_all(
    shards: Iterator[Shard], desk: ShardDesk, workers: int, seconds: float
) -> Iterator[Done]:
    """Judge shards side by side; a document may take so many seconds."""
    team = Team(desk, workers, seconds)
    try:
        yield from team.judge(shards)
    finally:
        team.dismiss()


class Team:
    """Worker processes that judge side by side, for one sequence of shards after the other."""

    def __init__(self, desk: ShardDesk, workers: int, seconds: float) -> None:
        """Start the processes."""
        context = multiprocessing.get_context("spawn")
        self._workers = [_Worker(context, desk, seconds) for _ in range(workers)]

    def dismiss(self) -> None:
        """End the processes."""
        for worker in self._workers:
            worker.dismiss()

    def judge(self, shards: Iterator[Shard]) -> Iterator[Done]:
        """Yield each shard when it is done; who stops before the last must dismiss the team."""
        more = True
        while True:
            for worker in self._workers:
                if worker.is_idle and more:
                    shard = next(shards, None)
                    more = shard is not None
                    if shard is not None:
                        worker.give(shard)
            busy = [worker for worker in self._workers if not worker.is_idle]
            if not busy:
                return
            ready = wait([worker.connection for worker in busy], _POLL)
            for worker in busy:
                if worker.connection in ready:
                    done = worker.take()
                    if done is not None:
                        yield done
                else:
                    worker.watch()


class _Worker:
    """One process, the shard that it has, the documents that broke its predecessors."""

    def __init__(self, context: SpawnContext, desk: ShardDesk, seconds: float) -> None:
        self._context = context
        self._desk = desk
        self._seconds = seconds
        self._shard: Shard | None = None
        self._refused: dict[int, str] = {}
        self._idle_deaths = 0
        self._hire()

    @property
    def is_idle(self) -> bool:
        """Whether it waits for a shard."""
        return self._shard is None

    def give(self, shard: Shard) -> None:
        """Give it a shard."""
        self._shard, self._refused = shard, {}
        self._send()

    def take(self) -> Done | None:
        """Take what it has to say; None where it died instead."""
        try:
            said = self.connection.recv()
        except (EOFError, OSError):
            self._replace(_KILLED)
            return None
        if isinstance(said, str):
            raise StoreError(said)
        self._shard = None
        done: Done = said
        return done

    def watch(self) -> None:
        """Replace it where its document takes too long or it died in silence."""
        number, since = int(self._at[0]), self._at[1]
        if not self._process.is_alive():
            self._replace(_KILLED)
        elif number >= 0 and time.monotonic() - since > self._seconds:
            self._replace(too_slow(self._seconds))

    def dismiss(self) -> None:
        """End the process."""
        self.connection.close()
        self._process.kill()
        self._process.join()

    def _hire(self) -> None:
        self.connection, theirs = self._context.Pipe()
        self._at = self._context.RawArray("d", [_NOTHING, 0.0])
        self._process: SpawnProcess = self._context.Process(
            target=_work, args=(theirs, self._at, self._desk), daemon=True
        )
        self._process.start()
        theirs.close()

    def _replace(self, reason: str) -> None:
        number = int(self._at[0])
        if number >= 0:
            self._refused[number] = reason
        else:
            self._idle_deaths += 1
        if self._idle_deaths > _PATIENCE:
            raise StoreError("检查进程反复退出，请核对内存和磁盘空间后再运行一次；查完的结果有效。")
        self.dismiss()
        self._hire()
        self._send()

    def _send(self) -> None:
        with suppress(BrokenPipeError):  # it died: the next look says so
            self.connection.send((self._shard, self._refused))


def _end_with_parent() -> None:
    """Let the system end this process with the one that started it, however that one ends.

    A document that hangs in a library's code would be judged for ever after the run was killed.
    """
    if sys.platform == "linux":
        from ctypes import CDLL
        from signal import SIGKILL

        CDLL(None).prctl(_PARENT_DIES, SIGKILL)


def _work(connection: Connection, at: Any, desk: ShardDesk) -> None:
    """Judge shards until the other end is closed."""
    import os
    import signal

    expect_many_documents()
    _end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says that work was interrupted
    parent = os.getppid()
    while True:
        try:
            shard, refused = connection.recv()
        except (EOFError, OSError):
            return

        def beat(number: int) -> None:
            at[1] = time.monotonic()
            at[0] = number

        rows = judge_shard(shard.entries, desk.order, refused, beat)
        beat(_NOTHING)
        if os.getppid() != parent:  # the run was killed: a new one may be writing already
            return
        try:
            result = desk.finish(shard.name, rows)
        except OSError as error:
            connection.send(str(StoreError.of(desk.out, error)))
            return
        documents = rows.get("documents", [])
        failed = sum(row.get("failure") is not None for row in documents)
        connection.send(Done(shard.name, len(documents), failed, result))
        del rows, documents, result  # before the next shard makes as many
