"""Tasks that lack what their siblings have."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document, Task
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

_BLANK = compiled(r"[\s/／\\—－\-]*")
_SENTENCE = compiled(r"[^。；\n]*[。；]?")
_LONGEST = 30
Want = Literal["units", "deadline"]


class Lacking(NamedTuple):
    """Report each task without ``lacks`` where more than half of its siblings have it.

    Siblings are the rows of one table, or the paragraphs that name their units behind them; their
    deadline is that of its column, or the one beside the units. ``not_words`` are what the task's
    own words must not match.
    """

    lacks: Want
    not_words: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the first sentence of each such task."""
        document = view.document
        for siblings in _families(view):
            lacking = [task for task in siblings if not self._has(document, task)]
            if 2 * len(lacking) < len(siblings):
                for task in lacking:
                    if self._counts(document, task):
                        found = _SENTENCE.match(document.text, *task.span)
                        span = Span(*found.span()) if found else task.span
                        yield Match(span, (("task", _short(document.words(span))),))

    def _has(self, document: Document, task: Task) -> bool:
        if self.lacks == "units":
            return bool(task.lead or task.others)
        place = task.deadline_span
        beside = task.form == "row" or (place is not None and place.start >= task.span.end)
        return beside and place is not None and not _BLANK.fullmatch(document.words(place))

    def _counts(self, document: Document, task: Task) -> bool:
        if self.lacks == "deadline" and task.deadline:
            return False
        return not any(pattern.occurs(document.text, task.span) for pattern in self.not_words)


def _families(view: View) -> Iterator[list[Task]]:
    """Yield the tasks of each table whose cells keep their places, then those of the paragraphs."""
    tasks = [t for t in view.document.tasks if any(s.covers(t.span) for s in view.spans)]
    for table in view.document.tables:
        if table.placed:
            yield [t for t in tasks if t.form == "row" and table.span.covers(t.span)]
    yield [task for task in tasks if task.form == "paragraph"]


def _short(words: str) -> str:
    words = "".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
