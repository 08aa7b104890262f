"""Columns that a table lacks, cells that are not as they must be."""

from collections.abc import Iterator, Sequence

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, any_occurs
from gongkai_lint.checks.registered import PeriodId
from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.law.period import Period, read_period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import Cell, Row, Table, cell_text, column_names, filled_rows
from gongkai_lint.named import NamedTuple

_FEWEST_FILLED = 3
_FEWEST_ROWS = 3
_LONGEST_ITEM = 12
_LONGEST_SAID = 40


class Rows(NamedTuple):
    """Report the cells of ``columns`` that meet every condition.

    The table is one whose columns have all the names of ``table``; a row counts that has three
    filled cells. ``words`` and ``not_words`` are what a cell, written without white space, must and
    must not match. With ``together`` the cells of all columns of one name must meet them, and the
    first is reported. The cell's own period must exceed the one of the law's periods
    ``longer_than`` that its row speaks of. Where every row is so, the first speaks for all:
    ``more``.
    With ``fewest`` no cell is asked but the columns: a table that has so many of them must have all
    of them; ``missing`` gives the names (of the groups) of the others, the place is its first name.
    """

    table: tuple[Pattern, ...]
    columns: tuple[Pattern, ...]
    words: tuple[Pattern, ...] = ()
    not_words: tuple[Pattern, ...] = ()
    together: bool = False
    longer_than: tuple[PeriodId, ...] = ()
    fewest: int = 0

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the cells, table by table."""
        text = view.document.text
        scopes = SortedSpans(view.spans)
        for table in view.document.tables:
            names = column_names(text, table)
            inside = scopes.overlap(table.span)
            if not inside or not all(_columns(need, names) for need in self.table):
                continue
            if self.fewest:
                yield from self._lacking(text, table, names)
            else:
                rows = [row for row in filled_rows(table) if _is_filled(text, row)]
                for columns in self._groups(names):
                    found = list(self._among(view, table, rows, columns))
                    yield from _told(found, len(rows), "、".join(dict.fromkeys(columns.values())))

    def _lacking(
        self, text: str, table: Table, names: dict[int, tuple[str, ...]]
    ) -> Iterator[Match]:
        """Yield the first name of a table that has some of the columns, but not all."""
        lacking = [one.names[0] for one in self.columns if not _columns(one, names)]
        if lacking and len(self.columns) - len(lacking) >= self.fewest:
            column = min(names)
            heads = (c for c in table.cells if c.row <= table.header_rows and c.column == column)
            first = next(c for c in heads if cell_text(text, c) in names[column])
            yield Match(first.span, (("missing", "、".join(lacking)),))

    def _groups(self, names: dict[int, tuple[str, ...]]) -> Iterator[dict[int, str]]:
        """Yield the columns to look at together, each with its name."""
        for shape in self.columns:
            columns = _columns(shape, names)
            if columns and self.together:
                yield columns
            elif columns:
                yield from ({column: name} for column, name in columns.items())

    def _among(
        self, view: View, table: Table, rows: Sequence[Row], columns: dict[int, str]
    ) -> Iterator[Match]:
        text = view.document.text
        seen: set[Cell] = set()
        for row in rows:
            cells = [row[column] for column in columns if column in row]
            if len(cells) < len(columns) or seen.issuperset(cells):
                continue
            seen.update(cells)
            if all(self._meets(text, table, cell) for cell in cells):
                yield from self._match(view, row, cells[0])

    def _meets(self, text: str, table: Table, cell: Cell) -> bool:
        """Say whether a cell meets the conditions; one may be empty only where that is sure."""
        words = cell_text(text, cell)
        return (
            bool(words or table.placed)
            and (not self.words or any_occurs(self.words, words))
            and not any_occurs(self.not_words, words)
        )

    def _match(self, view: View, row: Row, cell: Cell) -> Iterator[Match]:
        text = view.document.text
        item = _item(text, row)
        told = (("item", item), ("said", cell_text(text, cell)[:_LONGEST_SAID]))
        if not self.longer_than:
            yield Match(cell.span, told)
            return
        limits = view.law.periods_on(view.as_of, self.longer_than)
        limit = _exceeded(cell_text(text, cell), item, limits)
        if limit:
            more = (("matter", limit.matter), ("limit", limit.limit))
            yield Match(cell.span, told + more, basis=_basis(view.law, limit))


def _columns(shape: Pattern, names: dict[int, tuple[str, ...]]) -> dict[int, str]:
    """Give the columns with a name of the shape, and that name."""
    held = ((c, next((w for w in said if shape.occurs(w)), "")) for c, said in names.items())
    return {column: name for column, name in held if name}


def _told(found: Sequence[Match], rows: int, column: str) -> Iterator[Match]:
    whole = len(found) == rows >= _FEWEST_ROWS
    more = f"等全部{rows}行" if whole else ""
    for match in found[:1] if whole else found:
        yield match._replace(captures=(*match.captures, ("column", column), ("more", more)))


def _is_filled(text: str, row: Row) -> bool:
    return len({cell for cell in row.values() if cell_text(text, cell)}) >= _FEWEST_FILLED


def _item(text: str, row: Row) -> str:
    """Give the first words of a row that are no number, with those beside them."""
    cells = dict.fromkeys(row[column] for column in sorted(row))
    words = [w for cell in cells if (w := cell_text(text, cell)) and not w.isdecimal()]
    return "·".join(word[:_LONGEST_ITEM] for word in words[:2])


def _exceeded(words: str, item: str, limits: Sequence[Period]) -> Period | None:
    """Give the period of the law that a cell exceeds, the row read as a sentence."""
    stated = read_period(words)
    if stated is None:
        return None
    amount, unit, told = stated
    sentence = f"{item}，主动公开，{told}公开"
    broken = (limit for limit in limits if limit.broken_by(amount, unit))
    return next((limit for limit in broken if limit.concerns(sentence, [sentence])), None)


def _basis(law: LawTables, limit: Period) -> tuple[LegalBasis, ...]:
    instrument = law.instrument(limit.instrument)
    return (instrument.basis(limit.provision),) if instrument else ()


KIND = Kind(
    Rows,
    "表格里的栏目、行和单元格",
    words=("item", "said", "matter", "limit", "column", "more", "missing"),
)
