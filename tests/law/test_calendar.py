from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.law.calendar import (
    Counted,
    Reckoned,
    add_workdays,
    is_covered,
    is_workday,
    rolled_over,
    workdays_between,
)

COVERED = st.dates(date(2005, 1, 1), date(2025, 6, 1))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 9, 2), True),
        (date(2024, 9, 1), False),
        (date(2024, 9, 14), True),  # a Saturday worked before the Mid-Autumn holiday
        (date(2024, 9, 17), False),
        (date(2024, 10, 4), False),
    ],
)
def test_a_covered_day_follows_the_holiday_schedule(day: date, *, works: bool) -> None:
    assert is_covered(day)
    assert is_workday(day) is works


@pytest.mark.parametrize(("day", "works"), [(date(1999, 10, 1), True), (date(2060, 1, 3), False)])
def test_an_uncovered_day_follows_the_week(day: date, *, works: bool) -> None:
    assert not is_covered(day)
    assert is_workday(day) is works


def test_the_first_day_does_not_count_and_the_last_does() -> None:
    assert workdays_between(date(2020, 11, 26), date(2020, 11, 30)) == Counted(2, certain=True)
    assert workdays_between(date(2020, 11, 30), date(2020, 11, 30)).days == 0


def test_working_days_skip_the_national_holiday() -> None:
    assert add_workdays(date(2024, 9, 27), 3) == Reckoned(date(2024, 10, 8), certain=True)


def test_a_reckoning_over_unknown_years_is_uncertain() -> None:
    assert not add_workdays(date(2060, 9, 27), 3).certain
    assert not workdays_between(date(2003, 12, 30), date(2004, 1, 2)).certain
    assert not rolled_over(date(2060, 1, 3)).certain


def test_a_last_day_off_rolls_over_to_the_next_working_day() -> None:
    assert rolled_over(date(2024, 10, 4)) == Reckoned(date(2024, 10, 8), certain=True)
    assert rolled_over(date(2024, 10, 8)).day == date(2024, 10, 8)


@given(COVERED, st.integers(1, 60))
def test_adding_working_days_is_the_inverse_of_counting_them(start: date, amount: int) -> None:
    end = add_workdays(start, amount).day
    assert is_workday(end)
    assert workdays_between(start, end).days == amount


@given(COVERED)
def test_a_rolled_over_day_is_a_working_day_with_none_skipped(day: date) -> None:
    later = rolled_over(day).day
    assert is_workday(later)
    assert workdays_between(day - timedelta(days=1), later).days == 1
