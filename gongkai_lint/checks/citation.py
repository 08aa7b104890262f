"""A citation against the register of instruments."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Literal, NamedTuple

from gongkai_lint.checks.article import moved, out_of_range, wrong_topic
from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.own_text import of_own_text, on_the_punisher
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.references import heads
from gongkai_lint.checks.surroundings import Around, Surroundings
from gongkai_lint.law.instrument import Instrument
from gongkai_lint.law.naming import abbreviates, is_national, number_key, similarity, title_key
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Citation
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

Judge = Literal["repealed", "mismatch", "range", "own_range", "own_duty", "topic", "moved"]
_BRACKET = compiled(r"[》]?\s*[（(]([^（）()\n]{0,80})")
_AMENDED = compiled(r"(\d{4})年[^，；]{0,12}修[订正]")
_ALIKE = 0.6
_NATIONAL = frozenset(
    {"国发", "国函", "国办发", "国办函", "国办发明电", "国办公开办函", "国办秘函", "中发", "中办发"}
)
_ABBREVIATION = 6


class CitationFacts(NamedTuple):
    """Report citations that contradict what is known of an instrument.

    ``judge`` says how: ``repealed`` on the day of judging; a ``mismatch`` of title and number; an
    article out of ``range`` in the instrument, or in the document itself (``own_range``); a
    penalty on an article that binds the punishing organ alone (``own_duty``); an article whose
    ``topic`` is another one's; an article that a revision ``moved``. Only the instruments ``only``
    (keys; all where empty) but not those of ``without`` are looked at; ``unless`` around the
    citation, or ``quiet_titles`` in the document's titles, keep it silent.
    """

    judge: Judge
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unless: tuple[Pattern, ...] = ()
    around: Around = "sentence"
    quiet_titles: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the contradicting citations in the scope."""
        if self._is_quiet(view):
            return
        near = Surroundings((), self.unless, self.around)
        for instrument, match in _JUDGES[self.judge](view):
            wanted = (not self.only or instrument in self.only) and instrument not in self.without
            scope = next((span for span in view.spans if span.covers(match.span)), None)
            if wanted and scope and near.allow(view.document, match.span, scope):
                yield match

    def history(self, law: LawTables) -> tuple[str, ...]:
        """Say by which days it judges."""
        return (f"按登记的 {len(law.instruments)} 份法规文件各自施行、废止的日期判断。",)

    def _is_quiet(self, view: View) -> bool:
        titles = (*view.document.of("title"), *view.document.of("issued_text_title"))
        return any(
            pattern.occurs(view.document.text, title.span)
            for pattern in self.quiet_titles
            for title in titles
        )


def _repealed(view: View) -> Iterator[tuple[str, Match]]:
    for citation in heads(view.document):
        old = _repealed_instrument(view, citation)
        if old is None or old.in_force.until is None:
            continue
        new = view.law.instrument(old.replaced_by)
        ended = old.in_force.until + timedelta(days=1)
        words = (
            ("old", _named(old)),
            ("ended", f"{ended.year}年{ended.month}月{ended.day}日"),
            ("new", f"，现行的是{_named(new)}" if new else ""),
        )
        edits = _renewed(citation, old, new) if new else ()
        basis = (new.basis(),) if new else ()
        yield old.key, Match(citation.span, words, edits=edits, basis=basis)


def _repealed_instrument(view: View, citation: Citation) -> Instrument | None:
    found = _meant(view, citation)
    repealed = [i for i in found if i.in_force.until and i.in_force.until < view.as_of]
    if not found or len(repealed) < len(found) or not found[0].verified:
        return None
    return None if _names_successor(view, citation, repealed[-1]) else repealed[-1]


def _meant(view: View, citation: Citation) -> tuple[Instrument, ...]:
    """Give the editions that a citation can mean; none where number and title disagree."""
    titled = view.law.titled(citation.title) if citation.title else ()
    if not citation.number:
        year = _AMENDED.match(_bracket(view, citation))
        return tuple(
            i for i in titled if year is None or (i.issued and i.issued.year == int(year[1]))
        )
    numbered = view.law.numbered(citation.number)
    if citation.title and not any(i in titled for i in numbered):
        return ()
    return numbered


def _names_successor(view: View, citation: Citation, old: Instrument) -> bool:
    """Say whether the same bracket also tells the revision: 第492号公布，第711号修订."""
    new = view.law.instrument(old.replaced_by)
    behind = _bracket(view, citation)
    if new is None or not behind:
        return False
    serial = number_key(new.number)
    return bool(serial and f"第{serial.serial}号" in behind) or (
        citation.number is not None and re.search("修[订正]", behind) is not None
    )


def _bracket(view: View, citation: Citation) -> str:
    """Give the words of the bracket that follows the title, or that holds the number."""
    text = view.document.text
    if citation.title:
        found = _BRACKET.match(text, citation.title_span.end)
        return found[1] if found else ""
    end = text.find("\n", citation.span.end)
    return text[citation.span.end : min(citation.span.end + 60, end if end >= 0 else len(text))]


def _renewed(citation: Citation, old: Instrument, new: Instrument) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    if citation.title and title_key(old.title) != title_key(new.title):
        edits += _retitled(citation, new)
    if citation.number_span and new.number:
        edits.append(Edit(citation.number_span, new.number))
    return tuple(edits)


def _retitled(citation: Citation, right: Instrument) -> tuple[Edit, ...]:
    """Give the edit of a title that stands in one line."""
    inside = Span(citation.title_span.start + 1, citation.title_span.end - 1)
    return (Edit(inside, right.title),) if len(citation.title) == inside.end - inside.start else ()


def _named(instrument: Instrument) -> str:
    number = f"（{instrument.number}）" if instrument.number else ""
    return f"《{_inner(instrument.title)}》{number}"


def _inner(title: str) -> str:
    """Give a title as it stands inside 《》."""
    return title.replace("《", "〈").replace("》", "〉")


def _mismatch(view: View) -> Iterator[tuple[str, Match]]:
    for citation in heads(view.document):
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


def _by_misnomer(view: View, citation: Citation) -> tuple[str, Match] | None:
    """Judge a title without number: a wrong name is one only where a national organ is named."""
    owner = view.law.misnamed(citation.title)
    if owner is None or not owner.verified or not is_national(citation.title):
        return None
    return owner.key, _mismatched(citation, owner, "name")


def _by_number(view: View, citation: Citation, owner: Instrument) -> tuple[str, Match] | None:
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


def _by_title(view: View, citation: Citation) -> tuple[str, Match] | None:
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
        ("title", _inner(citation.title)),
        ("number", citation.number or ""),
        ("owner", _inner(owner.title)),
        ("right", right.number if right else owner.number),
    )
    if case in {"misnomer", "name"}:
        edits = _retitled(citation, owner) if case == "misnomer" else ()
        return Match(citation.title_span, words, case=case, edits=edits)
    place = citation.number_span or citation.span
    edits = (Edit(place, right.number),) if right else ()
    return Match(place, words, case=case, edits=edits)


_JUDGES: dict[Judge, Callable[[View], Iterator[tuple[str, Match]]]] = {
    "repealed": _repealed,
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
    tells=("number", "both", "title", "misnomer", "name"),
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
