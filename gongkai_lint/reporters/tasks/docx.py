"""督察表: the tasks as a Word form to print and fill in."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from gongkai_lint.reporters.tasks.form import Cell, Form, form_docx
from gongkai_lint.reporters.tasks.listing import ListedTask, TaskList, due_words, units

_COLUMNS = (
    ("序号", 13),
    ("工作任务", 84),
    ("完成情况", 26),
    ("存在问题", 36),
    ("整改措施", 36),
    ("整改责任主体", 34),
    ("材料提供部门", 34),
)
_TO_TICK = "□已完成\n□未完成"
_HEAD, _TEXT = "黑体", "仿宋"
_CENTRED = frozenset((0, 2))


def build(lists: Sequence[TaskList], _now: datetime, subject: str = "") -> bytes:
    """Give the form: landscape A4, a header that comes again on each page.

    ``subject`` is whom it inspects; where that is not known, there is room to write it.
    """
    head = f"督察对象：{subject or '　' * 8}　　　　督察时间：{'　' * 6}年　　月　　日"
    names = tuple(Cell(name, _HEAD, centred=True) for name, _ in _COLUMNS)
    rows = tuple(_cells(row) for row in _rows(lists))
    widths = tuple(width for _, width in _COLUMNS)
    return form_docx(Form(_title(lists), head, widths, names, rows))


def _cells(row: tuple[str, ...]) -> tuple[Cell, ...]:
    if len(row) == 1:
        return (Cell(row[0], _HEAD),)
    return tuple(Cell(words, _TEXT, centred=at in _CENTRED) for at, words in enumerate(row))


def _title(lists: Sequence[TaskList]) -> str:
    titles = [found.title for found in lists if found.title]
    return f"{titles[0]}任务落实督察表" if len(lists) == 1 and titles else "工作任务落实督察表"


def _rows(lists: Sequence[TaskList]) -> Iterator[tuple[str, ...]]:
    """Yield the rows; where there are several documents, the title of each before its tasks."""
    number = 0
    for found in lists:
        if len(lists) > 1 and found.tasks:
            yield (found.title or found.path,)
        for task in found.tasks:
            number += 1
            everybody = units(tuple(dict.fromkeys(task.lead + task.others)))
            yield (str(number), _words(task), _TO_TICK, "", "", units(task.lead), everybody)


def _words(task: ListedTask) -> str:
    return f"{task.words}\n完成时限：{due_words(task)}" if task.deadline_words else task.words
