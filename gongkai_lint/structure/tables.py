"""Tables of the file, and tables flattened to lines of ``a | b | c``."""

import re
from collections.abc import Iterator, Sequence

from gongkai_lint.model.document import Cell, Table
from gongkai_lint.model.source import Source, SourceCell, SourceTable
from gongkai_lint.model.span import Span
from gongkai_lint.structure.flat_tables import find_flat_tables


def find_tables(source: Source, text: str, starts: Sequence[int]) -> tuple[Table, ...]:
    """Give the document's tables in reading order, numbered from 1."""
    tables = [_from_source(table, source, starts) for table in source.tables]
    if not tables and "|" in text:
        tables = find_flat_tables(text)
    return tuple(
        table._replace(number=number)
        for number, table in enumerate(sorted(tables, key=lambda table: table.span), 1)
    )


def _from_source(table: SourceTable, source: Source, starts: Sequence[int]) -> Table:
    cells = []
    at = 0
    for cell in table.cells:
        span = _cell_span(cell, source, starts, at)
        at = span.end
        cells.append(Cell(span, cell.row, cell.column, cell.rows, cell.columns))
    spans = [cell.span for cell in cells] or [Span(0, 0)]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Table(table.number, whole, _header_rows(cells), tuple(cells))


def _cell_span(cell: SourceCell, source: Source, starts: Sequence[int], at: int) -> Span:
    if not cell.paragraphs:
        return Span(at, at)
    first, last = cell.paragraphs[0], cell.paragraphs[-1]
    return Span(starts[first], starts[last] + len(source.paragraphs[last].text))


def _header_rows(cells: Sequence[Cell]) -> int:
    top = [cell for cell in cells if cell.row == 1]
    if any(cell.columns > 1 for cell in top) and any(cell.rows > 1 for cell in top):
        return max(cell.rows for cell in top)
    return 1


def cell_text(text: str, cell: Cell) -> str:
    """Give a cell's words without the white space and line ends around and inside them."""
    return "".join(text[cell.span.start : cell.span.end].split())


def column_of(text: str, table: Table, pattern: re.Pattern[str]) -> int | None:
    """Give the first column whose header matches the pattern; the lowest header row decides."""
    headers = [cell for cell in table.cells if cell.row <= table.header_rows]
    for cell in sorted(headers, key=lambda cell: (-cell.row, cell.column)):
        if pattern.search(cell_text(text, cell)):
            return cell.column
    return None


def filled_rows(table: Table) -> Iterator[dict[int, Cell]]:
    """Yield each row below the header as column → cell; a merged cell stands in all its places."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                rows.setdefault(row, {}).setdefault(column, cell)
    for row in sorted(rows):
        if row > table.header_rows:
            yield rows[row]
