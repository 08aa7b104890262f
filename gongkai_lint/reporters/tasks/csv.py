"""Tasks as comma-separated values."""

import csv
from collections.abc import Sequence
from datetime import datetime
from io import StringIO

from gongkai_lint.reporters.tasks.columns import columns_of, task_rows
from gongkai_lint.reporters.tasks.listing import TaskList
from gongkai_lint.reporters.workbook import safe


def build(lists: Sequence[TaskList], _now: datetime) -> str:
    """Give the table; a cell that a spreadsheet would take for a formula is quoted."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in columns_of(lists)])
    for row in task_rows(lists):
        writer.writerow(["" if value is None else safe(value) for value in row])
    return out.getvalue()
