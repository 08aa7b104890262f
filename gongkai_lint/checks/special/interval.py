"""The working days between a day that a text names and the day it was signed."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.working_days import said, told
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Role
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple


class Interval(NamedTuple):
    """Report the day of ``start`` if fewer than ``least``, or more than ``most``, days follow it.

    The patterns have the groups ``year`` (or none), ``month`` and ``day``; the last day is the
    document's date of issue; where the text names no first day, that of the papers ``sent`` is one,
    and the signature is reported. Cases: ``short`` and ``long``.
    """

    start: tuple[Pattern, ...]
    least: int
    most: int | None = None
    sent: tuple[Role, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the first day that stands too near to the signature, or too far from it."""
        document = view.document
        end = document.date_of_issue
        if end is None:
            return
        for span, start in (*self._starts(document, view.spans), *self._sendings(view)):
            days = document.calendar.between(start, end, end)
            words = (("start", said(start)), ("days", told(days)), ("end", said(end)))
            if days.days < self.least:
                yield Match(span, words, case="short")
            elif self.most is not None and days.days > self.most and days.open_year is None:
                words = (words[0], ("days", f"有{days.days}个工作日"), words[2])
                yield Match(span, words, case="long")
            return

    def _starts(self, document: Document, spans: tuple[Span, ...]) -> Iterator[tuple[Span, date]]:
        for scope in spans:
            for pattern in self.start:
                for offset, found in pattern.finditer(document.text, scope):
                    day = _day(found, document.date_of_issue)
                    if day:
                        first = "year" if found["year"] else "month"
                        place = Span(found.start(first), found.end("day") + 1)
                        yield place.shifted(offset), day

    def _sendings(self, view: View) -> Iterator[tuple[Span, date]]:
        signed = view.document.of("date_of_issue")
        besides = view.dossier if view.role not in self.sent else None
        papers = besides.documents(self.sent) if besides and self.sent else ()
        for paper in papers if signed else ():
            if paper.read.date_of_issue:
                yield signed[0].span, paper.read.date_of_issue


def _day(found: re.Match[str], signed: date | None) -> date | None:
    """Read a day; one without a year is the last before the signature."""
    month, day = int(found["month"]), int(found["day"])
    try:
        if found["year"] or signed is None:
            return date(int(found["year"] or 0), month, day)
        return date(signed.year - ((month, day) > (signed.month, signed.day)), month, day)
    except ValueError:
        return None


KIND = Kind(Interval, "两个日期之间的天数", tells=("short", "long"), words=("start", "days", "end"))
