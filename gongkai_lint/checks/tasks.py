"""Tasks that are not assigned as they must be."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document, Task
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

_BLANK = compiled(r"[\s/／\\—－\-]*")
_SENTENCE = compiled(r"[^。；\n]*[。；]?")
_LONGEST = 30
Want = Literal["units", "deadline"]


class Tasks(NamedTuple):
    """Report the tasks in the scope that meet every condition.

    ``words`` and ``not_words`` are what the task's own words must, and must not, match.
    ``lacks`` asks for tasks without units, or deadline, where more than half of their siblings
    have it, and reports the task's first sentence: siblings are the rows of one table, or the
    paragraphs that name their units behind them; their deadline is that of its column, or the one
    beside the units. Else ``deadline`` is what the words of the deadline must match while they
    give no day; these words are reported.
    """

    lacks: Want | None = None
    deadline: tuple[Pattern, ...] = ()
    words: tuple[Pattern, ...] = ()
    not_words: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the tasks that lack something, or the deadlines that are none."""
        return self._lacking(view) if self.lacks else self._vague(view)

    def _vague(self, view: View) -> Iterator[Match]:
        document = view.document
        for task in document.tasks:
            place = task.deadline_span
            if place is None or task.deadline or not _inside(view.spans, task):
                continue
            if self._meets(document, task) and _any(self.deadline, document.text, place):
                yield Match(place, (("task", document.words(task.span)),))

    def _lacking(self, view: View) -> Iterator[Match]:
        document = view.document
        for siblings in _families(view):
            lacking = [task for task in siblings if not self._has(document, task)]
            if 2 * len(lacking) < len(siblings):
                for task in lacking:
                    dated = self.lacks == "deadline" and task.deadline
                    if not dated and self._meets(document, task):
                        found = _SENTENCE.match(document.text, *task.span)
                        span = Span(*found.span()) if found else task.span
                        yield Match(span, (("task", _short(document.words(span))),))

    def _has(self, document: Document, task: Task) -> bool:
        if self.lacks == "units":
            return bool(task.lead or task.others)
        place = task.deadline_span
        beside = task.form == "row" or (place is not None and place.start >= task.span.end)
        return beside and place is not None and not _BLANK.fullmatch(document.words(place))

    def _meets(self, document: Document, task: Task) -> bool:
        return (not self.words or _any(self.words, document.text, task.span)) and not _any(
            self.not_words, document.text, task.span
        )


def _families(view: View) -> Iterator[list[Task]]:
    """Yield the tasks of each table whose cells keep their places, then those of the paragraphs."""
    tasks = [task for task in view.document.tasks if _inside(view.spans, task)]
    for table in view.document.tables:
        if table.placed:
            yield [t for t in tasks if t.form == "row" and table.span.covers(t.span)]
    yield [task for task in tasks if task.form == "paragraph"]


def _short(words: str) -> str:
    words = "".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _inside(spans: tuple[Span, ...], task: Task) -> bool:
    return any(span.covers(task.span) for span in spans)


def _any(patterns: tuple[Pattern, ...], text: str, span: Span) -> bool:
    return any(pattern.occurs(text, span) for pattern in patterns)


KIND = Kind(Tasks, "任务缺责任单位、时限，或者写法不对", words=("task",))
