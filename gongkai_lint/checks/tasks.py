"""Tasks that are not assigned as they must be."""

from collections.abc import Iterator
from typing import NamedTuple

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document, Task
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span


class Tasks(NamedTuple):
    """Report the deadline of each task in the scope that meets every condition.

    ``words`` and ``not_words`` are what the task's own words must, and must not, match;
    ``deadline`` what the words of its deadline must match while they give no day.
    """

    deadline: tuple[Pattern, ...]
    words: tuple[Pattern, ...] = ()
    not_words: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the deadlines that are none."""
        for task in view.document.tasks:
            place = task.deadline_span
            if place is None or task.deadline or not _inside(view.spans, task):
                continue
            text = view.document.text
            if self._meets(view.document, task) and _any(self.deadline, text, place):
                yield Match(place, (("task", view.document.words(task.span)),))

    def _meets(self, document: Document, task: Task) -> bool:
        return (not self.words or _any(self.words, document.text, task.span)) and not _any(
            self.not_words, document.text, task.span
        )


def _inside(spans: tuple[Span, ...], task: Task) -> bool:
    return any(span.covers(task.span) for span in spans)


def _any(patterns: tuple[Pattern, ...], text: str, span: Span) -> bool:
    return any(pattern.occurs(text, span) for pattern in patterns)
