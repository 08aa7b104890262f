"""Working days, by law, by notices, and where nobody has announced them yet."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.law.calendar import Calendar, Counted, OwnNotice, Reckoned

KNOWN = Calendar()
COVERED = st.dates(date(2005, 1, 1), date(2025, 6, 1))
STATUTORY = [
    *(date(y, 1, 1) for y in range(2027, 2031)),
    *(date(y, 5, day) for y in range(2027, 2031) for day in (1, 2)),
    *(date(y, 10, day) for y in range(2027, 2031) for day in (1, 2, 3)),
    *(date(2027, 2, day) for day in (5, 6, 7, 8)),
    date(2028, 1, 25), date(2028, 1, 28), date(2029, 2, 12), date(2030, 2, 5),
    date(2027, 4, 5), date(2028, 4, 4), date(2029, 4, 4), date(2030, 4, 5),
    date(2027, 6, 9), date(2028, 5, 28), date(2029, 6, 16),
    date(2027, 9, 15),
]  # fmt: skip
ORDINARY = [date(year, month, day) for year in range(2027, 2031) for month, day in
            [(1, 15), (2, 28), (3, 10), (3, 25), (6, 22), (7, 13), (7, 17), (8, 1), (11, 8),
             (12, 24)]]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2024, 9, 2), "working"),
        (date(2024, 9, 1), "off"),
        (date(2024, 9, 14), "working"),  # a Saturday worked before the Mid-Autumn holiday
        (date(2024, 9, 17), "off"),
        (date(2024, 10, 4), "off"),
        (date(2026, 2, 28), "working"),
        (date(1999, 10, 8), "unannounced"),
        (date(2060, 1, 3), "unannounced"),
    ],
)
def test_a_day_is_what_the_notices_say(day: date, state: str) -> None:
    assert KNOWN.state(day) == state


@pytest.mark.parametrize("day", STATUTORY)
def test_a_statutory_day_is_off_before_any_notice(day: date) -> None:
    assert len(STATUTORY) == 40
    assert KNOWN.state(day) == "off"


@pytest.mark.parametrize("day", ORDINARY)
def test_nothing_is_stated_of_an_ordinary_day_without_a_notice(day: date) -> None:
    assert len(ORDINARY) == 40
    assert KNOWN.state(day) == "unannounced"


@pytest.mark.parametrize(
    ("day", "on", "state"),
    [
        (date(2021, 2, 7), date(2020, 11, 24), "unannounced"),
        (date(2021, 2, 7), date(2020, 11, 25), "working"),
        (date(2026, 10, 10), date(2025, 11, 3), "unannounced"),
        (date(2026, 10, 10), date(2025, 11, 4), "working"),
        (date(2027, 10, 1), date(2026, 12, 1), "off"),
        # changed later: a parade, a longer May holiday, an epidemic
        (date(2015, 9, 3), date(2015, 5, 12), "working"),
        (date(2015, 9, 3), date(2015, 5, 13), "off"),
        (date(2019, 5, 2), date(2019, 1, 10), "working"),
        (date(2019, 5, 2), date(2019, 4, 1), "off"),
        (date(2019, 5, 5), date(2019, 1, 10), "off"),
        (date(2019, 5, 5), date(2019, 4, 1), "working"),
        (date(2020, 2, 1), date(2020, 1, 10), "working"),
        (date(2020, 2, 1), date(2020, 1, 27), "off"),
        # the last days of December hang on the notice of the year behind them
        (date(2018, 12, 31), date(2018, 11, 1), "unannounced"),
        (date(2018, 12, 31), date(2018, 12, 6), "off"),
        (date(2026, 12, 29), date(2026, 12, 1), "unannounced"),
        (date(2026, 12, 24), date(2026, 12, 1), "working"),
    ],
)
def test_a_day_is_what_was_announced_by_then(day: date, on: date, state: str) -> None:
    assert KNOWN.state(day, on) == state


def test_the_first_day_does_not_count_and_the_last_does() -> None:
    assert KNOWN.between(date(2020, 11, 26), date(2020, 11, 30)) == Counted(2)
    assert KNOWN.between(date(2020, 11, 30), date(2020, 11, 30)).days == 0


def test_working_days_skip_the_national_holiday() -> None:
    assert KNOWN.after(date(2024, 9, 27), 3) == Reckoned(date(2024, 10, 8))


def test_days_nobody_has_announced_are_counted_at_most_and_reached_at_the_earliest() -> None:
    assert KNOWN.between(date(2027, 7, 9), date(2027, 7, 16)) == Counted(5, 2027)
    assert KNOWN.after(date(2027, 7, 9), 5) == Reckoned(date(2027, 7, 16), 2027)
    assert KNOWN.between(date(2027, 9, 30), date(2027, 10, 3)) == Counted(0)
    assert KNOWN.between(date(2026, 12, 25), date(2026, 12, 31)).open_year == 2027
    assert KNOWN.between(date(1999, 12, 1), date(1999, 12, 3)).open_year == 1999
    assert KNOWN.rolled(date(2027, 10, 1)) == Reckoned(date(2027, 10, 4), 2027)


def test_a_weekend_near_a_holiday_may_be_worked() -> None:
    assert KNOWN.may_work(date(2027, 10, 9))
    assert not KNOWN.may_work(date(2027, 7, 17))
    assert not KNOWN.may_work(date(2027, 1, 2))


def test_every_weekend_worked_in_exchange_could_have_been_foreseen() -> None:
    unknown = date(2003, 1, 1)
    days = (date(2004, 1, 1) + timedelta(days=n) for n in range(365 * 22))
    weekends = [day for day in days if day.weekday() > 4 and KNOWN.state(day) == "working"]
    assert len(weekends) > 100
    surprising = [day for day in weekends if not KNOWN.may_work(day, unknown)]
    assert surprising == [date(2015, 9, 6)]  # the parade


def test_a_last_day_off_rolls_over_to_the_next_working_day() -> None:
    assert KNOWN.rolled(date(2024, 10, 4)) == Reckoned(date(2024, 10, 8))
    assert KNOWN.rolled(date(2024, 10, 8)).day == date(2024, 10, 8)


OWN = Calendar(
    (
        OwnNotice(
            2027,
            ((date(2027, 1, 2), False), (date(2027, 2, 9), False), (date(2027, 2, 20), True)),
            date(2026, 11, 5),
        ),
    )
)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2027, 2, 20), "working"),
        (date(2027, 2, 9), "off"),
        (date(2027, 7, 13), "working"),
        (date(2027, 7, 17), "off"),
        (date(2027, 1, 1), "off"),
        (date(2026, 12, 29), "working"),
        (date(2027, 12, 29), "unannounced"),
        (date(2028, 3, 1), "unannounced"),
    ],
)
def test_an_offices_record_makes_its_year_certain(day: date, state: str) -> None:
    assert OWN.state(day, date(2026, 12, 1)) == state
    assert OWN.between(date(2027, 7, 9), date(2027, 7, 16)) == Counted(5)


def test_an_offices_record_holds_from_its_own_day() -> None:
    assert OWN.state(date(2027, 2, 20), date(2026, 11, 4)) == "unannounced"
    assert OWN.state(date(2027, 2, 20)) == "working"


@given(COVERED, st.integers(1, 60))
def test_adding_working_days_is_the_inverse_of_counting_them(start: date, amount: int) -> None:
    end = KNOWN.after(start, amount).day
    assert KNOWN.state(end) == "working"
    assert KNOWN.between(start, end) == Counted(amount)


@given(COVERED)
def test_a_rolled_over_day_is_a_working_day_with_none_skipped(day: date) -> None:
    later = KNOWN.rolled(day).day
    assert KNOWN.state(later) == "working"
    assert KNOWN.between(day - timedelta(days=1), later).days == 1


@given(COVERED, st.integers(0, 40), st.dates(date(2003, 1, 1), date(2025, 6, 1)))
def test_at_most_is_never_too_few(start: date, length: int, on: date) -> None:
    end = start + timedelta(days=length)
    settled = KNOWN.between(start, end)
    by_surprise = {start.year, end.year} & {2015, 2019, 2020}
    assert by_surprise or KNOWN.between(start, end, on).days >= settled.days
