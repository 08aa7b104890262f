"""The day that a relative period runs from, where the document itself makes it known."""

from collections.abc import Iterator, Sequence
from datetime import date

from gongkai_lint.law.calendar import Calendar
from gongkai_lint.law.reckoning import last_day
from gongkai_lint.model.document import TimeExpression
from gongkai_lint.model.issue import GIVEN_OUT, MADE_PUBLIC, NOW
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align
from gongkai_lint.structure.times.calendar_words import CalendarWords, read_calendar
from gongkai_lint.structure.times.roles import Context

_KIND = (
    "(?:通知|意见|方案|办法|规定|细则|决定|文件|要点|计划|规则|规程|措施|清单|目录|通告|公告|预案|规划"
    "|制度|标准|纲要|通报|函|文)"
)
_ISSUED = compiled(
    rf"(?:(?:本|此|该){_KIND}|{_KIND})?(?:正式)?(?:{GIVEN_OUT}|签发)(?:之|当)?日?"
    rf"|(?:本|此){_KIND}(?:正式)?(?:{MADE_PUBLIC}|公告|发出)(?:之|当)?日?|即日?"
)
_IN_FORCE = compiled(rf"(?:本|此|该){_KIND}(?:正式)?(?:施行|实施|生效|执行|实行)(?:之|当)?日?")
_DAY_ANCHOR = compiled("[月年]")
_BEHIND_DAY = compiled("(?:之日|当日|当天)?")
_TAKES_EFFECT = compiled(
    rf"(?:(?:本|此|该)?{_KIND})?(?:正式)?(?:{GIVEN_OUT}|{MADE_PUBLIC})(?:之|当)?日?|{NOW}"
)


def resolve(
    context: Context, times: Sequence[TimeExpression], calendar: Calendar
) -> Iterator[TimeExpression]:
    """Give the last day of each period whose anchor has a known day; the others as they are."""
    in_force: date | None = None
    for time in times:
        if time.role == "effective" and time.resolved and in_force is None:
            in_force = time.resolved
    for time in times:
        if time.kind != "relative" or not time.anchor or time.resolved:
            yield time
            continue
        start = _start(context, time, in_force)
        yield _from(time, start, calendar) if start else time


def _start(context: Context, time: TimeExpression, in_force: date | None) -> date | None:
    anchor = align(time.anchor or "").strip(" \u3000，自从由")
    own = _TAKES_EFFECT if time.role == "effective" else _ISSUED
    if own.fullmatch(anchor):
        return context.issued
    if _IN_FORCE.fullmatch(anchor):
        return in_force
    return _named(context, time, anchor)


def _named(context: Context, time: TimeExpression, anchor: str) -> date | None:
    """Read an anchor that is a day: 2024年9月2日, 9月2日之日."""
    found = _DAY_ANCHOR.search(anchor)
    words = read_calendar(anchor, found.start(), 0) if found else None
    if words is None or words.grain != "day" or words.span.start:
        return None
    if not _BEHIND_DAY.fullmatch(anchor, words.span.end):
        return None
    return words.last(_year(context, time, words))


def _year(context: Context, time: TimeExpression, words: CalendarWords) -> int | None:
    if words.explicit:
        return words.year
    return context.year_for(time.span, words.month, words.day)


def _from(time: TimeExpression, start: date, calendar: Calendar) -> TimeExpression:
    if time.role == "effective":  # 30日后施行 is read in two ways
        return time if time.amount else time._replace(resolved=start)
    if time.amount is None or time.unit is None:
        return time
    reckoned = last_day(start, time.amount, time.unit, calendar)
    if reckoned is None:
        return time
    return time._replace(resolved=reckoned.day, open_year=reckoned.open_year)
