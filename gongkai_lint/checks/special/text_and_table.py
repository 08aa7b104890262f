"""One task with two deadlines: one in the text, another in the task table or further on."""

from collections.abc import Iterator
from itertools import combinations

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.same_task import tabled, told
from gongkai_lint.checks.told_days import days_told, scheduled, tabled_tasks, told_by, told_in_text
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple


class TextAndTable(NamedTuple):
    """Yield the deadline of each table row, and of each sentence, that the text gives otherwise."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places, those of ``table`` before those of ``text``."""
        document = view.document
        rows = list(_rows(document))
        yield from rows
        found = {match.span for match in rows}
        sentences = told(document)
        for row in tabled(document):
            other = next((one for one in sentences if one.contradicts(row)), None)
            if other and row.span not in found:
                yield _match(document, row.span, other.span, "table")
        for first, second in combinations(sentences, 2):
            if first.contradicts(second) and second.span not in found:
                found.add(second.span)
                yield _match(document, second.span, first.span, "text")


def _rows(document: Document) -> Iterator[Match]:
    """Yield the deadlines of rows where places with like words tell other days."""
    tasks = (told_by(document, task) for task in tabled_tasks(document))
    rows = (*tasks, *scheduled(document))
    known = told_in_text(document) if rows else ()
    for row in rows:
        ((own, place),) = row.days
        days = days_told(row.words, known)
        if days and own not in {day for day, _ in days}:
            yield _match(document, place, days[0][1], "table")


def _match(document: Document, place: Span, there: Span, case: str) -> Match:
    other = document.words(there)
    return Match(place, (("other", other),), (Related(there, other),), case)


KIND = Kind(TextAndTable, "同一任务在正文和表格里的时限", tells=("table", "text"), words=("other",))
