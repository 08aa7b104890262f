"""Tables flattened to lines of ``a | b | c``, Markdown tables among them, or to cells and tabs.

Flattening drops the cells that are merged with the row above and pads the line with ``|||``; the
cells that are left take the columns whose cells above they resemble most.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Cell, Table
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import UNIT_ENDS
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align
from gongkai_lint.structure.tables.headers import FlatRow, caption_rows, header_cells, width_of
from gongkai_lint.structure.tables.stacked import stacked_rows
from gongkai_lint.structure.tables.tabbed import tabbed_rows

_RULER = compiled(r"(?=(?s:.*?)---)[\s|:\-]*")
_BLANKS = " \t\u3000\xa0?？"
_FEWEST_ROWS = 2
_NUMBER = compiled(r"[（(]?\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[）).、]?")
_ITEM = compiled(r"[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]")
_TIME = compiled(r"[0-9]{1,4}\s*[年月]|长期|持续|[年月]底")
_UNIT = compiled(rf".*(?:{UNIT_ENDS}|[)）])(?:牵头|负责|配合|参与|落实)?")
_LONGEST_NAME = 60
_NAME = compiled(
    "序号|编号|[一-鿿]{0,6}(?:任务|事项|内容|单位|部门|主体|时限|时间|依据|对象|方式|渠道|层级|项目|数量"
    "|金额|名称|标准|地点|姓名|县区|类别)(?:（[^（）]*）)?"
)
_FEWEST_NAMES = 3
_FIGURE = compiled("[0-9]")
_FEWEST_TIGHT = 3  # navigation bars stand in one line or two


class _Run(NamedTuple):
    """Rows of one table; ``exact`` if none of their cells was lost, ``ruled`` if each is whole.

    Between bars (``barred``) a blank that begins a row is what merged cells left.
    """

    rows: tuple[FlatRow, ...]
    exact: bool
    ruled: bool = True
    barred: bool = False


def find_flat_tables(text: str) -> list[Table]:
    """Find the runs of lines with ``|`` or tabs, or of one cell each.

    A repeated header begins a new table.
    """
    runs = list(_runs(text)) if "|" in text else []
    if "\t" in text:
        runs += [_Run(rows, exact=True) for rows in tabbed_rows(text)]
    runs += [_Run(rows, exact=True) for rows in stacked_rows(text)]
    return [_table(text, run) for run in runs if len(run.rows) >= _FEWEST_ROWS]


def _runs(text: str) -> Iterator[_Run]:
    rows: list[FlatRow] = []
    ruled = False
    start = 0
    lines = [*text.split("\n"), "。"]
    tight = _tight_lines(lines)
    for number, line in enumerate(lines):
        row = _row(line, start) if _is_row(line, tight=number in tight) else None
        ended = row is None and "|" not in line and line.strip(_BLANKS) != ""
        if rows and (ended or (row and _repeats(text, row, rows))):
            even = _is_even(text, rows)
            whole = ruled or _is_framed(text, rows) or even
            found = tuple(_with_first(text, one) for one in rows) if even else tuple(rows)
            yield _Run(found, whole or _has_gaps(rows), whole, barred=True)
            rows, ruled = [], False
        if row:
            rows.append(row)
        ruled = ruled or (row is None and "|" in line)
        start += len(line) + 1


def _is_row(line: str, *, tight: bool = False) -> bool:
    """Say whether a line is a row; navigation bars have no white space around their ``|``."""
    row = tight or " |" in line or line.lstrip().startswith("|")
    return row and not _RULER.fullmatch(line)


def _tight_lines(lines: Sequence[str]) -> frozenset[int]:
    """Give the lines of tables whose ``|`` have no white space around them either.

    Lines that follow one another have as many ``|`` there, and the first names columns
    (序号|任务|责任单位) or, above two others at least, has no figures where one of these has.
    """
    found: set[int] = set()
    first = 0
    for bars, run in groupby(lines, lambda line: line.count("|")):
        held = list(run)
        figures = [_FIGURE.search(line) is not None for line in held]
        sure = _names_columns(held[0]) or (
            len(held) >= _FEWEST_TIGHT and not figures[0] and any(figures)
        )
        if bars and sure:
            found.update(range(first, first + len(held)))
        first += len(held)
    return frozenset(found)


def _names_columns(line: str) -> bool:
    """Say whether a line names columns: 序号|任务|责任单位."""
    cells = line.strip().strip("|").split("|")
    return len(cells) >= _FEWEST_NAMES and all(_NAME.fullmatch(cell.strip()) for cell in cells[:2])


def _has_gaps(rows: Sequence[FlatRow]) -> bool:
    return any(cell.start == cell.end for row in rows for cell in row.cells)


def _is_framed(text: str, rows: Sequence[FlatRow]) -> bool:
    """Say whether each line stands between two ``|`` and all have as many cells."""
    lines = [text[slice(*row.span)].strip() for row in rows]
    framed = all(x.startswith("|") and x.endswith("|") and not x.endswith("||") for x in lines)
    return framed and len({line.count("|") for line in lines}) == 1


def _is_even(text: str, rows: Sequence[FlatRow]) -> bool:
    """Say whether all lines have as many ``|``, the names of the columns none behind them.

    Flattening pads with ``||``; so one ``|`` behind a line's words is an empty cell.
    """
    lines = [text[slice(*row.span)].strip() for row in rows]
    bare = lines[0][0] != "|" and lines[0][-1] != "|" and not any(x.endswith("||") for x in lines)
    return bare and len({line.count("|") for line in lines}) == 1


def _with_first(text: str, row: FlatRow) -> FlatRow:
    """Give a row with the blank first cell that the ``|`` before its words closes."""
    start = row.span.start
    if not text.startswith("|", start):
        return row
    return row._replace(cells=(Span(start, start), *row.cells))


def _repeats(text: str, row: FlatRow, rows: Sequence[FlatRow]) -> bool:
    """Say whether a row is the caption or the names of the columns once more."""
    header = rows[: caption_rows(rows) + 1]
    return any(_words(text, row) == _words(text, other) for other in header)


def _words(text: str, row: FlatRow) -> list[str]:
    return ["".join(text[cell.start : cell.end].split()) for cell in row.cells]


def _row(line: str, offset: int) -> FlatRow:
    pieces = []
    start = 0
    for piece in line.split("|"):
        lead = len(piece) - len(piece.lstrip(_BLANKS))
        end = max(lead, len(piece.rstrip()))
        pieces.append(Span(start + lead, start + end).shifted(offset))
        start += len(piece) + 1
    if line.lstrip().startswith("|"):
        pieces = pieces[1:]
    if line.rstrip().endswith("|"):
        pieces = pieces[:-1]
    last = max((n for n, span in enumerate(pieces, 1) if span.start < span.end), default=0)
    return FlatRow(Span(offset, offset + len(line)), tuple(pieces[:last]), len(pieces) - last)


def _table(text: str, run: _Run) -> Table:
    header = header_cells(text, run.rows, exact=run.exact)
    named = max((cell.column + cell.columns - 1 for cell in header), default=1)
    width = max(width_of(run.rows[caption_rows(run.rows)]), named)
    depth = max((cell.row + cell.rows - 1 for cell in header), default=1)
    body = _placed(text, run, depth, width)
    span = Span(run.rows[0].span.start, run.rows[-1].span.end)
    placed = run.exact or all(len(row.cells) == width for row in run.rows[depth:])
    return Table(0, span, depth, (*header, *body), placed)


def _whole(row: FlatRow, number: int, width: int) -> list[Cell]:
    end = row.cells[-1].end if row.cells else row.span.end
    padding = [Span(end, end)] * max(0, width - len(row.cells))
    return [Cell(span, number, column) for column, span in enumerate([*row.cells, *padding], 1)]


def _placed(text: str, run: _Run, depth: int, width: int) -> list[Cell]:
    """Place the cells of each row; where gaps are kept, only a row that is too short lost some."""
    above: dict[int, int] = {}
    cells: list[Cell] = []
    for number, row in enumerate(run.rows[depth:], depth + 1):
        if run.ruled or (run.exact and (row.trailing or len(row.cells) >= width)):
            own = _whole(row, number, width)
            goes_on = _blanks_first(text, own) & above.keys() if run.barred else frozenset()
            for column in goes_on:
                old = cells[above[column]]
                cells[above[column]] = old._replace(rows=number - old.row + 1)
            kept = [cell for cell in own if cell.column not in goes_on]
            above |= {cell.column: len(cells) + place for place, cell in enumerate(kept)}
            cells += kept
            continue
        columns = _columns(text, row, {c: cells[index] for c, index in above.items()}, width)
        for column in above.keys() - set(columns):
            old = cells[above[column]]
            cells[above[column]] = old._replace(rows=number - old.row + 1)
        for column, span in zip(columns, row.cells, strict=True):
            above[column] = len(cells)
            cells.append(Cell(span, number, column))
    return cells


def _blanks_first(text: str, row: Sequence[Cell]) -> frozenset[int]:
    """Give the columns of the blank cells that begin a row, numbers aside."""
    found: set[int] = set()
    for cell in row:
        words = text[slice(*cell.span)].strip(_BLANKS)
        if not words:
            found.add(cell.column)
        elif not _NUMBER.fullmatch(words):
            break
    return frozenset(found)


def _columns(text: str, row: FlatRow, above: dict[int, Cell], width: int) -> list[int]:
    count = len(row.cells)
    if count >= width or not above:
        return list(range(1, count + 1))
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    best += [(float("-inf"), list[int]()) for _ in row.cells]
    for column in range(1, width + 1):
        for index in range(count, 0, -1):
            score, chosen = best[index - 1]
            gained = score + _likeness(text, row.cells[index - 1], above.get(column))
            if gained >= best[index][0] and len(chosen) == index - 1:
                best[index] = (gained, [*chosen, column])
    return best[count][1]


def _likeness(text: str, cell: Span, other: Cell | None) -> float:
    if other is None or cell.start == cell.end or other.span.start == other.span.end:
        return 0.0
    folded = align(text)
    one, two = folded[slice(*cell)], folded[slice(*other.span)]
    return 2.0 * (_sort(one) == _sort(two)) + 0.5 * ((one[0] == two[0]) + (one[-1] == two[-1]))


def _sort(words: str) -> str:
    if _NUMBER.fullmatch(words):
        return "number"
    if _ITEM.match(words):
        return "item"
    if _TIME.match(words):
        return "time"
    return "unit" if len(words) < _LONGEST_NAME and _UNIT.fullmatch(words) else "text"
