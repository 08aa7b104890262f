"""What a document is by what its clauses do, whatever its title says.

binds_outsiders: it tells people or businesses outside what they must or must not do.
penalizes: it sets fines or other penalties.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gongkai_lint.reading.grammar import MUST, MUST_NOT

if TYPE_CHECKING:
    from gongkai_lint.reading.reading import Reading
    from gongkai_lint.reading.spot import Spot

OUTSIDERS = frozenset({"applicant", "person", "business", "public"})


def character(reading: "Reading") -> frozenset[str]:
    """Give the traits that the sentences of the text show."""
    return frozenset(trait for trait, shows in _TRAITS if any(shows(reading)))


def _spots(reading: "Reading", *names: str) -> Iterator["Spot"]:
    main = reading.document.within(("main",))
    for name in names:
        for term in reading.of(name):
            if any(span.start <= term.start < span.end for span in main):
                spot = reading.spot(term)
                if spot is not None:
                    yield spot


def _binds_outsiders(reading: "Reading") -> Iterator[bool]:
    for name in OUTSIDERS:
        for spot in _spots(reading, name):
            clause = spot.clause
            yield clause.subject == spot.term and not clause.classes.isdisjoint({MUST, MUST_NOT})


def _penalizes(reading: "Reading") -> Iterator[bool]:
    return (spot.is_affirmed for spot in _spots(reading, "fine", "penalty"))


_TRAITS: tuple[tuple[str, Callable[["Reading"], Iterator[bool]]], ...] = (
    ("binds_outsiders", _binds_outsiders),
    ("penalizes", _penalizes),
)
