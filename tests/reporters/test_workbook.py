import io
from typing import Any

import pytest
from openpyxl import load_workbook

from gongkai_lint.errors import UsageError
from gongkai_lint.reporters import workbook
from gongkai_lint.reporters.workbook import Column, Sheet, safe, workbook_of


def _open(*rows: tuple[str | int | None, ...]) -> Any:
    sheet = Sheet("表", (Column("序号", 6, centred=True), Column("级别", 30, centred=True)), rows)
    return load_workbook(io.BytesIO(workbook_of([sheet])))["表"]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-3", "@x", "\t=1", "＝1", "－1"])
def test_words_that_a_table_would_calculate_are_words(text: str) -> None:
    cell = _open((1, text)).cell(2, 2)
    assert (cell.data_type, cell.value) == ("s", f"'{text}")


def test_characters_that_xml_does_not_know_are_replaced() -> None:
    assert safe("甲\x00\x0b\udc80乙\ufffe") == "甲\ufffd\ufffd\ufffd乙\ufffd"
    assert _open((1, "甲\x07乙")).cell(2, 2).value == "甲\ufffd乙"


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert len(str(_open((1, "甲" * 40_000)).cell(2, 2).value)) == 32_000


def test_numbers_stay_numbers() -> None:
    assert _open((7, None)).cell(2, 1).value == 7


def test_a_sheet_is_ready_to_filter_and_to_print() -> None:
    sheet = _open((1, "必改"), (2, "建议·待核"))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.column_dimensions["B"].width == 30
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    assert sheet["B2"].font.color.rgb == "FFB42318"
    assert sheet["B3"].font.color.rgb == "FF8A5A00"


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    sheet = _open((1, "甲"), (2, "甲" * 29), (3, "甲\n乙\n丙"), (4, "甲" * 30_000))
    low, two, three, highest = (sheet.row_dimensions[number].height for number in range(2, 6))
    assert two - low == pytest.approx(14)
    assert three - low == pytest.approx(28)
    assert highest == 409


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 1)
    with pytest.raises(UsageError, match="要写 2 行，Excel 一张表放不下"):
        _open((1, "甲"), (2, "乙"))
