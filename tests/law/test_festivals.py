"""The statutory days off, held against two libraries of the lunar calendar and a yearly notice."""

from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest

from gongkai_lint.law.festivals import FIRST_YEAR, LAST_YEAR, statutory_days
from gongkai_lint.law.notices import LAST_YEAR as LAST_NOTICE
from gongkai_lint.law.notices import arranged

DAY = timedelta(days=1)


def by_lunar_python(year: int) -> tuple[date, ...]:
    lunar: Any = import_module("lunar_python")

    def solar(month: int, day: int) -> date:
        found = lunar.Lunar.fromYmd(year, month, day).getSolar()
        return date(found.getYear(), found.getMonth(), found.getDay())

    clear = lunar.Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()["清明"]
    return solar(1, 1), date(year, 4, clear.getDay()), solar(5, 5), solar(8, 15)


def by_borax(year: int) -> tuple[date, ...]:
    borax: Any = import_module("borax.calendars.lunardate")

    def solar(month: int, day: int) -> date:
        found: date = borax.LunarDate(year, month, day).to_solar_date()
        return found

    clear = next(
        day for day in (4, 5, 6)
        if borax.LunarDate.from_solar_date(year, 4, day).term == "清明"
    )  # fmt: skip
    return solar(1, 1), date(year, 4, clear), solar(5, 5), solar(8, 15)


@pytest.mark.parametrize("year", range(2008, LAST_YEAR + 1))
def test_two_libraries_give_the_same_days(year: int) -> None:
    new_year, clear, dragon, autumn = by_lunar_python(year)
    assert (new_year, clear, dragon, autumn) == by_borax(year)
    days = statutory_days(year)
    assert {new_year, clear, dragon, autumn} <= days
    assert (new_year - DAY in days) is (year <= 2013 or year >= 2025)
    assert (new_year + 2 * DAY in days) is (year >= 2014)


@pytest.mark.parametrize("year", range(FIRST_YEAR, 2008))
def test_before_2008_only_the_new_year_moves(year: int) -> None:
    new_year, clear, _, _ = by_lunar_python(year)
    assert new_year == by_borax(year)[0]
    assert {new_year, new_year + DAY, new_year + 2 * DAY} <= statutory_days(year)
    assert clear not in statutory_days(year)


@pytest.mark.parametrize(
    ("year", "number"), [(2005, 10), (2010, 11), (2015, 11), (2024, 11), (2025, 13), (2027, 13)]
)
def test_each_edition_gives_its_number_of_days(year: int, number: int) -> None:
    assert len(statutory_days(year)) == number


def test_two_feasts_on_one_day_are_one_day() -> None:
    assert len(statutory_days(2020)) == 10
    assert date(2020, 10, 1) in statutory_days(2020)


@pytest.mark.parametrize("year", range(2004, LAST_NOTICE + 1))
def test_no_notice_ever_made_a_statutory_day_a_working_day(year: int) -> None:
    assert not [day for day in statutory_days(year) if arranged(day, None) is not False]


@pytest.mark.parametrize("year", [1998, LAST_YEAR + 1])
def test_nothing_is_said_of_years_outside_the_table(year: int) -> None:
    assert statutory_days(year) == frozenset()
