import pytest

from gongkai_lint.law.period import Bound, Period, PeriodUnit


def _row(bound: Bound, amount: int, unit: PeriodUnit) -> Period:
    return Period("DL01", "事项", bound, unit, amount)


@pytest.mark.parametrize(
    ("row", "amount", "unit", "broken"),
    [
        (_row("max", 20, "workday"), 21, "workday", True),
        (_row("max", 20, "workday"), 20, "workday", False),
        (_row("max", 20, "workday"), 30, "day", False),  # may hold twenty working days only
        (_row("max", 20, "workday"), 2, "month", True),
        (_row("max", 20, "day"), 30, "workday", True),
        (_row("max", 48, "hour"), 2, "day", False),
        (_row("max", 48, "hour"), 3, "workday", True),
        (_row("min", 30, "day"), 29, "day", True),
        (_row("min", 30, "day"), 1, "month", False),
        (_row("min", 30, "day"), 10, "workday", True),
        (_row("min", 30, "day"), 20, "workday", False),
        (_row("max", 20, "workday"), 3, "times", False),
    ],
)
def test_a_period_breaks_a_limit_only_where_that_is_certain(
    row: Period, amount: int, unit: str, *, broken: bool
) -> None:
    assert row.broken_by(amount, unit) is broken


def test_a_fixed_day_of_the_year_is_no_limit() -> None:
    row = Period("DL09", "年度报告", "point", "date", month=1, day=31)
    assert row.limit == "1月31日"
    assert not row.broken_by(60, "day")


def test_the_same_number_in_days_and_working_days_is_told_apart() -> None:
    row = _row("max", 20, "workday")
    assert row.limit == "20个工作日"
    assert row.other_unit(20, "day")
    assert not row.other_unit(20, "workday")
    assert not row.other_unit(15, "day")
    assert not row.other_unit(20, "month")
