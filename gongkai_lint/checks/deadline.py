"""Time expressions that do not do what a deadline must."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.registered import TermClasses
from gongkai_lint.checks.starting_points import is_occasioned, is_owed
from gongkai_lint.checks.working_days import Words, day_off, short_gap, short_lead
from gongkai_lint.law.period import PeriodUnit
from gongkai_lint.memory import latest
from gongkai_lint.model.document import Document, TimeExpression, TimeKind, TimeRole
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import heads_over
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.term import start_of
from gongkai_lint.reading.titled import years_titled

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
_LATE = 11
_TITLES = ("title", "issued_text_title")
_FULL = compiled(r"(20\d\d)年(?:(\d{1,2})月)?")
_NEAR = 120
# 三年行动, 规划, 2026年至2028年: what goes on for years
_FOR_YEARS = compiled(
    r"[二三四五两]年(?!级|[以之]?[前后])[^，。；、《》\n]{0,8}(?:行动|计划|方案|工作)|规划(?:纲要)?(?:》|的通知)?$"
)
_RANGE = compiled(r"20\d\d[ ]?年?[ ]?(?:[—－~～–-]{1,2}|[至到])[ ]?(?P<last>20\d\d)")
_TIME_OF_YEARS = compiled(r"[用争][^，。；\n]{0,4}[二三四五两]年(?:左右)?的?时间")
_PLAN_NAMED = compiled(r"《[^《》\n]*[二三四五两]年[^《》\n]{0,8}(?:行动|计划|方案)[^《》\n]*》")
_NAMED = compiled(r"《[^《》\n]*》?(?:[（(][^（）()\n]*[）)])?")  # others' plans
_LEAD = 200  # what the first paragraph says of the whole


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


def _doubts_year(document: Document, time: TimeExpression) -> bool:
    issued, due = document.date_of_issue, time.resolved
    annual = "annual" in document.traits
    if issued and due and (due < issued or (due.year > issued.year and not annual)):
        return True
    late = issued is not None and issued.month >= _LATE
    return late and "月" not in document.words(time.span) and not annual


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


def _goes_on_for_years(document: Document, time: TimeExpression) -> bool:
    """Say whether the matter lasts for years, by the title or by what opens the text."""
    titles = [document.words(e.span) for k in _TITLES for e in document.of(k)]
    if any(_FOR_YEARS.search(title) or _RANGE.search(title) for title in titles):
        return True
    near = max(document.sentence(time.span).start, time.span.start - _NEAR)
    if _PLAN_NAMED.search(document.text, near, time.span.start):
        return True
    opened = [e.span.start for kind in ("body", "issued_text") for e in document.of(kind)[:1]]
    issued = document.date_of_issue
    for start in () if "annual" in document.traits else opened:
        lead = _NAMED.sub("", document.text[start : min(start + _LEAD, time.span.start)])
        found = _RANGE.search(lead)
        if found and issued and int(found["last"]) > issued.year:
            return True
        if _TIME_OF_YEARS.search(lead):
            return True
    return False


def _is_past(document: Document, time: TimeExpression) -> bool:
    issued, day = document.date_of_issue, time.resolved
    if issued is None or day is None:
        return False
    if time.role == "effective" and "日" not in document.words(time.span):  # a month, not its first
        return (day.year, day.month) < (issued.year, issued.month)
    return day < issued


@latest  # each of its times asks the same of all of them
def _is_all_too_early(document: Document) -> bool:
    titled = years_titled(document)
    days = [time.resolved for time in document.deadlines if time.resolved]
    if len(titled) != 1 or len(days) < 2:  # noqa: PLR2004 (one alone may be told of the past)
        return False
    return max(days).year < int(min(titled))


_RELATIONS: dict[TimeRelation, Callable[[Document, TimeExpression], bool]] = {
    "anchored": lambda _, time: bool(time.anchor),
    "owed": is_owed,
    "occasioned": is_occasioned,
    "past": _is_past,
    "doubtful_year": _doubts_year,
    "told_year": _is_told_year,
    "many_years": _goes_on_for_years,
    "all_too_early": lambda document, _: _is_all_too_early(document),
}


KIND = Kind(Deadline, "时间表述", words=("anchor", "left", "start", "day", "rolled", "days"))
