"""Names over a place in a table, whether its cells follow each other or stand in one another."""

from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Cell, Table, heads_over

HEADS = (Cell(Span(0, 2), 1, 1), Cell(Span(3, 5), 1, 2))
INNER = (Cell(Span(6, 8), 2, 1), Cell(Span(9, 9), 2, 2), Cell(Span(9, 20), 3, 1, columns=2))


def _over(start: int, end: int, *more: Cell) -> list[Span]:
    return heads_over(Table(1, Span(0, 20), 1, (*HEADS, *INNER, *more)), Span(start, end))


def test_a_place_has_the_names_of_its_column() -> None:
    assert _over(6, 8) == _over(7, 8) == [Span(0, 2)]
    assert _over(9, 12) == [Span(0, 2)]  # a merged cell stands in its first column
    assert _over(3, 4) == []  # in the header
    assert _over(8, 9) == _over(25, 26) == _over(7, 10) == []  # in no cell


def test_cells_inside_others_are_found_as_well() -> None:
    nested = Cell(Span(10, 12), 4, 2)
    assert _over(6, 8, nested) == [Span(0, 2)]
    assert _over(10, 11, nested) == [Span(0, 2)]  # the outer one comes first
