"""What must or must not stand around a place."""

from collections.abc import Iterator, Sequence
from typing import Literal

from gongkai_lint.checks.pattern import Pattern, heads_of
from gongkai_lint.checks.saying import Ways, acts, said
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple

Around = Literal[
    "place", "before", "sentence", "paragraph", "above", "below", "article", "scope", "document"
]
_LINES = 6  # a caption stands so near above, who signs so near below


class Near(NamedTuple):
    """What is asked around each place that a check finds, whatever its kind.

    ``around`` is the ``place`` itself, its sentence, the part of this ``before`` the place, its
    paragraph, the six lines ``above`` or ``below`` this, its article or scope, or the document.
    Each of ``requires`` must occur there, none of ``unless``; one of the ways ``told`` must be said
    there, none of ``untold``.
    """

    around: Around = "sentence"
    requires: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    told: Ways = ()
    untold: Ways = ()

    @property
    def misses(self) -> bool:
        """Whether it asks that something stands nowhere."""
        return bool(self.unless or self.untold) and self.around in {"scope", "document"}

    def must_have(self, vocabulary: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield how the words begin of which one must stand in the text, group by group."""
        yield from (heads_of((pattern,)) for pattern in self.requires)
        if self.told:
            yield vocabulary.heads(acts(self.told))

    def allows(self, document: Document, place: Span, scopes: Sequence[Span]) -> bool:
        """Say whether all that is asked holds around a place found in one of the scopes."""
        window = surroundings(document, place, scopes, self.around)
        return (
            all(p.occurs(document.text, window) for p in self.requires)
            and not any(p.occurs(document.text, window) for p in self.unless)
            and (not self.told or _is_said(document, window, self.told))
            and not _is_said(document, window, self.untold)
        )


def _is_said(document: Document, window: Span, ways: Ways) -> bool:
    return next(said(document, (window,), ways), None) is not None


def surroundings(document: Document, place: Span, scopes: Sequence[Span], around: Around) -> Span:
    """Give the window around a place."""
    if around in {"sentence", "before"}:
        sentence = document.sentence(place)
        return sentence if around == "sentence" else Span(sentence.start, place.start)
    if around == "scope":
        whole = Span(0, len(document.text))
        return next((scope for scope in scopes if scope.covers(place)), whole)
    if around in {"place", "document"}:
        return place if around == "place" else Span(0, len(document.text))
    line = document.paragraph_at(place.start)
    if around in {"above", "below"}:
        first = max(0, line - _LINES) if around == "above" else line + 1
        return _lines(document, first, line if around == "above" else line + 1 + _LINES)
    paragraph = document.paragraph_span(line)
    if around == "paragraph":
        return paragraph
    return document.spans_of("article").covering(place) or paragraph


def _lines(document: Document, first: int, behind: int) -> Span:
    last = min(behind, len(document.starts)) - 1
    if first > last:
        return Span(len(document.text), len(document.text))
    return Span(document.paragraph_span(first).start, document.paragraph_span(last).end)
