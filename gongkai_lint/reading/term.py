"""A word of the vocabulary, or a fact of the document, at its place in the text."""

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple


class Term(NamedTuple):
    """A stretch of the text with the classes it belongs to; sorts by place."""

    start: int
    end: int
    classes: frozenset[str]

    @property
    def span(self) -> Span:
        """The stretch as a span."""
        return Span(self.start, self.end)


def start_of(term: Term) -> int:
    """Give where a term begins: what terms are sorted and looked up by."""
    return term.start
