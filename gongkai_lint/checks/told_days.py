"""What a text says is to be done, with the days by which: in sentences, headings and tables."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date

from gongkai_lint.model.document import Document, Task, TimeExpression
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import Cell, cell_text
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_IDLE = compiled(r"[^\u3400-\u9fff\d]|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[要应的]")
_SHORTEST = 4
_SHORTEST_PART = 8
_SIMILAR = 0.8
SETTING = frozenset({"task", "goal"})  # the roles of times that something is to be done by
Days = tuple[tuple[date, Span], ...]


class Told(NamedTuple):
    """What a place of the text says: the words of a task and the days it gives."""

    words: str
    days: Days
    whole: bool = False


def told_in_text(document: Document) -> tuple[Told, ...]:
    """Give what sentences, headed paragraphs and assigned tasks outside tables say."""
    return (*_sentences(document), *_headed(document), *_assigned(document))


def tabled_tasks(document: Document) -> Iterator[Task]:
    """Yield the tasks of tables that have a day."""
    for task in document.tasks:
        if task.deadline and document.is_tabled(task.span):
            yield task


def scheduled(document: Document) -> Iterator[Told]:
    """Yield the rows of other tables that set one day: 事项 | 时间, without a unit."""
    tasks = SortedSpans(task.deadline_span or task.span for task in tabled_tasks(document))
    for table in document.tables:
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for cells in rows.values():
            times = document.times_in(cells[0].span.start, cells[-1].span.end)
            if len(times) == 1 and times[0].resolved and _sets_day(times[0]):
                place = times[0].span
                rest = (cell for cell in cells if not cell.span.covers(place))
                words = "".join(cell_text(document.text, cell) for cell in rest)
                if not tasks.overlap(place):
                    yield Told(_bare(words), ((times[0].resolved, place),))


def _sets_day(time: TimeExpression) -> bool:
    """Say whether a time names a day by which something is to be done."""
    return time.kind == "absolute" and time.resolved is not None and time.role in SETTING


def told_by(document: Document, task: Task) -> Told:
    """Give what a task with a day says; a day that only a person told stands on the task."""
    days = ((task.deadline, task.deadline_span or task.span),) if task.deadline else ()
    return Told(_bare(document.task_words(task)), days)


def days_told(words: str, places: Iterable[Told]) -> Days:
    """Give the days that the places with like words tell."""
    return tuple(day for place in places if _alike(words, place) for day in place.days)


def _days(document: Document) -> list[tuple[date, Span]]:
    return [
        (time.resolved, time.span)
        for time in document.deadlines
        if time.resolved and _sets_day(time) and not document.is_tabled(time.span)
    ]


def _sentences(document: Document) -> Iterator[Told]:
    held: dict[Span, list[tuple[date, Span]]] = {}
    for day in _days(document):
        held.setdefault(document.sentence(day[1]), []).append(day)
    for span, days in held.items():
        words = document.words(span)
        for _, place in days:
            words = words.replace(document.words(place), "")
        yield Told(_bare(words), tuple(days))


def _headed(document: Document) -> Iterator[Told]:
    days = sorted(_days(document), key=lambda day: day[1])
    starts = [place.start for _, place in days]
    for heading in document.of("heading"):
        paragraph = document.paragraph_span(document.paragraph_at(heading.span.start))
        first, last = (bisect_left(starts, edge) for edge in paragraph)
        here = tuple(day for day in days[first:last] if paragraph.covers(day[1]))
        if here:
            yield Told(_bare(document.words(heading.span)), here, whole=True)


def _assigned(document: Document) -> Iterator[Told]:
    for task in document.tasks:
        if task.deadline and not document.is_tabled(task.span):
            yield told_by(document, task)


def _bare(words: str) -> str:
    return _IDLE.sub("", "".join(words.split()))


def _alike(words: str, place: Told) -> bool:
    shortest = min(len(words), len(place.words))
    if shortest < (_SHORTEST if place.whole else _SHORTEST_PART):
        return False
    first, second = _pairs(words), _pairs(place.words)
    most = max(len(first), len(second)) if place.whole else min(len(first), len(second))
    return len(first & second) >= _SIMILAR * most


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}
