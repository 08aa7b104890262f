"""Where words go: the terminal, a pipe or a file; and the progress bar beside them."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from gongkai_lint.cli.app import INTERRUPTED
from gongkai_lint.cli.command import before_saying, say
from gongkai_lint.errors import UsageError, plainly
from gongkai_lint.reporters.formats import Reporter
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.tally import Tally

_PATIENCE = 1.0
_PAUSE = 0.1
_WIDTH = 30


@contextmanager
def opened(path: Path | None, inputs: tuple[str, ...]) -> Iterator[TextIO]:
    """Give the stream to write to; a file takes its place only when everything is written."""
    if path is None:
        yield sys.stdout
        return
    if any(is_same(path, name) for name in inputs):
        raise UsageError(f"结果不能写到被检查的文件“{path}”里，请换一个 --output 文件名。")
    with (
        drafted(path) as draft,
        draft.open("w", encoding="utf-8", errors="backslashreplace") as file,
    ):
        yield file


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Give a file to write beside another one, whose place it takes once it is complete."""
    draft = path.with_name(f".gongkai-lint.{os.getpid()}{path.suffix}")  # short: names have limits
    try:
        yield draft
        draft.replace(path)
    except OSError as error:
        raise UsageError(f"结果写不进“{path}”（{plainly(error)}）。请换一个位置。") from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def give(words: str, output: str | None) -> None:
    """Write words to a new file; to the screen where none is named or it is “-”."""
    if output is None or output == "-":
        sys.stdout.write(words)
        return
    target = Path(output)
    if target.exists():
        raise UsageError(f"“{target}”已经存在，没有改写；请换一个文件名。")
    with drafted(target) as draft:
        draft.write_text(words, encoding="utf-8", errors="backslashreplace")


def is_same(path: Path, name: str) -> bool:
    """Say whether a path is that of a file which is there under this name."""
    try:
        return path.samefile(name)
    except OSError:  # one of them is not there, or cannot be
        return False


def colours(stream: TextIO, *, wanted: bool) -> bool:
    """Say whether to write in colour: on a terminal, unless told not to."""
    return wanted and stream.isatty() and not os.environ.get("NO_COLOR")


class Outlet:
    """One format on its way to one stream."""

    def __init__(self, reporter: Reporter, stream: TextIO) -> None:
        """Write what stands before the documents."""
        self._reporter = reporter
        self._stream = stream
        self._kept: list[Any] = []
        self._begun = False
        stream.write(reporter.begin())

    def add(self, piece: Piece[Any]) -> None:
        """Write a document's words, keep what waits."""
        self._kept.extend(piece.kept)
        if piece.text:
            self._stream.write(self._reporter.between * self._begun + piece.text)
            self._begun = True

    def close(self, tally: Tally) -> None:
        """Write what stands after the documents."""
        last = self._reporter.end(tally, self._kept)
        if isinstance(last, bytes):
            self._stream.buffer.write(last)
        else:
            self._stream.write(last)


def told_interrupted(done: int, total: int) -> int:
    """Say how far the work came before it was interrupted, and give the exit code."""
    say(f"已中断：做完 {done} 个文件，共 {total} 个；做完的结果都在，没有做的没有检查。", err=True)
    return INTERRUPTED


class Interruption:
    """Ctrl-C, held back while results are written: a file never ends in the middle of one."""

    def __init__(self) -> None:
        """Do not listen yet."""
        self._is_held = self._is_asked = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen; elsewhere than in the main thread nobody can."""
        import signal  # it makes enumerations, which a check of one file does not wait for

        try:
            before = signal.signal(signal.SIGINT, self._hear)
        except ValueError:
            yield
            return
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the first one back; whoever asks again does not want to wait."""
        self._is_held = True
        yield
        self._is_held = False
        if self._is_asked:
            raise KeyboardInterrupt

    def _hear(self, *_: object) -> None:
        if not self._is_held or self._is_asked:
            raise KeyboardInterrupt
        self._is_asked = True


class Progress:
    """A bar on the terminal, once the work takes longer than a second.

    It gives way to whatever is said meanwhile (``say``).
    """

    def __init__(self, total: int, *, wanted: bool) -> None:
        """Begin to count."""
        self._total = total
        self._done = 0
        self._wanted = wanted and total > 1 and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._shown = False
        before_saying[:] = [self.clear]

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
