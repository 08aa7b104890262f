"""One task with two deadlines: one in the text, another in the task table."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gongkai_lint.model.document import Document, Task
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

_IDLE = compiled(r"[^\u3400-\u9fff\d]|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[要应的]")
_SHORTEST = 4
_SHORTEST_PART = 8
_SIMILAR = 0.8
_SETTING = frozenset({"task", "goal"})


class _Told(NamedTuple):
    """What a place of the text says: the words of a task and the days it gives."""

    words: str
    days: tuple[tuple[date, Span], ...]
    whole: bool = False


def find(view: View) -> Iterator[Match]:
    """Yield the deadline of each table row that the text gives otherwise."""
    document = view.document
    rows = [task for task in document.tasks if _tabled(document, task.span)]
    told = [*_sentences(document), *_headed(document), *_assigned(document)] if rows else []
    for task in rows:
        if task.deadline and task.deadline_span:
            yield from _compare(document, task, told)


def _compare(document: Document, task: Task, told: list[_Told]) -> Iterator[Match]:
    words = _bare(document.words(task.span))
    days = [day for place in told if _alike(words, place) for day in place.days]
    if days and task.deadline_span and task.deadline not in {day for day, _ in days}:
        there = days[0][1]
        other = document.words(there)
        yield Match(task.deadline_span, (("other", other),), (Related(there, other),))


def _tabled(document: Document, span: Span) -> bool:
    return any(table.span.covers(span) for table in document.tables)


def _days(document: Document) -> list[tuple[date, Span]]:
    return [
        (time.resolved, time.span)
        for time in document.deadlines
        if time.kind == "absolute"
        and time.resolved
        and time.role in _SETTING
        and not _tabled(document, time.span)
    ]


def _sentences(document: Document) -> Iterator[_Told]:
    held: dict[Span, list[tuple[date, Span]]] = {}
    for day in _days(document):
        held.setdefault(document.sentence(day[1]), []).append(day)
    for span, days in held.items():
        words = document.words(span)
        for _, place in days:
            words = words.replace(document.words(place), "")
        yield _Told(_bare(words), tuple(days))


def _headed(document: Document) -> Iterator[_Told]:
    days = _days(document)
    for heading in document.of("heading"):
        paragraph = document.paragraph_span(document.paragraph_at(heading.span.start))
        here = tuple(day for day in days if paragraph.covers(day[1]))
        if here:
            yield _Told(_bare(document.words(heading.span)), here, whole=True)


def _assigned(document: Document) -> Iterator[_Told]:
    for task in document.tasks:
        if task.deadline and task.deadline_span and not _tabled(document, task.span):
            words = _bare(document.words(task.span))
            yield _Told(words, ((task.deadline, task.deadline_span),))


def _bare(words: str) -> str:
    return _IDLE.sub("", "".join(words.split()))


def _alike(words: str, place: _Told) -> bool:
    shortest = min(len(words), len(place.words))
    if shortest < (_SHORTEST if place.whole else _SHORTEST_PART):
        return False
    first, second = _pairs(words), _pairs(place.words)
    most = max(len(first), len(second)) if place.whole else min(len(first), len(second))
    return len(first & second) >= _SIMILAR * most


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}
