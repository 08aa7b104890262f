from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.structure.times.date_words import parse_date, repair_date, sound_date

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))
NUMERALS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + "十" * (tens > 0) + NUMERALS[ones] * (ones > 0)


@given(DAYS)
def test_every_usual_writing_of_a_day_is_that_day(day: date) -> None:
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year))
    assert sound_date(f"{day.year}年{day.month}月{day.day}日") == day
    assert sound_date(f"{day.year} 年 {day.month:02} 月 {day.day:02} 日") == day
    assert sound_date(f"{day.year}.{day.month}.{day.day}") == day
    assert sound_date(day.isoformat()) == day
    assert sound_date(f"{year}年{chinese(day.month)}月{chinese(day.day)}日") == day


@given(DAYS, st.sampled_from("○ＯOo0零◯"))
def test_whatever_stands_for_zero_is_read(day: date, zero: str) -> None:
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year)).replace("〇", zero)
    assert parse_date(f"{year}年{chinese(day.month)}月{chinese(day.day)}日") == day


@given(DAYS)
def test_a_damaged_date_is_repaired_where_only_one_day_fits(day: date) -> None:
    assert repair_date(f"{day.year} {day.month} {day.day}") == day
    assert repair_date(f"{day.year}{day.month:02}{day.day:02}") == day
    assert repair_date(f"{day.year}{day.month}{day.day}日") in {day, None}


@pytest.mark.parametrize(
    ("damaged", "day"),
    [
        ("2021518", date(2021, 5, 18)),
        ("2021713日", date(2021, 7, 13)),
        ("20215 18", date(2021, 5, 18)),
        ("{ 2021 5 18", date(2021, 5, 18)),
        ("202142", date(2021, 4, 2)),
        ("2021111", None),
        ("2021年 月 日", None),
        ("二○二一", None),
    ],
)
def test_a_date_that_lost_its_marks_is_repaired(damaged: str, day: date | None) -> None:
    assert repair_date(damaged) == day
    assert parse_date(damaged) == day
    assert sound_date(damaged) is None


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert parse_date("2021年2月29日") is None
    assert parse_date("2021年13月1日") is None
