"""Tables of the file, and tables flattened to lines of ``a | b | c``."""

from collections.abc import Sequence

from gongkai_lint.model.source import Source, SourceCell, SourceTable
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Cell, Table, cell_text
from gongkai_lint.structure.tables.flat import find_flat_tables


def find_tables(source: Source, text: str, starts: Sequence[int]) -> tuple[Table, ...]:
    """Give the document's tables in reading order, numbered from 1."""
    tables = [_from_source(table, source, starts, text) for table in source.tables]
    if not tables:
        tables = find_flat_tables(text)
    return tuple(
        table._replace(number=number)
        for number, table in enumerate(sorted(tables, key=lambda table: table.span), 1)
    )


def _from_source(table: SourceTable, source: Source, starts: Sequence[int], text: str) -> Table:
    cells = []
    at = 0
    for cell in table.cells:
        span = _cell_span(cell, source, starts, at)
        at = span.end
        cells.append(Cell(span, cell.row, cell.column, cell.rows, cell.columns))
    spans = [cell.span for cell in cells] or [Span(0, 0)]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    depth = _header_rows(text, cells)
    return Table(table.number, whole, depth, _once(text, cells, depth))


def _cell_span(cell: SourceCell, source: Source, starts: Sequence[int], at: int) -> Span:
    if not cell.paragraphs:
        return Span(at, at)
    first, last = cell.paragraphs[0], cell.paragraphs[-1]
    return Span(starts[first], starts[last] + len(source.paragraphs[last].text))


def _header_rows(text: str, cells: Sequence[Cell]) -> int:
    """Count the rows of a caption over all columns, then those of the names of the columns."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    first = 1
    width = max((cell.column + cell.columns - 1 for cell in cells), default=1)
    while (
        len(rows) > first + 1 and width > 1 and [c.columns for c in rows.get(first, ())] == [width]
    ):
        first += 1
    top = rows.get(first, [])
    if not any(cell.columns > 1 for cell in top):
        return first
    deep = max(cell.rows for cell in top)
    return first - 1 + (deep if deep > 1 else 1 + _divides(text, top, rows.get(first + 1, [])))


def _divides(text: str, top: Sequence[Cell], low: Sequence[Cell]) -> bool:
    """Say whether a second row names just the columns that the first leaves undivided."""
    wide = {n for c in top if c.columns > 1 for n in range(c.column, c.column + c.columns)}
    named = {cell.column for cell in low if cell_text(text, cell)}
    return named == wide


def _once(text: str, cells: Sequence[Cell], depth: int) -> tuple[Cell, ...]:
    """Leave out header rows that are repeated on later pages."""
    words: dict[int, list[str]] = {}
    for cell in cells:
        words.setdefault(cell.row, []).append(cell_text(text, cell))
    heads = [said for row, said in words.items() if row <= depth and len(said) > 1]
    repeated = {row for row, said in words.items() if row > depth and said in heads}
    return tuple(cell for cell in cells if cell.row not in repeated)
