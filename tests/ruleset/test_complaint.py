"""Chinese words for what a converter says."""

import pytest

from gongkai_lint.ruleset.complaint import complaint


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        (
            "Expected `str`, got `float` - at `$[0].provision`",
            "应是文字，现为小数（[0].provision）",
        ),
        ("Expected `str | null`, got `array`", "应是文字或空，现为列表"),
        ("Invalid enum value 'grave'", "没有“grave”这个值"),
        ("Object contains unknown field `colour` - at `$.a`", "不认识“colour”（a）"),
        ("Invalid RFC3339 encoded date - at `$.since`", "应是日期，如 2019-05-15（since）"),
        ("Expected `str` of length >= 1 - at `$[1]`", "不能为空（[1]）"),
        (
            "Expected `str` matching regex '^[A-Za-z][0-9]{0,2}$' - at `$[0]`",
            "应是编号或编号开头，如 A、D0、S01（[0]）",
        ),
        ("Expected `str` matching regex '^[A-Za-z][0-9]{2}$'", "应是规则编号，如 A04"),
        ("Expected `str` matching regex '^[0-9a-f]{16}$'", "应是 16 位指纹，用 check -v 查看"),
        ("Expected `str` matching regex '\\\\w'", "不能为空"),
        ("规则逐段匹配", "规则逐段匹配"),
    ],
)
def test_a_complaint_is_chinese(english: str, chinese: str) -> None:
    assert complaint(english) == chinese
