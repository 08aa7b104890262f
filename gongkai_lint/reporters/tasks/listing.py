"""The tasks of a document as rows for a table, a calendar or a form."""

from datetime import date

from gongkai_lint.model.document import Document, Task
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.reporters.views import position

_GAP = compiled(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_LONGEST_SECTION = 40
_COLONS, _IN_SENTENCES = frozenset("：:"), "。；|"


class ListedTask(NamedTuple):
    """A task in words: what, by whom, until when, and where the document says so.

    ``note`` is the day that a period leads to, and what is not certain of it.
    """

    words: str
    lead: tuple[str, ...]
    others: tuple[str, ...]
    deadline: date | None
    deadline_words: str
    note: str
    section: str
    place: str
    span: Span


class TaskList(NamedTuple):
    """A document's path and title, and its tasks in reading order."""

    path: str
    title: str
    tasks: tuple[ListedTask, ...]


def task_list(path: str, document: Document) -> TaskList:
    """Give the tasks of a document."""
    tasks = tuple(_listed(document, task) for task in document.tasks)
    return TaskList(path, _title(document), tasks)


def due_words(task: ListedTask) -> str:
    """Give the words of a deadline with the day that they lead to, and what is uncertain of it."""
    return f"{task.deadline_words}（{task.note}）" if task.note else task.deadline_words


def units(names: tuple[str, ...]) -> str:
    """Give units as an enumeration."""
    return "、".join(names)


def _listed(document: Document, task: Task) -> ListedTask:
    section, place = _where(document, task.span)
    return ListedTask(
        plain(document.task_words(task)),
        task.lead,
        task.others,
        task.deadline,
        plain(document.deadline_words(task)),
        _note(document, task),
        section,
        place,
        task.span,
    )


def _note(document: Document, task: Task) -> str:
    """Give the day that a period leads to, and say if a year's days off were not announced yet."""
    day = task.deadline
    times = (time for time in document.deadlines if time.span == task.deadline_span)
    time = next((time for time in times if time.kind == "relative"), None)
    if time is None or day is None:
        return ""
    said = f"{day.year}年{day.month}月{day.day}日"
    if time.open_year is None:
        return f"即{said}"
    return f"最早为{said}，{time.open_year}年放假安排公布后再核对"


def plain(words: str) -> str:
    """Give words on one line, without white space between Chinese characters."""
    return " ".join(_GAP.sub("", words).split())


def _title(document: Document) -> str:
    titles = (*document.of("issued_text_title"), *document.of("title"))
    return next((plain(document.words(title.span)).strip("《》") for title in titles), "")


def _where(document: Document, span: Span) -> tuple[str, str]:
    """Give the section that holds a task, and its table row or paragraph."""
    for table in document.tables:
        row = next((cell.row for cell in table.cells if cell.span == span), None)
        if row is not None:
            return _caption(document, table.span.start), f"表{table.number}第{row}行"
    headings = [e for e in document.of("heading") if e.level == 1 and e.span.start <= span.start]
    is_one = bool(headings) and headings[-1].span.covers(Span(span.start, span.start))
    section = plain(document.words(headings[-1].span)) if headings and not is_one else ""
    return section[:_LONGEST_SECTION], f"第{position(document, span.start).line}段"


def _caption(document: Document, start: int) -> str:
    """Give the short line above a table, no sentence and no addressee."""
    lines = (plain(line) for line in reversed(document.text[:start].split("\n")))
    above = next((line for line in lines if line), "")
    is_caption = above[-1:] not in _COLONS and not any(mark in above for mark in _IN_SENTENCES)
    return above if len(above) <= _LONGEST_SECTION and is_caption else ""
