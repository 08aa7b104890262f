"""A row 合计 against the rows that it sums."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.table import Cell, Row, Table, cell_text, column_names, filled_rows
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_TOTAL = compiled(r"(?:合|总|共)计(?:[（(][^（）()]*[）)])?|(?:合|总|共)　*计|全[市县区省州]合计")
_PARTLY = compiled(r"小计|其中|累计")
_NUMBER = compiled(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_EMPTY = compiled(r"[-—－/\\]*")
_NO_SUM = compiled("序号|编号|率|比|均|标准|年份|年度|时间|日期|电话|%|％|名次|得分")
_TWO = 2
_Shape = Callable[[str], object]


class TableSum(NamedTuple):
    """Report each cell of a row of totals that is not the sum of its column.

    The row is the first or the last one below the header, all rows are numbers in the column, and
    no row sums a part of the others. What rounding may explain is silent.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the totals, table by table."""
        text = view.document.text
        for table in view.document.tables:
            if table.placed and any(span.overlaps(table.span) for span in view.spans):
                rows = list(filled_rows(table))
                total = _total(text, rows)
                if total is not None:
                    yield from _wrong(text, table, total, [row for row in rows if row is not total])


def _total(text: str, rows: Sequence[Row]) -> Row | None:
    """Give the row of totals, where there is just one, at an end."""
    totals = [row for row in rows if _named(text, row, _TOTAL.fullmatch)]
    parts = any(_named(text, row, _PARTLY.search) for row in rows)
    if parts or len(totals) != 1 or len(rows) <= _TWO:
        return None
    return totals[0] if totals[0] in (rows[0], rows[-1]) else None


def _named(text: str, row: Row, shape: _Shape) -> bool:
    return any(shape(cell_text(text, row[column])) for column in sorted(row)[:_TWO])


def _wrong(text: str, table: Table, total: Row, rows: Sequence[Row]) -> Iterator[Match]:
    names = column_names(text, table)
    for column, cell in sorted(total.items()):
        if cell.columns > 1 or any(_NO_SUM.search(name) for name in names.get(column, ())):
            continue
        stated = _number(cell_text(text, cell))
        parts = [_part(text, row.get(column)) for row in rows]
        if stated is None or any(part is None for part in parts):
            continue
        told = [part for part in parts if part is not None]
        counted = sum(told, Decimal())
        if len([part for part in told if part]) >= _TWO and _differs(stated, counted, told):
            yield Match(cell.span, (("stated", str(stated)), ("counted", str(counted))))


def _part(text: str, cell: Cell | None) -> Decimal | None:
    """Read a cell: none where it is no number, or stands for several rows or columns."""
    if cell is None or cell.rows > 1 or cell.columns > 1:
        return None
    words = cell_text(text, cell)
    return Decimal() if _EMPTY.fullmatch(words) else _number(words)


def _number(words: str) -> Decimal | None:
    return Decimal(words.replace(",", "").replace("，", "")) if _NUMBER.fullmatch(words) else None


def _differs(stated: Decimal, counted: Decimal, parts: Sequence[Decimal]) -> bool:
    """Say whether a sum is off by more than rounding each part to its digits explains."""
    exponents = [int(number.as_tuple().exponent) for number in (stated, *parts)]
    smallest = min(exponents)
    slack = Decimal(0) if smallest == 0 else Decimal(len(parts) + 1).scaleb(smallest) / 2
    return abs(stated - counted) > slack


KIND = Kind(TableSum, "表格里的合计与各行之和", words=("stated", "counted"))
