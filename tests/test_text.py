"""Pure functions on strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.sought import Sought
from gongkai_lint.text import (
    display_width,
    fill,
    fill_sentence,
    line_of,
    line_starts,
    sentence_around,
)


def test_wide_characters_take_two_columns() -> None:
    assert display_width("公文a，") == 7


@given(st.text(alphabet="甲乙\n。", max_size=40), st.integers(0, 39))
def test_each_offset_lies_in_its_line(text: str, offset: int) -> None:
    starts = line_starts(text)
    line = line_of(starts, min(offset, len(text)))
    assert starts[line] <= min(offset, len(text))
    assert line + 1 == len(starts) or min(offset, len(text)) < starts[line + 1]


@given(st.text(alphabet="甲乙，。；\n”", min_size=1, max_size=60), st.data())
def test_a_sentence_holds_what_it_was_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    left, right = sentence_around(text, start, start + 1)
    assert left <= start < right


def test_an_absent_word_leaves_its_placeholder_empty() -> None:
    assert fill("现为“{text}”{more}。", {"text": "甲"}) == "现为“甲”。"


@given(st.text("甲乙丙𠮷", max_size=30), st.lists(st.text("甲乙丙𠮷", min_size=1, max_size=4)))
def test_a_word_that_occurs_is_never_left_out(text: str, words: list[str]) -> None:
    told = Sought(words).likely(text)
    assert [word for word in words if word in text] == [word for word in told if word in text]


def test_characters_of_two_units_shift_no_word_behind_them() -> None:
    assert Sought(["𠮷甲", "乙丙"]).likely("乙丙") == ["乙丙"]


def test_a_word_whose_neighbours_never_meet_is_left_out() -> None:
    assert Sought(["公开", "解读", "公"]).likely("公文应当公开") == ["公开", "公"]


@pytest.mark.parametrize(
    ("template", "value", "said"),
    [
        ("写“{a}”不妥。", "设立“一站式”窗口", "写“设立‘一站式’窗口”不妥。"),
        ("写“{a}”不妥。", "加盖“秘密", "写“加盖秘密”不妥。"),
        ("引《{a}》有误。", "关于印发《甲》的通知", "引《关于印发〈甲〉的通知》有误。"),
        ("（现为“{a}”）。", "", "（现为空白）。"),
        ("请将“{a}”改为“.”。", "、", "请将“、”改为“.”。"),
        ("多了“{a}”。", "”", "多了“””。"),
        ("{a}作“{a}”。", "“甲”", "“甲”作“‘甲’”。"),
        ("现为{a}。", "", "现为。"),
    ],
)
def test_marks_inside_marks_are_single_in_a_sentence(template: str, value: str, said: str) -> None:
    assert fill_sentence(template, {"a": value}) == said
