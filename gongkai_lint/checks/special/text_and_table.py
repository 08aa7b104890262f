"""One task with two deadlines: one in the text, another in the task table."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.told_days import days_told, tabled_tasks, told_by, told_in_text
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.named import NamedTuple


class TextAndTable(NamedTuple):
    """Yield the deadline of each table row that the text gives otherwise."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        document = view.document
        rows = tuple(told_by(document, task) for task in tabled_tasks(document))
        told = told_in_text(document) if rows else ()
        for row in rows:
            ((own, place),) = row.days
            days = days_told(row.words, told)
            if days and own not in {day for day, _ in days}:
                there = days[0][1]
                other = document.words(there)
                yield Match(place, (("other", other),), (Related(there, other),))


KIND = Kind(TextAndTable, "同一任务在正文和表格里的时限", words=("other",))
