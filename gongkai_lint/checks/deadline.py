"""Time expressions that do not do what a deadline must."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.registered import TermClass, TermClasses
from gongkai_lint.checks.surroundings import Around, Surroundings
from gongkai_lint.checks.working_days import Words, day_off, short_gap, short_lead
from gongkai_lint.law.period import PeriodUnit
from gongkai_lint.model.document import Document, TimeExpression, TimeKind, TimeRole
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import heads_over
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.term import start_of

Lies = Literal["lead", "gap", "day_off"]
_LATE = 11
_FULL = compiled(r"(20\d\d)年(?:(\d{1,2})月)?")
_NEAR = 120


class Deadline(NamedTuple):
    """Report each time expression of ``kinds`` (and ``roles``) that meets the conditions.

    ``owner`` and ``anchored`` ask whether a responsible unit, a starting event is named;
    ``units`` what a period is counted in; ``words`` what its own characters must match;
    ``past`` that it is over on the date of issue; ``doubtful_year`` that its missing year can be
    read in two ways: the day is past in the year of issue, 年底 is said when the year is nearly
    over (unless the title names the year), or the title matches ``lasting``; ``year_told`` that a
    year named shortly before in the paragraph makes it plain; ``requires``,
    ``unless``, ``around`` what stands around it; ``after`` and ``not_after`` what the part of its
    sentence before it must, and must not, match. ``lies`` asks how it lies in the calendar: fewer
    than ``below`` working days (``lead``) or days (``gap``) from the date of issue, or on a
    ``day_off``. ``acts`` are classes of words of which one follows in the sentence, before another
    time; ``tabled`` asks whether it stands in a table, ``headed`` that the name of its column there
    has a term of one of the classes; ``least`` is the smallest number of
    its units; ``sentence`` are groups of classes (``a|b``) of each of which its sentence has a
    term, ``sentence_lacks`` classes of which it has none.
    """

    kinds: tuple[TimeKind, ...]
    roles: tuple[TimeRole, ...] = ()
    units: tuple[PeriodUnit | Literal["week"], ...] = ()
    owner: bool | None = None
    anchored: bool | None = None
    words: tuple[Pattern, ...] = ()
    requires: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    around: Around = "sentence"
    past: bool = False
    doubtful_year: bool | None = None
    year_told: bool | None = None
    lasting: tuple[Pattern, ...] = ()
    after: tuple[Pattern, ...] = ()
    not_after: tuple[Pattern, ...] = ()
    lies: Lies | None = None
    below: int = 0
    acts: tuple[TermClass, ...] = ()
    tabled: bool | None = None
    headed: tuple[TermClass, ...] = ()
    least: int = 0
    sentence: tuple[TermClasses, ...] = ()
    sentence_lacks: tuple[TermClasses, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the time expressions in the scope that meet every condition."""
        near = Surroundings(self.requires, self.unless, self.around)
        scopes = SortedSpans(view.spans)
        for time in view.document.deadlines:
            scope = scopes.covering(time.span)
            if (
                scope
                and self._meets(view, time)
                and self._follows(view.document, time)
                and near.allow(view.document, time.span, scope)
                and self._is_about(view, time)
            ):
                words = self._calendar_words(view.document, time)
                if words is not None:
                    yield Match(time.span, (("anchor", time.anchor or ""), *words))

    def _calendar_words(self, document: Document, time: TimeExpression) -> Words | None:
        if self.lies == "lead":
            return short_lead(document, time, self.below)
        if self.lies == "gap":
            return short_gap(document, time, self.below)
        return day_off(document, time) if self.lies else ()

    def _meets(self, view: View, time: TimeExpression) -> bool:
        return (
            time.kind in self.kinds
            and (not self.roles or time.role in self.roles)
            and (not self.units or time.unit in self.units)
            and (self.tabled is None or self.tabled is view.document.is_tabled(time.span))
            and (not self.acts or _acted(view, time, self.acts))
            and (not self.headed or _is_headed(view, time, frozenset(self.headed)))
            and (not self.least or (time.amount or 0) >= self.least)
            and (self.owner is None or self.owner is time.owner)
            and (self.anchored is None or self.anchored is bool(time.anchor))
            and (not self.past or _is_past(view.document, time))
            and self.doubtful_year in {None, self._doubts_year(view.document, time)}
            and self.year_told in {None, _is_told_year(view.document, time)}
            and (
                not self.words
                or any(words.occurs(view.document.text, time.span) for words in self.words)
            )
        )

    def _is_about(self, view: View, time: TimeExpression) -> bool:
        if not (self.sentence or self.sentence_lacks):
            return True
        reading = reading_of(view.document)
        _, around = reading.bounds_of(time.span.start)
        if not all(reading.may_hold(frozenset(g.split("|")), around) for g in self.sentence):
            return False
        held = reading.sentence_of(time.span.start).classes
        told = all(not held.isdisjoint(group.split("|")) for group in self.sentence)
        return told and held.isdisjoint(self.sentence_lacks)

    def _follows(self, document: Document, time: TimeExpression) -> bool:
        lead = Span(document.sentence(time.span).start, time.span.start)
        return (
            not self.after or any(p.occurs(document.text, lead) for p in self.after)
        ) and not any(p.occurs(document.text, lead) for p in self.not_after)

    def _doubts_year(self, document: Document, time: TimeExpression) -> bool:
        issued, due = document.date_of_issue, time.resolved
        annual = "annual" in document.traits
        if issued and due and (due < issued or (due.year > issued.year and not annual)):
            return True
        words = document.words(time.span)
        if issued and issued.month >= _LATE and "月" not in words and not annual:
            return True
        return _titled(document, self.lasting)


def _acted(view: View, time: TimeExpression, acts: tuple[str, ...]) -> bool:
    """Say whether an act of the classes follows a time in its sentence, before another time."""
    reading = reading_of(view.document)
    end = view.document.sentence(time.span).end
    later = view.document.times_in(time.span.end, end)
    limit = later[0].span.start if later else end
    for terms in map(reading.of, acts):
        first = bisect_left(terms, time.span.end, key=start_of)
        if first < len(terms) and terms[first].start < limit:
            return True
    return False


def _is_headed(view: View, time: TimeExpression, classes: frozenset[str]) -> bool:
    """Say whether the name of the column that a time stands in has a term of the classes."""
    reading = reading_of(view.document)
    for table in view.document.tables:
        if table.span.covers(time.span):
            heads = heads_over(table, time.span)
            return any(not reading.classes_in(head).isdisjoint(classes) for head in heads)
    return False


def _is_told_year(document: Document, time: TimeExpression) -> bool:
    """Say whether a year named before it is that of a day to come, not before the one named."""
    line = document.paragraph_span(document.paragraph_at(time.span.start))
    near = max(line.start, time.span.start - _NEAR)
    told = list(_FULL.finditer(document.text, near, time.span.start))
    if not told or not time.resolved:
        return False
    issued = document.date_of_issue or date.min
    year, month = int(told[-1][1]), int(told[-1][2] or 1)
    return (year, time.resolved.month) >= max((year, month), (issued.year, issued.month))


def _titled(document: Document, patterns: tuple[Pattern, ...]) -> bool:
    titles = (*document.of("issued_text_title"), *document.of("title"))
    return any(p.occurs(document.text, e.span) for e in titles for p in patterns)


def _is_past(document: Document, time: TimeExpression) -> bool:
    issued, day = document.date_of_issue, time.resolved
    if issued is None or day is None:
        return False
    if time.role == "effective" and "日" not in document.words(time.span):  # a month, not its first
        return (day.year, day.month) < (issued.year, issued.month)
    return day < issued


KIND = Kind(Deadline, "时间表述", words=("anchor", "left", "start", "day", "rolled", "days"))
