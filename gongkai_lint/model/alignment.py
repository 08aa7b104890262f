"""Where the characters of a folded text stand in the text as it was written."""

from bisect import bisect_right
from typing import TypeVar, cast

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

_Told = TypeVar("_Told")


class Alignment(NamedTuple):
    """What folding left out: at which offsets of the folded text, and how much up to there.

    Folding changes characters one for one or leaves some out; it adds none.
    """

    offsets: tuple[int, ...] = ()
    totals: tuple[int, ...] = ()

    def place(self, offset: int) -> int:
        """Give the offset, in the text as written, of the character at a folded one."""
        index = bisect_right(self.offsets, offset)
        return offset + self.totals[index - 1] if index else offset

    def span(self, span: Span) -> Span:
        """Give the span as written, without what was left out around it."""
        start = self.place(span.start)
        return Span(start, self.place(span.end - 1) + 1 if span.end > span.start else start)


def placed(told: _Told, alignment: Alignment) -> _Told:
    """Give what was told of a folded text with all its spans as written.

    Looked through are tuples of any kind, however deep they lie.
    """
    if not alignment.offsets or not isinstance(told, tuple):
        return told
    if isinstance(told, Span):
        return cast("_Told", alignment.span(told))
    parts = [placed(part, alignment) for part in told]
    make = getattr(told, "_make", tuple)
    return cast("_Told", make(parts))
