"""Many spans, sorted once, asked often."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gongkai_lint.model.span import Span

_FEW = 6  # so many are asked one by one sooner than they are sorted


class SortedSpans:
    """Spans in order of their starts; finds those near a place without looking at all of them.

    A tree of the furthest ends lets it pass over any number of spans that end too early, so that
    one span round all others costs nothing.
    """

    __slots__ = ("_ends", "_given", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """Keep the spans; they are sorted when that begins to pay."""
        self._given = spans if isinstance(spans, tuple) else tuple(spans)
        self._ends: list[list[int]] = []

    def _sort(self) -> None:
        """Sort the spans and keep the furthest end of each pair, of each pair of pairs …."""
        self._spans = sorted(self._given)
        self._starts = [span.start for span in self._spans]
        self._ends = [[span.end for span in self._spans]]
        while len(self._ends[-1]) > 1:
            below = self._ends[-1]
            self._ends.append([max(below[at : at + 2]) for at in range(0, len(below), 2)])

    def touching(self, span: Span) -> Iterator[Span]:
        """Yield the spans that overlap or touch this one, the last first."""
        if not self._ends:
            self._sort()
        index = self._reaching(bisect_right(self._starts, span.end) - 1, span.start)
        while index >= 0:
            yield self._spans[index]
            index = self._reaching(index - 1, span.start)

    def _reaching(self, index: int, place: int) -> int:
        """Give the last span at or before an index that ends at or behind a place; -1 for none."""
        level = 0
        while index >= 0 and self._ends[level][index] < place:
            if index % 2:
                index -= 1
            else:
                index, level = index // 2 - 1, level + 1
        while index >= 0 and level:
            level -= 1
            index = 2 * index + 1
            index -= self._ends[level][index] < place
        return index

    def overlap(self, span: Span) -> bool:
        """Say whether one of the spans has a character in common with this one."""
        return any(one.overlaps(span) for one in self._near(span))

    def cover(self, span: Span) -> bool:
        """Say whether one of the spans holds this one."""
        return any(one.covers(span) for one in self._near(span))

    def covering(self, span: Span) -> Span | None:
        """Give the span that holds this one; of several the one that was given first."""
        if len(self._given) <= _FEW:
            return next((one for one in self._given if one.covers(span)), None)
        held = [one for one in self.touching(span) if one.covers(span)]
        return min(held, key=self._given.index) if len(held) > 1 else next(iter(held), None)

    def _near(self, span: Span) -> Iterable[Span]:
        return self._given if len(self._given) <= _FEW else self.touching(span)
