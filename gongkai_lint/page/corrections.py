"""What a person says of a document in the page, and what the page is told of it again."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from typing import Any

from gongkai_lint.errors import UsageError
from gongkai_lint.model.document import Disclosure, Document, ToldTask
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.finding import Report
from gongkai_lint.model.told import Told
from gongkai_lint.reporters.tasks.listing import ListedTask, task_list
from gongkai_lint.structure.told import place_of

Object = dict[str, Any]
_BETWEEN = re.compile(r"[、，,；;\s]+")
_UNITS = ("lead", "others")
_UNKNOWN_WORDS = "文稿里没有“{}”这几个字。请先从文稿里复制这项任务的原文，添加以后再更正说法。"


def told_by_page(
    report: Report | None,
    *,
    document_type: str | None = None,
    date_of_issue: str | None = None,
    disclosure: Disclosure | None = None,
    addressee: int | None = None,
    tasks: Sequence[Object] = (),
) -> Told:
    """Read corrections; raises ``UsageError`` where a missed task stands nowhere in the text."""
    document = report.document if report else None
    return Told(
        DocumentType(document_type) if document_type else None,
        date.fromisoformat(date_of_issue) if date_of_issue else None,
        disclosure or None,
        addressee,
        tuple(_task(document, task) for task in tasks),
    )


def _task(document: Document | None, said: Object) -> ToldTask:
    """Read the word on a task; the page says nothing of what is left as recognized."""
    told = ToldTask(**said | {name: _units(said.get(name)) for name in _UNITS})
    if told.number is not None or told.paragraph is not None or document is None:
        return told
    words = (told.words or "").strip()
    paragraph = place_of(document, words) if words else None
    if paragraph is None:
        raise UsageError(_UNKNOWN_WORDS.format(words))
    return told._replace(paragraph=paragraph)


def _units(words: str | None) -> tuple[str, ...] | None:
    return None if words is None else tuple(name for name in _BETWEEN.split(words) if name)


def corrections(told: Told) -> Object:
    """Give the corrections as ``told_by_page`` takes them."""
    day = told.date_of_issue
    return told._asdict() | {
        "date_of_issue": day.isoformat() if day else None,
        "tasks": [
            task._asdict() | {name: _joined(task, name) for name in _UNITS} for task in told.tasks
        ],
    }


def _joined(task: ToldTask, name: str) -> str | None:
    units: tuple[str, ...] | None = getattr(task, name)
    return None if units is None else "、".join(units)


def tasks_of(path: str, document: Document, told: Told) -> Iterator[Object]:
    """Describe the tasks, each with its number among the recognized and the place of its word."""
    spoken = {task.number for task in told.tasks}
    untold = (number for number in count() if number not in spoken)
    listed = task_list(path, document).tasks
    for task, shown in zip(document.tasks, listed, strict=True):
        at = told.tasks.index(task.told) if task.told else None
        number = task.told.number if task.told else next(untold)
        yield _shown(shown) | {"number": number, "told": at}


def _shown(task: ListedTask) -> Object:
    return {
        "words": task.words,
        "lead": "、".join(task.lead),
        "others": "、".join(task.others),
        "deadline": task.deadline.isoformat() if task.deadline else "",
        "deadline_words": task.deadline_words,
        "place": task.place,
    }
