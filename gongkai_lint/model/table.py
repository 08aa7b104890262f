"""Tables of a document: cells on a grid, the names of the columns, the rows below them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from gongkai_lint.memory import latest
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple


class Cell(NamedTuple):
    """One cell of a table in document coordinates; 1-based position, merged extent."""

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Table(NamedTuple):
    """A table with its header row count and the cells, each merged cell once.

    Rows of the header are those of the column names and of a caption above them. ``placed`` is
    False where flattening lost the empty cells, so that a row's cells may stand in other columns.
    """

    number: int
    span: Span
    header_rows: int
    cells: tuple[Cell, ...]
    placed: bool = True


Row = dict[int, Cell]


def cell_text(text: str, cell: Cell) -> str:
    """Give a cell's words without the white space and line ends around and inside them."""
    return "".join(text[cell.span.start : cell.span.end].split())


def width_of(table: Table) -> int:
    """Count the columns."""
    return max((cell.column + cell.columns - 1 for cell in table.cells), default=0)


def column_names(text: str, table: Table) -> dict[int, tuple[str, ...]]:
    """Give the names above each column, the lowest first; a caption over all columns is none."""
    names: dict[int, tuple[str, ...]] = {}
    width = width_of(table)
    headers = [cell for cell in table.cells if cell.row <= table.header_rows]
    for cell in sorted(headers, key=lambda cell: -cell.row):
        words = cell_text(text, cell)
        for column in range(cell.column, cell.column + cell.columns):
            if words and (cell.columns < width or width == 1):
                names[column] = (*names.get(column, ()), words)
    return dict(sorted(names.items()))


def heads_over(table: Table, place: Span) -> list[Span]:
    """Give the names of the column in which a place stands, none where it is in none."""
    starts, heads = _index(table)
    if starts and place.start < place.end:
        index = bisect_right(starts, place.start) - 1
        near = table.cells[index : index + 1] if index >= 0 else ()
    else:
        near = table.cells
    cell = next((cell for cell in near if cell.span.covers(place)), None)
    if cell is None or cell.row <= table.header_rows:
        return []
    return [h.span for h in heads if h.column <= cell.column < h.column + h.columns]


@latest  # a long table is asked for each of its periods, one after another
def _index(table: Table) -> tuple[list[int], list[Cell]]:
    """Give where the cells begin, nothing where some stand in others; then those of the header."""
    follows = all(one.span.end <= other.span.start for one, other in pairwise(table.cells))
    starts = [cell.span.start for cell in table.cells] if follows else []
    return starts, [cell for cell in table.cells if cell.row <= table.header_rows]


def header_of(table: Table) -> list[Cell]:
    """Give the cells of the header."""
    return _index(table)[1]


def columns_of(text: str, table: Table, shape: Callable[[str], object]) -> tuple[int, ...]:
    """Give the columns that have a name of a shape above them."""
    names = column_names(text, table)
    return tuple(column for column, said in names.items() if any(shape(name) for name in said))


def filled_rows(table: Table) -> Iterator[Row]:
    """Yield each row below the header as column → cell; a merged cell stands in all its places."""
    rows: dict[int, Row] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                rows.setdefault(row, {}).setdefault(column, cell)
    for row in sorted(rows):
        if row > table.header_rows:
            yield rows[row]
