"""The tasks of an archive as 督察表: a Word form, or several, for each issuer."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain, count, groupby
from typing import Any

from gongkai_lint.audit.views import Connection
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.tasks import docx as tasks_docx
from gongkai_lint.reporters.tasks.listing import ListedTask, TaskList, plain

_QUERY = """
select d.organ, d.id, coalesce(d.title, '') as title, d.document_number, d.path,
    t.text, t.lead, t.others, t.deadline, t.start, t.end
from tasks t join docs d on d.id = t.id
where $since is null or d.year >= $since
order by d.organ, d.date_of_issue desc nulls last, d.path, t.start
"""
_MOST_TASKS = 500
_BATCH = 2000
_LONGEST_NAME = 60
_NO_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class Form(NamedTuple):
    """A Word file by its name."""

    name: str
    data: bytes


def forms_of(database: Connection, now: datetime, since: int | None = None) -> Iterator[Form]:
    """Yield the forms, issuer by issuer, the newest documents first; raises ``UsageError``.

    ``since`` leaves out what was issued in earlier years, or nobody knows when.
    """
    taken: set[str] = set()
    rows = _rows(database, since)
    for organ, found in groupby(rows, key=lambda row: row[0]):
        for lists in _parts(_lists(list(found))):
            data = tasks_docx.build(lists, now, subject="" if organ == "未认出" else organ)
            yield Form(_name(organ, taken), data)


def _rows(database: Connection, since: int | None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows a batch at a time: an archive has more tasks than anyone wants in memory."""
    asked = database.cursor().execute(_QUERY, {"since": since})
    while rows := asked.fetchmany(_BATCH):
        yield from rows


def _lists(rows: list[tuple[Any, ...]]) -> Iterator[TaskList]:
    for _, own in groupby(rows, key=lambda row: row[1]):
        tasks = list(own)
        _, _, title, number, path, *_ = tasks[0]
        named = f"{title}（{number}）" if title and number else title
        yield TaskList(path, named, tuple(_listed(*task[5:]) for task in tasks))


def _listed(text: str, lead: str, others: str, deadline: date | None, *span: int) -> ListedTask:
    return ListedTask(
        words=plain(text),
        lead=tuple(filter(None, lead.split("、"))),
        others=tuple(filter(None, others.split("、"))),
        deadline=deadline,
        deadline_words=f"{deadline.year}年{deadline.month}月{deadline.day}日" if deadline else "",
        note="",
        section="",
        place="",
        span=Span(*span),
    )


def _parts(lists: Iterator[TaskList]) -> Iterator[list[TaskList]]:
    """Put whole documents together as long as the form stays of a size that Word opens gladly."""
    part: list[TaskList] = []
    size = 0
    for found in lists:
        if part and size + len(found.tasks) > _MOST_TASKS:
            yield part
            part, size = [], 0
        part.append(found)
        size += len(found.tasks)
    if part:
        yield part


def _name(organ: str, taken: set[str]) -> str:
    """Give a file name that Windows takes and that no other form has."""
    base = _NO_FILE_NAME.sub("_", organ)[:_LONGEST_NAME].strip(". ") or "未认出"
    numbers = chain(("",), (f"（{number}）" for number in count(2)))
    names = (f"{base}{number}任务落实督察表.docx" for number in numbers)
    name = next(name for name in names if name.casefold() not in taken)
    taken.add(name.casefold())
    return name
