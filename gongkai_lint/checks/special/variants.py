"""Several names of one thing in one document."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.short_names import defined, stands_before
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans


class Variants(NamedTuple):
    """Report each name that differs from the first name of the same thing in the scope.

    Each of ``names`` matches all names of one thing; where it has groups, only matches with equal
    groups speak of the same one. Names inside cited titles do not count, nor those before what
    ``not_before`` matches, nor those that end with the group ``name`` of a match of ``defined``.
    Each is reported once, with its ``count``.
    """

    names: tuple[Pattern, ...]
    defined: tuple[Pattern, ...]
    not_before: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the names in the order of the patterns."""
        document = view.document
        cited = SortedSpans(citation.span for citation in document.citations)
        known = tuple(defined(document, self.defined))
        for shape in self.names:
            told: dict[tuple[str | None, ...], dict[str, list[Span]]] = {}
            for span, found in _named(view, shape, cited):
                words = document.words(span)
                if not words.endswith(known) and not stands_before(document, span, self.not_before):
                    told.setdefault(found.groups(), {}).setdefault(words, []).append(span)
            for names in told.values():
                yield from _others(names)


def _named(view: View, shape: Pattern, cited: SortedSpans) -> Iterator[tuple[Span, re.Match[str]]]:
    for scope in view.spans:
        for offset, found in shape.finditer(view.document.text, scope):
            span = Span(*found.span()).shifted(offset)
            if not cited.cover(span):
                yield span, found


def _others(names: dict[str, list[Span]]) -> Iterator[Match]:
    (first, places), *others = names.items()
    for _, spans in others:
        captures = (("first", first), ("count", str(len(spans))))
        yield Match(spans[0], captures, (Related(places[0], first),))


KIND = Kind(Variants, "同一事物的几种名称", words=("first", "count"))
