"""Whether a document says something: ways of saying it, by the classes of its words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Annotated

from gongkai_lint.checks.registered import Registered
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term

SpokenWay = Annotated[str, Registered("class", joined=True)]
"""One way to say a thing, ``act organ|person ~meeting !done``: a term of the first classes, which
the clause affirms, with one of each further group in its clause, of ``~`` in its sentence, and
none of ``!`` there."""
_PERCENT = compiled(r"(?P<digits>\d+(?:\.\d+)?)\s*[%％]|百分之(?P<words>[一二三四五六七八九十]+)")


class _Way(NamedTuple):
    first: tuple[str, ...]
    clause: tuple[frozenset[str], ...]
    sentence: tuple[frozenset[str], ...]
    lacks: frozenset[str]
    names: frozenset[str]


def said(document: Document, spans: Sequence[Span], ways: Sequence[str]) -> Iterator[Spot]:
    """Yield the places in the spans that say it in one of the ways, way by way."""
    for way in map(_way, ways):
        reading = reading_of(document).telling(way.names)
        for term in sorted({term for name in way.first for term in reading.of(name)}):
            if _within(term, spans):
                may = reading.may_suit(term, way.clause, way.sentence)
                spot = reading.spot(term) if may else None
                if spot is not None and _suits(spot, way):
                    yield spot


def percent(spot: Spot) -> float | None:
    """Give the percentage that stands behind a place in its sentence, if any does."""
    found = _PERCENT.search(spot.reading.text, spot.term.start, spot.sentence.end)
    if found is None:
        return None
    return float(found["digits"]) if found["digits"] else float(parse_number(found["words"]) or 0)


def _within(term: Term, spans: Sequence[Span]) -> bool:
    return any(span.start <= term.start < span.end for span in spans)


def _suits(spot: Spot, way: _Way) -> bool:
    return (
        all(group & spot.clause.classes for group in way.clause)
        and all(group & spot.sentence.classes for group in way.sentence)
        and not way.lacks & spot.sentence.classes
        and spot.is_affirmed
    )


@lru_cache(maxsize=1024)  # the ways of all rules: a few hundred
def _way(words: str) -> _Way:
    first, *others = words.split()
    groups = {
        mark: tuple(frozenset(g.lstrip("~!").split("|")) for g in others if _mark(g) == mark)
        for mark in ("", "~", "!")
    }
    lacks = frozenset[str]().union(*groups["!"])
    names = lacks.union(first.split("|"), *groups[""], *groups["~"])
    return _Way(tuple(first.split("|")), groups[""], groups["~"], lacks, names)


def _mark(group: str) -> str:
    return group[0] if group[0] in "~!" else ""
