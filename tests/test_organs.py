"""The words that end an organ's name: one list for lines, lists and running text."""

import re

import pytest

from gongkai_lint.organs import NAME_ENDS, OFFICE_ENDS, RUNNING_ENDS, UNIT_ENDS, running
from gongkai_lint.structure.frame.organs import is_organ


def test_what_ends_a_name_is_told_apart_by_use() -> None:
    assert re.fullmatch(NAME_ENDS, "图书馆"[-1])
    assert not re.fullmatch(OFFICE_ENDS, "馆")
    assert re.fullmatch(UNIT_ENDS, "部门")
    assert not re.fullmatch(NAME_ENDS, "部门")


@pytest.mark.parametrize(
    "name",
    [
        "疾控中心",
        "消防救援支队",
        "气象台",
        "公积金中心",
        "卫生健康委",
        "档案馆",
        "监狱",
        "林场",
        "烟草专卖局",
        "税务局",
        "残联",
        "城投集团",
        "高新区",
        "供销合作社",
        "少年宫",
        "信访工作专班",
        "妇幼保健院",
    ],
)
def test_a_name_of_any_kind_is_one(name: str) -> None:
    assert is_organ(f"云岭市{name}")


@pytest.mark.parametrize(
    ("ending", "words"), [("局", "局面"), ("办", "办理"), ("委", "委托"), ("会", "会议")]
)
def test_an_ending_that_begins_another_word_is_none(ending: str, words: str) -> None:
    assert ending in RUNNING_ENDS
    assert not re.match(running(ending), words)
    assert re.match(running(ending), f"{ending}要")
