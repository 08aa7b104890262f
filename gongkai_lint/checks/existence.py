"""Something that must not stand in the scope."""

import re
from collections.abc import Iterator, Mapping

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import NO_WORDS, Pattern, heads_of
from gongkai_lint.checks.surroundings import Around, Surroundings
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.trait import Trait
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.text import fill


class Existence(NamedTuple):
    """Report each match of ``patterns``; group ``mark``, where there is one, is the place.

    A match counts only if each of ``requires`` occurs, and none of ``unless``, in the surroundings
    ``around`` it (sentence, paragraph, scope or document).
    ``replace_with`` (with ``{captures}``) or ``swap`` give what the place should say. In a document
    with a trait of ``whole`` one match speaks for all: case ``whole``, with their ``count``.
    """

    patterns: tuple[Pattern, ...]
    requires: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    around: Around = "sentence"
    replace_with: str | None = None
    swap: Mapping[str, str] = NO_WORDS
    whole: tuple[Trait, ...] = ()

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return bool(self.unless) and self.around in {"scope", "document"}

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what stands where it must not."""
        found = self._each(view)
        if view.document.traits.isdisjoint(self.whole):
            yield from found
        else:
            yield from _as_one(list(found), view.spans)

    def must_have(self, _: Vocabulary) -> frozenset[int] | None:
        """Give what one of the patterns cannot do without."""
        return heads_of(self.patterns)

    def _each(self, view: View) -> Iterator[Match]:
        near = Surroundings(self.requires, self.unless, self.around)
        seen: set[Span] = set()
        for pattern in self.patterns:
            for offset, found in pattern.finditer(view.document.text, *view.spans):
                span = _place(found).shifted(offset)
                scope = view.spans[_scope_of(span, view.spans)]
                if span not in seen and near.allow(view.document, span, scope):
                    seen.add(span)
                    yield self._match(span, found, view.document.words(span))

    def _match(self, span: Span, found: re.Match[str], here: str) -> Match:
        words = {k: v for k, v in found.groupdict().items() if v is not None}
        right = self.swap.get(here)
        if self.replace_with is not None:
            right = fill(self.replace_with, words | {"text": here})
        edits = () if right is None else (Edit(span, right),)
        return Match(span, tuple(words.items()), edits=edits)


def _place(found: re.Match[str]) -> Span:
    group = "mark" if "mark" in found.re.groupindex and found["mark"] else 0
    return Span(*found.span(group))


def _scope_of(span: Span, scopes: tuple[Span, ...]) -> int:
    return next(number for number, scope in enumerate(scopes) if scope.covers(span))


def _as_one(found: list[Match], scopes: tuple[Span, ...]) -> Iterator[Match]:
    if found:
        first = min(found, key=lambda match: _scope_of(match.span, scopes))
        edits = tuple(edit for match in found for edit in match.edits)
        count = (("count", str(len(found))),)
        yield first._replace(captures=count, case="whole", edits=edits)


KIND = Kind(Existence, "不该有的字", tells=("one", "whole"), words=("count",))
