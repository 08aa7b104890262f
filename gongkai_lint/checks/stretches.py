"""Times that two places of a text tell differently: a period and its 即, a range, two effects."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.working_days import said
from gongkai_lint.law.reckoning import last_day, period_end
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.finding import Edit, Match, Related
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.patterns import compiled

_NAMELY = compiled(
    r"[^，。；：（(\n]{0,8}[（(，,]\s*(?:也就是|亦?即)(?:在|于|到|至|截[至止]到?)?\s*"
)
_NAMED = compiled(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
_DAY = compiled(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_CLOCK = r"(?:\s*\d{1,2}(?:[:：时点]\d{0,2}分?)?)?"
_RANGE = Pattern(
    rf"(?P<first>(?:(?P<y1>20\d\d)年)?(?P<m1>\d{{1,2}})月(?P<d1>\d{{1,2}})日){_CLOCK}(?:起|开始)?[，,]?\s*[至到—－~～–-]{{1,2}}\s*"
    rf"(?P<last>(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{{1,2}})月)?(?P<d2>\d{{1,2}})日)",
    (
        "日至",
        "日起",
        "日开",
        "日，",
        "时起",
        "0起",
        "日到",
        "日—",
        "日－",
        "日~",
        "日～",
        "日–",
        "日-",
        "日 ",
        "时至",
        "时—",
        "时-",
        "0至",
        "0—",
        "0-",
    ),
)
_SUBJECT = compiled(
    r"(?P<name>本(?:实施)?(?:办法|规定|细则|规则|意见|通知|方案|通告|规程|政策|标准|措施))[^，。；\n]{0,4}$"
)
_ISSUING = compiled(r"印发给?你们[^。；\n]{0,12}$|现予[公发]布[^。；\n]{0,12}$")


def namely(document: Document, spans: Sequence[Span]) -> Iterator[Match]:
    """Yield the day behind 即 that is not the last day of the period before it."""
    times, scopes = document.deadlines, SortedSpans(spans)
    for period, end in pairwise(times):
        between = document.text[period.span.end : end.span.start]
        if period.kind != "relative" or period.resolved is None or end.resolved is None:
            continue
        if not _NAMELY.fullmatch(between) or not (found := _DAY.search(document.words(end.span))):
            continue
        if not scopes.cover(end.span):
            continue
        right = _right(document, period, end.resolved)
        if right:
            place = Span(*found.span()).shifted(end.span.start)
            edits = (Edit(place, right),) if period.open_year is None else ()
            words = (("right", right), ("period", document.words(period.span)))
            yield Match(place, words, (Related(period.span, "期限"),), "namely", edits)


def _right(document: Document, period: TimeExpression, told: date) -> str:
    """Give the last day of a period that ends on another than the one told; '' where it is right.

    A period of days may be told without its moving from a day off.
    """
    last = period.resolved
    if last is None or told == last or (period.open_year is not None and told > last):
        return ""
    if any(told == period_end(start, *_length(period)) for start in _starts(document, period)):
        return ""
    return said(last) if period.open_year is None else f"{said(last)}以后"


def _length(period: TimeExpression) -> tuple[int, str]:
    return period.amount or 0, period.unit or ""


def _starts(document: Document, period: TimeExpression) -> Iterator[date]:
    """Yield the days that a period may run from, of which its last day follows."""
    named = _NAMED.search(period.anchor or "")
    days = [document.date_of_issue, *(time.resolved for time in document.deadlines)]
    if named and period.resolved:
        year = int(named[1] or period.resolved.year)
        days += [_day(year, int(named[2]), int(named[3]))]
    for day in dict.fromkeys(days):
        if day and period.resolved and day < period.resolved:
            reckoned = last_day(day, *_length(period), document.calendar)
            if reckoned and reckoned.day == period.resolved:
                yield day


def backwards(document: Document, spans: Sequence[Span]) -> Iterator[Match]:
    """Yield the last day of a range that lies before its first; it has the year of the first."""
    for offset, found in _RANGE.finditer(document.text, *spans):
        first, last = _ends(found)
        if first and last and last < first:
            place = Span(*found.span("last")).shifted(offset)
            start = Span(*found.span("first")).shifted(offset)
            words = (("first", said(first)), ("last", said(last)))
            yield Match(place, words, (Related(start, "起始日"),), "backwards")


def _ends(found: re.Match[str]) -> tuple[date | None, date | None]:
    """Read both days; months that run over New Year without any year are in order."""
    year, month = found["y1"], int(found["m1"])
    last_month = int(found["m2"] or month)
    if year is None and (found["y2"] or last_month < month):
        return None, None
    known = int(year or 2000)  # any year in which 29 February is
    return (
        _day(known, month, int(found["d1"])),
        _day(int(found["y2"] or known), last_month, int(found["d2"])),
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def effects(document: Document, spans: Sequence[Span]) -> Iterator[Match]:
    """Yield the day of effect that differs from one told before of the same document."""
    before: dict[str, TimeExpression] = {}
    scopes = SortedSpans(spans)
    for time in document.deadlines:
        name = _whose(document, time)
        if not name or not scopes.cover(time.span):
            continue
        first = before.setdefault(name, time)
        if first.resolved != time.resolved:
            words = (("first", document.words(first.span)),)
            yield Match(time.span, words, (Related(first.span, "先写的施行日期"),), "twice")


def _whose(document: Document, time: TimeExpression) -> str:
    """Say of what a time is the day of effect: 本办法; the cover that issues it tells of it too."""
    if time.role != "effective" or time.resolved is None:
        return ""
    line = document.paragraph_span(document.paragraph_at(time.span.start))
    before = document.text[line.start : time.span.start]
    if _ISSUING.search(before):
        titles = document.of("issued_text_title")
        named = compiled("办法|规定|细则|规则|意见|方案|规程|标准|措施")
        kinds = [named.findall(document.words(title.span)) for title in titles[:1]]
        return f"本{kinds[0][-1]}" if kinds and kinds[0] else ""
    found = _SUBJECT.search(before)
    return found["name"].replace("实施", "") if found else ""
