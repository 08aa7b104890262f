"""Tasks that a document assigns: in table rows, in brackets behind a paragraph, in prose."""

from collections.abc import Sequence

from gongkai_lint.model.document import Task, TimeExpression
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import Table
from gongkai_lint.structure.script import align
from gongkai_lint.structure.tasks.brackets import bracket_tasks
from gongkai_lint.structure.tasks.lines import keyed_tasks
from gongkai_lint.structure.tasks.owners import owned
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.prose import prose_tasks
from gongkai_lint.structure.tasks.rows import row_tasks
from gongkai_lint.structure.tasks.running import running_tasks


def find_tasks(
    text: str,
    spans: Sequence[Span],
    times: tuple[TimeExpression, ...],
    tables: tuple[Table, ...],
) -> tuple[Task, ...]:
    """Find the tasks in the spans and tables, in reading order.

    Without ``lead`` and ``others`` are a row whose unit cells are empty, a numbered paragraph
    whose siblings end in a bracket with units, and a sentence that sets a day and names nobody. A
    row whose deadline cell holds no date has that cell as ``deadline_span`` and no ``deadline``.
    Prose is a task only where it names a unit and 牵头, or sets a day.
    """
    page = TaskPage(text, align(text), times, SortedSpans(table.span for table in tables))
    found = [task for table in tables for task in row_tasks(page, table)]
    tabled, near = SortedSpans(_places(found)), list[Span]()
    for span in spans:
        own = [*running_tasks(page, span), *bracket_tasks(page, span), *keyed_tasks(page, span)]
        # the spans follow one another: what ends before this one meets none behind it
        near = [*(place for place in near if place.end > span.start), *_places(own)]
        told = list(owned(page, span, prose_tasks(page, span, (tabled, SortedSpans(near)))))
        near += _places(told)
        found += own + told
    return tuple(sorted(set(found), key=lambda task: task.span))


def _places(tasks: Sequence[Task]) -> list[Span]:
    return [place for task in tasks for place in (task.span, task.deadline_span) if place]
