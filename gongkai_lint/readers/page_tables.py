"""Rows of a page whose words stand in columns, to cells."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai_lint.model.source import Anchor, Paragraph, Place, SourceCell, SourceTable
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import NAME_ENDS
from gongkai_lint.readers.page_lines import Line, squeezed
from gongkai_lint.readers.page_paragraphs import PageText

_GAP = re.compile(r" {2,}")
_FEWEST_CELLS, _FEWEST_ROWS = 3, 2  # two columns in one line may be a name and a date
# organs that stand below one another in a cell
_NAME_ENDS = re.compile(f"(?:{NAME_ENDS})$")
_NAME_BEGINS = re.compile(r"[省市县区州各]")
_CLOSE = 1.0  # the lines of one cell stand nearer to one another than a letter is high


class Laid(NamedTuple):
    """Paragraphs in reading order, and the tables that some of them are cells of."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[SourceTable, ...]


class _Row(NamedTuple):
    """A row of a table, or a paragraph: its page, and the words of its cells, line by line."""

    page: int
    cells: tuple[str, ...]


def laid_out(found: Sequence[PageText]) -> Laid:
    """Give the paragraphs of pages; consecutive rows with as many cells are a table."""
    paragraphs: list[Paragraph] = []
    tables: list[SourceTable] = []
    for rows in _runs(found):
        cells: list[SourceCell] = []
        for number, row in enumerate(rows, start=1):
            for column, text in enumerate(row.cells, start=1):
                place, first = Place(page=row.page), len(paragraphs)
                if len(row.cells) > 1:
                    place = Place("table", len(tables) + 1, number, column, row.page)
                for line in text.split("\n"):
                    anchor = Anchor(row.page, len(paragraphs))
                    paragraphs.append(Paragraph(squeezed(line), anchor, place=place))
                if len(row.cells) > 1:
                    held = tuple(range(first, len(paragraphs)))
                    cells.append(SourceCell(number, column, 1, 1, held))
        if cells:
            tables.append(SourceTable(len(tables) + 1, tuple(cells)))
    return Laid(tuple(paragraphs), tuple(tables))


def _runs(found: Sequence[PageText]) -> Iterator[list[_Row]]:
    """Yield the rows of each table together, everything else by itself."""
    at = 0
    while at < len(found):
        run = _table(found[at:]) if len(_cells(found[at])) >= _FEWEST_CELLS else []
        rows = [text for text in run if len(_cells(text)) == len(_cells(found[at]))]
        if len(rows) < _FEWEST_ROWS:
            yield [_Row(found[at].page, (found[at].text,))]
            at += 1
        else:
            yield _filled(rows, [text for text in run if text not in rows])
            at += len(run)


def _table(found: Sequence[PageText]) -> list[PageText]:
    """Give the rows at the beginning that have as many cells, with the further lines of cells."""
    width = len(_cells(found[0]))
    run: list[PageText] = []
    for text in found:
        if len(_cells(text)) > width or (len(_cells(text)) < width and text.line is None):
            break
        run.append(text)
    rows = [text for text in run if len(_cells(text)) == width]
    edges = _edges(rows)
    for at, text in enumerate(run):
        if text not in rows and not (edges and _is_part(text, run, at, edges)):
            return run[:at]
    return run


def _edges(rows: Sequence[PageText]) -> list[float]:
    """Give where one column ends and the next begins; nothing where columns overlap."""
    parts = [row.line.parts for row in rows if row.line and row.line.parts]
    if len(parts) < len(rows):
        return []
    columns = list(zip(*parts, strict=True))
    edges = []
    for left, right in pairwise(columns):
        end, start = max(part.right for part in left), min(part.left for part in right)
        if end > start:
            return []
        edges.append((end + start) / 2)
    return edges


def _is_part(text: PageText, run: Sequence[PageText], at: int, edges: Sequence[float]) -> bool:
    """Say whether a line is a further line of cells: near a row, each part in one column."""
    line = text.line
    near = [run[i].line for i in (at - 1, at + 1) if 0 <= i < len(run) and run[i].page == text.page]
    if line is None or not any(
        _gap(line, other) <= _CLOSE * line.height for other in near if other
    ):
        return False
    return all(_column(part, edges) is not None for part in line.parts or (line,))


def _gap(line: Line, other: Line) -> float:
    return max(line.top - other.bottom, other.top - line.bottom)


def _column(part: Line, edges: Sequence[float]) -> int | None:
    """Give the column that holds a part; None where it reaches into two."""
    first, last = (sum(edge < x for edge in edges) for x in (part.left, part.right))
    return first if first == last else None


def _filled(rows: Sequence[PageText], others: Sequence[PageText]) -> list[_Row]:
    """Give rows with the further lines of their cells: a line belongs to the row next to it."""
    edges = _edges(rows)
    lines: list[list[Line]] = [[row.line] if row.line else [] for row in rows]
    for text in others:
        near = [n for n, row in enumerate(rows) if row.page == text.page and row.line]
        nearest = min(near, key=lambda n: _distance(rows[n].line, text.line), default=0)
        lines[nearest] += [text.line] if text.line else []
    return [
        _Row(row.page, _words(sorted(own, key=lambda line: line.top), edges))
        if len(own) > 1
        else _Row(row.page, tuple(_cells(row)))
        for row, own in zip(rows, lines, strict=True)
    ]


def _distance(row: Line | None, line: Line | None) -> float:
    if row is None or line is None:
        return 0.0
    return abs(row.top + row.bottom - line.top - line.bottom)


def _words(lines: Sequence[Line], edges: Sequence[float]) -> tuple[str, ...]:
    cells = [""] * (len(edges) + 1)
    for part in (part for line in lines for part in line.parts or (line,)):
        at, text = _column(part, edges) or 0, part.text.strip()
        names = _NAME_ENDS.search(cells[at]) and _NAME_BEGINS.match(text)
        cells[at] += f"\n{text}" if names else text
    return tuple(cells)


def _cells(row: PageText) -> list[str]:
    return _GAP.split(row.text.strip())
