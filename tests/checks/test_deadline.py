from collections.abc import Callable

import pytest

from gongkai_lint.checks.deadline import Deadline
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Places = Callable[..., list[str]]


@pytest.fixture
def places(notice: Callable[..., Document], view: Callable[..., View]) -> Places:
    def look(check: Deadline, body: str, **parts: str) -> list[str]:
        document = notice(body, **parts)
        return [document.words(m.span) for m in check.matches(view(document, "body"))]

    return look


PAST = Deadline(("absolute",), roles=("task",), past=True)
DOUBTFUL = Deadline(("yearless",), roles=("task",), doubtful_year=True)


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
    check = DOUBTFUL._replace(year_told=False)
    assert places(check, before + "各县要在3月底前报送方案。", date="2024年11月20日") == found


def test_the_end_of_the_year_is_doubtful_only_when_it_is_near(places: Places) -> None:
    assert places(DOUBTFUL, "各县要在年底前报送方案。", date="2024年12月2日") == ["年底前"]
    assert places(DOUBTFUL, "各县要在年底前报送方案。") == []


def test_a_year_in_the_title_settles_the_end_of_the_year(places: Places) -> None:
    parts = {"title": "云岭市人民政府关于做好2024年防汛工作的通知", "date": "2024年12月2日"}
    assert places(DOUBTFUL, "各县要在年底前报送方案。", **parts) == []


def test_a_text_for_several_years_leaves_every_year_open(places: Places) -> None:
    check = Deadline(("yearless",), doubtful_year=True, lasting=(Pattern("三年行动"),))
    title = "云岭市人民政府关于实施养老服务三年行动的通知"
    assert places(check, "各县要在10月底前建成中心。", title=title) == ["10月底前"]
    assert places(check, "各县要在10月底前建成中心。") == []


def test_what_stands_before_a_time_counts_and_what_stands_behind_does_not(places: Places) -> None:
    check = Deadline(("relative",), anchored=False, not_after=(Pattern("发现"),))
    assert places(check, "主管部门应当在3个工作日内处理，发现问题的另行报告。") == ["3个工作日内"]
    assert places(check, "发现问题的，主管部门应当在3个工作日内处理。") == []


def test_a_time_may_be_asked_to_follow_words(places: Places) -> None:
    check = Deadline(("relative",), after=(Pattern(r"在$"),))
    assert places(check, "主管部门应当在3个工作日内处理。") == ["3个工作日内"]
    assert places(check, "主管部门应当3个工作日内处理。") == []
