"""Working days (工作日): what is certain by law and by notices, and what is not announced yet."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from gongkai_lint.law.festivals import statutory_days
from gongkai_lint.law.notices import announced, arranged, governing_years
from gongkai_lint.named import NamedTuple

DayState = Literal["working", "off", "unannounced"]
_DAY = timedelta(days=1)
_SATURDAY = 5
# Every weekend worked in exchange since 2004, but for the parade of 2015, lay at most so many days
# from a statutory day off, and none of them within so few behind it.
_REACH, _ADJOINING = 10, 2


class Reckoned(NamedTuple):
    """A day; ``open_year`` is the year without a notice because of which it may be a later one."""

    day: date
    open_year: int | None = None


class Counted(NamedTuple):
    """A number of working days, at most where ``open_year`` tells a year without a notice."""

    days: int
    open_year: int | None = None


class OwnNotice(NamedTuple):
    """An office's record of a year's arrangement: the days off and the working days it names.

    ``announced`` is the day it was made public; None where it is taken as known all along.
    """

    year: int
    days: tuple[tuple[date, bool], ...]
    announced: date | None = None

    def known(self, on: date | None) -> bool:
        """Say whether the arrangement was public on a day."""
        return on is None or self.announced is None or self.announced <= on


class Calendar(NamedTuple):
    """Which days are worked, by law, by the yearly notices and by an office's record of new ones.

    ``on`` is the day whose knowledge counts (a document's own day); None means all that is known.
    """

    own: tuple[OwnNotice, ...] = ()

    def state(self, day: date, on: date | None = None) -> DayState:
        """Say what a day is: certainly worked, certainly off, or not yet announced."""
        recorded = self._recorded(day, on)
        if recorded is None:
            recorded = arranged(day, on)
        if day in statutory_days(day.year):
            recorded = False
        elif not all(self._announced(year, on) for year in governing_years(day)):
            recorded = None
        if recorded is None:
            return "unannounced"
        return "working" if recorded else "off"

    def between(self, start: date, end: date, on: date | None = None) -> Counted:
        """Count the working days after ``start``, ``end`` included (民法典 第二百零一条)."""
        days = [*_days_after(start, end)]
        open_ = (self._open_year(day, on) for day in days if self._is_open(day, on))
        return Counted(sum(self.may_work(day, on) for day in days), next(open_, None))

    def after(self, start: date, amount: int, on: date | None = None) -> Reckoned:
        """Give the day on which ``amount`` working days end at the earliest; the first is out."""
        day, open_year = start, None
        while amount > 0:
            day += _DAY
            amount -= self.may_work(day, on)
            if open_year is None and self._is_open(day, on):
                open_year = self._open_year(day, on)
        return Reckoned(day, open_year)

    def rolled(self, day: date, on: date | None = None) -> Reckoned:
        """Give the day itself, or the first one after it that may be worked (第二百零三条)."""
        later = day
        while self.state(later, on) == "off" or not (later == day or self.may_work(later, on)):
            later += _DAY
        open_ = self._open_year(later, on) if self._is_open(later, on) else None
        return Reckoned(later, open_)

    def may_work(self, day: date, on: date | None = None) -> bool:
        """Say whether a day is worked or, not being announced, could still become so."""
        state = self.state(day, on)
        if state != "unannounced":
            return state == "working"
        return day.weekday() < _SATURDAY or _may_be_exchanged(day)

    def _recorded(self, day: date, on: date | None) -> bool | None:
        """Say what the office's record tells of a day; a year that it names follows the week."""
        known = [notice for notice in self.own if notice.known(on)]
        named = next((dict(n.days)[day] for n in known if day in dict(n.days)), None)
        if named is None and any(notice.year == day.year for notice in known):
            return day.weekday() < _SATURDAY
        return named

    def _announced(self, year: int, on: date | None) -> bool:
        return announced(year, on) or any(n.year == year and n.known(on) for n in self.own)

    def _is_open(self, day: date, on: date | None) -> bool:
        return self.state(day, on) == "unannounced"

    def _open_year(self, day: date, on: date | None) -> int:
        years = (year for year in governing_years(day) if not self._announced(year, on))
        return next(years, day.year)


def _may_be_exchanged(day: date) -> bool:
    """Say whether a day of a weekend could become one worked for a longer holiday."""
    feasts = {
        shift
        for shift in range(-_REACH, _REACH + 1)
        if day + shift * _DAY in statutory_days((day + shift * _DAY).year)
    }
    return bool(feasts) and feasts.isdisjoint(range(-_ADJOINING, 0))


NATIONAL = Calendar()
"""What law and notices say, without an office's record."""


def _days_after(start: date, end: date) -> Iterator[date]:
    for ordinal in range(start.toordinal() + 1, end.toordinal() + 1):
        yield date.fromordinal(ordinal)
