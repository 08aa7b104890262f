"""Dates in running text: 2020年11月底前, 到2018年, 年底前, 3月1日至5月31日, “十四五”末."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gongkai_lint.model.document import TimeExpression, TimeKind, TimeRole
from gongkai_lint.model.span import Span
from gongkai_lint.structure.date_words import day_of, last_day, read_year
from gongkai_lint.structure.time_roles import Context
from gongkai_lint.text import parse_number

_S = "[ \u3000\xa0]{0,2}"
_N = "[0-9一二三四五六七八九十廿]{1,3}"
_ANCHOR = re.compile("[年月季旬]|十[一二三四五六]五")
_YEAR_HEAD = re.compile(
    rf"(?P<year>(?:1|2)\d{{3}}|[一二][〇零○◯O0九Ｏ一二三四五六七八]{{3}}){_S}年{_S}度?(?:的|内)?"
    rf"|(?P<word>今|明|当|本|同|次|每|翌|前一|后一)年度?(?:的)?{_S}"
)
_REST = (
    rf"(?P<month>{_N}){_S}月(?:份)?{_S}(?:(?P<day>{_N}){_S}(?:日|号|(?=[前至到止]))|(?P<part>底|末|初|[上中下]旬))?"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度末?"
    r"|年?(?P<end>[底末])|(?P<start>初)|(?P<season>[春夏秋冬]季?)"
)
_AFTER_YEAR = re.compile(rf"(?:{_REST})?")
_YEARLESS = re.compile(rf"(?:{_REST})|年(?P<within>内)|(?P<every>每(?:个月|月|季度|季))(?:的)?(?:{_N}日|[底末]|[上中下]旬)?|月(?P<month_end>[底末])")
_PLAN = re.compile("[“\"「‘]?十([一二三四五六])五[”\"」’]?(?:(末)|(期间|时期|规划期))")
_BEFORE = re.compile(rf"{_S}(?:[（][^（）\n]{{1,8}}[）])?(?P<before>以前|之前|前)(?!后|期|述|款|[一二三四五六七八九十两]|\d|置|提|瞻)")
_UNTIL = re.compile(rf"{_S}(?:24时|2[0-4]:00|\d\d?时)?{_S}止")
_SINCE = re.compile(rf"{_S}(?:起|开始|始)(?P<effect>[^，。；\n]{{0,8}}?(?:施行|实施|执行|生效))?")
_EFFECT = re.compile(rf"{_S}(?:正式)?(?:施行|生效|实施|执行)")
_RANGE = re.compile(rf"{_S}[日]?(?:至|到|[—－~～–-]{{1,2}}){_S}(?:同年)?")
_TO = re.compile(r"(?:到|至|截至|截止到?|截止至)$")
_FROM = re.compile(r"(?:自|从)$")
_AT = re.compile(r"(?:于|在|不迟于|不晚于|最迟|最晚|力争|争取|确保|务必|截止(?:时间|日期)(?:为|：)?|(?:时间|日期|期限)(?:为|：|截至|是))$")
_LINE_HEAD = re.compile(r"^[ \u3000|？?]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．][ \u3000]*)?(?:.*\|)?[ \u3000]*$")
_NUMBERS = frozenset("0123456789一二三四五六七八九十〇零○◯OＯ廿")
_PLAN_END = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_PART_DAY = {"初": 10, "上旬": 10, "中旬": 20}
_PAST = re.compile(r"已|了|来|曾|以来|原|出生|取得|参加|登记|购买")


class _Date(NamedTuple):
    """A calendar expression: its span, the last day it means, how exact it is."""

    span: Span
    words: re.Match[str]
    year: int | None
    year_word: str
    day: date | None


def find_dates(context: Context, span: Span) -> Iterator[TimeExpression]:
    """Yield the calendar expressions of a span that set a time."""
    done = span.start
    for hit in _ANCHOR.finditer(context.text, *span):
        if hit.start() < done:
            continue
        time, end = _at(context, hit, done)
        done = max(done, end)
        if time:
            done = max(done, time.span.end)
            yield time


def _at(context: Context, hit: re.Match[str], limit: int) -> tuple[TimeExpression | None, int]:
    if hit[0].startswith("十"):
        return _plan(context, max(limit, hit.start() - 1))
    start = _head(context.text, hit.start(), limit)
    found = _read(context, start)
    if found is None:
        return None, hit.end()
    return _judge(context, found), found.span.end


def _head(text: str, at: int, limit: int) -> int:
    """Give where the numerals before 年 or 月 begin, or the word (今, 每 …) before it."""
    start = at
    most = 4 if text[at] == "年" else 2 if text[at] == "月" else 1
    while start > limit and most and (text[start - 1] in _NUMBERS or text[start - 1] in " \u3000\xa0"):
        most -= text[start - 1] in _NUMBERS
        start -= 1
    while text[start] in " \u3000\xa0":
        start += 1
    if start == at and start > limit and text[start - 1] in "今明当本同次每翌上中下":
        start -= 1
    if start > limit and text[start - 1] == "第":
        start -= 1
    return start


def _read(context: Context, start: int) -> _Date | None:
    head = _YEAR_HEAD.match(context.text, start)
    rest = _AFTER_YEAR.match(context.text, head.end()) if head else _YEARLESS.match(context.text, start)
    if rest is None or (head is None and start and context.text[start - 1] in _NUMBERS):
        return None
    span = Span(start, rest.end())
    year = read_year(head["year"]) if head and head["year"] else None
    if year is not None and not 1900 <= year <= 2100:  # noqa: PLR2004
        return None
    word = (head["word"] if head else rest["every"] and "每") or ""
    if year is None and word != "每":
        year = _year(context, span, rest, word)
    found = _Date(span, rest, year, word if head and not head["year"] else ("" if head else "?"), None)
    return found._replace(day=_day(found, context))


def _year(context: Context, span: Span, rest: re.Match[str], word: str) -> int | None:
    groups = rest.groupdict()
    month, day = _month_day(groups)
    year = context.year_for(span, month, day)
    if word in {"明", "次", "翌", "后一"} and year:
        return (context.issued.year if context.issued else year) + 1
    if word == "今" and context.issued:
        return context.issued.year
    return year


def _month_day(groups: dict[str, str | None]) -> tuple[int, int]:
    if groups.get("month"):
        month = parse_number(groups["month"] or "") or 12
        return month, parse_number(groups.get("day") or "") or 31
    if groups.get("quarter"):
        return 3 * (parse_number(groups["quarter"] or "") or 4), 31
    if groups.get("half"):
        return (6, 30) if groups["half"] == "上" else (12, 31)
    return 12, 31


def _day(found: _Date, context: Context) -> date | None:
    if found.year is None:
        return None
    groups = found.words.groupdict()
    if groups.get("month_end"):
        return last_day(found.year, context.issued.month) if context.issued else None
    if groups.get("start") or groups.get("season"):
        return None
    month, day = _month_day(groups)
    if groups.get("day"):
        return day_of(found.year, month, day)
    part = groups.get("part")
    if part in _PART_DAY:
        return day_of(found.year, month, _PART_DAY[part])
    return last_day(found.year, month)


def _judge(context: Context, found: _Date) -> TimeExpression | None:
    """Decide whether a date sets a time, and which."""
    ranged = _ranged(context, found)
    if ranged:
        return ranged
    before = _BEFORE.match(context.text, found.span.end)
    if before:
        return _before(context, found, before.end())
    lead = context.before(found.span, 8)
    return _point(context, found, lead)


def _before(context: Context, found: _Date, end: int) -> TimeExpression:
    groups = found.words.groupdict()
    day = found.day
    if day and not any(groups.get(key) for key in ("day", "part", "end", "quarter", "half", "month_end", "within")):
        month = parse_number(groups.get("month") or "") or 1
        day = date.fromordinal(date(found.year or day.year, month, 1).toordinal() - 1)
    span = Span(found.span.start, end)
    return _time(context, found, span, day, _task_role(context, span, day))


def _task_role(context: Context, span: Span, day: date | None) -> TimeRole:
    sentence = context.sentence(span)
    if re.search("征求意见|意见建议|意见和建议", sentence) and re.search("反馈|期|止|提出", sentence):
        return "comment"
    if re.match("出生|已|登记|购买|取得|参加|的", context.after(span, 6).lstrip()):
        return "other"
    if day and context.issued and day.year < context.issued.year - 1:
        return "event"
    return "task"


def _time(
    context: Context, found: _Date, span: Span, day: date | None, role: TimeRole
) -> TimeExpression:
    kind: TimeKind = "absolute" if found.year_word == "" else "yearless"
    if found.year_word == "每":
        kind, day = "recurring", None
    return TimeExpression(span, kind, day, role=role, owner=context.has_owner(span))


def _point(context: Context, found: _Date, lead: str) -> TimeExpression | None:
    text, end = context.text, found.span.end
    until = _UNTIL.match(text, end)
    to, since = _TO.search(lead), _FROM.search(lead)
    groups = found.words.groupdict()
    precise = bool(groups.get("day"))
    start = found.span.start - (len(to[0]) if to else len(since[0]) if since else 0)
    span = Span(start, until.end() if until else end)
    began = _SINCE.match(text, end)
    if began or (since and _EFFECT.match(text, end)):
        return _effective(context, found, Span(start, (began or _EFFECT.match(text, end)).end()), began)  # type: ignore[union-attr]
    if until or (to and not since and _ahead(context, found.day)):
        if not until and not precise and not groups.get("month") and not groups.get("end"):
            return _time(context, found, span, found.day, "goal")
        return _time(context, found, span, found.day, _task_role(context, span, found.day))
    if found.year_word == "每" and (groups.get("month") or groups.get("end") or groups.get("quarter")):
        return _time(context, found, span, None, "task")
    if not _ahead(context, found.day):
        return None
    return _ahead_point(context, found, span, lead)


def _ahead_point(
    context: Context, found: _Date, span: Span, lead: str
) -> TimeExpression | None:
    groups = found.words.groupdict()
    at_head = bool(_LINE_HEAD.match(context.before(span, 400)))
    ends = any(groups.get(key) for key in ("end", "part", "quarter", "half", "within", "month_end"))
    exact = bool(groups.get("day"))
    if found.year_word == "?" and groups.get("quarter") is None and exact and not (at_head or _AT.search(lead)):
        return None
    if ends and groups.get("part") != "初":
        return _time(context, found, span, found.day, _task_role(context, span, found.day))
    if exact and (at_head or _AT.search(lead)):
        return _time(context, found, span, found.day, _task_role(context, span, found.day))
    if not groups.get("month") and at_head and context.after(span, 1) in {"，", ",", "："}:
        return _time(context, found, span, found.day, "goal")
    return None


def _ahead(context: Context, day: date | None) -> bool:
    """Say whether a day lies after the date of issue (or no date of issue is known)."""
    return day is not None and (context.issued is None or day > context.issued)


def _effective(
    context: Context, found: _Date, span: Span, began: re.Match[str] | None
) -> TimeExpression | None:
    named = bool(began is None or began["effect"] or _EFFECT.search(context.after(span, 12)))
    if not named and not _ahead(context, found.day):
        return None
    groups = found.words.groupdict()
    first = day_of(found.year, _first_month(groups), parse_number(groups.get("day") or "") or 1)
    return _time(context, found, span, first, "effective" if named else "other")


def _first_month(groups: dict[str, str | None]) -> int:
    return parse_number(groups.get("month") or "") or 1


def _ranged(context: Context, found: _Date) -> TimeExpression | None:
    joint = _RANGE.match(context.text, found.span.end)
    if joint is None:
        return None
    second = _range_end(context, found, joint.end())
    if second is None or second.day is None:
        return None
    start = found.span.start
    lead = context.before(found.span, 1)
    start -= lead in {"自", "从"}
    until = _UNTIL.match(context.text, second.span.end)
    span = Span(start, until.end() if until else second.span.end)
    if not _ahead(context, second.day):
        return None
    role = _task_role(context, span, second.day)
    exact = bool(second.words.groupdict().get("day"))
    return TimeExpression(
        span, "period", second.day, role=role if exact else "other", owner=context.has_owner(span)
    )


_SECOND_DAY = re.compile(rf"(?P<day>{_N}){_S}[日号]")


def _range_end(context: Context, first: _Date, start: int) -> _Date | None:
    if (head := _YEAR_HEAD.match(context.text, start)) and head["year"]:
        return _read(context, start)
    second = _AFTER_YEAR.match(context.text, start)
    if second and second["month"]:
        found = _Date(Span(start, second.end()), second, first.year, "", None)
        return found._replace(day=_day(found, context))
    only = _SECOND_DAY.match(context.text, start)
    if only and first.day:
        day = day_of(first.day.year, first.day.month, parse_number(only["day"]))
        return _Date(Span(start, only.end()), only, first.year, "", day)
    return None


def _plan(context: Context, start: int) -> tuple[TimeExpression | None, int]:
    found = _PLAN.match(context.text, start) or _PLAN.match(context.text, start + 1)
    if found is None:
        return None, start + 2
    day = date(_PLAN_END[found[1]], 12, 31)
    if not _ahead(context, day):
        return None, found.end()
    span = Span(*found.span())
    return TimeExpression(span, "absolute", day, role="goal", owner=context.has_owner(span)), found.end()
