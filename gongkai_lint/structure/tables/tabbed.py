"""Tables whose cells only tabs keep apart, as pasted from Word or a spreadsheet.

A tab also indents lines and parts the words of a page's head; so the names of the columns must
stand above, and the rows must have as many cells.
"""

from collections.abc import Iterator

from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tables.headers import FlatRow

_NAME = compiled(r"[^\d。；：:，,\s][^。；：:\n]{0,15}")
_FEWEST_NAMES = 3
_BLANKS = " \u3000\xa0"


def tabbed_rows(text: str) -> Iterator[tuple[FlatRow, ...]]:
    """Yield the rows of each table, that of its names first; no row is shorter than the names."""
    rows: list[FlatRow] = []
    start = 0
    for line in [*text.split("\n"), ""]:
        row = _row(line, start) if "\t" in line else None
        if rows and (row is None or len(row.cells) > len(rows[0].cells)):
            yield from [tuple(rows)] if len(rows) > 1 else []
            rows = []
        if row and (rows or _names(text, row)):
            rows.append(_filled(row, len(rows[0].cells)) if rows else row)
        start += len(line) + 1


def _row(line: str, offset: int) -> FlatRow:
    cells = []
    start = 0
    for piece in line.split("\t"):
        lead = len(piece) - len(piece.lstrip(_BLANKS))
        end = max(lead, len(piece.rstrip()))
        cells.append(Span(start + lead, start + end).shifted(offset))
        start += len(piece) + 1
    return FlatRow(Span(offset, offset + len(line)), tuple(cells), 0)


def _names(text: str, row: FlatRow) -> bool:
    """Say whether a line can be the names of columns: short words, none missing, none twice."""
    words = [text[slice(*cell)] for cell in row.cells]
    named = all(_NAME.fullmatch(word) for word in words)
    return len(words) >= _FEWEST_NAMES and named and len(set(words)) == len(words)


def _filled(row: FlatRow, width: int) -> FlatRow:
    """Give a row whose last tabs an editor cut off its empty cells back."""
    end = row.span.end
    return row._replace(cells=row.cells + (Span(end, end),) * (width - len(row.cells)))
