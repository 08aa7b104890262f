"""An office's record of a new 放假安排: one day a line, or an iCalendar file (.ics)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from gongkai_lint.errors import UsageError, plainly
from gongkai_lint.files import read_words
from gongkai_lint.law.calendar import OwnNotice
from gongkai_lint.law.notices import governing_years
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_DATE = r"(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?"
_LINE = compiled(rf"{_DATE}(?:\s*(?:至|到|—|~|～|－)\s*{_DATE})?\s*[,，:：]?\s*(休|放假|班|上班)")
_PUBLISHED = compiled(rf"公布(?:日期?)?\s*[:：]?\s*{_DATE}")
_FIELD = compiled(r"(?m)^(DTSTART|DTEND|SUMMARY)[^:\r\n]*:([^\r\n]*)")
_FOLDED = compiled(r"\r?\n[ \t]")
_EVENT = "BEGIN:VEVENT"
_BASIC = compiled(r"(\d{4})(\d{2})(\d{2})")
_HOW = "应一行写一天或一段，如“2027-02-05至2027-02-12 休”，调休上班的写“2027-02-20 班”"
_OFF = ("休", "放假")
# Longer than any arrangement: a year mistyped would otherwise name thousands of days.
_LONGEST = 31
_DAY = timedelta(days=1)


class _Named(NamedTuple):
    first: date
    last: date
    works: bool


def load_calendar(path: Path) -> tuple[OwnNotice, ...]:
    """Read the days off and working days that a file names, a notice for each year.

    Raises ``UsageError`` with every line that cannot be read.
    """
    try:
        text = read_words(path)
    except FileNotFoundError:
        raise UsageError(f"放假安排文件“{path}”不存在，请检查配置里 calendar 的路径。") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"放假安排文件“{path}”读不出来（{plainly(error)}）。请另存为 UTF-8 文本。"
        ) from None
    problems: list[str] = []
    published: list[date] = []
    events = _EVENT in text
    named = [*(_events(text) if events else _lines(text, published, problems))]
    if not named and not problems:
        problems.append("里面没有一天写明是休息日或者工作日" + ("" if events else f"，{_HOW}"))
    if problems:
        raise UsageError("\n".join(f"放假安排文件“{path}”{problem}。" for problem in problems))
    return _notices(named, published)


def _lines(text: str, published: list[date], problems: list[str]) -> Iterator[_Named]:
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.partition("#")[0].strip()
        if not words:
            continue
        said = _PUBLISHED.fullmatch(words)
        found = _LINE.fullmatch(words)
        if said and (day := _day(said.groups())):
            published.append(day)
        elif found and (one := _named(found.groups())):
            yield one
        else:
            problems.append(f"第 {number} 行“{words}”读不懂：{_HOW}")


def _named(parts: tuple[str | None, ...]) -> _Named | None:
    first = _day(parts[:3])
    last = _day(parts[3:6]) if parts[3] else first
    if first is None or last is None or not first <= last <= first + _LONGEST * _DAY:
        return None
    return _Named(first, last, parts[6] not in _OFF)


def _events(text: str) -> Iterator[_Named]:
    """Yield what the events of an .ics tell: those that say 休 or 假, and those that say 班."""
    for event in _FOLDED.sub("", text).split(_EVENT)[1:]:
        fields = {found[1]: found[2] for found in _FIELD.finditer(event)}
        summary = fields.get("SUMMARY", "")
        works = "班" in summary
        first = _basic(fields.get("DTSTART", ""))
        if first is None or not (works or "休" in summary or "假" in summary):
            continue
        end = _basic(fields.get("DTEND", "")) or first + _DAY  # the day after the last
        last = max(first, end - _DAY)
        if last <= first + _LONGEST * _DAY:
            yield _Named(first, last, works)


def _basic(words: str) -> date | None:
    found = _BASIC.match(words)
    return _day(found.groups()) if found else None


def _day(parts: tuple[str | None, ...]) -> date | None:
    try:
        year, month, day = (int(part or 0) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None


def _notices(named: list[_Named], published: list[date]) -> tuple[OwnNotice, ...]:
    """Give a notice for each year; the last days of December belong to the year named most."""
    days: dict[date, bool] = {}
    for one in named:
        for ordinal in range(one.first.toordinal(), one.last.toordinal() + 1):
            days[date.fromordinal(ordinal)] = one.works
    count = Counter(day.year for day in days).__getitem__
    years: dict[int, list[tuple[date, bool]]] = {}
    for day, works in sorted(days.items()):
        years.setdefault(max(governing_years(day), key=count), []).append((day, works))
    last = max(published, default=None)
    return tuple(OwnNotice(year, tuple(told), last) for year, told in sorted(years.items()))
