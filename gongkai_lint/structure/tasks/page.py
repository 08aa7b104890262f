"""The page that tasks are read from: its text, its times, and where its tables lie."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from gongkai_lint.model.document import Task, TimeExpression
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tasks.responsible import Responsible

_BLANKS = " \u3000\xa0\t\n。；"
_ARTICLE = compiled(rf"[ \u3000]*第{COUNT}{{1,8}}条")


class _TaskPage(NamedTuple):
    text: str
    folded: str
    times: tuple[TimeExpression, ...]
    tables: SortedSpans


class TaskPage(_TaskPage):
    """A text as written and folded, with its dated times and table spans."""

    def deadline(self, *places: Span) -> TimeExpression | None:
        """Give the latest dated duty of the first place that holds one."""
        for place in places:
            held = self.duties_in(place)
            if held:
                return max(held, key=_day)
        return None

    def duties_in(self, place: Span) -> list[TimeExpression]:
        """Give the days of a place by which someone must act; one may lack its year."""
        return [time for time in self._within(place) if time.role == "task"]

    @cached_property
    def duties(self) -> tuple[TimeExpression, ...]:
        """The days by which someone must act; one may lack its year."""
        return tuple(time for time in self.times if time.role == "task" and _is_day(time))

    def _within(self, place: Span) -> list[TimeExpression]:
        first = bisect_left(self._starts, place.start)
        last = bisect_left(self._starts, place.end)
        times = self.times[first:last]
        return [time for time in times if _is_day(time) and time.span.end <= place.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [time.span.start for time in self.times]

    def without_times(self, span: Span) -> str:
        """Give the folded words of a span with ``◇`` for each character of a day."""
        words = list(self.folded[span.start : span.end])
        for time in self._within(span):
            start, end = time.span.start - span.start, time.span.end - span.start
            words[start:end] = "◇" * (end - start)
        return "".join(words)

    def task(self, span: Span, who: Responsible, *places: Span) -> Task:
        """Make the task of a span with the deadline that stands in the places or in itself."""
        time = self.deadline(*places, span)
        if time is None:
            return Task(span, who.lead, who.others, None, None)
        return Task(span, who.lead, who.others, time.resolved, time.span)

    def due(self, task: Task, cell: Span) -> Task:
        """Give a task the last day that its deadline cell names; the cell itself if it has none.

        A task whose cell is empty keeps the day that its own words give.
        """
        held = self._within(cell)
        if not held and task.deadline and not self.text[cell.start : cell.end].strip():
            return task
        if not held:
            return task._replace(deadline=None, deadline_span=cell)
        time = max(held, key=_day)
        return task._replace(deadline=time.resolved, deadline_span=time.span)

    def in_table(self, span: Span) -> bool:
        """Say whether a span lies in a table."""
        return self.tables.overlap(span)

    def in_article(self, line: Span) -> bool:
        """Say whether a line is an article of a statute, which assigns competences, not tasks."""
        return bool(_ARTICLE.match(self.folded, line.start))

    def trimmed(self, start: int, end: int) -> Span:
        """Give a range without the white space around it and a full stop before it."""
        while start < end and self.folded[start] in _BLANKS:
            start += 1
        while end > start and self.folded[end - 1] in _BLANKS[:-2]:
            end -= 1
        return Span(start, end)

    def lines(self, span: Span) -> Iterator[Span]:
        """Yield the lines of a span that are not blank."""
        at = span.start
        while at < span.end:
            line = self.line_of(at, span)
            if self.folded[line.start : line.end].strip():
                yield line
            at = line.end + 1

    def line_of(self, place: int, limits: Span) -> Span:
        """Give the line that holds a place, within limits."""
        start = max(self.folded.rfind("\n", 0, place) + 1, limits.start)
        end = self.folded.find("\n", place, limits.end)
        return Span(start, limits.end if end < 0 else end)


def _is_day(time: TimeExpression) -> bool:
    return time.resolved is not None or time.kind == "yearless"


def _day(time: TimeExpression) -> date:
    return time.resolved or date.min
