"""Days that do not add up: effect, length and end of validity; a period and its 即; a range."""

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.stretches import backwards, effects, namely
from gongkai_lint.checks.told_lengths import months_on, told_lengths
from gongkai_lint.checks.working_days import said
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.finding import Edit, Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_NEAR = 400  # a validity's end is told in the sentence of its beginning or the next
_DAY = compiled(r"\d{4}年\d{1,2}月\d{1,2}日")
_ENDS = ("至", "到", "有效")
_WRONG = ("length", "over")  # an end that is not where it must be; one that is a day late
_MONTHS = {"year": 12, "month": 1}


class ValidityArithmetic(NamedTuple):
    """Yield each day that is not where another of the text puts it.

    Ends of validity, and of whatever lasts, by their start and length, days behind 即 by their
    period, ranges that run backwards, and two days of effect of one document.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        validity = list(self._validity(view))
        yield from validity
        places = {match.span for match in validity}
        yield from (match for match in _lengths(view) if match.span not in places)
        yield from namely(view.document, view.spans)
        yield from backwards(view.document, view.spans)
        yield from effects(view.document, view.spans)

    def _validity(self, view: View) -> Iterator[Match]:
        document = view.document
        scopes = SortedSpans(view.spans)
        for start in document.deadlines:
            first = start.resolved
            if start.role != "effective" or first is None or not scopes.cover(start.span):
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
                last = months_on(first, (length.amount or 0) * _MONTHS[length.unit])
                if end.resolved != last:
                    over = end.resolved == last + timedelta(days=1)
                    yield _match(document, start, end, last)._replace(case=_WRONG[over])


def _belongs(document: Document, length: TimeExpression, end: TimeExpression) -> bool:
    """Say whether a length of validity is that of an end: before it, or in its sentence."""
    return length.span.start < document.sentence(end.span).end


def _ends(document: Document, time: TimeExpression) -> bool:
    words = document.words(time.span)
    return time.kind == "absolute" and bool(_DAY.search(words)) and words.startswith(_ENDS)


def _lengths(view: View) -> Iterator[Match]:
    """Yield the last days that are not so long after the first as the sentence says."""
    document = view.document
    for told in told_lengths(document, view.spans):
        right = told.ends(document.calendar)
        over = told.is_day_over()
        if right and told.last > told.first and (over or told.last not in right):
            words = (("right", said(right[0])),)
            related = (Related(told.begin, "起始日"), Related(told.length, "期限"))
            yield Match(told.end, words, related, _WRONG[over], (Edit(told.end, said(right[0])),))


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
    tells=("length", "over", "order", "namely", "backwards", "twice"),
    words=("right", "period", "first", "last"),
)
