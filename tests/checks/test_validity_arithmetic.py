from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.validity_arithmetic import ValidityArithmetic
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Wrong = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture
def wrong(notice: Callable[..., Document], view: Callable[..., View]) -> Wrong:
    def look(body: str) -> list[tuple[str, str, str]]:
        document = notice(body)
        return [
            (m.case, document.words(m.span), "".join(edit.text for edit in m.edits))
            for m in ValidityArithmetic().matches(view(document, "body"))
        ]

    return look


def test_an_end_a_year_too_late_gets_the_right_day(wrong: Wrong) -> None:
    assert wrong("本办法自2024年10月1日起施行，有效期5年，至2030年9月30日止。") == [
        ("length", "2030年9月30日", "2029年9月30日")
    ]


def test_validity_may_run_from_the_day_of_issue(wrong: Wrong) -> None:
    assert wrong("本办法自印发之日起施行，有效期2年，至2027年9月1日止。") == [
        ("length", "2027年9月1日", "2026年9月1日")
    ]


def test_validity_from_a_leap_day_ends_in_february(wrong: Wrong) -> None:
    assert wrong("本办法自2024年2月29日起施行，有效期1年，至2025年12月31日止。") == [
        ("length", "2025年12月31日", "2025年2月28日")
    ]


def test_an_end_on_the_day_of_the_start_is_a_day_late(wrong: Wrong) -> None:
    assert wrong("本办法自2024年10月1日起施行，有效期5年，至2029年10月1日止。") == [
        ("over", "2029年10月1日", "2029年9月30日")
    ]


def test_an_end_before_the_start_is_told_without_a_length(wrong: Wrong) -> None:
    assert wrong("本办法自2024年10月1日起施行，有效期至2023年9月30日。") == [
        ("order", "2023年9月30日", "")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "本办法自2024年10月1日起施行，有效期5年，至2029年9月30日止。",
        "本办法自2024年10月1日起施行，有效期18个月，至2026年3月31日止。",
        "本办法自2024年10月1日起施行，有效期至2029年12月31日。",
        "本办法自印发之日起30日后施行，有效期2年，至2026年10月1日止。",
        "本办法自2024年10月1日起施行，有效期5年。",
    ],
)
def test_what_adds_up_or_cannot_be_reckoned_is_silent(wrong: Wrong, body: str) -> None:
    assert wrong(body) == []
