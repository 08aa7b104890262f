"""Tasks that a document assigns: words, responsible units, deadline."""

from collections.abc import Sequence

from gongkai_lint.model.document import Table, Task, TimeExpression
from gongkai_lint.model.span import Span


def find_tasks(
    text: str,
    spans: Sequence[Span],
    times: tuple[TimeExpression, ...],
    tables: tuple[Table, ...],
) -> tuple[Task, ...]:
    """Find the tasks in the spans and tables, in reading order."""
    del text, spans, times, tables
    return ()
