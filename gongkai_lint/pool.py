"""Worker processes that judge side by side.

A worker says which document it touches. One that dies or takes too long is replaced, and its task
is done again without the document that broke it.
"""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from gongkai_lint.errors import GongkaiLintError
from gongkai_lint.memory import expect_many_documents
from gongkai_lint.time_limit import REST, too_slow

NOTHING = -1
Task = TypeVar("Task")
Result = TypeVar("Result")
Beat = Callable[[int], None]
Work = Callable[[Task, Mapping[int, str], Beat], Result]

_KILLED = f"处理这个文件的进程被系统终止，可能是内存不足或者文件异常。{REST}"
_WORN_OUT = "检查进程反复退出，请核对内存和磁盘空间后再运行一次。"
_POLL = 0.5  # seconds: how late a hanging document may be noticed
_GRACE = 1.0  # seconds: who can end his document by himself, or is asked to, leaves nothing behind
_MOST_IDLE_DEATHS = 5  # a worker that dies so often with no document at hand has another reason
_PARENT_DIES = 1  # PR_SET_PDEATHSIG


class WornOutError(GongkaiLintError):
    """Workers die again and again with no document at hand."""


class Pool(Generic[Task, Result]):
    """Worker processes for one sequence of tasks after the other.

    ``work`` is given a task, the reasons of its documents (by number) that are not to be touched
    again, and a function that is to be told each document's number before it is touched, and
    ``NOTHING`` where no document is to blame. A document may take so many ``seconds``.
    """

    def __init__(
        self, work: Work[Task, Result], workers: int, seconds: float, start: str | None = None
    ) -> None:
        """Start the processes; ``start`` says how, for who has threads: ``spawn``."""
        context: Any = multiprocessing.get_context(start)
        self._workers = [_Worker[Task, Result](context, work, seconds) for _ in range(workers)]

    def results(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """Yield what becomes of each task when it is done; who stops before the last must close.

        Raises ``GongkaiLintError`` as the work does, ``WornOutError`` where workers die.
        """
        more = True
        while True:
            for worker in self._workers:
                if more and worker.is_idle:
                    task = next(tasks, None)
                    more = task is not None
                    if task is not None:
                        worker.give(task)
            busy = [worker for worker in self._workers if not worker.is_idle]
            if not busy:
                return
            ready = wait([worker.connection for worker in busy], _POLL)
            for worker in busy:
                if worker.connection in ready:
                    yield from worker.take()
                else:
                    worker.watch()

    def close(self) -> None:
        """End the processes, whatever they do: nobody will read it."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.dismiss()


class _Worker(Generic[Task, Result]):
    """One process, the task that it has, the documents that broke its predecessors."""

    def __init__(self, context: Any, work: Work[Task, Result], seconds: float) -> None:
        self._context = context
        self._work = work
        self._seconds = seconds
        self._task: Task | None = None
        self._refused: dict[int, str] = {}
        self._idle_deaths = 0
        self._hire()

    @property
    def is_idle(self) -> bool:
        """Whether it waits for a task."""
        return self._task is None

    def give(self, task: Task) -> None:
        """Give it a task."""
        self._task, self._refused = task, {}
        self._send()

    def take(self) -> Iterator[Result]:
        """Yield what it has to say; nothing where it died instead."""
        try:
            said = self.connection.recv()
        except (EOFError, OSError):
            self._replace(_KILLED)
            return
        if isinstance(said, GongkaiLintError):
            raise said
        self._task = None
        yield said

    def watch(self) -> None:
        """Replace it where its document takes too long or it died in silence."""
        number, since = int(self._at[0]), self._at[1]
        if not self.process.is_alive():
            self._replace(_KILLED)
        elif number != NOTHING and time.monotonic() - since > self._seconds + _GRACE:
            self._replace(too_slow(self._seconds))

    def dismiss(self) -> None:
        """End the process, by force where it does not end when asked."""
        self.process.terminate()
        self.process.join(_GRACE)
        self.process.kill()
        self.process.join()
        self.connection.close()

    def _hire(self) -> None:
        self.connection, theirs = self._context.Pipe()
        self._at = self._context.RawArray("d", [NOTHING, 0.0])
        self.process: BaseProcess = self._context.Process(
            target=_serve, args=(theirs, self._at, self._work), daemon=True
        )
        self.process.start()
        theirs.close()

    def _replace(self, reason: str) -> None:
        number = int(self._at[0])
        if number != NOTHING:
            self._refused[number] = reason
        else:
            self._idle_deaths += 1
        if self._idle_deaths > _MOST_IDLE_DEATHS:
            raise WornOutError(_WORN_OUT)
        self.dismiss()
        self._hire()
        self._send()

    def _send(self) -> None:
        with suppress(BrokenPipeError):  # it died: the next look says so
            self.connection.send((self._task, self._refused))


def _serve(connection: Connection, at: Any, work: Work[Task, Result]) -> None:
    """Do tasks until the pool is closed."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says that work was interrupted
    signal.signal(signal.SIGTERM, _leave)
    _end_with_parent()
    expect_many_documents()

    def beat(number: int) -> None:
        at[1] = time.monotonic()
        at[0] = number

    while True:
        try:
            task, refused = connection.recv()
        except (EOFError, OSError):
            return
        try:
            said: Result | GongkaiLintError = work(task, refused, beat)
        except GongkaiLintError as error:
            said = error
        beat(NOTHING)
        connection.send(said)
        del task, refused, said  # before the next task makes as much


def _leave(*_: object) -> None:
    """End the process by way of whoever has files to tidy up."""
    raise SystemExit


def _end_with_parent() -> None:
    """Let the system end this process with the one that started it, however that one ends.

    A document that hangs in a library's code would be judged for ever after the run was killed.
    """
    if sys.platform == "linux":
        from ctypes import CDLL
        from signal import SIGKILL

        CDLL(None).prctl(_PARENT_DIES, SIGKILL)
