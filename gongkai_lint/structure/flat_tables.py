"""Tables flattened to lines: where a row lacks cells, those merged with the row above."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_lint.model.document import Cell, Table
from gongkai_lint.model.span import Span

_RULER = re.compile(r"[\s|:\-]*-{3,}[\s|:\-]*")
_FEWEST_ROWS = 2
_NUMBER = re.compile(r"[（(]?\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[）).、]?")
_ITEM = re.compile(r"[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]")
_TIME = re.compile(r"[0-9０-９]{1,4}\s*[年月]|长期|持续|長期|持續")
_UNIT = re.compile(r".*(?:局|委|办|辦|厅|廳|部|府|单位|單位|部门|部門|会|會|中心|院|处|街道|公司|银行|[)）])")
_SIMILAR = 2.0


class _Row(NamedTuple):
    span: Span
    cells: tuple[Span, ...]
    trailing: int


def find_flat_tables(text: str) -> list[Table]:
    """Find runs of lines with ``|``; a repeated header begins a new table."""
    return [
        _table(text, run) for run in _runs(text) if len(run) >= _FEWEST_ROWS
    ]


def _runs(text: str) -> Iterator[list[_Row]]:
    run: list[_Row] = []
    start = 0
    for line in text.split("\n"):
        if "|" not in line:
            if run and line.strip(" \t\u3000?？"):
                yield run
                run = []
        elif not _RULER.fullmatch(line):
            row = _row(line, start)
            if run and _words(text, row) == _words(text, run[0]):
                yield run
                run = []
            run.append(row)
        start += len(line) + 1
    yield run


def _words(text: str, row: _Row) -> list[str]:
    return ["".join(text[cell.start : cell.end].split()) for cell in row.cells]


def _row(line: str, offset: int) -> _Row:
    pieces = []
    start = 0
    for piece in line.split("|"):
        lead = len(piece) - len(piece.lstrip(" \t\u3000?？"))
        pieces.append(Span(offset + start + lead, offset + start + max(lead, len(piece.rstrip()))))
        start += len(piece) + 1
    if line.lstrip().startswith("|"):
        pieces = pieces[1:]
    if line.rstrip().endswith("|"):
        pieces = pieces[:-1]
    full = [span for span in pieces if span.start < span.end]
    last = pieces.index(full[-1]) + 1 if full else 0
    return _Row(Span(offset, offset + len(line)), tuple(pieces[:last]), len(pieces) - last)


def _table(text: str, run: Sequence[_Row]) -> Table:
    width = max(len(run[0].cells) + run[0].trailing, 1)
    above: dict[int, Cell] = {}
    cells: list[Cell] = []
    for number, row in enumerate(run, 1):
        columns = _columns(text, row, above, width, number)
        given = {column: Cell(span, number, column) for column, span in zip(columns, row.cells, strict=True)}
        merged = number > _FEWEST_ROWS - 1 and len(given) < width and number > 1
        for column in range(1, width + 1):
            if column in given:
                above[column] = given[column]
            elif merged and column in above:
                old = above[column]
                above[column] = old._replace(rows=number - old.row + 1)
        cells += given.values()
        cells = [above.get(c.column, c) if above.get(c.column, c).row == c.row else c for c in cells]
    span = Span(run[0].span.start, run[-1].span.end)
    return Table(0, span, 1, tuple(cells))


def _columns(text: str, row: _Row, above: dict[int, Cell], width: int, number: int) -> list[int]:
    count = len(row.cells)
    if count >= width or number <= 1 or not above:
        return list(range(1, count + 1))
    return _best(text, row.cells, above, width)


def _best(text: str, cells: Sequence[Span], above: dict[int, Cell], width: int) -> list[int]:
    """Choose increasing columns so that the cells resemble those above most (dynamic program)."""
    best: list[tuple[float, list[int]]] = [(0.0, [])] + [(-1e9, [])] * len(cells)
    for column in range(1, width + 1):
        for index in range(len(cells), 0, -1):
            score, chosen = best[index - 1]
            gained = score + _likeness(text, cells[index - 1], above.get(column))
            if gained >= best[index][0]:
                best[index] = (gained, [*chosen, column])
    return best[len(cells)][1]


def _likeness(text: str, cell: Span, other: Cell | None) -> float:
    if other is None:
        return 0.0
    one, two = text[cell.start : cell.end], text[other.span.start : other.span.end]
    if not one or not two:
        return 0.0
    same = _SIMILAR * (_sort(one) == _sort(two)) + 0.5 * (one[0] == two[0]) + 0.5 * (one[-1] == two[-1])
    return same


def _sort(words: str) -> str:
    if _NUMBER.fullmatch(words):
        return "number"
    if _ITEM.match(words):
        return "item"
    if _TIME.match(words):
        return "time"
    return "unit" if len(words) < 60 and _UNIT.fullmatch(words) else "text"
