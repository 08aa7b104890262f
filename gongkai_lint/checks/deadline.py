"""Time expressions that do not do what a deadline must."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.registered import TermClasses
from gongkai_lint.checks.starting_points import is_occasioned, is_owed
from gongkai_lint.checks.working_days import Words, day_off, short_gap, short_lead
from gongkai_lint.checks.years_of_times import (
    doubts_year,
    goes_on_for_years,
    is_all_too_early,
    is_past,
    is_told_year,
)
from gongkai_lint.law.period import PeriodUnit
from gongkai_lint.model.document import Document, TimeExpression, TimeKind, TimeRole
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import heads_over
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.term import start_of

Lies = Literal["lead", "gap", "day_off"]
TimeRelation = Literal[
    "anchored",
    "owed",
    "occasioned",
    "past",
    "doubtful_year",
    "told_year",
    "many_years",
    "all_too_early",
]
Classes = tuple[TermClasses, ...]


class TimeSays(NamedTuple):
    """Groups of classes (``a|b``): of each a term stands in the place.

    ``then`` is what follows a time in its sentence, before another time; ``column`` the name of the
    column of a table that it stands in.
    """

    sentence: Classes = ()
    then: Classes = ()
    column: Classes = ()


class TimeLacks(NamedTuple):
    """Classes of which no term stands in the place."""

    sentence: Classes = ()


class Deadline(NamedTuple):
    """Report each time expression of ``kinds`` (and ``roles``) that meets the conditions.

    ``units`` are what a period is counted in; ``says`` and ``lacks`` ask by place what stands
    there, and what does not. Of the relations ``holds`` and ``fails``, ``anchored`` is that a
    starting event is named; ``occasioned`` that the sentence tells one otherwise; ``owed`` that
    whom it binds stands right before it; ``past`` that it is over on the date of issue;
    ``doubtful_year`` that its missing year can be read in two ways: the day is past in the year of
    issue, or 年底 is said when the year is nearly over (unless the title names the year);
    ``told_year`` that a year named shortly before in the paragraph makes it plain; ``many_years``
    that the title, the first paragraph or the plan named in the sentence goes on for years;
    ``all_too_early`` that the titles name one year and all of several times with a day are of an
    earlier one. ``lies`` asks how it lies in the calendar: fewer than ``below`` working days
    (``lead``) or days (``gap``) from the date of issue, or on a ``day_off``.
    """

    kinds: tuple[TimeKind, ...]
    roles: tuple[TimeRole, ...] = ()
    units: tuple[PeriodUnit | Literal["week"], ...] = ()
    says: TimeSays = TimeSays()
    lacks: TimeLacks = TimeLacks()
    holds: tuple[TimeRelation, ...] = ()
    fails: tuple[TimeRelation, ...] = ()
    lies: Lies | None = None
    below: int = 0

    def must_have(self, vocabulary: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield how the words begin of which one must stand in the text, group by group."""
        groups = (group for place in self.says for group in place)
        yield from (vocabulary.heads(group.split("|")) for group in groups)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the time expressions in the scope that meet every condition."""
        scopes = SortedSpans(view.spans)
        for time in view.document.deadlines:
            if time.kind not in self.kinds or (self.roles and time.role not in self.roles):
                continue
            inside = scopes.cover(time.span)
            if inside and self._meets(view, time):
                words = self._calendar_words(view.document, time)
                if words is not None and self._is_about(view, time):  # last: it reads a sentence
                    yield Match(time.span, (("anchor", time.anchor or ""), *words))

    def _calendar_words(self, document: Document, time: TimeExpression) -> Words | None:
        if self.lies == "lead":
            return short_lead(document, time, self.below)
        if self.lies == "gap":
            return short_gap(document, time, self.below)
        return day_off(document, time) if self.lies else ()

    def _meets(self, view: View, time: TimeExpression) -> bool:
        document = view.document
        return (
            (not self.units or time.unit in self.units)
            and all(_RELATIONS[name](document, time) for name in self.holds)
            and not any(_RELATIONS[name](document, time) for name in self.fails)
            and all(_follows(document, time, group) for group in self.says.then)
            and all(_is_headed(document, time, group) for group in self.says.column)
        )

    def _is_about(self, view: View, time: TimeExpression) -> bool:
        says, lacks = self.says.sentence, self.lacks.sentence
        if not (says or lacks):
            return True
        reading = reading_of(view.document)
        _, around = reading.bounds_of(time.span.start)
        if not all(reading.may_hold(frozenset(group.split("|")), around) for group in says):
            return False
        held = reading.sentence_of(time.span.start).classes
        told = all(not held.isdisjoint(group.split("|")) for group in says)
        return told and held.isdisjoint(lacks)


def _follows(document: Document, time: TimeExpression, group: str) -> bool:
    """Say whether a term of the classes follows a time in its sentence, before another time."""
    reading = reading_of(document)
    end = document.sentence(time.span).end
    later = document.times_in(time.span.end, end)
    limit = later[0].span.start if later else end
    for terms in map(reading.of, group.split("|")):
        first = bisect_left(terms, time.span.end, key=start_of)
        if first < len(terms) and terms[first].start < limit:
            return True
    return False


def _is_headed(document: Document, time: TimeExpression, group: str) -> bool:
    """Say whether the name of the column that a time stands in has a term of the classes."""
    reading = reading_of(document)
    for table in document.tables:
        if table.span.covers(time.span):
            heads = heads_over(table, time.span)
            return any(not reading.classes_in(h).isdisjoint(group.split("|")) for h in heads)
    return False


_RELATIONS: dict[TimeRelation, Callable[[Document, TimeExpression], bool]] = {
    "anchored": lambda _, time: bool(time.anchor),
    "owed": is_owed,
    "occasioned": is_occasioned,
    "past": is_past,
    "doubtful_year": doubts_year,
    "told_year": is_told_year,
    "many_years": goes_on_for_years,
    "all_too_early": lambda document, _: is_all_too_early(document),
}


KIND = Kind(Deadline, "时间表述", words=("anchor", "left", "start", "day", "rolled", "days"))
