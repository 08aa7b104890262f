from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.source import Anchor, Paragraph
from gongkai_lint.model.span import Span
from gongkai_lint.structure.script import align, fold
from gongkai_lint.structure.units import split_units
from gongkai_lint.text import line_starts

LONG = (
    "各县（市、区）人民政府应当按照职责分工，加强组织领导，落实工作责任，确保各项任务按期完成，" * 3
)


def _lines(*texts: str) -> list[str]:
    whole = "\n".join(texts)
    paragraphs = [Paragraph(text, Anchor(0, number)) for number, text in enumerate(texts)]
    units = split_units(paragraphs, line_starts(whole))
    return [whole[unit.span.start : unit.span.end] for unit in units]


def test_a_paragraph_is_a_line_without_the_blanks_around_it() -> None:
    assert _lines("　　甲　", "", "乙\ue7fd\ue7fd", "　") == ["甲", "乙"]


def test_marks_in_front_of_a_line_are_left_out() -> None:
    assert _lines("## 一、总则", "■ 二、分工", "?三") == ["一、总则", "二、分工", "三"]


def test_a_long_paragraph_is_cut_at_wide_gaps_but_not_behind_its_ordinal() -> None:
    assert _lines(f"{LONG}  云岭市人民政府") == [LONG, "云岭市人民政府"]
    assert _lines(f"第一条  {LONG}") == [f"第一条  {LONG}"]


def test_a_page_number_between_bars_cuts() -> None:
    assert _lines(f"| {LONG} | - 2 - {LONG}") == [LONG, LONG]


def test_a_whole_document_in_one_paragraph_is_cut_at_single_blanks_too() -> None:
    flat = (
        f"关于做好防汛工作的通知 各县人民政府： {LONG}。 一、落实责任 云岭市人民政府 2024年4月8日"
    )
    assert _lines(flat) == [
        "关于做好防汛工作的通知",
        "各县人民政府：",
        f"{LONG}。",
        "一、落实责任",
        "云岭市人民政府",
        "2024年4月8日",
    ]


def test_a_label_behind_a_date_or_a_sentence_is_a_line_of_its_own() -> None:
    assert _lines("2024年4月8日　此件公开发布 ") == ["2024年4月8日", "此件公开发布"]
    assert _lines("特此通知。（此件依申请公开）") == ["特此通知。", "（此件依申请公开）"]
    assert _lines("写明（此件公开发布）", "结果（主动公开）") == [
        "写明（此件公开发布）",
        "结果（主动公开）",
    ]


def test_only_the_part_without_markup_is_read() -> None:
    paragraph = Paragraph("**标题**", Anchor(0, 0), inner=Span(2, 4))
    assert [unit.span for unit in split_units([paragraph], [0])] == [Span(2, 4)]


def test_words_have_full_width_marks_and_no_blanks() -> None:
    assert fold("关于 办公室(试行)：［2018］3号\ue7fd") == "关于办公室（试行）：〔2018〕3号"


@given(st.text())
def test_aligning_keeps_every_offset(text: str) -> None:
    assert len(align(text)) == len(text)


@given(st.lists(st.text(alphabet="甲一、 　|-1：。（）\t", max_size=150), max_size=5))
def test_lines_are_disjoint_in_order_and_never_blank(texts: list[str]) -> None:
    whole = "\n".join(texts)
    paragraphs = [Paragraph(text, Anchor(0, number)) for number, text in enumerate(texts)]
    units = split_units(paragraphs, line_starts(whole))
    spans = [unit.span for unit in units]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(
        whole[span.start : span.end].strip() == whole[span.start : span.end] for span in spans
    )
