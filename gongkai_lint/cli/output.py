"""Where words go: the terminal, a pipe or a file; and the progress bar beside them."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from gongkai_lint.errors import UsageError

_PATIENCE = 1.0
_PAUSE = 0.1
_WIDTH = 30


@contextmanager
def opened(target: str | None, inputs: tuple[str, ...]) -> Iterator[TextIO]:
    """Give the stream to write to; a file takes its place only when everything is written."""
    if target is None:
        yield sys.stdout
        return
    path = Path(target)
    if any(_same(path, name) for name in inputs):
        raise UsageError(f"结果不能写到被检查的文件“{target}”里，请换一个 --output 文件名。")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"结果写不进“{target}”（{error.strerror}）。请换一个位置。") from None
    finally:
        draft.unlink(missing_ok=True)


def _same(path: Path, name: str) -> bool:
    return path.exists() and Path(name).exists() and path.samefile(name)


def colours(stream: TextIO, *, wanted: bool) -> bool:
    """Say whether to write in colour: on a terminal, unless told not to."""
    return wanted and stream.isatty() and not os.environ.get("NO_COLOR")


class Progress:
    """A bar on the terminal, once the work takes longer than a second."""

    def __init__(self, total: int, *, wanted: bool) -> None:
        """Begin to count."""
        self._total = total
        self._done = 0
        self._wanted = wanted and total > 1 and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._shown = False

    def step(self) -> None:
        """Count one document; paint at most ten times a second."""
        self._done += 1
        if self._wanted and time.monotonic() >= self._next:
            self._next = time.monotonic() + _PAUSE
            filled = "█" * (_WIDTH * self._done // self._total)
            line = f"\r{filled:░<{_WIDTH}} {self._done}/{self._total} 个文件"
            self._shown = True
            sys.stderr.write(line)
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away before other words are written."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
