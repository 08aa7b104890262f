"""A person's word on who is addressed and what is to be done, in place of what was found."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from gongkai_lint.model.document import Document, Task, ToldTask
from gongkai_lint.model.element import Element
from gongkai_lint.model.record import ASSIGNED, Field, Record
from gongkai_lint.model.source import Source
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.told import NO_ADDRESSEE, Told
from gongkai_lint.structure.script import align
from gongkai_lint.structure.times.times import find_times

_ADDRESSEE = frozenset({"addressee", "addressee_line"})
_MARKS = "：: \u3000"


def addressed(
    elements: tuple[Element, ...], told: Told, source: Source, starts: tuple[int, ...]
) -> tuple[Element, ...]:
    """Give the elements with the addressee that was told, if one was."""
    if told.addressee is None:
        return elements
    rest = tuple(element for element in elements if element.kind not in _ADDRESSEE)
    if told.addressee == NO_ADDRESSEE or told.addressee >= len(source.paragraphs):
        return rest
    line = source.paragraphs[told.addressee].text
    start = starts[told.addressee] + len(line) - len(line.lstrip())
    words = line.strip()
    found = (
        Element("addressee", Span(start, start + len(words.rstrip(_MARKS)))),
        Element("addressee_line", Span(start, start + len(words))),
    )
    return tuple(sorted((*rest, *found), key=lambda element: element.span))


def with_told_tasks(document: Document, told: Sequence[ToldTask]) -> Document:
    """Give the document with the tasks that a person corrected, added and took away.

    What rules ask of its records (units, deadlines) is as told, too.
    """
    known = {one.number: one for one in told if one.number is not None}
    tasks = [_as_told(document, task, known.get(n)) for n, task in enumerate(document.tasks)]
    tasks += [_added(document, one) for one in told if one.number is None]
    gone = (t.span for n, t in enumerate(document.tasks) if n in known and known[n].gone)
    return document._replace(
        tasks=tuple(sorted((task for task in tasks if task), key=lambda task: task.span)),
        read_records=partial(_records, gone=tuple(gone)),
    )


def place_of(document: Document, words: str) -> int | None:
    """Give the first paragraph that holds the words of a task that was missed."""
    at = align(document.text).find(align(words.strip()))
    return None if at < 0 else document.paragraph_at(at)


def _as_told(document: Document, task: Task, told: ToldTask | None) -> Task | None:
    if told is None:
        return task
    if told.gone:
        return None
    paragraph = document.paragraph_span(document.paragraph_at(task.span.start))
    if told.words is not None:
        task = task._replace(span=_standing(document, told.words, paragraph) or task.span)
    if told.deadline is not None:
        task = task._replace(
            deadline=_day(document, told.deadline),
            deadline_span=_standing(document, told.deadline, paragraph),
        )
    return task._replace(
        lead=task.lead if told.lead is None else told.lead,
        others=task.others if told.others is None else told.others,
        told=told,
    )


def _added(document: Document, told: ToldTask) -> Task | None:
    last = len(document.source.paragraphs) - 1
    whole = document.paragraph_span(min(told.paragraph or 0, last))
    words = document.words(whole)
    start = whole.start + len(words) - len(words.lstrip())
    place = Span(start, start + len(words.strip()))
    return _as_told(document, Task(place, (), (), None, None), told) if words.strip() else None


def _standing(document: Document, words: str, within: Span) -> Span | None:
    """Give where a person's words stand in a paragraph, if they do."""
    bare = align(words.strip())
    at = align(document.text).find(bare, *within) if bare else -1
    return None if at < 0 else Span(at, at + len(bare))


def _day(document: Document, words: str) -> date | None:
    """Read the day that a deadline means, written as in a document or as 2024-06-30."""
    for said in (words, f"{words}前"):
        times = find_times(said, [Span(0, len(said))], document.date_of_issue, document.calendar)
        days = (time.resolved for time in times)
        day = next((day for day in days if day), None)
        if day:
            return day
    return None


def _records(document: Document, gone: tuple[Span, ...]) -> tuple[Record, ...]:
    from gongkai_lint.structure.records.records import find_records

    tasks = {task.span: task for task in document.tasks}
    held, left = SortedSpans(tasks), SortedSpans(gone)
    return tuple(
        record
        if record.inner
        else _record(record, [tasks[s] for s in held.touching(record.span)], left)
        for record in find_records(document)
    )


def _record(record: Record, tasks: Sequence[Task], gone: SortedSpans) -> Record:
    """Give a record as a person told of the tasks in it; without any left it assigns none."""
    told = [(task, task.told) for task in tasks if task.told]
    if not tasks and record.kind == "task" and gone.overlap(record.span):
        return record._replace(kind="plain")
    fields = list(record.fields)
    for task, said in told:
        fields = [field for field in fields if field.name not in _said(said)]
        fields += _fields(task, said)
    added = any(said.number is None for _, said in told)
    return record._replace(
        kind="task" if added else record.kind,
        fields=tuple(sorted(fields, key=lambda field: field.span)),
    )


def _said(told: ToldTask) -> frozenset[str]:
    """Give the names of the fields that a person spoke of."""
    units = ASSIGNED if told.lead is not None or told.others is not None else frozenset()
    return units | {"deadline"} if told.deadline is not None else units


def _fields(task: Task, told: ToldTask) -> Iterator[Field]:
    names = _said(told)
    if "unit" in names and task.lead:
        yield Field("unit", task.span)
    if "others" in names and task.others:
        yield Field("others", task.span)
    if told.deadline:
        yield Field("deadline", task.deadline_span or task.span)
