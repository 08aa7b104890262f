"""Working days (工作日) by the yearly holiday schedules, and by the week where none is known."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

_DAY = timedelta(days=1)
_SATURDAY = 5


class Reckoned(NamedTuple):
    """A day, and whether every day counted on the way is covered by a known schedule."""

    day: date
    certain: bool


class Counted(NamedTuple):
    """A number of working days, and whether a known schedule covers all of them."""

    days: int
    certain: bool


def is_covered(day: date) -> bool:
    """Say whether the holiday schedule of the day's year is known."""
    return _by_schedule(day) is not None


def is_workday(day: date) -> bool:
    """Say whether people work on the day; without a schedule Monday to Friday count."""
    known = _by_schedule(day)
    return day.weekday() < _SATURDAY if known is None else known


def workdays_between(start: date, end: date) -> Counted:
    """Count the working days after ``start`` up to and including ``end`` (民法典 第二百零一条)."""
    days = [*_days_after(start, end)]
    return Counted(sum(map(is_workday, days)), all(map(is_covered, days)))


def add_workdays(start: date, amount: int) -> Reckoned:
    """Give the day on which ``amount`` working days end; the first day does not count."""
    day, certain = start, True
    while amount > 0:
        day += _DAY
        certain = certain and is_covered(day)
        amount -= is_workday(day)
    return Reckoned(day, certain)


def rolled_over(day: date) -> Reckoned:
    """Give the day itself, or the first working day after it (民法典 第二百零三条)."""
    certain = is_covered(day)
    while not is_workday(day):
        day += _DAY
        certain = certain and is_covered(day)
    return Reckoned(day, certain)


def _days_after(start: date, end: date) -> Iterator[date]:
    for ordinal in range(start.toordinal() + 1, end.toordinal() + 1):
        yield date.fromordinal(ordinal)


@lru_cache(maxsize=4096)
def _by_schedule(day: date) -> bool | None:
    schedule = import_module("chinese_calendar")  # its tables, only when days are counted
    try:
        return bool(schedule.is_workday(day))
    except NotImplementedError:
        return None
