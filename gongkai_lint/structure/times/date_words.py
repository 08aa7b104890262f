"""Words of dates and the day they mean, sound or damaged."""

from datetime import date

from gongkai_lint.law.reckoning import days_in
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled

DIGITS = "0-9０-９"
NUMERALS = "一二三四五六七八九十〇零○◯ＯOoО"
_ZEROS = dict.fromkeys(map(ord, "ΟοоО◎⚪⭕囗〇○◯ＯO零o0"), "〇")
_SPACES = compiled(r"\s+")
_SOUND = compiled(
    rf"([{DIGITS}]{{4}}|[一二][{NUMERALS}{DIGITS}]{{3}})[年./．\-－—]"
    rf"([{DIGITS}]{{1,2}}|[元{NUMERALS}]{{1,3}})[月./．\-－—]"
    rf"([{DIGITS}]{{1,2}}|[{NUMERALS}廿卅]{{1,3}})[日号號]?"
)
_DAMAGED = compiled(r"[\s{}年月日号號./\-]*(?:19|20)\d\d[\s\d年月日号號./\-{}]*")
_NUMBER = compiled(r"\d+")
_YEAR_LENGTH = 4
_FULL_LENGTH = 8


def parse_date(words: str) -> date | None:
    """Read a date as officials write it, or as conversion damaged it; None where it is none."""
    return sound_date(words) or repair_date(words)


def sound_date(words: str) -> date | None:
    """Read an undamaged date: 2020年1月2日, 二○二○年一月二日, 2020.1.2, 2020-1-2, 2020/1/2."""
    found = _SOUND.fullmatch(_SPACES.sub("", words))
    return day_of(read_year(found[1]), _count(found[2]), _count(found[3])) if found else None


def repair_date(words: str) -> date | None:
    """Read a date that lost its 年月日 (2017420, 2017615日, 2017 4 20); None if two days fit."""
    if not _DAMAGED.fullmatch(words):
        return None
    first, *rest = _NUMBER.findall(words)
    groups = [group for group in (first[_YEAR_LENGTH:], *rest) if group]
    year = int(first[:_YEAR_LENGTH])
    if len(groups) == 1 and len(first) <= _FULL_LENGTH:
        return _only_day(year, groups[0])
    return day_of(year, int(groups[0]), int(groups[1])) if len(groups) == 2 else None  # noqa: PLR2004


def _only_day(year: int, digits: str) -> date | None:
    full = len(digits) == _FULL_LENGTH - _YEAR_LENGTH
    cuts = (2,) if full else tuple(cut for cut in (1, 2) if digits[cut : cut + 1] not in {"", "0"})
    days = {day_of(year, int(digits[:cut]), int(digits[cut:])) for cut in cuts} - {None}
    return days.pop() if len(days) == 1 else None


def _count(words: str) -> int | None:
    return parse_number(words.replace("元", "一"))


def read_year(words: str) -> int | None:
    """Read the four numerals of a year with whatever stands for its zero."""
    return parse_number(words.translate(_ZEROS))


def day_of(year: int | None, month: int | None, day: int | None) -> date | None:
    """Give the day, or None where there is no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):  # the month of a damaged date may have ten digits
        return None


def last_day(year: int, month: int) -> date | None:
    """Give the last day of a month."""
    return date(year, month, days_in(year, month)) if 1 <= month <= 12 else None  # noqa: PLR2004
