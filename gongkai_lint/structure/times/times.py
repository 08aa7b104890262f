"""Time expressions: dates, periods with their anchor, recurring and vague words."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from gongkai_lint.law.calendar import NATIONAL, Calendar
from gongkai_lint.model.document import TimeExpression, TimeRole
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align
from gongkai_lint.structure.times.anchors import resolve
from gongkai_lint.structure.times.calendar_times import find_dates
from gongkai_lint.structure.times.date_words import parse_date
from gongkai_lint.structure.times.periods import find_periods
from gongkai_lint.structure.times.roles import Context

_VAGUE = compiled(
    "尽快|抓紧|适时|近期内|近期(?=[，将要拟组开印出召完报])|限期|限时|第一时间"
    "|条件成熟[时后]?|尽早|早日|择机"
    "|按时(?=报|上报|完成|提交|反馈|办结|整改|保质)"
)
_NUMERIC = compiled(r"(?P<day>20\d\d[.\-/ ]\d{1,2}[.\-/ ]\d{1,2}日?)[ ]?(?:以前|之前|前)")
_WEEKDAY = compiled("(?P<week>[本下])周(?P<day>[一二三四五六日])[^，。；\\n]{0,6}?前")
_ROUND = compiled(
    "每(?:旬(?:的?最后一[日天]|末)|周(?:[一二三四五六日天]|末))[^，。；\\n]{0,6}?(?:之?前|(?=[报上]))"
)
_DAYS = "一二三四五六日"
_NARRATED = compiled(r"[^，。；]{0,16}(?:了[^解]|完毕|到位[，。]现)|[，]?已")
_PUNISHED = compiled("责令|责成|处罚|罚款|改正")
_VAGUE_LITERALS = (
    "尽",
    "抓紧",
    "适时",
    "近期",
    "限",
    "按时",
    "第一时间",
    "条件成熟",
    "早日",
    "择机",
)
_TITLE = compiled("《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")


def find_times(
    text: str, spans: Sequence[Span], issued: date | None, calendar: Calendar = NATIONAL
) -> tuple[TimeExpression, ...]:
    """Find the deadline-like time expressions in the spans, in reading order.

    Dates that only narrate, and those inside 《》, are left out. A period that runs from a known
    day has its last day, by the working days of the ``calendar``.
    """
    context = Context(text, align(text), issued)
    taken = bytearray(len(text))
    found = [time for span in spans for time in _in_span(context, span, taken)]
    found.sort(key=lambda time: time.span)
    return tuple(resolve(context, found, calendar))


def _in_span(context: Context, span: Span, taken: bytearray) -> Iterator[TimeExpression]:
    for title in _TITLE.finditer(context.text, *span):
        _take(taken, Span(*title.span()))
    for find in (find_dates, _numeric, _rounds, find_periods, _weekday, _vague):
        for time in find(context, span):
            if not any(taken[slice(*time.span)]):
                _take(taken, time.span)
                yield time


def _take(taken: bytearray, span: Span) -> None:
    taken[slice(*span)] = b"\1" * (span.end - span.start)


def _numeric(context: Context, span: Span) -> Iterator[TimeExpression]:
    """Yield 2020-11-30前, 2020.11.30前 and dates that lost their marks."""
    for found in _NUMERIC.finditer(context.text, *span):
        day = parse_date(found["day"])
        if day:
            where = Span(*found.span())
            owner = context.has_owner(where)
            yield TimeExpression(where, "absolute", day, role="task", owner=owner)


def _rounds(context: Context, span: Span) -> Iterator[TimeExpression]:
    """Yield 每周五前 and 每旬最后一日前."""
    if "每" not in context.text[slice(*span)]:
        return
    for found in _ROUND.finditer(context.text, *span):
        where = Span(*found.span())
        yield TimeExpression(where, "recurring", role="task", owner=context.has_owner(where))


def _weekday(context: Context, span: Span) -> Iterator[TimeExpression]:
    """Yield 本周五下班前, resolved from the day of issue."""
    if "周" not in context.text[slice(*span)]:
        return
    for found in _WEEKDAY.finditer(context.text, *span):
        where = Span(*found.span())
        day = None
        if context.issued:
            monday = context.issued - timedelta(days=context.issued.weekday())
            weeks = 7 * (found["week"] == "下")
            day = monday + timedelta(days=weeks + _DAYS.index(found["day"]))
        yield TimeExpression(where, "yearless", day, role="task", owner=context.has_owner(where))


def _vague(context: Context, span: Span) -> Iterator[TimeExpression]:
    words = context.text[slice(*span)]  # not the text: it is asked for each of many spans
    if not any(word in words for word in _VAGUE_LITERALS):
        return
    for found in _VAGUE.finditer(context.text, *span):
        where = Span(*found.span())
        if _PUNISHED.search(context.before(where, 24) + context.after(where, 4)):
            role: TimeRole = "limit"
        else:
            told = _NARRATED.match(context.after(where))
            role = "task" if context.is_duty(where) and not told else "other"
        yield TimeExpression(where, "vague", role=role, owner=context.has_owner(where))
