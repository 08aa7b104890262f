"""Days that do not add up: effect, length and end of validity; a period and its 即; a range."""

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.stretches import backwards, effects, namely
from gongkai_lint.law.reckoning import days_in
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.finding import Edit, Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_ISSUE = compiled("印发|发布|公布|颁布|下发")
_NEAR = 400  # a validity's end is told in the sentence of its beginning or the next
_DAY = compiled(r"\d{4}年\d{1,2}月\d{1,2}日")
_ENDS = ("至", "到", "有效")
_MONTHS = {"year": 12, "month": 1}


class ValidityArithmetic(NamedTuple):
    """Yield each day that is not where another of the text puts it.

    Ends of validity by their start and length, days behind 即 by their period, ranges that run
    backwards, and two days of effect of one document.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        yield from self._validity(view)
        yield from namely(view.document, view.spans)
        yield from backwards(view.document, view.spans)
        yield from effects(view.document, view.spans)

    def _validity(self, view: View) -> Iterator[Match]:
        document = view.document
        scopes = SortedSpans(view.spans)
        for start in document.deadlines:
            first = _first_day(document, start)
            if first is None or not scopes.cover(start.span):
                continue
            line = document.paragraph_span(document.paragraph_at(start.span.start))
            near = document.times_in(start.span.end, min(line.end, start.span.end + _NEAR) + 1)
            end = next((time for time in near if _ends(document, time)), None)
            if end is None or end.resolved is None:
                continue
            length = next((time for time in near if time.role == "validity" and time.amount), None)
            if end.resolved < first:
                yield _match(document, start, end, None)
            elif length and length.unit in _MONTHS and _belongs(document, length, end):
                last = _last_day(first, (length.amount or 0) * _MONTHS[length.unit])
                if end.resolved not in {last, last + timedelta(days=1)}:
                    yield _match(document, start, end, last)


def _belongs(document: Document, length: TimeExpression, end: TimeExpression) -> bool:
    """Say whether a length of validity is that of an end: before it, or in its sentence."""
    return length.span.start < document.sentence(end.span).end


def _first_day(document: Document, time: TimeExpression) -> date | None:
    if time.role != "effective":
        return None
    if time.resolved or time.amount or not _ISSUE.search(time.anchor or ""):
        return time.resolved
    return document.date_of_issue


def _ends(document: Document, time: TimeExpression) -> bool:
    words = document.words(time.span)
    return time.kind == "absolute" and bool(_DAY.search(words)) and words.startswith(_ENDS)


def _last_day(first: date, months: int) -> date:
    """Give the day before the same day months later, or the month's end where there is none."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    longest = days_in(year, month + 1)
    if first.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, first.day) - timedelta(days=1)


def _match(
    document: Document, start: TimeExpression, end: TimeExpression, last: date | None
) -> Match:
    found = _DAY.search(document.words(end.span))
    offset, limit = found.span() if found else (0, 0)
    span = Span(end.span.start + offset, end.span.start + limit)
    related = (Related(start.span, "施行日期"),)
    if last is None:
        return Match(span, related=related, case="order")
    right = f"{last.year}年{last.month}月{last.day}日"
    return Match(span, (("right", right),), related, "length", (Edit(span, right),))


KIND = Kind(
    ValidityArithmetic,
    "施行日期、有效期与截止日期的推算",
    tells=("length", "order", "namely", "backwards", "twice"),
    words=("right", "period", "first", "last"),
)
