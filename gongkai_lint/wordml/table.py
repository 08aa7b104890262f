"""Tables of a Word file: rows, cells on the grid, merged cells once, layout tables told apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import MOST_COLUMNS, MOST_PLACES, TOO_WIDE
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.observations import Observations
from gongkai_lint.wordml.ooxml import ALTERNATE, Names, number, value

_LAYOUT_CHARACTERS = 300
_LAYOUT_ROWS = 200
_MAX_SPAN = 63  # the most columns that Word gives a table
_WRAPPERS = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")


@dataclass(slots=True)
class Cell:
    """A cell on the grid; ``origin`` is the cell that it continues, if it is merged into one."""

    node: Node
    column: int
    columns: int
    merge: str | None = None
    row: int = 0
    rows: int = 1
    paragraphs: list[int] = field(default_factory=list)
    origin: "Cell | None" = None


@dataclass(slots=True)
class Table:
    """A table under construction: its cells, and which cell each column continues."""

    number: int
    cells: list[Cell] = field(default_factory=list)
    _open: dict[int, Cell] = field(default_factory=dict)
    _places: int = 0

    def add_row(self, row: int, cells: Iterator[Cell]) -> Iterator[Cell]:
        """Place the cells of one row, joining those that continue a cell above."""
        for cell in cells:
            cell.row = row
            self._places += cell.columns
            if self._places > MOST_PLACES:
                raise UnreadableError(TOO_WIDE)
            above = self._open.get(cell.column) if cell.merge == "continue" else None
            if above is not None:
                above.rows = row - above.row + 1
                cell.origin = above
            else:
                self.cells.append(cell)
                self._remember(cell)
            yield cell

    def _remember(self, cell: Cell) -> None:
        if cell.merge is None:
            self._open.pop(cell.column, None)
        else:
            self._open[cell.column] = cell


def rows_of(table: Node, w: Names, seen: Observations) -> Iterator[Node]:
    """Give the rows that remain when revisions are accepted."""
    for row in _inside(table, w["tr"], w):
        properties = row.find(w["trPr"])
        if properties is not None:
            if properties.find(w["del"]) is not None:
                seen.note("revisions")
                continue
            if properties.find(w["ins"]) is not None:
                seen.note("revisions")
            if properties.find(w["hidden"]) is not None:
                seen.note("hidden", "".join(t.text or "" for t in row.iter(w["t"])).strip())
                continue
        yield row


def cells_of(row: Node, w: Names, seen: Observations) -> Iterator[Cell]:
    """Give the cells of a row that remain, with their columns on the grid."""
    properties = row.find(w["trPr"])
    before = None if properties is None else number(properties.find(w["gridBefore"]), w)
    column = 1 + min(max(before or 0, 0), _MAX_SPAN)
    for node in _inside(row, w["tc"], w):
        cell = _cell(node, column, w, seen)
        if cell is not None:
            yield cell
            column += cell.columns
            if column > MOST_COLUMNS:
                raise UnreadableError(TOO_WIDE)


def is_layout(rows: list[Node], w: Names) -> bool:
    """Say whether a table only frames text: one cell, or one column holding a long text.

    Empty cells, such as the margins of a web page pasted whole, do not make a column.
    """
    if len(rows) == 1 and len(list(_inside(rows[0], w["tc"], w))) == 1:
        return True
    longest = 0
    for row in rows if len(rows) <= _LAYOUT_ROWS else ():
        lengths = [n for cell in _inside(row, w["tc"], w) if (n := _length(cell, w))]
        if len(lengths) > 1:
            return False
        longest = max(longest, *lengths, 0)
    return longest > _LAYOUT_CHARACTERS


def _length(cell: Node, w: Names) -> int:
    return sum(len((text.text or "").strip()) for text in cell.iter(w["t"]))


def _cell(node: Node, column: int, w: Names, seen: Observations) -> Cell | None:
    properties = node.find(w["tcPr"])
    if properties is None:
        return Cell(node, column, 1)
    if properties.find(w["cellDel"]) is not None:
        seen.note("revisions")
        return None
    if properties.find(w["cellIns"]) is not None:
        seen.note("revisions")
    span = number(properties.find(w["gridSpan"]), w) or 1
    merged = properties.find(w["vMerge"])
    merge = None if merged is None else value(merged, w) or "continue"
    return Cell(node, column, min(max(span, 1), _MAX_SPAN), merge)


def _inside(parent: Node, wanted: str, w: Names) -> Iterator[Node]:
    for node in parent:
        if node.tag == wanted:
            yield node
        elif node.tag == ALTERNATE:
            if len(node):
                yield from _inside(node[0], wanted, w)
        elif any(node.tag == w[local] for local in _WRAPPERS):
            yield from _inside(node, wanted, w)
