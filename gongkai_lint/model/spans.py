"""Many spans, sorted once, asked often."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from gongkai_lint.model.span import Span


class SortedSpans:
    """Spans in order of their starts; finds those near a place without looking at all of them."""

    __slots__ = ("_ends", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """Sort the spans and keep the furthest end up to each of them."""
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = list(accumulate((span.end for span in self._spans), max))

    def touching(self, span: Span) -> Iterator[Span]:
        """Yield the spans that overlap or touch this one, the last first."""
        index = bisect_right(self._starts, span.end) - 1
        while index >= 0 and self._ends[index] >= span.start:
            if self._spans[index].end >= span.start:
                yield self._spans[index]
            index -= 1

    def overlap(self, span: Span) -> bool:
        """Say whether one of the spans has a character in common with this one."""
        return any(one.overlaps(span) for one in self.touching(span))
