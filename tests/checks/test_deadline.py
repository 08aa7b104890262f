from collections.abc import Callable
from time import process_time

import pytest

from gongkai_lint.checks.deadline import Deadline
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Places = Callable[..., list[str]]


@pytest.fixture
def places(notice: Callable[..., Document], view: Callable[..., View]) -> Places:
    def look(check: Deadline, body: str, **parts: str) -> list[str]:
        document = notice(body, **parts)
        return [document.words(m.span) for m in check.matches(view(document, "body"))]

    return look


PAST = Deadline(("absolute",), roles=("task",), holds=("past",))
DOUBTFUL = Deadline(("yearless",), roles=("task",), holds=("doubtful_year",))
EARLY = Deadline(("absolute",), roles=("task",), holds=("all_too_early",))


def test_a_day_before_the_date_of_issue_is_past(places: Places) -> None:
    assert places(PAST, "各县要在2024年6月底前完成普查。") == ["2024年6月底前"]


def test_a_day_behind_the_date_of_issue_is_not_past(places: Places) -> None:
    assert places(PAST, "各县要在2024年10月底前完成普查。") == []


def test_a_document_without_a_date_has_no_past(places: Places) -> None:
    assert places(PAST, "各县要在2024年6月底前完成普查。", date="") == []


def test_a_month_that_is_over_in_the_year_of_issue_leaves_the_year_open(places: Places) -> None:
    late = {"date": "2024年11月20日"}
    assert places(DOUBTFUL, "各县要在3月底前报送方案。", **late) == ["3月底前"]
    assert places(DOUBTFUL, "各县要在12月底前报送方案。", **late) == []


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("要在2025年2月底前完成自查。", []),
        ("2025年全面改造。", []),
        ("要在2024年12月底前完成自查。", ["3月底前"]),
        ("2023年完成了普查。", ["3月底前"]),
        ("要在2025年2月底前完成自查。\n", ["3月底前"]),
    ],
)
def test_a_year_named_shortly_before_settles_a_day_to_come(
    places: Places, before: str, found: list[str]
) -> None:
    check = DOUBTFUL._replace(fails=("told_year",))
    assert places(check, before + "各县要在3月底前报送方案。", date="2024年11月20日") == found


def test_the_end_of_the_year_is_doubtful_only_when_it_is_near(places: Places) -> None:
    assert places(DOUBTFUL, "各县要在年底前报送方案。", date="2024年12月2日") == ["年底前"]
    assert places(DOUBTFUL, "各县要在年底前报送方案。") == []


def test_a_year_in_the_title_settles_the_end_of_the_year(places: Places) -> None:
    parts = {"title": "云岭市人民政府关于做好2024年防汛工作的通知", "date": "2024年12月2日"}
    assert places(DOUBTFUL, "各县要在年底前报送方案。", **parts) == []


def test_all_of_several_times_lie_before_the_year_of_the_title(places: Places) -> None:
    title = {"title": "云岭市教育局关于印发2024年普查方案的通知"}
    early = "各县要在2023年6月底前完成登记。"
    assert places(EARLY, f"{early}\n市局要在2023年9月底前完成验收。", **title) == [
        "2023年6月底前",
        "2023年9月底前",
    ]
    assert places(EARLY, f"{early}\n市局要在2024年1月底前完成验收。", **title) == []
    assert places(EARLY, early, **title) == []


def test_all_times_are_looked_at_once_not_for_each_of_them(places: Places) -> None:
    """Three thousand of them take six seconds where each looks at all."""
    title = {"title": "云岭市教育局关于印发2024年普查方案的通知"}
    lines = "\n".join(f"各县要在2023年6月{i % 28 + 1}日前完成登记。" for i in range(3000))
    before = process_time()
    assert len(places(EARLY, lines, **title)) == 3000
    assert process_time() - before < 2
