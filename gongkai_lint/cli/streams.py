"""The streams and signals that a run is given: some may be closed, full, or of another encoding."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Terminated(BaseException):
    """The system or somebody asks the program to end."""


class _Closed(io.TextIOBase):
    """A stream that was closed before we began: to write to it is an error, to begin is none."""

    encoding = "utf-8"

    def write(self, _words: str) -> int:
        """Say so."""
        raise OSError(errno.EBADF, "closed")

    def writable(self) -> bool:
        """Say that one may try."""
        return True


def prepare_streams() -> None:
    """Open what is closed, and write in UTF-8 where nobody asks for another encoding."""
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        _fill_gaps()
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _fill_gaps() -> None:
    """Take the places of closed streams: a file opened later would get the number of one."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 (the three streams)
        pass
    os.close(number)


def standard_input(most: int) -> bytes:
    """Give what stands in the standard input, at most so many bytes; raises ``OSError``."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "closed")
    return sys.stdin.buffer.read(most)


@contextmanager
def ended_gently() -> Iterator[None]:
    """Let what is under way be tidied up where the system asks us to end."""
    import _signal as signal  # without the enumerations of ``signal``, which take a millisecond

    def end(_number: int, _frame: FrameType | None) -> None:
        raise Terminated

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not the main thread: somebody else looks after signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
