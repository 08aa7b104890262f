"""Words that must be replaced by others."""

from collections.abc import Iterator
from typing import NamedTuple

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.surroundings import Around, Surroundings
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span


class Substitution(NamedTuple):
    """Report each key of ``swap`` and offer its value; ``unless`` as in ``existence``."""

    swap: dict[str, str]
    unless: tuple[Pattern, ...] = ()
    around: Around = "sentence"

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each wrong word with its replacement."""
        near = Surroundings((), self.unless, self.around)
        text = view.document.text
        for scope in view.spans:
            for wrong, right in self.swap.items():
                at = text.find(wrong, scope.start, scope.end)
                while at >= 0:
                    span = Span(at, at + len(wrong))
                    if near.allow(view.document, span, scope):
                        words = (("wrong", wrong), ("right", right))
                        yield Match(span, words, edits=(Edit(span, right),))
                    at = text.find(wrong, span.end, scope.end)
