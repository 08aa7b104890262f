from collections.abc import Callable
from datetime import date

from gongkai_lint.checks.working_days import day_off, known_on, short_gap, short_lead
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.span import Span


def _due(day: date | None) -> TimeExpression:
    return TimeExpression(Span(0, 0), "absolute", resolved=day)


def test_the_lead_runs_from_the_later_of_issue_and_printing(
    notice: Callable[..., Document],
) -> None:
    behind = "云岭市人民政府办公室　　2024年9月20日印发"
    document = notice("现通知如下。\n请认真落实。", behind=behind)
    assert known_on(document) == date(2024, 9, 20)
    left = short_lead(document, _due(date(2024, 9, 25)), 5)
    assert left == (("left", "只有3个工作日"), ("start", "2024年9月20日"))


def test_a_long_lead_a_past_day_and_no_day_are_not_short(notice: Callable[..., Document]) -> None:
    document = notice("现通知如下。\n请认真落实。")
    assert short_lead(document, _due(date(2024, 9, 9)), 5) is None
    assert short_lead(document, _due(date(2024, 8, 30)), 5) is None
    assert short_lead(document, _due(None), 5) is None


def test_a_day_off_names_the_working_day_after_it(notice: Callable[..., Document]) -> None:
    document = notice("现通知如下。\n请认真落实。")
    assert day_off(document, _due(date(2024, 10, 4))) == (
        ("day", "2024年10月4日是休息日"),
        ("rolled", "最后一日为2024年10月8日"),
    )


def test_a_statutory_day_is_off_though_nobody_knows_the_day_behind(
    notice: Callable[..., Document],
) -> None:
    document = notice("现通知如下。\n请认真落实。")
    assert day_off(document, _due(date(2027, 10, 1))) == (
        ("day", "2027年10月1日是法定节假日"),
        ("rolled", "最后一日顺延到节后第一个工作日，2027年放假安排尚未公布"),
    )
    assert day_off(document, _due(date(2027, 7, 17))) is None


def test_a_day_is_what_was_announced_when_the_document_was_issued(
    notice: Callable[..., Document],
) -> None:
    document = notice("现通知如下。\n请认真落实。", date="2019年1月10日")
    assert day_off(document, _due(date(2019, 5, 2))) is None


def test_a_working_day_and_an_unknown_year_are_no_days_off(
    notice: Callable[..., Document],
) -> None:
    document = notice("现通知如下。\n请认真落实。")
    assert day_off(document, _due(date(2024, 9, 14))) is None
    assert day_off(document, _due(date(2060, 1, 3))) is None
    assert day_off(document, _due(None)) is None


def test_a_gap_is_counted_in_days_from_the_date_of_issue(notice: Callable[..., Document]) -> None:
    document = notice("现通知如下。\n请认真落实。")
    assert short_gap(document, _due(date(2024, 10, 1)), 30) == (("days", "29"),)
    assert short_gap(document, _due(date(2024, 9, 2)), 30) == (("days", "0"),)
    assert short_gap(document, _due(date(2024, 10, 2)), 30) is None
    assert short_gap(document, _due(date(2024, 9, 1)), 30) is None
    assert short_gap(document, _due(None), 30) is None


def test_what_runs_from_the_issue_has_its_days_before_the_date_is_known(
    notice: Callable[..., Document],
) -> None:
    document = notice("现通知如下。\n请认真落实。", date="")
    at_issue = TimeExpression(Span(0, 0), "relative", anchor="公布之日")
    assert short_gap(document, at_issue, 30) == (("days", "0"),)
    weeks = at_issue._replace(amount=2, unit="week")
    assert short_gap(document, weeks, 30) == (("days", "14"),)
    assert short_gap(document, weeks, 14) is None
    assert short_gap(document, at_issue._replace(amount=1, unit="month"), 30) is None
    assert short_gap(document, weeks._replace(anchor="受理之日"), 30) is None
