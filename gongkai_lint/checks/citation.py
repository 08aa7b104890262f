"""A citation against the register of instruments."""

from collections.abc import Callable, Iterator
from typing import Literal

from gongkai_lint.checks.article import moved, out_of_range, wrong_topic
from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.own_text import of_own_text, on_the_punisher
from gongkai_lint.checks.references import Contradiction, heads
from gongkai_lint.checks.registered import InstrumentKey
from gongkai_lint.checks.repealed import repealed, retitled
from gongkai_lint.law.instrument import Instrument, quoted
from gongkai_lint.law.naming import abbreviates, is_national, number_key, similarity, title_key
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Citation
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple

Judge = Literal["repealed", "mismatch", "range", "own_range", "own_duty", "topic", "moved"]
_ALIKE = 0.6
_NATIONAL = frozenset(
    {
        "国发",
        "国函",
        "国办发",
        "国办函",
        "国办发明电",
        "国办公开办函",
        "国办公开办",
        "国办秘函",
        "中发",
        "中办发",
    }
)
_ABBREVIATION = 6


class CitationFacts(NamedTuple):
    """Report citations that contradict what is known of an instrument.

    ``judge`` says how: ``repealed`` on the day of judging; a ``mismatch`` of title and number; an
    article out of ``range`` in the instrument, or in the document itself (``own_range``); a
    penalty on an article that binds the punishing organ alone (``own_duty``); an article whose
    ``topic`` is another one's; an article that a revision ``moved``. Only the instruments ``only``
    (keys; all where empty) are looked at.
    """

    judge: Judge
    only: tuple[InstrumentKey, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the contradicting citations in the scope."""
        scopes = SortedSpans(view.spans)
        for instrument, match in _JUDGES[self.judge](view):
            wanted = not self.only or instrument in self.only
            if wanted and scopes.cover(match.span):
                yield match

    def history(self, law: LawTables) -> tuple[str, ...]:
        """Say by which days it judges."""
        return (f"按登记的 {len(law.instruments)} 份法规文件各自施行、废止的日期判断。",)


def _mismatch(view: View) -> Iterator[Contradiction]:
    for citation in heads(view.document):
        if unheard := _unheard_edition(view, citation):
            yield unheard
            continue
        if not citation.title:
            continue
        numbered = view.law.numbered(citation.number or "")
        if not citation.number or not citation.number_span:
            judged = _by_misnomer(view, citation)
        elif numbered:
            judged = _by_number(view, citation, numbered[0])
        else:
            judged = _by_title(view, citation)
        if judged:
            yield judged


def _unheard_edition(view: View, citation: Citation) -> Contradiction | None:
    """Judge the year of a known standard: the register has all its editions to its newest day."""
    editions = view.law.editions(citation.number or "")
    cited, held = number_key(citation.number or ""), view.law.held_to
    if not editions or not cited or not held or not citation.number_span:
        return None
    newest = editions[-1]
    years = {key.year for edition in editions if (key := number_key(edition.number))}
    if cited.year in years or cited.year >= held.year or not newest.verified:
        return None
    words = (("number", citation.number or ""), ("owner", quoted(newest.title)))
    right = next((i for i in editions if i.in_force.on(view.as_of)), newest)
    edits = (Edit(citation.number_span, right.number),)
    told = (*words, ("right", right.number))
    return newest.key, Match(citation.number_span, told, case="edition", edits=edits)


def _by_misnomer(view: View, citation: Citation) -> Contradiction | None:
    """Judge a title without number: a wrong name is one only where a national organ is named."""
    owner = view.law.misnamed(citation.title)
    if owner is None or not owner.verified or not is_national(citation.title):
        return None
    return owner.key, _mismatched(citation, owner, "name")


def _by_number(view: View, citation: Citation, owner: Instrument) -> Contradiction | None:
    """Judge a title that stands with a number known to belong to ``owner``."""
    key = title_key(citation.title)
    if key in {title_key(name) for name in owner.misnomers}:
        return owner.key, _mismatched(citation, owner, "misnomer")
    other = _other_of_title(view, citation, owner)
    if other:
        return other.key, _mismatched(citation, owner, "both", other)
    if _can_mean(key, owner) or not owner.verified:
        return None
    return owner.key, _mismatched(citation, owner, "number")


def _can_mean(key: str, owner: Instrument) -> bool:
    """Say whether a title may stand for the instrument: short, abridged, longer or alike."""
    names = (owner.title, *owner.aliases)
    return len(key) <= _ABBREVIATION or any(
        abbreviates(key, name) or title_key(name) in key or similarity(key, name) >= _ALIKE
        for name in names
    )


def _other_of_title(view: View, citation: Citation, owner: Instrument) -> Instrument | None:
    """Give the instrument that bears exactly the cited title, if it is not ``owner``."""
    others = view.law.titled(citation.title)
    right = view.law.edition(citation.title, view.as_of) or next(iter(others[-1:]), None)
    known = right is not None and right.verified and right.number
    return right if known and owner not in others else None


def _by_title(view: View, citation: Citation) -> Contradiction | None:
    """Judge an unknown number beside a known title: it must look like the national one."""
    known = [i for i in view.law.titled(citation.title) if i.number]
    cited = number_key(citation.number or "")
    if not known or cited is None or not all(i.verified for i in known):
        return None
    right = known[-1]
    real = number_key(right.number)
    alike = real and (cited.year == real.year or cited.serial == real.serial)
    if not alike or cited.code not in _NATIONAL or cited.year == 0:
        return None
    return right.key, _mismatched(citation, right, "title", right)


def _mismatched(
    citation: Citation, owner: Instrument, case: str, right: Instrument | None = None
) -> Match:
    words = (
        ("title", quoted(citation.title)),
        ("number", citation.number or ""),
        ("owner", quoted(owner.title)),
        ("right", right.number if right else owner.number),
    )
    if case in {"misnomer", "name"}:
        edits = retitled(citation, owner) if case == "misnomer" else ()
        return Match(citation.title_span, words, case=case, edits=edits)
    place = citation.number_span or citation.span
    edits = (Edit(place, right.number),) if right else ()
    return Match(place, words, case=case, edits=edits)


_JUDGES: dict[Judge, Callable[[View], Iterator[Contradiction]]] = {
    "repealed": repealed,
    "mismatch": _mismatch,
    "range": out_of_range,
    "own_range": of_own_text,
    "own_duty": on_the_punisher,
    "topic": wrong_topic,
    "moved": moved,
}


KIND = Kind(
    CitationFacts,
    "引用的文件与登记的法规文件对照",
    tells=("number", "both", "title", "misnomer", "name", "edition"),
    words=(
        "old",
        "ended",
        "new",
        "title",
        "articles",
        "subject",
        "right",
        "number",
        "owner",
        "agent",
    ),
    uses=("law",),
)
