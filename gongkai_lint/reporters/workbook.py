"""Tables to an Excel workbook that can be filtered and printed on A4 (openpyxl, extra ``xlsx``)."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import Any

from gongkai_lint.errors import UsageError
from gongkai_lint.named import NamedTuple
from gongkai_lint.text import display_width

Value = str | int | float | date | None
_ABSENT = "写 Excel 表需要安装 openpyxl：pip install 'gongkai-lint[xlsx]'。"
_TOO_MANY = "要写 {} 行，Excel 一张表放不下。请分几次检查，或改用 --format jsonl。"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = tuple("=+-@\t\r＝＋－＠")
_LONGEST_CELL, _MOST_ROWS = 32_000, 1_048_575
_A4 = 9
_LINE_HEIGHT, _HIGHEST = 14.0, 409.0
_HEAD_FILL, _LINE = "FFF1EEE6", "FFBFBAAE"
_TONES = {"必改": "FFB42318", "建议": "FF8A5A00", "提示": "FF2F5D8A"}


class Column(NamedTuple):
    """A column's name and its width in characters; ``centred`` for short words."""

    name: str
    width: float
    centred: bool = False


class Sheet(NamedTuple):
    """A table: its name, its columns, its rows."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]


def require_openpyxl() -> None:
    """Say what to install before any work is done."""
    try:
        import openpyxl as _  # noqa: F401
    except ImportError:
        raise UsageError(_ABSENT) from None


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """Give the workbook's bytes."""
    from openpyxl import Workbook

    book: Any = Workbook(write_only=True)
    book.properties.creator = "公开规范核查"
    for sheet in sheets:
        if len(sheet.rows) > _MOST_ROWS:
            raise UsageError(_TOO_MANY.format(len(sheet.rows)))
        _fill(book.create_sheet(sheet.name), sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def legal(text: str) -> str:
    """Give a text that XML can hold."""
    return _NO_XML.sub("\ufffd", text)


def safe(value: Value) -> Value:
    """Give a value that is no formula and that XML can hold."""
    if not isinstance(value, str):
        return value
    text = legal(value)[:_LONGEST_CELL]
    return f"'{text}" if text.startswith(_FORMULA) else text


def _fill(paper: Any, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(sheet.columns, start=1):
        paper.column_dimensions[get_column_letter(number)].width = column.width
    paper.freeze_panes = "A2"
    _set_page(paper, sheet.name)
    style = _Style()
    names = [style.cell(paper, column.name, head=True) for column in sheet.columns]
    paper.append(names)
    for number, row in enumerate(sheet.rows, start=2):
        both = list(zip(row, sheet.columns, strict=True))
        paper.row_dimensions[number].height = _height(both)
        paper.append([style.cell(paper, value, centred=c.centred) for value, c in both])
    last = get_column_letter(len(sheet.columns))
    paper.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"


def _height(row: Iterable[tuple[Value, Column]]) -> float:
    """Give the height that the longest cell needs; not every program finds it out by itself."""
    lines = max(
        sum(
            max(1, ceil(display_width(line) / (column.width - 1)))
            for line in str(value).split("\n")
        )
        for value, column in row
    )
    return min(_HIGHEST, lines * _LINE_HEIGHT + _LINE_HEIGHT / 3)


def _set_page(paper: Any, name: str) -> None:
    paper.page_setup.orientation = "landscape"
    paper.page_setup.paperSize = _A4
    paper.page_setup.fitToWidth, paper.page_setup.fitToHeight = 1, 0
    paper.sheet_properties.pageSetUpPr.fitToPage = True
    paper.print_title_rows = "1:1"
    paper.print_options.horizontalCentered = True
    margins = paper.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.8, 0.7, 0.4, 0.35
    paper.oddHeader.center.text = name
    paper.oddHeader.center.size = 16
    paper.oddFooter.center.text = "第 &P 页，共 &N 页"


class _Style:
    """The few styles of a sheet, made once."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        side = Side(style="thin", color=_LINE)
        self._border = Border(left=side, right=side, top=side, bottom=side)
        self._fill = PatternFill("solid", start_color=_HEAD_FILL)
        self._head = Font(name="黑体", size=11)
        self._plain = Font(name="宋体", size=10.5)
        self._tones = {
            word: Font(name="宋体", size=10.5, bold=True, color=tone)
            for word, tone in _TONES.items()
        }
        self._left = Alignment(wrap_text=True, vertical="top")
        self._centre = Alignment(wrap_text=True, vertical="top", horizontal="center")
        self._middle = Alignment(wrap_text=True, vertical="center", horizontal="center")

    def cell(
        self, paper: Any, value: Value, *, centred: bool = False, head: bool = False
    ) -> object:
        """Give a cell that is dressed for its place."""
        from openpyxl.cell import WriteOnlyCell

        content: Any = safe(value)
        cell: Any = WriteOnlyCell(paper, content)
        cell.border = self._border
        cell.font = self._tones.get(str(value)[:2], self._plain) if centred else self._plain
        cell.alignment = self._centre if centred else self._left
        if head:
            cell.font, cell.alignment, cell.fill = self._head, self._middle, self._fill
        return cell
