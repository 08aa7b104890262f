"""法定节假日: the days off for everybody by 全国年节及纪念日放假办法, without any yearly notice."""

from datetime import date, timedelta
from functools import cache

from gongkai_lint.law.instrument import InForce

# New Year by the lunar calendar (MMDD), 清明 (the day of April), 端午 and 中秋 (MMDD); two other
# programs give the same days (tests/law/test_festivals.py).
_MOVING = {
    2000: (205, 4, 606, 912), 2001: (124, 5, 625, 1001), 2002: (212, 5, 615, 921),
    2003: (201, 5, 604, 911), 2004: (122, 4, 622, 928), 2005: (209, 5, 611, 918),
    2006: (129, 5, 531, 1006), 2007: (218, 5, 619, 925), 2008: (207, 4, 608, 914),
    2009: (126, 4, 528, 1003), 2010: (214, 5, 616, 922), 2011: (203, 5, 606, 912),
    2012: (123, 4, 623, 930), 2013: (210, 4, 612, 919), 2014: (131, 5, 602, 908),
    2015: (219, 5, 620, 927), 2016: (208, 4, 609, 915), 2017: (128, 4, 530, 1004),
    2018: (216, 5, 618, 924), 2019: (205, 5, 607, 913), 2020: (125, 4, 625, 1001),
    2021: (212, 4, 614, 921), 2022: (201, 5, 603, 910), 2023: (122, 5, 622, 929),
    2024: (210, 4, 610, 917), 2025: (129, 4, 531, 1006), 2026: (217, 5, 619, 925),
    2027: (206, 5, 609, 915), 2028: (126, 4, 528, 1003), 2029: (213, 4, 616, 922),
    2030: (203, 5, 605, 912), 2031: (123, 5, 624, 1001), 2032: (211, 4, 612, 919),
    2033: (131, 4, 601, 908), 2034: (219, 5, 620, 927), 2035: (208, 5, 610, 916),
    2036: (128, 4, 530, 1004), 2037: (215, 4, 618, 924), 2038: (204, 5, 607, 913),
    2039: (124, 5, 527, 1002), 2040: (212, 4, 614, 920), 2041: (201, 4, 603, 910),
    2042: (122, 4, 622, 928), 2043: (210, 5, 611, 917), 2044: (130, 4, 531, 1005),
    2045: (217, 4, 619, 925), 2046: (206, 4, 608, 915), 2047: (126, 5, 529, 1004),
    2048: (214, 4, 615, 922), 2049: (202, 4, 604, 911), 2050: (123, 4, 623, 930),
}  # fmt: skip
_DAY = timedelta(days=1)
# What each edition of the 办法 gives: days of May, days of the lunar New Year counted from the
# first day of the year, and whether 清明, 端午 and 中秋 are among them.
_EDITIONS = (
    (InForce(date(1999, 9, 18), date(2007, 12, 31)), 3, (0, 1, 2), False),
    (InForce(date(2008, 1, 1), date(2013, 12, 31)), 1, (-1, 0, 1), True),
    (InForce(date(2014, 1, 1), date(2024, 12, 31)), 1, (0, 1, 2), True),
    (InForce(date(2025, 1, 1)), 2, (-1, 0, 1, 2), True),
)
_NATIONAL = ((10, 1), (10, 2), (10, 3))
FIRST_YEAR, LAST_YEAR = min(_MOVING), max(_MOVING)


@cache
def statutory_days(year: int) -> frozenset[date]:
    """Give the statutory days off of a year from 2000 to 2050; none are known of other years."""
    if year not in _MOVING:
        return frozenset()
    _, may, around_new_year, moving = next(
        edition for edition in _EDITIONS if edition[0].on(date(year, 1, 1))
    )
    new_year, clear, dragon, autumn = _MOVING[year]
    days = {date(year, 1, 1), *(date(year, month, day) for month, day in _NATIONAL)}
    days |= {date(year, 5, day) for day in range(1, may + 1)}
    days |= {_day(year, new_year) + shift * _DAY for shift in around_new_year}
    if moving:
        days |= {date(year, 4, clear), _day(year, dragon), _day(year, autumn)}
    return frozenset(days)


def _day(year: int, month_and_day: int) -> date:
    return date(year, *divmod(month_and_day, 100))
