from collections.abc import Callable

import pytest

from gongkai_lint.model.formatting import PageNumber, Section
from gongkai_lint.model.source import Source

Read = Callable[..., Source]

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/>'
SIZED = '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
SIMPLE = f'<w:fldSimple w:instr=" PAGE "><w:r>{SIZED}<w:t>1</w:t></w:r></w:fldSimple>'


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def r(content: str, properties: str = SIZED) -> str:
    return f"<w:r>{properties}{content}</w:r>"


def mark(kind: str) -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


def field(code: str, result: str) -> str:
    shown = r(f"<w:t>{result}</w:t>") if result else ""
    instruction = r(f"<w:instrText>{code}</w:instrText>")
    return mark("begin") + instruction + mark("separate") + shown + mark("end")


def section(*properties: str) -> str:
    return f"<w:sectPr>{''.join(properties)}</w:sectPr>"


def test_paper_and_margins_are_told_in_millimetres(read_body: Read) -> None:
    source = read_body(p("甲") + section(A4, MARGINS))
    assert source.sections == (Section(0, 210, 297, 37, 26, 35, 28),)


def test_a_file_may_say_nothing_of_its_pages(read_body: Read) -> None:
    assert read_body(p("甲")).sections == ()
    assert read_body(p("甲") + section()).sections == (Section(0),)


@pytest.mark.parametrize(
    ("grid", "pitch"),
    [
        ('<w:docGrid w:type="lines" w:linePitch="579"/>', 28.95),
        ('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>', 28.95),
        ('<w:docGrid w:linePitch="312"/>', None),
        ("", None),
    ],
)
def test_a_grid_counts_where_lines_keep_to_it(
    read_body: Read, grid: str, pitch: float | None
) -> None:
    assert read_body(p("甲") + section(A4, grid)).sections[0].grid == pitch


def test_each_section_starts_behind_the_paragraph_that_ends_the_one_before(
    read_body: Read,
) -> None:
    wide = '<w:pgSz w:w="16838" w:h="11906"/>'
    body = p("甲") + p("乙", section(A4)) + p("丙") + section(wide)
    found = [(s.start, s.width) for s in read_body(body).sections]
    assert found == [(0, 210), (2, 297)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("<w:t>— </w:t>") + SIMPLE + r("<w:t> —</w:t>"), "— 1 —"),
        (r("<w:t>— </w:t>") + field("PAGE  \\* MERGEFORMAT", "1") + r("<w:t> —</w:t>"), "— 1 —"),
        (field("PAGE", ""), ""),
        (r("<w:t>第</w:t>") + field("PAGE", "1") + field("NUMPAGES", "3"), "第13"),
    ],
)
def test_a_page_number_is_the_line_that_holds_its_field(
    read_body: Read, content: str, text: str
) -> None:
    foot = {"foot": ("footer", "ftr", f"<w:p>{content}</w:p>")}
    body = p("甲") + section('<w:footerReference w:type="default" r:id="foot"/>')
    (number,) = read_body(body, more=foot).sections[0].page_numbers
    assert (number.face.latin, number.face.size, number.text) == ("宋体", 14, text)


def test_no_other_field_is_a_page_number(read_body: Read) -> None:
    foot = {"foot": ("footer", "ftr", f"<w:p>{field('NUMPAGES', '3')}</w:p>" + p("1"))}
    body = p("甲") + section('<w:footerReference w:type="default" r:id="foot"/>')
    assert read_body(body, more=foot).sections[0].page_numbers == ()


def test_a_page_number_in_a_text_box_counts_once(read_body: Read) -> None:
    inner = f"<w:txbxContent><w:p>{SIMPLE}</w:p></w:txbxContent>"
    box = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    foot = {"foot": ("footer", "ftr", f"<w:p>{r(box, '')}</w:p>")}
    body = p("甲") + section('<w:footerReference w:type="default" r:id="foot"/>')
    numbers = read_body(body, more=foot).sections[0].page_numbers
    assert [number.text for number in numbers] == ["1"]


def test_a_section_keeps_the_footers_of_the_one_before(read_body: Read) -> None:
    feet = {
        "odd": ("footer", "ftr", f"<w:p>{SIMPLE}</w:p>"),
        "even": ("footer", "ftr", f"<w:p>{r('<w:t>— </w:t>')}{SIMPLE}</w:p>"),
    }
    odd = section('<w:footerReference w:type="default" r:id="odd"/>')
    even = section('<w:footerReference w:type="even" r:id="even"/>')
    first, second = read_body(p("甲", odd) + p("乙") + even, more=feet).sections
    assert [number.text for number in first.page_numbers] == ["1"]
    assert [number.text for number in second.page_numbers] == ["1", "— 1"]
    assert isinstance(second.page_numbers[0], PageNumber)
