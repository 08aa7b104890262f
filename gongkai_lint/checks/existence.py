"""Something that must not stand in the scope."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.surroundings import Around, Surroundings
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span


@dataclass(frozen=True, slots=True)
class Existence:
    """Report each match of ``patterns``; group ``mark``, where there is one, is the place.

    A match counts only if each of ``requires`` occurs, and none of ``unless``, in the surroundings
    ``around`` it (sentence, paragraph, scope or document).
    """

    patterns: tuple[Pattern, ...]
    requires: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    around: Around = "sentence"

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what stands where it must not."""
        near = Surroundings(self.requires, self.unless, self.around)
        seen: set[Span] = set()
        for scope in view.spans:
            for pattern in self.patterns:
                for offset, found in pattern.finditer(view.document.text, scope):
                    group = "mark" if "mark" in found.re.groupindex and found["mark"] else 0
                    span = Span(*found.span(group)).shifted(offset)
                    if span not in seen and near.allow(view.document, span, scope):
                        seen.add(span)
                        words = {k: v for k, v in found.groupdict().items() if v is not None}
                        yield Match(span, tuple(words.items()))
