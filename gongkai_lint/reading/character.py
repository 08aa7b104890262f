"""What a document is by what its clauses do, whatever its title says.

binds_outsiders: it tells people or businesses outside what they must or must not do.
pays: it sets what is paid to those outside.
takes_effect: it says from when it is in force. own_offices: it goes to one's own offices only.
binds_business: it tells businesses what they must or must not do, or pay more than before.
business: it does, or rests on the regulation for their environment.
normative: an opinion or a notice that takes effect and binds or pays outsiders.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.organs import LAST
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import MUST, MUST_NOT

if TYPE_CHECKING:
    from gongkai_lint.reading.reading import Reading
    from gongkai_lint.reading.spot import Spot
    from gongkai_lint.reading.term import Term

_T = DocumentType
_NORMATIVE_BY_CONTENT = frozenset({_T.NOTICE, _T.OPINION, _T.PLAN, _T.LIST, None})
_AMOUNT = compiled(r"\d+(?:\.\d+)?\s*(?:万|亿)?元|标准")
_SUM = compiled(r"(\d+(?:\.\d+)?)\s*元")
_OWN = compiled(
    rf"[\s\u3000]*(?:[{LAST}]?机关)?(?:各|[{LAST}]属各?|机关各)(?:内设)?(?:科室|处室|股室|科所|处|科|部室|中心|队所)"
)
_KEPT = frozenset({"on_request", "withheld"})
_BINDING = frozenset({MUST, MUST_NOT})
_CHARGED = frozenset({"charged"})
OUTSIDERS = frozenset({"applicant", "person", "business", "public"})


def character(reading: "Reading", traits: frozenset[str]) -> frozenset[str]:
    """Give the traits of a document, told from its frame, with those that its sentences show."""
    found = {trait for trait, shows in _AT_ONCE if any(shows(reading))}
    # what binds whom is read only where a rule goes by it: in what takes effect, is consulted on
    # or is kept from the public
    kept = reading.document.disclosure in _KEPT
    if kept or "takes_effect" in found or "consultation" in traits:
        found |= {trait for trait, shows in _BY_CLAUSES if any(shows(reading))}
    if "own_offices" in found:
        return (traits | found) - {"normative", "policy"}
    sets = "takes_effect" in found and not found.isdisjoint({"binds_outsiders", "pays"})
    kind = reading.document.document_type
    if sets and kind in _NORMATIVE_BY_CONTENT and "internal" not in traits:
        found |= {"normative", "policy"}
    return traits | found


def _spots(
    reading: "Reading", names: Iterable[str], may: Callable[["Term"], bool]
) -> Iterator["Spot"]:
    """Yield the terms of the classes in the main text, read where they may tell what is asked."""
    main = reading.document.within(("main",))
    for name in names:
        for term in reading.of(name):
            inside = any(span.start <= term.start < span.end for span in main)
            spot = reading.spot(term) if inside and may(term) else None
            if spot is not None:
                yield spot


def _binds(reading: "Reading", parties: Iterable[str]) -> Iterator[bool]:
    for spot in _spots(reading, parties, lambda term: reading.may_suit(term, (_BINDING,))):
        clause = spot.clause
        yield clause.subject == spot.term and not clause.classes.isdisjoint(_BINDING)


def _binds_outsiders(reading: "Reading") -> Iterator[bool]:
    return _binds(reading, OUTSIDERS)


def _pays(reading: "Reading") -> Iterator[bool]:
    """Look for what is paid, told with its amount: 补贴标准为每人每月300元."""

    def tells_amount(term: "Term") -> bool:
        (start, end), _ = reading.bounds_of(term.start)
        return bool(_AMOUNT.search(reading.text[start:end]))

    # a notice that passes on the standard of a benefit sets nothing; an announcement tells it anew
    is_notice = reading.document.document_type in _NORMATIVE_BY_CONTENT
    names = ("reward",) if is_notice else ("reward", "benefit")
    return (spot.is_affirmed for spot in _spots(reading, names, tells_amount))


def _takes_effect(reading: "Reading") -> Iterator[bool]:
    return (time.role in {"effective", "validity"} for time in reading.document.deadlines)


def _goes_to_own_offices(reading: "Reading") -> Iterator[bool]:
    document = reading.document
    return (bool(_OWN.match(document.words(e.span))) for e in document.of("addressee"))


def _binds_business(reading: "Reading") -> Iterator[bool]:
    yield _tells_business(reading)
    yield from _binds(reading, ("business",))
    for spot in _spots(reading, ("business",), lambda term: reading.may_suit(term, (_CHARGED,))):
        if not spot.clause.classes.isdisjoint(_CHARGED):
            words = reading.text[spot.clause.start : spot.clause.end]
            sums = [float(found[1]) for found in _SUM.finditer(words)]
            yield bool(sums) and spot.is_affirmed and sums[0] <= sums[-1]


def _tells_business(reading: "Reading") -> bool:
    """Say whether it goes to businesses and says what must, or must not, be."""
    addressees = reading.document.of("addressee")
    told = any("business" in reading.classes_in(e.span) for e in addressees)
    return told and any(reading.of(name) for name in _BINDING)


def _is_about_business(reading: "Reading") -> Iterator[bool]:
    yield from _binds_business(reading)
    for citation in reading.document.citations:
        yield "优化营商环境条例" in citation.title


_Shows = tuple[tuple[str, Callable[["Reading"], Iterator[bool]]], ...]
_AT_ONCE: _Shows = (
    ("takes_effect", _takes_effect),
    ("own_offices", _goes_to_own_offices),
)
_BY_CLAUSES: _Shows = (
    ("binds_outsiders", _binds_outsiders),
    ("pays", _pays),
    ("binds_business", _binds_business),
    ("business", _is_about_business),
)
