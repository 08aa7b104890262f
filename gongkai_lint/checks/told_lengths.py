"""From when, until when and how long something lasts, where one sentence tells all three."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from gongkai_lint.law.calendar import Calendar
from gongkai_lint.law.reckoning import days_in, last_day
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT, parse_number
from gongkai_lint.patterns import compiled

_DATE = compiled(r"(?:(?P<year>20\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?!内|以内)")
_BEGINS = compiled(
    r"(?:[自从由]|始于|(?:起始|起算|生效|施行|实施|执行|启用|开始)(?:日期?|时间)?"
    r"(?:为|是|：|定于|于)?)[ ]?$"
)
_BEGUN = compiled(
    r"(?:[零0]时|当日)?(?:起(?!草)|开始|(?:正式)?(?:施行|生效|启用))|[ ]?(?:[至—－~～–-]|到(?!期))"
)
_ENDS = compiled(
    r"(?:[至到—－~～–-]|止于|截[至止](?:日期)?(?:为|是|：|于)?"
    r"|(?:届满|终止|截止|失效|到期)(?:日期?|时间)?(?:为|是|：|于)?)[ ]?$"
)
_ENDED = compiled(r"(?:24时)?(?:止|终止|届满|失效|废止|期满|到期|截止|结束)")
_LENGTH = compiled(
    r"(?:(?:有效|执行|实施|适用|试行|试用|试点|过渡|公示|公告|展示|服务|合同|聘|租|建设|报名|申报"
    r"|征集|征求意见|整治)(?:期限?|时限)"
    r"|期限|有效|试行|实行|暂行|为期|周期|公示|公告|[，（]共计?)(?:时间)?[为是：共]?[ ]?"
    rf"(?P<number>{COUNT}{{1,3}})[ ]?个?(?P<unit>工作日|周年|年|月|日|天)(?![前底份度内初末代\d])"
)
_MONTHS = {"年": 12, "周年": 12, "月": 1}
_WORK = "工作日"


class Lasting(NamedTuple):
    """What a sentence tells: the first day, the last one and how long it lasts, with places."""

    first: date
    begin: Span
    last: date
    end: Span
    length: Span
    number: int
    unit: str

    def ends(self, calendar: Calendar) -> tuple[date, ...]:
        """Give the last days that agree, the likeliest first; the first day counts or does not.

        None where a year's working days are not yet known.
        """
        if self.unit in _MONTHS:
            last = months_on(self.first, self.number * _MONTHS[self.unit])
            return last, last + timedelta(days=1)
        if self.unit != _WORK:
            return tuple(self.first + timedelta(days=self.number - less) for less in (1, 0))
        starts = (self.first - timedelta(days=1), self.first)
        reckoned = [last_day(start, self.number, "workday", calendar) for start in starts]
        known = [one.day for one in reckoned if one and one.open_year is None]
        return tuple(known) if len(known) == len(starts) else ()

    def is_day_over(self) -> bool:
        """Say whether a length of years or months ends on the day of its beginning, not before."""
        if self.unit not in _MONTHS:
            return False
        last = months_on(self.first, self.number * _MONTHS[self.unit])
        return self.last == last + timedelta(days=1)


def told_lengths(document: Document, spans: Sequence[Span]) -> Iterator[Lasting]:
    """Yield what sentences tell that have one first day, one last day and one length."""
    seen: set[Span] = set()
    for span in spans:
        for found in _LENGTH.finditer(document.text, *span):
            sentence = document.sentence(Span(*found.span()))
            if sentence not in seen:
                seen.add(sentence)
                told = _read(document, sentence)
                if told:
                    yield told


def _read(document: Document, sentence: Span) -> Lasting | None:
    lengths = list(_LENGTH.finditer(document.text, *sentence))
    days = list(_days(document, sentence))
    begins = [(day, span) for day, span in days if _is(document.text, span, _BEGINS, _BEGUN)]
    ends = [(day, span) for day, span in days if _is(document.text, span, _ENDS, _ENDED)]
    if not len(lengths) == len(begins) == len(ends) == 1 or begins == ends:
        return None
    number = parse_number(lengths[0]["number"])
    if number is None:
        return None
    length = Span(*lengths[0].span())
    return Lasting(*begins[0], *ends[0], length, number, lengths[0]["unit"])


def _days(document: Document, sentence: Span) -> Iterator[tuple[date, Span]]:
    """Yield the days of a sentence; one that lacks year or month has those of the one before."""
    issued = document.date_of_issue
    year, month = (issued.year if issued else None), None
    for found in _DATE.finditer(document.text, *sentence):
        told = int(found["month"]) if found["month"] else month
        if found["year"]:
            year = int(found["year"])
        elif year and told and month and told < month:
            year += 1
        month = told
        day = _day(year, month, int(found["day"]))
        if day:
            yield day, Span(*found.span())


def _is(text: str, day: Span, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    lead = text[max(0, day.start - 10) : day.start]
    return bool(before.search(lead) or behind.match(text, day.end))


def _day(year: int | None, month: int | None, day: int) -> date | None:
    try:
        return date(year, month, day) if year and month else None
    except ValueError:
        return None


def months_on(first: date, months: int) -> date:
    """Give the day before the same day months later, or the month's end where there is none."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    longest = days_in(year, month + 1)
    if first.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, first.day) - timedelta(days=1)
