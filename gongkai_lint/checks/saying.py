"""Whether a document says something: ways of saying it, by the classes of its words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from gongkai_lint.checks.registered import TermClasses
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term


class Way(NamedTuple):
    """One way to say a thing: a term of one of the classes ``act``, which its clause affirms.

    Of each group (``a|b``) of ``clause`` and ``sentence`` a term stands there; of ``lacks`` none in
    the sentence.
    """

    act: tuple[TermClasses, ...]
    clause: tuple[TermClasses, ...] = ()
    sentence: tuple[TermClasses, ...] = ()
    lacks: tuple[TermClasses, ...] = ()


Ways = tuple[TermClasses | Way, ...]  # “a|b” is the way whose act is of these classes
_PERCENT = compiled(r"(?P<digits>\d+(?:\.\d+)?)\s*[%％]|百分之(?P<words>[一二三四五六七八九十]+)")


class _Parted(NamedTuple):
    act: tuple[str, ...]
    clause: tuple[frozenset[str], ...]
    sentence: tuple[frozenset[str], ...]
    lacks: frozenset[str]
    names: frozenset[str]


def said(document: Document, spans: Sequence[Span], ways: Ways) -> Iterator[Spot]:
    """Yield the places in the spans that say it in one of the ways, way by way."""
    for way in map(_parted, ways):
        reading = reading_of(document).telling(way.names)
        for term in sorted({term for name in way.act for term in reading.of(name)}):
            if _within(term, spans):
                may = reading.may_suit(term, way.clause, way.sentence)
                spot = reading.spot(term) if may else None
                if spot is not None and _suits(spot, way):
                    yield spot


def acts(ways: Ways) -> list[str]:
    """Give the classes of the acts of all ways."""
    return [name for way in map(_parted, ways) for name in way.act]


def percent(spot: Spot) -> float | None:
    """Give the percentage that stands behind a place in its sentence, if any does."""
    found = _PERCENT.search(spot.reading.text, spot.term.start, spot.sentence.end)
    if found is None:
        return None
    return float(found["digits"]) if found["digits"] else float(parse_number(found["words"]) or 0)


def _within(term: Term, spans: Sequence[Span]) -> bool:
    return any(span.start <= term.start < span.end for span in spans)


def _suits(spot: Spot, way: _Parted) -> bool:
    return (
        all(group & spot.clause.classes for group in way.clause)
        and all(group & spot.sentence.classes for group in way.sentence)
        and not way.lacks & spot.sentence.classes
        and spot.is_affirmed
    )


@lru_cache(maxsize=1024)  # the ways of all rules: a few hundred
def _parted(way: str | Way) -> _Parted:
    whole = Way((way,)) if isinstance(way, str) else way
    act, clause, sentence, lacks = (tuple(frozenset(g.split("|")) for g in part) for part in whole)
    none = frozenset[str]()
    names = none.union(*act, *clause, *sentence, *lacks)
    return _Parted(tuple(none.union(*act)), clause, sentence, none.union(*lacks), names)
