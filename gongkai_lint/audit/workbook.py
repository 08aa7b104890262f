"""The report's tables as an Excel workbook (openpyxl, extra ``xlsx``)."""

import re
from datetime import date
from io import BytesIO
from typing import Any

from gongkai_lint.audit.page import shown
from gongkai_lint.audit.summary import Answer, Summary, Value
from gongkai_lint.errors import UsageError
from gongkai_lint.text import display_width

_ABSENT = "写 Excel 表需要安装 openpyxl：pip install 'gongkai-lint[xlsx]'。"
_NO_SHEET_NAME = re.compile(r"[\\/*?:\[\]]")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@")
_NARROW, _WIDE = 8, 60
_LONGEST_NAME, _LONGEST_CELL = 31, 32_000
_A4 = 9


def workbook_of(summary: Summary) -> bytes:
    """Give the workbook: a sheet for each question, ready to filter and to print on A4."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UsageError(_ABSENT) from None
    book: Any = Workbook(write_only=False)
    book.remove(book.active)
    for answer in summary.answers:
        name = _NO_SHEET_NAME.sub("", answer.question.title)[:_LONGEST_NAME]
        _fill(book.create_sheet(name), answer)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Any, answer: Answer) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.append(list(answer.columns))
    for row in answer.rows:
        sheet.append([_cell(value) for value in row.values])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cells in sheet.iter_rows(min_row=1):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, name in enumerate(answer.columns, start=1):
        values = [name, *(shown(row.values[number - 1]) for row in answer.rows[:200])]
        width = max(display_width(value) for value in values) + 2
        sheet.column_dimensions[get_column_letter(number)].width = max(_NARROW, min(_WIDE, width))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _cell(value: Value) -> Value:
    if value is None or isinstance(value, int | float | date):
        return value
    text = _NO_XML.sub("", shown(value))[:_LONGEST_CELL]
    return f"'{text}" if text.startswith(_FORMULA) else text
