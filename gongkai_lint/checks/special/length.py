"""How long a text is, against the table of periods and limits."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.place import where_absent
from gongkai_lint.checks.registered import PeriodId
from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple


class Length(NamedTuple):
    """Report a document whose scope holds more characters than the row ``limit`` allows.

    Blanks, tables and attachments are not counted; it is reported at the title.
    """

    limit: PeriodId

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the title of a text that is too long."""
        row = next(iter(view.law.periods_on(view.as_of, (self.limit,))), None)
        if row is None:
            return
        count = _count(view)
        if row.amount is not None and count > row.amount:
            words = (("count", str(count)), ("limit", row.limit))
            titles = view.document.of("title")
            place = titles[0].span if titles else where_absent(view.document, ())
            yield Match(place, words)

    def limits(self, law: LawTables) -> tuple[Period, ...]:
        """Give the limit as it was at one time and another."""
        return tuple(row for row in law.periods if row.id == self.limit)


def _count(view: View) -> int:
    """Count the characters of the scope's paragraphs outside tables and attachments."""
    document = view.document
    outside = SortedSpans(
        [table.span for table in document.tables] + [e.span for e in document.of("attachment")]
    )
    counted: set[int] = set()
    for scope in view.spans:
        first, last = document.paragraph_at(scope.start), document.paragraph_at(scope.end)
        counted.update(range(first, last + 1))
    spans = (document.paragraph_span(index) for index in counted)
    return sum(
        len("".join(document.words(span).split())) for span in spans if not outside.cover(span)
    )


KIND = Kind(Length, "篇幅的上限", words=("count", "limit"))
