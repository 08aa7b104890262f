"""Citations of what was no longer in force on the day of judging."""

import re
from collections.abc import Iterator
from datetime import timedelta

from gongkai_lint.checks.references import Contradiction, heads
from gongkai_lint.law.instrument import Instrument, quoted
from gongkai_lint.law.naming import number_key, title_key
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Citation, Document
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.patterns import compiled

_BRACKET = compiled(r"[》]?\s*[（(]([^（）()\n]{0,80})")
_AMENDED = compiled(
    r"(\d{4})年?[^，；、\d]{0,4}(?:\d{1,2}月\d{1,2}日[^，；、\d]{0,12})?(?:修[订正]|版|文本)"
)
_EDITION_IN_TITLE = compiled(r"[（(][^（）()]{0,30}(?:修[订正]|版|文本)[^（）()]{0,6}[）)]$")
_AMENDED_BEFORE = compiled(r"\d{4}年[^。；，《》\n]{0,12}修[订正][^。；，《》\n]{0,6}的$")
_BEFORE = 30
_STATE = "中华人民共和国"
_ENDINGS = ("法", "法典", "条例", "办法", "细则", "规定")
_UNMARKED = compiled(rf"(?<![《〈]){_STATE}[一-鿿]{{2,30}}")
# a short name without 《》 is one only between words that apply it and what may follow it
_SHORT = compiled(
    r"(?:(?:按照|依照|参照|对照|依据|根据|违反|适用|遵守|执行|贯彻|落实|符合|触犯|以及|[和与及或以按])|"
    r"[、，。；：:“（(|\s])"
    r"(?P<name>(?!中华人民共和国)[一-鿿]{2,28}?(?:法典?|条例|办法|细则|规定))"
    r"(?=第|[、，。；：:”）)|\s]|的|等|规定|和|与|及|或|$)",
)


# 关于贯彻执行《民事诉讼法（试行）》若干问题的意见: a title without marks that names another
_NAMES_IT = compiled(r"关于[^。；，：《》\n]{0,16}$")
_GOES_ON = compiled(
    r"》?[^。；，、：《》\n]{0,12}?的?(?:若干)?(?:意见|解释|通知|决定|办法|细则|规定|批复|解答)"
)


def repealed(view: View) -> Iterator[Contradiction]:
    """Find each citation, with or without 《》, of an instrument or an edition that had ended."""
    if _is_dated_by_its_page(view):
        return
    for citation in (*heads(view.document), *_unmarked(view.document, view.law)):
        old = _ended(view, citation)
        if old is None or old.in_force.until is None or _is_in_a_title(view.document, citation):
            continue
        new = _successor(view, old)
        ended = old.in_force.until + timedelta(days=1)
        words = (
            ("old", _edition(old, new)),
            ("ended", f"{ended.year}年{ended.month}月{ended.day}日"),
            ("new", f"，现行的是{_edition(new, old)}" if new else ""),
        )
        edits = _renewed(citation, old, new) if new else ()
        basis = (new.basis(),) if new else ()
        yield old.key, Match(citation.span, words, edits=edits, basis=basis)


def _is_in_a_title(document: Document, citation: Citation) -> bool:
    """Say whether a cited title is only part of a longer one that stands without 《》."""
    start, end = citation.title_span
    led = _NAMES_IT.search(document.text, max(0, start - _BEFORE), start)
    return bool(citation.title and led and _GOES_ON.match(document.text, end))


def retitled(citation: Citation, right: Instrument) -> tuple[Edit, ...]:
    """Give the edit of a title in 《》 that stands in one line."""
    inside = Span(citation.title_span.start + 1, citation.title_span.end - 1)
    return (Edit(inside, right.title),) if len(citation.title) == inside.end - inside.start else ()


def cited(instrument: Instrument) -> str:
    """Give an instrument as a document cites it: 《title》（number）."""
    number = f"（{instrument.number}）" if instrument.number else ""
    return f"《{quoted(instrument.title)}》{number}"


def _is_dated_by_its_page(view: View) -> bool:
    """Say whether only a web page's day is known: old texts were put on pages years later."""
    document = view.document
    of_page = document.date_of_issue is None and document.judged_on == view.as_of
    return view.profile == "archive" and of_page


def _unmarked(document: Document, law: LawTables) -> Iterator[Citation]:
    """Find names of laws and regulations that stand without 《》: whole ones, and short ones."""
    titles = SortedSpans(c.title_span for c in document.citations if c.title)
    seen: set[int] = set()
    for span in (*_whole_names(document, law), *_short_names(document, law)):
        if span.start not in seen and not titles.cover(span):
            seen.add(span.start)
            yield Citation(span, document.words(span), None, span, None)


def _whole_names(document: Document, law: LawTables) -> Iterator[Span]:
    text = document.text
    for found in _UNMARKED.finditer(text) if _STATE in text else ():
        ends = range(len(found[0]), len(_STATE), -1)
        names = (found[0][:end] for end in ends if found[0][:end].endswith(_ENDINGS))
        name = next((name for name in names if law.titled(name)), None)
        if name:
            yield Span(found.start(), found.start() + len(name))


def _short_names(document: Document, law: LawTables) -> Iterator[Span]:
    text, at = document.text, 0
    while found := _SHORT.search(text, at):
        at = found.start("name")  # 以及适用某法: the next word may be what opens a name
        if law.titled(found["name"]):
            at = found.end()
            yield Span(*found.span("name"))


def _ended(view: View, citation: Citation) -> Instrument | None:
    found = _meant(view, citation)
    ended = [i for i in found if i.in_force.until and i.in_force.until < view.as_of]
    if not found or len(ended) < len(found) or not all(i.verified for i in found):
        return None
    return None if _names_successor(view, citation, ended[-1]) else ended[-1]


def _meant(view: View, citation: Citation) -> tuple[Instrument, ...]:
    """Give the editions that a citation can mean; none where number and title disagree."""
    titled = view.law.titled(_EDITION_IN_TITLE.sub("", citation.title)) if citation.title else ()
    if not citation.number:
        year = _edition_year(view, citation)
        return tuple(i for i in titled if year is None or (i.issued and i.issued.year == year))
    numbered = view.law.numbered(citation.number)
    if not numbered and _is_state_order(citation.number):
        return tuple(i for i in titled if not any(other.number for other in titled))
    if citation.title and not any(i in titled for i in numbered):
        return ()
    return numbered


def _is_state_order(number: str) -> bool:
    """Say whether a number is that of the State Council's order, which places do not issue."""
    key = number_key(number)
    return key is not None and key.code == "国务院令"


def _edition_year(view: View, citation: Citation) -> int | None:
    """Give the year of the edition that is cited: in the title, behind it, or before it."""
    within = _EDITION_IN_TITLE.search(citation.title)
    start = citation.span.start
    before = _AMENDED_BEFORE.search(view.document.text, max(0, start - _BEFORE), start)
    for words in (within and within[0], _bracket(view, citation), before and before[0]):
        years = _AMENDED.findall(words or "")
        if years:
            return int(years[-1])
    return None


def _successor(view: View, old: Instrument) -> Instrument | None:
    """Give what took an instrument's place and was itself in force on the day of judging."""
    new, seen = view.law.instrument(old.replaced_by), {old.key}
    while new and new.in_force.until and new.in_force.until < view.as_of and new.key not in seen:
        seen.add(new.key)
        new = view.law.instrument(new.replaced_by) or new
    return new


def _edition(one: Instrument, other: Instrument | None) -> str:
    """Name an instrument, with its year where another edition bears the same name and number."""
    same = other and (other.title, other.number) == (one.title, one.number)
    return f"{cited(one)}{one.issued.year}年的文本" if same and one.issued else cited(one)


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
        edits += retitled(citation, new)
    if citation.number_span and new.number:
        edits.append(Edit(citation.number_span, new.number))
    return tuple(edits)
