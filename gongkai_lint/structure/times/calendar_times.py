"""Which calendar words set a time: 2020年11月底前, 到2018年, 自2019年1月1日起施行, ranges."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from gongkai_lint.model.document import TimeExpression, TimeKind, TimeRole
from gongkai_lint.model.issue import IN_FORCE
from gongkai_lint.model.span import Span
from gongkai_lint.numerals import COUNT
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.times.calendar_words import (
    CalendarWords,
    S,
    read_calendar,
    read_range_end,
)
from gongkai_lint.structure.times.conditions import is_condition, must_act
from gongkai_lint.structure.times.roles import Context
from gongkai_lint.structure.times.years import (
    is_ahead,
    is_just_past,
    is_of_each,
    running_year,
    with_month,
    year_of,
)

_ANCHOR = compiled("[年月季]|半年|十[一二三四五六]五")
_PLAN = compiled('[“"「‘]?十([一二三四五六])五[”"」’]?(?:末|期间|时期|规划期)')
_PLAN_END = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_HOUR = (
    rf"(?:{S}[（][^（）\n]{{1,8}}[）])?{S}(?:[上下中]午|晚上?)?"
    rf"(?:{S}(?:\d\d?|零)(?:时|点|[：:]\d\d))?{S}"
)
_BEFORE = compiled(
    rf"{_HOUR}(?:下班)?(?:以前|之前|前(?![后期述款置瞻半几数一二三四五六七八九十两\d]|提(?![交出供请报升])))"
)
_LATER = compiled(rf"{S}[之以]?后(?!续)")
_UNTIL = compiled(rf"{_HOUR}止")
_SINCE = compiled(rf"{_HOUR}(?:起|开始)(?:[^，。；\n]{{0,8}}?(?:{IN_FORCE}))?")
_COUNTED = compiled(
    rf"{_HOUR}(?:起|开始)?[，]?(?:在|于)?(?:{COUNT}{{1,5}}|半){S}个?半?{S}(?:工作日|小时|日|天|月|周|年)(?!代)"
)
_BEGUN = compiled("起|开始")
_EFFECT = compiled(rf"[，]?{S}(?:正式|全面)?{S}(?:{IN_FORCE})")
_EFFECTS = frozenset({"施行", "实施", "执行", "实行", "生效"})
_RANGE = compiled(rf"{_HOUR}(?:至|到|[—－~～–-]{{1,2}}){S}(?:[同当]年|(?P<next>[次翌])年)?")
# 5月14日至20日为茶文化周; 茶季（4月1日至10月20日）: what a stretch is, not what is due in it.
_EXPLAINED = compiled(r"(?:为|是)(?!期|止)|[）](?=[是为])")
_AFTER_RANGE = compiled(r"\d{4}年?[至到—－~～–-]{1,2}$")
_TO = compiled(r"(?:(?:自?即日|从?现在)起[，]?)?(?:截[至止]到?|截止至|到|至)$")
_FROM = compiled(r"[自从]$")
_AT = compiled(
    r"(?:(?<![关由基对鉴至属等])于|在|不迟于|不晚于|最迟|最晚|力争|争取|确保|务必|定于|定在|截[止至](?:时间|日期|日)|最后一[日天]|时间|日期|期限|时限)"
    r"(?:为|：|截至|是|到)?$"
)
_LINE_HEAD = compiled(
    r"[ \u3000|？?]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．：][ \u3000]*)?"
    r"(?:[^\n]*\|)?[ \u3000]*"
)
_NARRATED = compiled(
    r"[^，。；\n]{0,14}?(?:召开的|印发的|发布的|公布的|修订的|通过|了|以来|为止|批准)"
)
_REPORTED = compiled(r"[^。；\n]{0,24}?(?:已|了|增长|下降|同比|余额|常住|以来|累计)")
_PAST_YEAR = compiled(r"(?:前一|上一|上|去)年?$")
_EVERY_YEAR = compiled(
    r"每(?:学?年度?|届)[^，。；\n]{0,6}$|每[两二三四五\d]年[^。；\n]{0,24}$|年[初中][和、及与]$"
)
_TERM = compiled("(?:期限|[任租效]期)[^。；\\n]{0,30}$")
_VALID = compiled(r"有效期限?(?:为|自)?$")
_BYGONE = compiled(
    r"[^，。；\n]{0,12}?(?:出生|已|登记|购买|取得|参加|年满|入学|毕业|签订|发放|核发|申请|注册|落户)"
)
_ALREADY = compiled("已|出生|年满")
_IS = compiled("[）]?(?:是(?!否)|为(?![期了])|属于)")  # 今年5月18日是茶文化日
_HOLIDAY = compiled("放假|调休|上班")
_COMMENT = compiled(
    "征求意见|听取意见|公开听取|意见建议|意见和建议|公开征集|征集意见|提出意见|反馈意见"
)
_CLOSING = compiled(
    r"(?:截[至止稿]|报名|申报|提交|报送|反馈|投稿|征稿)(?:日期|时间|期限|时限)(?:为|是|：)$"
)
# 年底考核 names a thing of every year, not a day by which something is due.
_YEARLY = compiled(
    "(?:机关|单位|目标|综合|绩效|工作|党建|干部|述职)*"
    "(?:考核|考评|测评|评议|述职|总结|决算|结算|盘点|核定|常住|存量|余额|慰问|奖励?|分红)"
)
_DONE = compiled(
    "(?:全部|全面|基本|组织|正式)?"
    "(?:完成|建成|竣工|投入|启用|开工|启动|开展|上线|开通|验收|印发|出台)(?!了|的|后)"
)
_ENDS = frozenset({"month_end", "year_end", "within", "this_month_end"})
_DAYS = _ENDS | {"day", "month"}
# that something is to be done by a day, though it is over: 最迟于2026年2月底拨付
_DUE = compiled(r"(?:最[迟晚]|至迟|不[迟晚]于|务必|确保)[于在]?$")
_NOTHING_DONE = compiled(r"[^一-鿿]|的|且|[并和]|$")  # 参保不晚于2025年6月30日的
_LOOSE = frozenset({"part", "quarter", "half"})


def find_dates(context: Context, span: Span) -> Iterator[TimeExpression]:
    """Yield the calendar expressions of a span that set a time."""
    done = span.start
    for hit in _ANCHOR.finditer(context.text, *span):
        if hit.start() < done:
            continue
        if hit[0][0] == "十":
            time = _plan(context, max(done, hit.start() - 1))
        else:
            words = with_month(context, read_calendar(context.text, hit.start(), done))
            time = _judge(context, words) if words else None
            done = max(done, words.span.end if words else 0)
        if time:
            done = max(done, time.span.end)
            yield time


def _plan(context: Context, start: int) -> TimeExpression | None:
    found = _PLAN.match(context.text, start) or _PLAN.match(context.text, start + 1)
    if found is None:
        return None
    day = date(_PLAN_END[found[1]], 12, 31)
    if not is_ahead(context, day):
        return None
    return TimeExpression(Span(*found.span()), "absolute", day, role="goal")


def _judge(context: Context, words: CalendarWords) -> TimeExpression | None:
    if words.grain == "every":
        before = _BEFORE.match(context.text, words.span.end)
        end = before.end() if before else words.span.end
        return _time(context, words, Span(words.span.start, end), None, role="task")
    lead = context.before(words.span, 9)
    if not words.explicit:
        if _PAST_YEAR.search(lead):
            return None
        if _EVERY_YEAR.search(context.before(words.span, 30)) or is_of_each(context, words):
            words = words._replace(year_word="每")
    if _LATER.match(context.text, words.span.end):
        return None
    counted = _COUNTED.match(context.text, words.span.end) if words.grain == "day" else None
    if counted and (_FROM.search(lead) or _BEGUN.search(counted[0])):
        return None  # what is counted from the day is the time
    year = year_of(context, words)
    for reading in (_ranged, _before, _since, _until):
        time = reading(context, words, year, lead)
        if time:
            return time
    return _point(context, words, year, lead)


def _time(
    context: Context, words: CalendarWords, span: Span, day: date | None, *, role: TimeRole
) -> TimeExpression:
    kind: TimeKind = "absolute" if words.explicit else "yearless"
    if words.year_word == "每":
        kind, day = "recurring", None
    elif words.grain == "start":
        kind = "vague"
    if words.grain == "this_month_end" and context.issued:
        day = words._replace(month=context.issued.month).last(context.issued.year)
    return TimeExpression(span, kind, day, role=role, owner=context.has_owner(span))


def _role(context: Context, span: Span, day: date | None) -> TimeRole:
    sentence = context.sentence(span)
    if is_condition(context, span):
        return "other"
    if _COMMENT.search(sentence + context.heading(span)):
        return "comment"
    if _HOLIDAY.search(sentence) or _IS.match(context.after(span, 4)):
        return "event"
    if _ALREADY.match(context.after(span, 4)):
        return "other"
    past = day is not None and not is_ahead(context, day)
    bygone = _BYGONE.match(context.after(span, 20)) and not must_act(context, span)
    if past and (bygone or _far(context, day)):
        return "other"
    return "task"


def _far(context: Context, day: date | None) -> bool:
    return bool(day and context.issued and day.year < context.issued.year - 1)


def _ranged(
    context: Context, words: CalendarWords, year: int | None, lead: str
) -> TimeExpression | None:
    joint = _RANGE.match(context.text, words.span.end)
    last = read_range_end(context.text, joint.end(), words) if joint else None
    if last is None:
        return None
    year = running_year(context, last, last.year or year)
    day = last.last(year + bool(joint and joint["next"]) if year else None)
    if not (is_ahead(context, day) or words.year_word == "每" or last.grain == "day"):
        return None
    tail = _UNTIL.match(context.text, last.span.end) or _BEFORE.match(context.text, last.span.end)
    span = Span(words.span.start - len(_tail(_FROM, lead)), tail.end() if tail else last.span.end)
    told = last.grain in {"day", "part", "month_end"} and (
        not _EXPLAINED.match(context.text, span.end)
        and (is_ahead(context, day) or words.year_word == "每")
    )
    role: TimeRole = _role(context, span, day) if told else "other"
    time = _time(context, words, span, day, role=role)
    return time if time.kind == "recurring" else time._replace(kind="period")


def _tail(pattern: re.Pattern[str], lead: str) -> str:
    found = pattern.search(lead)
    return found[0] if found else ""


def _before(
    context: Context, words: CalendarWords, year: int | None, lead: str
) -> TimeExpression | None:
    before = _BEFORE.match(context.text, words.span.end)
    if before is None:
        return None
    span = Span(words.span.start - len(_tail(_TO, lead)), before.end())
    day = words.eve(year)
    return _time(context, words, span, day, role=_role(context, span, day))


def _since(
    context: Context, words: CalendarWords, year: int | None, lead: str
) -> TimeExpression | None:
    begun = _SINCE.match(context.text, words.span.end)
    from_ = _tail(_FROM, lead)
    if begun is None and from_:
        begun = _EFFECT.match(context.text, words.span.end)
    if begun is None:
        return None
    recent = words.grain == "day" and is_just_past(context, words)
    year = context.issued.year if recent and context.issued else year
    span = Span(words.span.start - len(from_), begun.end())
    day = None if words.grain in {"start", "season"} else words.first(year)
    named = begun[0][-2:] in _EFFECTS or _EFFECT.match(context.text, span.end)
    ahead = recent or is_ahead(context, words.last(year))
    if not named and not ahead and words.grain != "season":
        return None
    return _time(context, words, span, day, role="effective" if named else "other")


def _until(
    context: Context, words: CalendarWords, year: int | None, lead: str
) -> TimeExpression | None:
    until = _UNTIL.match(context.text, words.span.end)
    to = _tail(_TO, lead)
    day = words.last(year)
    valid = _tail(_VALID, lead[: len(lead) - len(to)])
    start = words.span.start - len(to) - len(valid)
    span = Span(start, until.end() if until else words.span.end)
    if valid or (until and _TERM.search(context.before(span))):
        return _time(context, words, span, day, role="validity")
    if _AFTER_RANGE.search(lead):
        time = _time(context, words, span, day, role="other")
        return time._replace(kind="period") if day else None
    if until is None and not (to and is_ahead(context, day)):
        return None
    if words.grain == "year":
        return _time(context, words, span, day, role="goal")
    return _time(context, words, span, day, role=_role(context, span, day))


def _point(
    context: Context, words: CalendarWords, year: int | None, lead: str
) -> TimeExpression | None:
    time = partial(_time, context, words, words.span)
    day = words.last(year)
    if words.year_word == "每":
        return time(None, role="task") if words.grain != "year" else None
    if words.grain == "start":
        return time(None, role="other") if is_ahead(context, words.first(year)) else None
    if not is_ahead(context, day):
        due = _is_closing(context, words) or _is_due(context, words, lead)
        return time(day, role="task") if due and words.explicit else None
    if words.grain in _ENDS | _LOOSE and _tells_state(context, words, lead):
        return None
    if words.grain in _ENDS or (words.grain in _LOOSE and (words.explicit or _AT.search(lead))):
        return time(day, role=_role(context, words.span, day))
    return _scheduled(context, words, day, lead)


def _is_closing(context: Context, words: CalendarWords) -> bool:
    """Say whether a day that is over stands behind 截止时间： and the like."""
    labelled = _CLOSING.search(context.before(words.span))
    return words.grain == "day" and labelled is not None


def _is_due(context: Context, words: CalendarWords, lead: str) -> bool:
    """Say whether a word before a day makes it the last one to do what follows it."""
    told = words.grain in _DAYS and _DUE.search(lead) is not None
    bare = _NOTHING_DONE.match(context.after(words.span, 1))
    return told and not bare and not is_condition(context, words.span)


def _tells_state(context: Context, words: CalendarWords, lead: str) -> bool:
    """Say whether the end of a stretch is when something was or is measured (年末余额)."""
    if words.grain == "year_end" and _YEARLY.match(context.text, words.span.end):
        return True
    return not _AT.search(lead) and _REPORTED.match(context.after(words.span)) is not None


def _scheduled(
    context: Context, words: CalendarWords, day: date | None, lead: str
) -> TimeExpression | None:
    """Judge a bare date: a time where it heads its line or follows 于, 时间： and the like."""
    at_head = bool(_LINE_HEAD.fullmatch(context.before(words.span, 400)))
    after = context.after(words.span, 16)
    if is_just_past(context, words):
        return None
    told = at_head or _AT.search(lead)
    if words.grain == "day" and told and (context.issued or "：" in lead or "截止" in lead):
        if _NARRATED.match(after) or not (context.issued or after.strip()):
            return None
        return _time(context, words, words.span, day, role=_role(context, words.span, day))
    ends = after.strip()[:1] in {"", "|", "。", "；"} or _DONE.match(after)
    if words.grain == "month" and words.explicit and told and ends:
        return _time(context, words, words.span, day, role=_role(context, words.span, day))
    if words.grain == "year" and words.explicit and at_head and after[:1] in {"，", "：", ","}:
        return _time(context, words, words.span, day, role="goal")
    return None
