"""Records of tables: a row each, its fields told by the names of the columns."""

from collections.abc import Iterator

from gongkai_lint.model.record import Field
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Row, Table, cell_text, column_names, filled_rows
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.draft import Draft, family_of
from gongkai_lint.structure.records.fields import column_field

_NO_ITEM = compiled("(?:合计|小计|总计|共计|备注|说明|注|填表人|审核人)(?:[：:（(].*)?")


def row_records(text: str, table: Table) -> list[Draft]:
    """Give the rows of a table, without those of sums, notes and captions over all columns."""
    names = {column: said[0] for column, said in column_names(text, table).items() if said}
    rows = [row for row in filled_rows(table) if _is_item(text, row)]
    return family_of(_record(row, names, sure=table.placed) for row in rows)


def _is_item(text: str, row: Row) -> bool:
    cells = [cell_text(text, cell) for cell in dict.fromkeys(row[column] for column in sorted(row))]
    words = [said for said in cells if said]
    return len(cells) > 1 and bool(words) and not _NO_ITEM.fullmatch(words[0])


def _record(row: Row, names: dict[int, str], *, sure: bool) -> Draft:
    fields = list(_fields(row, names))
    start = min(field.span.start for field in fields)
    end = max(field.span.end for field in fields)
    return Draft("row", Span(start, end), fields, sure=sure)


def _fields(row: Row, names: dict[int, str]) -> Iterator[Field]:
    """Yield a field a cell; one that is merged over several columns is the first one's."""
    seen = set()
    for column in sorted(row):
        cell = row[column]
        if cell not in seen:
            seen.add(cell)
            key = names.get(column, "")
            yield Field(column_field(key), cell.span, key)
