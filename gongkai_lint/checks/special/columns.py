"""Columns that a table of a kind must have."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import Table, cell_text, column_names
from gongkai_lint.named import NamedTuple

_ABOVE = 80
_TITLES = ("title", "issued_text_title", "attachment_note")


class Columns(NamedTuple):
    """Report a table that lacks some of the columns ``needs``, each a pattern with its name.

    A table is of the kind meant where it has at least ``fewest`` of them, and where its caption,
    the words above it or a title of the document match one of ``titled``.
    """

    needs: tuple[Pattern, ...]
    fewest: int
    titled: tuple[Pattern, ...]

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the first name of each table that lacks a column; ``missing`` lists them."""
        document = view.document
        scopes = SortedSpans(view.spans)
        for table in document.tables:
            if not scopes.overlap(table.span):
                continue
            names = column_names(document.text, table).values()
            lacking = [
                n for n in self.needs if not any(n.occurs(w) for said in names for w in said)
            ]
            enough = len(self.needs) - len(lacking) >= self.fewest
            if lacking and enough and self._is_titled(document, table):
                words = (("missing", "、".join(need.names[0] for need in lacking)),)
                yield Match(_first_name(document, table), words)

    def _is_titled(self, document: Document, table: Table) -> bool:
        near = Span(max(0, table.span.start - _ABOVE), table.span.start)
        caption = (c.span for c in table.cells if c.row <= table.header_rows and c.columns > 1)
        titles = (element.span for kind in _TITLES for element in document.of(kind))
        return any(
            title.occurs(document.text, place)
            for place in (near, *caption, *titles)
            for title in self.titled
        )


def _first_name(document: Document, table: Table) -> Span:
    names = column_names(document.text, table)
    first = min(names)
    heads = (c for c in table.cells if c.row <= table.header_rows and c.column == first)
    return next(c.span for c in heads if cell_text(document.text, c) in names[first])


KIND = Kind(Columns, "表格应有的栏目", words=("missing",))
