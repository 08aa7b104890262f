"""How long one document may take, in whatever command it is judged."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 120.0  # the slowest honest document seen took four
_AGAIN = 1.0  # Python drops what is raised in a callback of the collector or a __del__: ring again
REST = "请单独检查这个文件，其余文件已照常检查。"


class OverTimeError(BaseException):
    """Time is over; no ``except Exception`` on the way takes it for a mistake of its own."""


def too_slow(seconds: float) -> str:
    """Say that a document was given up."""
    return f"处理超过 {seconds:g} 秒没有结束，已放弃这个文件。{REST}"


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise ``OverTimeError`` inside when time is over.

    Searching with regular expressions ends, too; code of other libraries does not. Where there is
    no timer (Windows, a browser, another thread than the first) there is no limit.
    """
    import _signal as signal  # without the enumerations of ``signal``, which take a millisecond

    if not hasattr(signal, "setitimer") or sys.platform == "emscripten":
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise OverTimeError

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except ValueError:  # not the first thread
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
