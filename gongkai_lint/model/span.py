"""The one coordinate system: half-open code-point offsets into a document's text."""

from gongkai_lint.named import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points ``[start, end)`` in one document's text."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the spans share a character; an empty span overlaps where it lies inside."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def shifted(self, offset: int) -> "Span":
        """Give the span moved by an offset."""
        return Span(self.start + offset, self.end + offset)
