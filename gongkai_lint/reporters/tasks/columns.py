"""The columns of task tables that people filter: csv and Excel."""

from collections.abc import Iterator, Sequence

from gongkai_lint.reporters.tasks.listing import TaskList, due_words, units
from gongkai_lint.reporters.workbook import Column, Value

_COLUMNS = (
    Column("序号", 6, centred=True),
    Column("工作任务", 52),
    Column("牵头（责任）单位", 22),
    Column("配合单位", 22),
    Column("完成时限", 18),
    Column("完成日期", 12, centred=True),
    Column("所在部分", 20),
    Column("位置", 11),
)
_FILE = Column("文件", 24)


def columns_of(lists: Sequence[TaskList]) -> tuple[Column, ...]:
    """Give the columns; the file has one where there are several."""
    return (*_COLUMNS, _FILE) if len(lists) > 1 else _COLUMNS


def task_rows(lists: Sequence[TaskList]) -> Iterator[tuple[Value, ...]]:
    """Yield a row for each task of all documents, numbered from 1."""
    tasks = ((task, found.path) for found in lists for task in found.tasks)
    for number, (task, path) in enumerate(tasks, start=1):
        row: tuple[Value, ...] = (
            number,
            task.words,
            units(task.lead),
            units(task.others),
            due_words(task),
            task.deadline,
            task.section,
            task.place,
        )
        yield (*row, path) if len(lists) > 1 else row
