"""Working days between a day that a text names and its signature."""

from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.interval import Interval
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]
SENT = Interval(
    (Pattern(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日送审"),),
    least=5,
    most=15,
)


def told(
    notice: Notice, view: Look, body: str, date: str = "2024年9月2日"
) -> list[tuple[str, str]]:
    document = notice(body, date=date)
    return [
        (match.case, dict(match.captures)["days"])
        for match in SENT.matches(view(document, "document"))
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024年8月26日", []),
        ("2024年8月27日", [("short", "只有4个工作日")]),
        ("2024年8月12日", []),
        ("2024年8月9日", [("long", "有16个工作日")]),
        ("2024年9月3日", [("short", "只有0个工作日")]),
        ("2024年2月30日", []),
    ],
)
def test_the_days_are_counted_up_to_the_signature(
    notice: Notice, view: Look, day: str, expected: list[tuple[str, str]]
) -> None:
    assert told(notice, view, f"文件于{day}送审，经审核合法。") == expected


def test_a_holiday_is_no_working_day(notice: Notice, view: Look) -> None:
    assert told(notice, view, "文件于2024年9月30日送审。", "2024年10月9日") == [
        ("short", "只有2个工作日")
    ]


def test_an_undated_text_is_left_alone(notice: Notice, view: Look) -> None:
    assert told(notice, view, "文件于2024年8月30日送审。", "年　月　日") == []


def test_the_first_day_is_reported(notice: Notice, view: Look) -> None:
    document = notice("文件于2024年8月30日送审，2024年8月31日送审补充材料。")
    (match,) = SENT.matches(view(document, "document"))
    assert document.words(match.span) == "2024年8月30日"
