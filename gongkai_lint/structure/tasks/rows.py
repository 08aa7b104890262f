"""Tasks that the rows of a table assign; merged cells are read in each of their rows."""

from collections.abc import Collection, Iterator

from gongkai_lint.model.document import Task
from gongkai_lint.model.table import Cell, Table, cell_text, filled_rows
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.fields import UNIT_AND_PERSON
from gongkai_lint.structure.script import align
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import Responsible, read_cell

_LEAD = compiled("牵头|主办")
_UNIT = compiled(
    "(?:责任|负责|承办|实施|落实|主责|执行|办理|经办|整改|承担)(?:单位|部门|机构|主体|机关|科室|处室|股室|方|者)"
    f"|{UNIT_AND_PERSON}|材料提供部门|主体责任|^(?:责任|负责|承办|经办|主责|落实|实施|谁负责)$"
)
_OTHER = compiled("配合|协办|参与|参加|协同|材料提供")
_TIME = compiled(
    "(?:完成|办理|整改|办结|交付|截止|落实)(?:时限|时间|期限|日期|节点)|时间(?:安排|节点|要求|进度)"
    "|时限要求|^(?:时限|时间|期限|限期|节点|工期|日程|何时完成)$|(?:进度|日程)安排|完成进度"
)
# units too, where the columns beside them are those of tasks and times
_BESIDE_TASK = compiled(
    "(?:单位|部门|责任方?|承办|经办|主责|主管|办理|实施|牵头|落实|工作)(?:单位|部门|处室|科室|人)?"
)
_TASK = compiled("任务|事项")
_TASK_TOO = compiled("内容|措施|项目|工作|举措|要点|名称")
_CLOSER = compiled("要求|措施|内容|举措|具体")
_WORDS = compiled(r"[^\W\da-zA-Z]{2}")
_CATALOGUE = compiled("公开依据|公开[时期]限|公开主体")


class _Columns(NamedTuple):
    lead: tuple[int, ...]
    others: tuple[int, ...]
    time: int | None
    task: tuple[int, ...]


def row_tasks(page: TaskPage, table: Table) -> Iterator[Task]:
    """Yield the task of each row of a table that has a column of units."""
    columns = _columns(page.text, table)
    if columns is None:
        return
    for row in filled_rows(table):
        item = _item(page.text, row, columns)
        if item is not None:
            yield _task(page, row, columns, item)


def _columns(text: str, table: Table) -> _Columns | None:
    headers = [cell for cell in table.cells if cell.row <= table.header_rows]
    names = {cell.column: align(cell_text(text, cell)) for cell in headers}
    if any(_CATALOGUE.search(name) for name in names.values()):
        return None
    leading = tuple(c for c, name in names.items() if _LEAD.search(name))
    units = tuple(c for c, name in names.items() if _UNIT.search(name) and c not in leading)
    if not leading and not units and _assigns(names.values()):
        units = tuple(c for c, name in names.items() if _BESIDE_TASK.fullmatch(name))
    if not leading and not units:
        return None
    lead = leading or units[:1]
    helping = tuple(c for c, name in names.items() if c in units or _OTHER.search(name))
    others = tuple(column for column in helping if column not in lead)
    used = {*lead, *others}
    time = next((c for c, n in names.items() if _TIME.search(n) and c not in used), None)
    free = {column: name for column, name in names.items() if column not in {*used, time}}
    task = tuple(c for c, name in free.items() if _TASK.search(name))
    closer = tuple(c for c, name in free.items() if _CLOSER.search(name) and c not in task)
    if any(cell.column in task and cell.rows > 1 for cell in table.cells[len(headers) :]):
        task += closer  # a heading over several rows, each with a task of its own
    task = task or tuple(c for c, name in free.items() if _TASK_TOO.search(name))
    return _Columns(lead, others, time, task)


def _assigns(names: Collection[str]) -> bool:
    """Say whether columns of tasks and of times stand side by side."""
    return any(map(_TASK.search, names)) and any(map(_TIME.search, names))


def _item(text: str, row: dict[int, Cell], columns: _Columns) -> Cell | None:
    """Give the cell that words the task: the last filled task column before the units."""
    if len({cell.span for cell in row.values()}) == 1:
        return None
    first = min((*columns.lead, *columns.others))
    for column in sorted(columns.task, key=lambda c: (c > first, -c if c < first else c)):
        if column in row and _WORDS.search(cell_text(text, row[column])):
            return row[column]
    return None


def _task(page: TaskPage, row: dict[int, Cell], columns: _Columns, item: Cell) -> Task:
    cell = row.get(columns.time) if columns.time else None
    task = page.task(item.span, _who(page, row, columns))._replace(form="row")
    return page.due(task, cell.span) if cell else task


def _who(page: TaskPage, row: dict[int, Cell], columns: _Columns) -> Responsible:
    """Read the cells of units; where those that lead are empty, the others answer for the task."""
    leading = [read_cell(words) for words in _words(page, row, columns.lead)]
    helping = [read_cell(words) for words in _words(page, row, columns.others)]
    lead = dict.fromkeys(name for who in leading for name in who.lead)
    others = dict.fromkeys(name for who in leading for name in who.others)
    others |= dict.fromkeys(name for who in helping for name in who.lead + who.others)
    return Responsible(tuple(lead), tuple(others)) if lead else Responsible(tuple(others))


def _words(page: TaskPage, row: dict[int, Cell], columns: tuple[int, ...]) -> Iterator[str]:
    for cell in dict.fromkeys(row[column] for column in columns if column in row):
        yield page.text[cell.span.start : cell.span.end]
