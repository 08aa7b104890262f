"""Periods in running text: 自受理之日起5个工作日内, 3个工作日内, 有效期2年, 自发布之日起施行."""

import re
from collections.abc import Iterator

from gongkai_lint.model.document import TimeExpression, TimeKind, TimeRole
from gongkai_lint.model.issue import GIVEN_OUT, IN_FORCE, MADE_PUBLIC, NOW
from gongkai_lint.model.span import Span
from gongkai_lint.numerals import parse_halves
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.times.roles import Context

_S = "[ \u3000\xa0]{0,2}"
_N = "[0-9一二三四五六七八九十百两]"
_PERIOD = compiled(
    rf"(?P<number>{_N}(?:{_N}|[零〇]){{0,5}}(?:[.．]\d)?|半)"
    rf"(?:{_S}[—－~～–\-至到]{{1,2}}{_S}(?P<last>{_N}{{1,4}}))?{_S}(?P<of>个半?{_S})?"
    rf"(?P<unit>工作日|小时|日|天|周年|月|年|星期|周|分钟)(?P<more>半(?!径|数|价|成|年))?"
    rf"(?P<tail>以内|之内|内|(?:左右)?的?时间内?|之前|前)?"
)
_CALENDAR_YEAR = compiled(r"\d{4}|二[〇零○]")
_UNITS = {
    "工作日": "workday", "日": "day", "天": "day", "小时": "hour", "月": "month", "年": "year",
    "周年": "year", "星期": "week", "周": "week", "分钟": "minute",
}  # fmt: skip
# Halves in the next smaller unit; a month's half is 15 days, as practice reckons it.
_HALVES = {"year": (6, "month"), "month": (15, "day"), "day": (12, "hour"), "hour": (30, "minute")}
_GLUED = frozenset("0123456789一二三四五六七八九十百两半几数〇零○.．第年月上下")
_WITHIN = frozenset({"以内", "之内", "内"})
_SELF = "(?:自(?![治然行主动觉愿己身我贸媒])|从(?![事业而严重]))"
_TIE = (
    "[，]?(?:算起|计算|计|的|内|在|满|已满|最迟|最长|至少|应当?在?|须在?|不超过|不得超过){0,3}[ ]?"
)
_ANCHORED = compiled(
    rf"{_SELF}(?P<anchor>[^，。；：\n]{{1,60}}?(?:之日|之时|日)?)(?:起|始|后){_TIE}$"
)
_BEHIND = compiled(
    r"(?:[^，。；：\n]*(?:应当?在?|须在?|[可将要]在|[在自于]))?"
    r"(?P<anchor>[^，。；：\s]{1,40}?(?:之日|之时)?)"
    rf"(?:起|以后|之后|后|[期届]满(?:之日)?前|之日前|之前){_TIE}$"
)
_TIED = compiled("[起后前]")
_EARLIER = compiled(
    rf"{_SELF}(?P<a>[^。；，\n]{{1,50}}?(?:之日|之时)?)起(?!草|诉)"
    r"|(?P<b>(?:收到|接到|取得|签订|作出|发生|发现|受理|提交|形成|印发|公布|发布|审核|确认)"
    r"[^，。；\n]{0,30}?)(?:后|之日起|时|的)?，"
)
# An event told in the clauses before the period: 重新送检时，; 船只沉没，; 提出申请的，.
_EVENT = compiled(
    r"(?P<c>[^，。；：\n]{2,40}?)(?<![同届及按平随有小临当定即])时，"
    r"|(?P<d>[^，。；：\n]{0,30}?"
    r"(?:提出|申请|发现|发生|收到|接到|报送|提交|送达|变更|变动|遗失|丢失|损毁|灭失|沉没|注销|到期|届满|期满"
    r"|补正|(?<!的)(?:举报|投诉)(?![率量较集多])|死亡|离职|迁出|迁入|终止|中止|撤销|通知|告知|认定|批准|转让|签订|逾期|停业|歇业|停产|受理|立案)"
    r"[^，。；：\n]{0,16}?)的?，"
)
# Two branches of one duty: 材料齐全的，应当在20日内答复；不齐全的，应当在20日内告知.
_BRANCH = compiled(r"^[^。；\n]{0,60}；[^。；\n]{2,60}$")
_ITEM = compiled(r"[ \u3000]*[（(][一二三四五六七八九十\d]{1,3}[）)]")
_MOST_ITEMS, _LONGEST_LEAD = 12, 200
_SAME_ACT = 4  # characters: 将协查结果…, 书面告知…
_JOINED = compiled(r"[，、](?:并|且|同时|再|也|另)[^，。；\n]{0,8}$")
_SENTENCE_END = compiled("[。；\n]")
_DATED = compiled(r"(?P<e>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?!以?前|之前|止|至)[^。；\n]{0,30}$")
# What something is like, not what must be done: 3个月内的检验单, 两个月以内的，, 60日内补办的，.
_DESCRIBED = compiled(r"的[^。：\n]|[^，。；：\n应须要]{1,30}的[，、；）]|[^，。；：\n]{0,8}过")
_VALID = compiled(r"有效期限?[^，。；\n满届]{0,14}$")
_LASTING = compiled(
    r"(?:(?:最迟)?(?:不|不得|不能|不应|不可)(?:超过|少于|低于|短于|超出|晚于)"
    r"|(?:可以?|能)再?延长|为期|期限为|周期为|公示期?|公告期?|留存|保存期?|保留)[ ]?$"
)
# A contract, a term of office lasts for years; of what these words tell, days are a limit.
_LASTING_DAYS = compiled(
    r"(?:(?:公示|公告|公开|征集|征求意见|听取意见|反馈意见|受理|报名|申报|听证|有效)的?(?:期限?|时限|时间)"
    r"|时限|(?:(?<=[，；（。])|^|发布)期限"
    r"|(?:期限?|时限|时间)(?:应当?|一般)?(?:至少|最多|最长|最短))[为是：]?[ ]?$"
)
_SHORT = frozenset({"workday", "day", "hour"})
_COUNTED_FROM = compiled(rf"[，（]?{_SELF}(?P<anchor>[^，。；：\n]{{1,30}}?)(?:算?起|开始)计?算?")
# …不晚于批复后20日: without 内, and still the last day.
_NO_LATER = compiled(
    r"(?:不(?:得|应|能)?[晚迟]于|不得超过|不超过|最晚|最迟|至迟)[^，。；：\n]{1,40}$"
)
_LATEST = compiled(r"最迟(?:不|不得)?(?:超过)?$")
_LOOKING_BACK = compiled(r"(?:近|最近|过去|前|上|这|连续|累计|每|(?<![届期])满|同一|任意)[ ]?$")
# 6个月内两次发生, 24小时内往返一次: a time that things are counted in, not one to act in.
_COUNTED = compiled(
    r"累计|连续|[因受曾有未]|无|没有|往返|(?:[二两三四五六七八九十\d]|\d\d)次(?!性)"
)
_BARRED = compiled("[^，。；]{0,4}(?:不予|不得|禁止|暂停|停止|取消)")
_IN_EFFECT = compiled(
    rf"(?:{_SELF}(?P<anchor>[^。；，：\n\d]{{0,20}}?(?:之日|(?:{GIVEN_OUT}|{MADE_PUBLIC})后?(?!之)))起?"
    rf"|[自从]?(?P<now>{NOW}|(?:{GIVEN_OUT}|{MADE_PUBLIC})之日)起)"
    rf"(?:[^，。；\n\d]{{0,4}}?(?:{IN_FORCE})|(?<=[发布行]之日起)(?=[，。]))"
)
_ISSUED = compiled(f"{GIVEN_OUT}|即日|本通知|本意见|本方案|文件")
_A_DAY = compiled(r"月\d{1,2}日(?:之日)?$")
_EFFECT = compiled(
    "[^，。；]{0,4}(?:施行|实施(?!方案|办法|细则|意见|计划|情况)|执行(?!力|情况)|实行(?![一-鿿])|生效)"
)
_CONSULTED = compiled("(?:征求|听取)意见(?!书|函|结束)|公开征集")
_GOAL = compiled("[^，。；]{0,8}(?:完成|建成|实现|达到|调整|形成|基本)")


def find_periods(context: Context, span: Span) -> Iterator[TimeExpression]:
    """Yield the periods of a span that limit, validate or put into effect."""
    text = context.text
    last: TimeExpression | None = None
    for found in _PERIOD.finditer(text, *span):
        if found.start() > span.start and text[found.start() - 1] in _GLUED:
            continue
        if found["unit"] == "年" and _CALENDAR_YEAR.match(found[0]):
            continue
        time = _judge(context, found)
        if time:
            time = _with_anchor_of(context, time, last)
            last = time
            yield time
    if "起" in text:
        for found in _IN_EFFECT.finditer(text, *span):
            where = Span(*found.span())
            anchor = context.original[slice(*found.span("anchor" if found["anchor"] else "now"))]
            yield TimeExpression(where, "relative", anchor=anchor, role="effective")


def _with_anchor_of(
    context: Context, time: TimeExpression, last: TimeExpression | None
) -> TimeExpression:
    """Give a period the anchor of the one before it: 靠泊后24小时内登记，并在3日内报告."""
    if time.anchor or last is None or not last.anchor or time.kind != "relative":
        return time
    between = context.text[last.span.end : time.span.start]
    joined = _JOINED.search(between) and not _SENTENCE_END.search(between)
    branch = _BRANCH.match(between) and (
        (time.amount, time.unit) == (last.amount, last.unit)
        or context.after(time.span, _SAME_ACT) == context.after(last.span, _SAME_ACT)
    )
    return time._replace(anchor=last.anchor) if joined or branch else time


def _judge(context: Context, found: re.Match[str]) -> TimeExpression | None:
    before = context.before(Span(*found.span()), 70)
    for reading in (_validity, _anchored, _within, _lasting):
        time = reading(context, found, before)
        if time:
            return time
    return None


def _validity(context: Context, found: re.Match[str], before: str) -> TimeExpression | None:
    lead = _VALID.search(before) if "有效期" in before else None
    if lead is None:
        return None
    return _time(context, found, lead.end() - lead.start(), "period")._replace(role="validity")


def _anchored(context: Context, found: re.Match[str], before: str) -> TimeExpression | None:
    start = max(before.rfind("自"), before.rfind("从"))
    lead = _ANCHORED.match(before, start) if start >= 0 else None
    if lead is None:
        return None
    anchor = _original(context, found, before, lead)
    return _time(context, found, len(before) - start, "relative", anchor=anchor)


def _original(context: Context, found: re.Match[str], before: str, lead: re.Match[str]) -> str:
    offset = found.start() - len(before)
    return context.original[offset + lead.start("anchor") : offset + lead.end("anchor")]


def _within(context: Context, found: re.Match[str], before: str) -> TimeExpression | None:
    tail = found["tail"]
    behind = _BEHIND.search(before[-50:]) if _TIED.search(before[-8:]) else None
    if tail is None and not (behind and (_NO_LATER.search(before) or _fills_cell(context, found))):
        return None
    if behind and (tail is None or tail in _WITHIN):
        anchor = _original(context, found, before[-50:], behind)
        lead = len(before[-50:]) - behind.start("anchor")
        return _time(context, found, lead, "relative", anchor=anchor)
    if _LOOKING_BACK.search(before) or _COUNTED.match(context.text, found.end()):
        return None
    if tail in {"前", "之前"}:
        return _ahead_of(context, found, before)
    if tail not in _WITHIN and found["unit"] not in {"年", "月"}:
        return None
    kind: TimeKind = "period" if _BARRED.match(context.text, found.end()) else "relative"
    time = _time(context, found, 0, kind, anchor=_earlier(context, found))
    described = tail in _WITHIN and _DESCRIBED.match(context.text, found.end())
    return time._replace(role="other") if described and not time.anchor else time


def _fills_cell(context: Context, found: re.Match[str]) -> bool:
    """Say whether a cell or a line ends with the period: 回应时限 | 舆情发生后48小时 |."""
    return context.after(Span(*found.span())).strip(" \u3000")[:1] in {"", "|", "\t"}


_AHEAD_OF = compiled(r"(?P<anchor>[^，。；：、\n应在于须\d]{2,24}?)的?$")


def _ahead_of(context: Context, found: re.Match[str], before: str) -> TimeExpression | None:
    event = _AHEAD_OF.search(before[-24:])
    if event is None or found["unit"] == "年":
        return None
    anchor = _original(context, found, before[-24:], event)
    return _time(context, found, 0, "relative", anchor=anchor)


def _earlier(context: Context, found: re.Match[str]) -> str | None:
    """Give the event named earlier in the sentence that the period runs from."""
    start = context.sentence_start(Span(*found.span()))
    # Without a comma there is no clause before the period's: nothing is sought at every character.
    has_clauses = context.text.find("，", start, found.start()) >= 0
    for shape, names in ((_EARLIER, "ab"), (_EVENT, "cd"), (_DATED, "e")):
        if shape is _EVENT and not has_clauses:
            continue
        event = shape.search(context.text, start, found.start())
        if event:
            name = next(name for name in names if event[name])
            return context.original[slice(*event.span(name))]
    return _in_lead(context, found.start())


def _in_lead(context: Context, at: int) -> str | None:
    """Give the event named in the words that lead to an item: 接到报告后，应当做好以下工作：."""
    text = context.text
    start = text.rfind("\n", 0, at) + 1
    for _ in range(_MOST_ITEMS):
        if not start or not _ITEM.match(text, start):
            return None
        end, start = start - 1, text.rfind("\n", 0, start - 1) + 1
        if text[end - 1] in "：:":
            event = _EARLIER.search(text, max(start, end - _LONGEST_LEAD), end)
            name = event and next(name for name in "ab" if event[name])
            return context.original[slice(*event.span(name))] if event and name else None
    return None


def _lasting(context: Context, found: re.Match[str], before: str) -> TimeExpression | None:
    lead = _LASTING.search(before[-10:])
    if lead is None and _UNITS[found["unit"]] in _SHORT:
        lead = _LASTING_DAYS.search(before[-12:])
    if lead is None:
        return None
    from_ = _COUNTED_FROM.match(context.text, found.end())
    if from_:
        anchor = context.original[slice(*from_.span("anchor"))]
        return _time(context, found, len(lead[0]), "period", anchor=anchor)
    kind: TimeKind = "relative" if _LATEST.search(before) else "period"
    return _time(context, found, len(lead[0]), kind)


def _time(
    context: Context, found: re.Match[str], lead: int, kind: TimeKind, *, anchor: str | None = None
) -> TimeExpression:
    amount, unit = _length(found)
    span = Span(found.start() - lead, found.end())
    return TimeExpression(
        span,
        kind,
        anchor=anchor,
        amount=amount,
        unit=unit,
        role=_role(context, found, anchor),
        owner=context.has_owner(span),
    )


def _length(found: re.Match[str]) -> tuple[int | None, str]:
    """Give the number and the unit of a period, at most: 3至5日 is 5 days, 一年半 18 months."""
    half = found["more"] or (found["of"] or "").strip(" \u3000\xa0个")
    words = found["last"] or found["number"]
    halves = parse_halves(f"{words}个半" if half else words)
    unit = _UNITS[found["unit"]]
    if halves is None or halves % 2 == 0:
        return (halves // 2 if halves is not None else None), unit
    smaller = _HALVES.get(unit)
    return (halves * smaller[0], smaller[1]) if smaller else (None, unit)


def _role(context: Context, found: re.Match[str], anchor: str | None) -> TimeRole:
    after = context.after(Span(*found.span()), 30)
    if _EFFECT.match(after):
        return "effective"
    if _CONSULTED.search(context.before(Span(*found.span()), 30)):
        return "comment"
    if (
        anchor
        and (_ISSUED.search(anchor) or _A_DAY.search(anchor))
        and context.is_duty(Span(*found.span()))
    ):
        return "task"
    long = found["unit"] in {"年", "月"} and not anchor
    return "goal" if long and ("时间" in found[0] or _GOAL.match(after)) else "limit"
