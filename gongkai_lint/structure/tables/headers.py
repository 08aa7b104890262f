"""The header of a flattened table: a caption, one row of names, or names divided in a second."""

from collections.abc import Sequence
from itertools import pairwise

from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Cell
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align

_SUBHEADING = compiled(r"[^\d。，√□☑]{1,10}")
_FAMILIES = (
    (compiled("事项"), compiled("级事项$|级目录$|级分类$")),
    (compiled("对象"), compiled("社会|特定")),
    (compiled("方式"), compiled("主动|申请")),
    (compiled("层级"), compiled("级$|[乡镇]|街道|[村居]")),
    (compiled("单位|部门|主体"), compiled("牵头|责任|配合|协[办同]|承办|参与|主办")),
)

_PARENT = compiled("公开(?:事项|对象|方式|层级)|时限|单位")


class FlatRow(NamedTuple):
    """One line: its cells up to the last that is filled, and how many empty ones follow."""

    span: Span
    cells: tuple[Span, ...]
    trailing: int


def caption_rows(rows: Sequence[FlatRow]) -> int:
    """Count the rows of one cell above the names of the columns."""
    count = 0
    while count + 2 < len(rows) and len(rows[count].cells) == 1:
        count += 1
    return count


def width_of(row: FlatRow) -> int:
    """Count the columns that a row of names opens."""
    return max(len(row.cells) + row.trailing, 1)


def header_cells(text: str, rows: Sequence[FlatRow], *, exact: bool) -> list[Cell]:
    """Give the cells of the caption and the names; those of the last row tell the depth."""
    above = caption_rows(rows)
    names = _divided(text, rows[above:], exact=exact)
    names = names or [Cell(span, 1, n) for n, span in enumerate(rows[above].cells, 1)]
    last = max((cell.column + cell.columns - 1 for cell in names), default=1)
    width = max(width_of(rows[above]), last)
    titles = [Cell(row.cells[0], n, 1, 1, width) for n, row in enumerate(rows[:above], 1)]
    return titles + [cell._replace(row=cell.row + above) for cell in names]


def _divided(text: str, rows: Sequence[FlatRow], *, exact: bool) -> list[Cell] | None:
    """Read two rows of names; some converters do not pad the first of them to the full width."""
    if len(rows) < 2:  # noqa: PLR2004 (two rows)
        return None
    width = width_of(rows[0])
    if exact:
        return _under_gaps(text, rows[0], rows[1], width)
    widest = max(width_of(row) for row in rows)
    wider = _spread(text, rows[0], rows[1], widest, guess=False) if widest > width else None
    return _spread(text, rows[0], rows[1], width) or wider


def _short(text: str, cells: Sequence[Span]) -> bool:
    return all(_SUBHEADING.fullmatch("".join(text[slice(*cell)].split())) for cell in cells)


def _under_gaps(text: str, top: FlatRow, low: FlatRow, width: int) -> list[Cell] | None:
    """Read a second row whose names stand under the gaps of the first, and left of them."""
    filled = {n for n, cell in enumerate(low.cells) if cell.start < cell.end}
    names = {n: cell for n, cell in enumerate(top.cells) if cell.start < cell.end}
    gaps = set(range(width)) - names.keys()
    parents = {n for n in names if n + 1 in gaps}
    if not gaps or filled != gaps | parents or not _short(text, [low.cells[n] for n in filled]):
        return None
    sizes = [size if size > 1 else 0 for size in _runs([*names, width])]
    return _divide(list(names.values()), [low.cells[n] for n in sorted(filled)], sizes)


def _runs(starts: Sequence[int]) -> list[int]:
    return [after - start for start, after in pairwise(starts)]


def _spread(
    text: str, top: FlatRow, low: FlatRow, width: int, *, guess: bool = True
) -> list[Cell] | None:
    """Spread the names of a second row under the names that they divide.

    Where the words do not tell which these are, they are spread evenly, if ``guess`` allows it.
    """
    divided = len(low.cells) - (width - len(top.cells))
    room = width - len(top.cells)
    if not (room and 0 < divided <= len(top.cells) and _short(text, low.cells)):
        return None
    folded = align(text)
    names = ["".join(folded[slice(*cell)].split()) for cell in top.cells]
    children = ["".join(folded[slice(*cell)].split()) for cell in low.cells]
    sizes = _by_meaning(names, children)
    if sizes is None or sum(max(size, 1) for size in sizes) != width:
        sizes = _evenly(names, len(children), divided) if guess else None
    return _divide(top.cells, low.cells, sizes) if sizes else None


def _by_meaning(names: Sequence[str], children: Sequence[str]) -> list[int] | None:
    """Give how many of the children each name has, None where one belongs to no name."""
    sizes = [0] * len(names)
    at = 0
    for child in children:
        shapes = [parent for parent, shape in _FAMILIES if shape.search(child)]
        fits = (n for n in range(at, len(names)) if any(s.search(names[n]) for s in shapes))
        found = next(fits, None)
        if found is None:
            return None
        sizes[found] += 1
        at = found
    return sizes


def _evenly(names: Sequence[str], children: int, divided: int) -> list[int] | None:
    each, rest = divmod(children, divided)
    likely = [n for n, name in enumerate(names) if _PARENT.search(name)]
    parents = (likely if len(likely) >= divided else list(range(len(names))))[-divided:]
    return None if rest else [each if n in parents else 0 for n in range(len(names))]


def _divide(names: Sequence[Span], children: Sequence[Span], sizes: Sequence[int]) -> list[Cell]:
    cells: list[Cell] = []
    column, rest = 1, list(children)
    for span, size in zip(names, sizes, strict=True):
        cells.append(Cell(span, 1, column, rows=1 if size else 2, columns=max(size, 1)))
        cells += [Cell(rest.pop(0), 2, column + n) for n in range(size)]
        column += max(size, 1)
    return cells
