"""The report's tables as an Excel workbook."""

import re
from datetime import date

from gongkai_lint.audit.page import shown
from gongkai_lint.audit.summary import Answer, Summary, Value
from gongkai_lint.reporters import workbook
from gongkai_lint.reporters.workbook import Column, Sheet
from gongkai_lint.text import display_width

_NO_SHEET_NAME = re.compile(r"[\\/*?:\[\]]")
_NARROW, _WIDE = 8, 60
_LONGEST_NAME = 31
_SAMPLE = 200


def workbook_of(summary: Summary) -> bytes:
    """Give the workbook: a sheet for each question, ready to filter and to print on A4."""
    workbook.require_openpyxl()
    return workbook.workbook_of(_sheet(answer) for answer in summary.answers)


def _sheet(answer: Answer) -> Sheet:
    name = _NO_SHEET_NAME.sub("", answer.question.title)[:_LONGEST_NAME]
    columns = [
        Column(column, _width([column, *(shown(row.values[n]) for row in answer.rows[:_SAMPLE])]))
        for n, column in enumerate(answer.columns)
    ]
    return Sheet(name, columns, [[_cell(value) for value in row.values] for row in answer.rows])


def _width(values: list[str]) -> int:
    return max(_NARROW, min(_WIDE, max(display_width(value) for value in values) + 2))


def _cell(value: Value) -> Value:
    return value if value is None or isinstance(value, int | float | date) else shown(value)
