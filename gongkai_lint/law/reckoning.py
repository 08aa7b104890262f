"""期间: the last day of a period that runs from a known day (民法典 第二百零一条至第二百零三条)."""

from datetime import date, timedelta

from gongkai_lint.law.calendar import Calendar, Reckoned

_MONTHS = {"month": 1, "year": 12}
DAYS = {"day": 1, "week": 7}
"""How many days the units have that have always as many."""

_FEBRUARY = 2
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_day(start: date, amount: int, unit: str, calendar: Calendar) -> Reckoned | None:
    """Give the last day of a period from an event on ``start``, by what was known that day.

    The day of the event does not count; months end on the same day of the month or, where there
    is none, on its last; a last day off moves to the next working day. None for hours and
    minutes, which run from a moment, and for days beyond the calendar.
    """
    if unit == "workday":
        return calendar.after(start, amount, start)
    end = period_end(start, amount, unit)
    return calendar.rolled(end, start) if end else None


def period_end(start: date, amount: int, unit: str) -> date | None:
    """Give the end of a period in days, weeks, months or years, whatever day it falls on."""
    try:
        if unit in DAYS:
            return start + timedelta(days=amount * DAYS[unit])
        if unit in _MONTHS:
            months = start.month - 1 + amount * _MONTHS[unit]
            year, month = start.year + months // 12, months % 12 + 1
            return date(year, month, min(start.day, days_in(year, month)))
    except (OverflowError, ValueError):
        return None
    return None


def days_in(year: int, month: int) -> int:
    """Count the days of a month (1–12); importing ``calendar`` would cost more."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (leap and month == _FEBRUARY)
