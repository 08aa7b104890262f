"""Calendar words in running text (2020年11月底, 年底, 每年3月31日, 第三季度) and what they mean."""

import re
from datetime import date, timedelta

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import ORDINAL, parse_number
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.times.date_words import day_of, last_day, read_year

S = "[ \u3000\xa0]{0,2}"
_N = f"(?:[0-9]{{1,3}}|{ORDINAL}{{1,3}})"
_HEAD = compiled(
    rf"(?P<year>[12]\d{{3}}|[一二][〇零○◯O0Ｏ一二三四五六七八九]{{3}}){S}年{S}度?的?"
    r"|(?P<short>(?<![\d至到—－～~.-])[0-4]\d)年"  # 26年底, 26年9月; not 15年6个月, 10年内
    r"(?=[底末]|\d{1,2}月(?:\d{1,2}[日号]|[底末前初上中下])|[上下]半年|第?[一二三四]季度)"
    rf"|(?P<word>[今明当本同次每翌])年度?的?{S}(?:(?=年[底末内])年)?"
)
_REST = (
    rf"(?P<month>{_N}){S}月(?:份)?{S}"
    rf"(?:(?P<day>{_N}){S}(?:[日号]|(?=[前至到止—－~～–-]))|(?P<part>底|末|初|[上中下]旬))?"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度末?"
    r"|年?(?P<end>[底末])|年?(?P<start>初)|(?P<inside>内)|(?P<season>[春夏秋冬]季?)"
)
_AFTER_YEAR = compiled(f"(?:{_REST})?")
_ALONE = compiled(
    rf"(?:{_REST})|年(?P<within>内)"
    rf"|(?P<every>每)(?:个?月|季度?(?:末月|(?:第[一二三]|最后一)个月)?)的?"
    rf"(?:{_N}(?:日?[至—－-]{_N})?日|[底末]|[上中下]旬|最后一[日天])"
    rf"|[本当]?月(?P<month_end>[底末])"
    rf"|(?P<near>[本下])月(?P<near_day>{_N})[日号]"
)
_SECOND_DAY = compiled(rf"(?P<day>{_N}){S}[日号]")
_NUMERALS = frozenset("0123456789一二三四五六七八九十〇零○◯OＯ廿卅")
_BLANKS = " \u3000\xa0"
_NO_NUMBER_BEFORE = frozenset("0123456789一二三四五六七八九十百千廿卅两几数多")
_PART_DAY = {"上旬": 10, "中旬": 20}
_EARLIEST, _LATEST, _CENTURY = 1900, 2100, 2000


class CalendarWords(NamedTuple):
    """What the words say.

    ``grain`` is day, near_day (本月11日), month, month_end, this_month_end, part, quarter, half,
    year, year_end, within, start, season or every; ``year_word`` stands for a missing year (今, 明,
    当, 每 …), or month (本, 下).
    """

    span: Span
    grain: str
    year: int | None = None
    month: int = 12
    day: int = 0
    year_word: str = ""

    @property
    def explicit(self) -> bool:
        """Say whether the year is written out."""
        return self.year is not None

    def first(self, year: int | None) -> date | None:
        """Give the first day of the words in a year."""
        if self.grain in {"year", "year_end"}:
            return day_of(year, 1, 1)
        return day_of(year, self.month, self.day if self.grain == "day" else 1)

    def last(self, year: int | None) -> date | None:
        """Give the last day of the words in a year; None for 年初 and seasons."""
        if year is None or self.grain in {"start", "season"}:
            return None
        return day_of(year, self.month, self.day) if self.day else last_day(year, self.month)

    def eve(self, year: int | None) -> date | None:
        """Give the last day that lies 前: 2017年前 ends with 2016, 6月30日前 with that day."""
        if self.grain not in {"year", "month"}:
            return self.last(year)
        first = self.first(year)
        return first - timedelta(days=1) if first else None


def read_calendar(text: str, anchor: int, limit: int) -> CalendarWords | None:
    """Read the words around the 年, 月 or 季 at ``anchor``, which begin at ``limit`` or later."""
    start = _start(text, anchor, limit)
    head = _HEAD.match(text, start)
    if head:
        return _with_year(text, head)
    rest = _ALONE.match(text, start)
    if rest is None or (start > limit and text[start - 1] in _NO_NUMBER_BEFORE):
        return None
    return _filled(CalendarWords(Span(*rest.span()), "", year_word=rest["every"] or ""), rest)


def _start(text: str, anchor: int, limit: int) -> int:
    start = anchor
    most = {"年": 4, "月": 3}.get(text[anchor], 1)
    while start > limit and (text[start - 1] in _BLANKS or (most and text[start - 1] in _NUMERALS)):
        most -= text[start - 1] in _NUMERALS
        start -= 1
    while text[start] in _BLANKS:
        start += 1
    if start == anchor and start > limit and text[start - 1] in "今明当本同次每翌上下":
        start -= 1
    return start - (start > limit and text[start - 1] == "第")


def _with_year(text: str, head: re.Match[str]) -> CalendarWords | None:
    rest = _AFTER_YEAR.match(text, head.end())
    year = read_year(head["year"]) if head["year"] else None
    if head["short"]:
        year = _CENTURY + int(head["short"])
    if rest is None or (year is not None and not _EARLIEST <= year <= _LATEST):
        return None
    span = Span(head.start(), rest.end())
    return _filled(CalendarWords(span, "", year, year_word=head["word"] or ""), rest)


def _filled(words: CalendarWords, rest: re.Match[str]) -> CalendarWords:
    groups = rest.groupdict()
    month = parse_number(groups["month"] or "")
    if month is not None:
        part = groups["part"] or ""
        if groups["day"]:
            day = parse_number(groups["day"]) or 0
            return words._replace(grain="day", month=month, day=day)
        grain = {"": "month", "底": "month_end", "末": "month_end", "初": "start"}.get(part, "part")
        return words._replace(grain=grain, month=month, day=_PART_DAY.get(part, 0))
    if groups.get("near"):
        day = parse_number(groups["near_day"] or "") or 0
        return words._replace(grain="near_day", day=day, year_word=groups["near"] or "")
    if groups["quarter"]:
        return words._replace(grain="quarter", month=3 * (parse_number(groups["quarter"]) or 4))
    if groups["half"]:
        return words._replace(grain="half", month=6 if groups["half"] == "上" else 12)
    return words._replace(grain=_plain_grain(groups))


def _plain_grain(groups: dict[str, str | None]) -> str:
    names = {"end": "year_end", "start": "start", "season": "season", "within": "within",
             "inside": "within", "month_end": "this_month_end", "every": "every"}  # fmt: skip
    return next((grain for group, grain in names.items() if groups.get(group)), "year")


def read_range_end(text: str, start: int, first: CalendarWords) -> CalendarWords | None:
    """Read the second half of a range; it takes the year and month it lacks from the first."""
    head = _HEAD.match(text, start)
    if head and head["year"]:
        return _with_year(text, head)
    second = _AFTER_YEAR.match(text, start)
    if second and second["month"]:
        blank = CalendarWords(Span(start, second.end()), "", first.year, year_word=first.year_word)
        return _filled(blank, second)
    only = _SECOND_DAY.match(text, start)
    if only and first.grain == "day":
        day = parse_number(only["day"]) or 0
        return first._replace(span=Span(*only.span()), day=day)
    return None
