"""放假安排: the yearly notices of days off and working days, and from when each was known."""

from datetime import date

from gongkai_lint.law.arranged import OFF, WORKED

# When the State Council's office made each year's arrangement public. Of the years before 2009 we
# know no day: the arrangement was known when its year began.
_ANNOUNCED = {
    2004: date(2003, 12, 31), 2005: date(2004, 12, 31), 2006: date(2005, 12, 31),
    2007: date(2006, 12, 31), 2008: date(2007, 12, 31), 2009: date(2008, 12, 10),
    2010: date(2009, 12, 8), 2011: date(2010, 12, 10), 2012: date(2011, 12, 6),
    2013: date(2012, 12, 10), 2014: date(2013, 12, 11), 2015: date(2014, 12, 16),
    2016: date(2015, 12, 10), 2017: date(2016, 12, 1), 2018: date(2017, 11, 30),
    2019: date(2018, 12, 6), 2020: date(2019, 11, 21), 2021: date(2020, 11, 25),
    2022: date(2021, 10, 25), 2023: date(2022, 12, 8), 2024: date(2023, 10, 25),
    2025: date(2024, 11, 12), 2026: date(2025, 11, 4),
}  # fmt: skip
# Days that a later notice changed, with what had been arranged before: the parade of 2015, the
# longer May holiday of 2019, the longer Spring Festival of 2020.
_CHANGED = {
    date(2015, 9, 3): (date(2015, 5, 13), True), date(2015, 9, 4): (date(2015, 5, 13), True),
    date(2015, 9, 6): (date(2015, 5, 13), False), date(2019, 4, 28): (date(2019, 3, 22), False),
    date(2019, 5, 2): (date(2019, 3, 22), True), date(2019, 5, 3): (date(2019, 3, 22), True),
    date(2019, 5, 5): (date(2019, 3, 22), False), date(2020, 1, 31): (date(2020, 1, 27), True),
    date(2020, 2, 1): (date(2020, 1, 27), True),
}  # fmt: skip
# A notice moves days of the week before New Year too: 2018-12-29 to 31 came with that of 2019.
_DECEMBER, _FIRST_MOVED = 12, 26
_WEEKEND = 5
FIRST_YEAR, LAST_YEAR = min(_ANNOUNCED), max(_ANNOUNCED)


def announced(year: int, on: date | None) -> bool:
    """Say whether a year's arrangement was public on a day (today where it is None)."""
    day = _ANNOUNCED.get(year)
    return day is not None and (on is None or day <= on)


def governing_years(day: date) -> tuple[int, ...]:
    """Give the years whose notices can say something of a day."""
    late = day.month == _DECEMBER and day.day >= _FIRST_MOVED
    return (day.year, day.year + 1) if late else (day.year,)


def arranged(day: date, on: date | None) -> bool | None:
    """Say whether people work on a day by the notices public on another; None where none tells."""
    if not announced(day.year, on):
        return None
    changed = _CHANGED.get(day)
    if changed and on is not None and on < changed[0]:
        return changed[1]
    return _scheduled(day)


def _scheduled(day: date) -> bool:
    written = f"{day:%m%d}"
    if day.weekday() < _WEEKEND:
        return written not in OFF.get(day.year, "")
    return written in WORKED.get(day.year, "")
