"""A row 合计, or a total told right above a table, against the rows that it sums."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Cell, Row, Table, cell_text, column_names, filled_rows
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

if TYPE_CHECKING:
    from decimal import Decimal

_TOTAL = compiled(r"(?:合|总|共)计(?:[（(][^（）()]*[）)])?|(?:合|总|共)　*计|全[市县区省州]合计")
_PARTLY = compiled(r"小计|其中|累计")
_NUMBER = compiled(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LEAD = compiled(
    r"(?:总|共|合计)(?:计|需|安排|下达)?(?P<noun>投资|资金|金额|经费|面积|里程|长度|人数|户数|数量)"
    r"(?:为|约为)?\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>[万亿]?元|公里|千米|平方米|亩|米|人|户|个|台|件)"
    r"[^。\n]{0,20}[：:。]\s*$"
)
_TOLD = compiled(
    r"共(?:计)?[^，。；：\d\n]{0,12}?(?P<number>\d+(?:\.\d+)?)\s*"
    r"(?P<unit>万元|元|公里|亩|[名人个家户件台项张所处辆])(?![^，。；]{0,4}(?:以上|左右))"
    r"[^\d\n]{0,30}(?:如下表|见下表|下表)"
)
_IN_BRACKETS = compiled(r"[（(](?:单位[：:])?([^（）()]{1,4})[）)]")
_EMPTY = compiled(r"[-—－/\\]*")
_NO_SUM = compiled("序号|编号|率|比|均|标准|年份|年度|时间|日期|电话|%|％|名次|得分")
_TWO = 2  # the columns that may name a row, the fewest rows of a sum
_Shape = Callable[[str], object]


class TableSum(NamedTuple):
    """Report each cell of a row of totals that is not the sum of its column.

    A total above the table (总投资3200万元，具体如下：) is that of the one column with its unit and
    name. The row is the first or the last one below the header, all rows are numbers in the
    column, and no row sums a part of the others. What rounding may explain is silent.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the totals, table by table."""
        text = view.document.text
        for table in view.document.tables:
            if table.placed and any(span.overlaps(table.span) for span in view.spans):
                rows = list(filled_rows(table))
                total = _total(text, rows)
                if total is not None:
                    yield from _told_otherwise(view.document, table, total)
                    yield from _wrong(text, table, total, [row for row in rows if row is not total])
                elif len(rows) > _TWO and not any(
                    _named(text, row, _PARTLY.search) for row in rows
                ):
                    yield from _told_above(view.document, table, rows)


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
        counted = sum(told, _decimal("0"))
        if len([part for part in told if part]) >= _TWO and _differs(stated, counted, told):
            yield Match(cell.span, (("stated", str(stated)), ("counted", str(counted))))


def _told_above(document: Document, table: Table, rows: Sequence[Row]) -> Iterator[Match]:
    """Yield the total in the line above a table that its column does not add up to."""
    text = document.text
    line = text.rfind("\n", 0, max(0, table.span.start - 1)) + 1
    found = _LEAD.search(text, line, table.span.start)
    if found is None:
        return
    columns = [
        column
        for column, names in column_names(text, table).items()
        if any(_unit_of(name) == found["unit"] and found["noun"] in name for name in names)
    ]
    parts = [_part(text, row.get(column)) for column in columns[:1] for row in rows]
    told = [part for part in parts if part]
    if len(columns) != 1 or len(told) < len(rows):
        return
    stated, counted = _decimal(found["number"]), sum(told, _decimal("0"))
    if 0 < abs(stated - counted) < min(told) and _differs(stated, counted, told):
        span = Span(found.start("number"), found.end("unit"))
        yield Match(span, (("stated", str(stated)), ("counted", str(counted))))


def _told_otherwise(document: Document, table: Table, total: Row) -> Iterator[Match]:
    """Yield the total in the lines above a table that its own row of totals contradicts."""
    text = document.text
    before = text.rfind("\n", 0, max(0, text.rfind("\n", 0, max(0, table.span.start - 1)))) + 1
    found = _TOLD.search(text, before, table.span.start)
    if found is None:
        return
    names = column_names(text, table)
    sums = {column: _number(cell_text(text, cell)) for column, cell in total.items()}
    sums = {column: value for column, value in sums.items() if value is not None}
    units = [c for c in sums if any(_unit_of(n) == found["unit"] for n in names.get(c, ()))]
    columns = units or list(sums)
    counted, stated = sums[columns[0]] if len(columns) == 1 else None, _decimal(found["number"])
    if counted is not None and _differs(stated, counted, [counted]):
        span = Span(found.start("number"), found.end("unit"))
        yield Match(span, (("stated", str(stated)), ("counted", str(counted))))


def _unit_of(name: str) -> str:
    found = _IN_BRACKETS.search(name)
    return found[1] if found else ""


def _part(text: str, cell: Cell | None) -> "Decimal | None":
    """Read a cell: none where it is no number, or stands for several rows or columns."""
    if cell is None or cell.rows > 1 or cell.columns > 1:
        return None
    words = cell_text(text, cell)
    return _decimal("0") if _EMPTY.fullmatch(words) else _number(words)


def _number(words: str) -> "Decimal | None":
    return _decimal(words.replace(",", "").replace("，", "")) if _NUMBER.fullmatch(words) else None


def _decimal(digits: str) -> "Decimal":
    from decimal import Decimal  # most texts have no table with a total, and need not wait for it

    return Decimal(digits)


def _differs(stated: "Decimal", counted: "Decimal", parts: Sequence["Decimal"]) -> bool:
    """Say whether a sum is off by more than rounding each part to its digits explains."""
    exponents = [int(number.as_tuple().exponent) for number in (stated, *parts)]
    smallest = min(exponents)
    slack = _decimal("0") if smallest == 0 else _decimal(str(len(parts) + 1)).scaleb(smallest) / 2
    return abs(stated - counted) > slack


KIND = Kind(TableSum, "表格里的合计与各行之和", words=("stated", "counted"))
