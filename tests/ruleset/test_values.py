"""Values of files are fitted to types; what does not fit is told, each at its own place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.ruleset.convert import convert
from gongkai_lint.ruleset.fields import Limits
from gongkai_lint.ruleset.values import WRONG


class Kind(Enum):
    NOTICE = "notice"
    LETTER = "letter"


@dataclass(frozen=True)
class Inner:
    name: str
    days: tuple[date, ...] = ()
    left: Literal["all"] | None = field(default=None, metadata={"name": "except"})


Force = Literal["error", "off"]
DAY = date(2019, 5, 15)


@pytest.mark.parametrize(
    ("hint", "value", "given"),
    [
        (str, "甲", "甲"),
        (float, 3, 3.0),
        (date, "2019-05-15", DAY),
        (date | None, DAY, DAY),
        (date | None, None, None),
        (Pattern, "甲|乙", Pattern("甲|乙")),
        (Kind | Literal["all"], "letter", Kind.LETTER),
        (Kind | Literal["all"], "all", "all"),
        (tuple[str | int, ...], ["甲", 9], ("甲", 9)),
        (tuple[float, float], [1, 2.5], (1.0, 2.5)),
        (Mapping[str, Force], {"甲": "off"}, {"甲": "off"}),
        (dict[str, Any], {"甲": [1]}, {"甲": [1]}),
        (Inner, {"name": "甲", "days": [DAY], "except": "all"}, Inner("甲", (DAY,), "all")),
        (dict[str, str | Inner], {"甲": {"name": "乙"}}, {"甲": Inner("乙")}),
    ],
)
def test_what_fits_is_given(hint: Any, value: Any, given: Any) -> None:
    told: list[Any] = []
    fitted = convert(hint, value, "f", lambda *said: told.append(said))
    assert (fitted, told) == (given, [])
    assert type(fitted) is type(given)


@pytest.mark.parametrize(
    ("hint", "value", "told"),
    [
        (str, 3, [("f", "字段“f”不对：应是文字，现为整数。")]),
        (int, True, [("f", "字段“f”不对：应是整数，现为true 或 false。")]),
        (int, 1.5, [("f", "字段“f”不对：应是整数，现为小数。")]),
        (bool, 1, [("f", "字段“f”不对：应是true 或 false，现为整数。")]),
        (str | None, [], [("f", "字段“f”不对：应是文字或空，现为列表。")]),
        (date, "明年", [("f", "字段“f”不对：应是日期，如 2019-05-15。")]),
        (date | None, 5, [("f", "字段“f”不对：应是日期（如 2019-05-15）或空，现为整数。")]),
        (Force, "grave", [("f", "字段“f”不对：没有“grave”这个值；可用的有：error、off。")]),
        (
            Force | Inner,
            3,
            [("f", "字段“f”不对：应是文字或“名称: 值”的对应表，现为整数；可用的有：error、off。")],
        ),
        (
            tuple[Kind, ...],
            ["leter", 3],
            [
                ("f.0", "字段“f”里没有“leter”这个词，是不是“letter”？可用的有：notice、letter。"),
                ("f.1", "字段“f”不对：应是文字，现为整数（[1]）；可用的有：notice、letter。"),
            ],
        ),
        (tuple[str, ...], "甲", [("f", "字段“f”不对：应是列表，现为文字。")]),
        (tuple[float, float], [1], [("f", "字段“f”不对：应有 2 个值，现有 1 个。")]),
        (Annotated[tuple[str, ...], Limits(shortest=1)], [], [("f", "字段“f”不对：不能为空。")]),
        (
            dict[str, Annotated[str, Limits(shortest=2)]],
            {"甲": "局"},
            [("f.甲", "字段“f”不对：至少要有 2 个字（甲）。")],
        ),
        (
            Annotated[str, Limits(pattern="^[A-Z]$", wanted="应是大写字母")],
            "a",
            [("f", "字段“f”不对：应是大写字母。")],
        ),
        (
            tuple[Inner, ...],
            [{"nam": "甲", "days": ["明年"]}, 3],
            [
                ("f.0.nam", "不认识的字段“f.0.nam”，是不是“name”？可用的有：name、days、except。"),
                ("f.0", "缺少字段“f.0.name”。"),
                ("f.0.days.0", "字段“f.0.days”不对：应是日期，如 2019-05-15（[0]）。"),
                ("f.1", "字段“f”不对：应是“名称: 值”的对应表，现为整数（[1]）。"),
            ],
        ),
    ],
)
def test_all_that_does_not_fit_is_told(hint: Any, value: Any, told: Any) -> None:
    said: list[Any] = []
    assert convert(hint, value, "f", lambda *what: said.append(what)) is WRONG
    assert said == told


@pytest.mark.parametrize(
    ("value", "sentence"),
    [("甲(", "正则表达式“甲(”写错了"), ("甲\n乙", "不能有换行"), (3, "应是文字，现为整数")],
)
def test_a_pattern_that_is_none_is_told(value: Any, sentence: str) -> None:
    said: list[str] = []
    assert convert(Pattern, value, "f", lambda _, what: said.append(what)) is WRONG
    assert len(said) == 1
    assert sentence in said[0]
