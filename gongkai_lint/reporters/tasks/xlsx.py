"""Tasks as an Excel workbook: one sheet in the order of the documents, one by unit and day."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from gongkai_lint.reporters.tasks.columns import columns_of, task_rows
from gongkai_lint.reporters.tasks.listing import TaskList
from gongkai_lint.reporters.workbook import Column, Sheet, require_openpyxl, workbook_of

_BY_UNIT = (
    Column("单位", 24),
    Column("角色", 10, centred=True),
    Column("工作任务", 60),
    Column("完成时限", 18),
    Column("完成日期", 12, centred=True),
    Column("序号", 6, centred=True),
)


def build(lists: Sequence[TaskList], _now: datetime) -> bytes:
    """Give the workbook."""
    require_openpyxl()
    by_unit = sorted(_by_unit(lists), key=lambda row: (row[0], row[4] or date.max, row[5]))
    sheets = [
        Sheet("工作任务", columns_of(lists), list(task_rows(lists))),
        Sheet("按单位", _BY_UNIT, by_unit),
    ]
    return workbook_of(sheets)


def _by_unit(lists: Sequence[TaskList]) -> Iterator[tuple[str, str, str, str, date | None, int]]:
    tasks = (task for found in lists for task in found.tasks)
    for number, task in enumerate(tasks, start=1):
        roles = dict.fromkeys(task.others, "配合") | dict.fromkeys(task.lead, "牵头")
        for unit, role in roles.items():
            yield unit, role, task.words, task.deadline_words, task.deadline, number
