"""D10: dates and hours that do not exist, and weekdays that do not fit."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled

_N = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?P<year>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年)?"
_DATE = Pattern(
    rf"(?<![0-9一二三四五六七八九十〇○零年]){_YEAR}(?<![0-9.．])(?P<month>{_N})月(?P<day>{_N})日"
    rf"(?:\s*[-—–~～至到]+\s*(?P<last>{_N})日)?"
    r"(?:\s*[（(](?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])[）)])?",
    ("月",),
)
_MONTH = Pattern(
    r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?![\d一二三四五六七八九十])", ("月",)
)
# one sign of the three stands for another: 2024月11月6日
_MIXED = Pattern(
    r"(?<!\d)(?:19|20)\d\d(?:[月日]\d{1,2}月\d{1,2}日|年\d{1,2}日\d{1,2}日|年\d{1,2}月\d{1,2}月(?!\d))",
    ("月", "日"),
)
_HOUR = Pattern(
    r"(?<=[日至到—－~～-])[ 　]*"
    r"(?P<mark>(?<!\d)(?P<hour>\d{1,2})(?:时(?!间)|(?<=日\d\d)[：:][0-5]\d(?!\d)))",
    ("时", "：", ":"),
)
_LAST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS = "一二三四五六日"
_FIRST_YEAR, _LAST_HOUR, _DECEMBER = 1900, 24, 12


class ImpossibleDate(NamedTuple):
    """Yield what no calendar and no clock knows."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        text = view.document.text
        for offset, found in _DATE.finditer(text, *view.spans):
            match = _judge_date(view, found)
            if match:
                yield match._replace(span=match.span.shifted(offset))
        for offset, found in _MONTH.finditer(text, *view.spans):
            if not 1 <= int(found["month"]) <= _DECEMBER:
                yield Match(Span(*found.span()).shifted(offset), case="day")
        for offset, found in _MIXED.finditer(text, *view.spans):
            yield Match(Span(*found.span()).shifted(offset), case="mixed")
        for offset, found in _HOUR.finditer(text, *view.spans):
            if int(found["hour"]) > _LAST_HOUR:
                yield Match(Span(*found.span("mark")).shifted(offset), case="hour")


def _judge_date(view: View, found: re.Match[str]) -> Match | None:
    year, month, day = _number(found["year"]), _number(found["month"]), _number(found["day"])
    if month is None or day is None or (month > _DECEMBER and year is None):
        return None
    last = _number(found["last"])
    span = Span(*found.span())
    if not _exists(year, month, day) or (last is not None and not _exists(year, month, last)):
        return Match(span, case="day")
    if found["weekday"] is None or last is not None:
        return None
    said = _DAYS.index(found["weekday"].replace("天", "日"))
    years = [year] if year else _likely_years(view)
    real = [date(y, month, day).weekday() for y in years if _exists(y, month, day)]
    if not real or said in real:
        return None
    words = (("said", f"星期{_DAYS[said]}"), ("real", f"星期{_DAYS[real[0]]}"))
    return Match(span, words, case="weekday")


def _number(words: str | None) -> int | None:
    return parse_number(words) if words else None


def _exists(year: int | None, month: int, day: int) -> bool:
    if not 1 <= month <= _DECEMBER or not 1 <= day <= _LAST_DAY[month - 1]:
        return False
    if year is None or year < _FIRST_YEAR:
        return True
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _likely_years(view: View) -> list[int]:
    """Give the years that a date without one may mean; none where the document shows no date."""
    issued = view.document.judged_on
    if issued is None:
        titles = "".join(view.document.words(title.span) for title in view.document.of("title"))
        return [int(year) for year in compiled(r"(?:19|20)\d\d").findall(titles)]
    return [issued.year + shift for shift in (0, -1, 1)]


KIND = Kind(
    ImpossibleDate,
    "不存在的日期、时刻和对不上的星期",
    tells=("day", "mixed", "weekday", "hour"),
    words=("said", "real"),
)
