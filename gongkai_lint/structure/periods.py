"""Periods in running text: 自受理之日起5个工作日内, 3个工作日内, 有效期2年, 自发布之日起施行."""

import re
from collections.abc import Iterator

from gongkai_lint.model.document import TimeExpression, TimeKind, TimeRole
from gongkai_lint.model.span import Span
from gongkai_lint.structure.time_roles import Context
from gongkai_lint.text import parse_number

_S = "[ \u3000\xa0]{0,2}"
_N = "[0-9一二三四五六七八九十百两]"
_PERIOD = re.compile(
    rf"{_N}{{1,5}}(?:{_S}[—－~～–\-至到]{{1,2}}{_S}{_N}{{1,4}})?{_S}(?:个{_S})?"
    rf"(?P<unit>工作日|小时|日|天|周年|月|年|星期|周|分钟)(?P<tail>以内|之内|内|(?:左右)?的?时间内?|前|之前|后|之后)?"
)
_FIRST_NUMBER = re.compile(rf"{_N}+")
_UNITS = {
    "工作日": "workday", "日": "day", "天": "day", "小时": "hour", "月": "month", "年": "year",
    "周年": "year", "星期": "week", "周": "week", "分钟": "minute",
}
_NUMERALS = frozenset("0123456789一二三四五六七八九十百两〇零○.第")
_WITHIN = frozenset({"以内", "之内", "内", "时间内", "的时间内"})
_SPAN_OF_TIME = frozenset({"时间", "左右时间", "左右的时间", "左右时间内"})
_LOOKING_BACK = re.compile(r"(?:近|最近|前|过去|上|这|连续|累计|每|满|年满|同一|任意)$")
_ANCHOR = re.compile(r"(?:自|从)([^，。；：\n]{1,60}?之日|[^。；：\n]{1,60}?之日)(?:起|始|后|算起|计算)*(?:算|计)?[，]?(?:的|在|满|最迟|最长|至少|应当在|应在|应当|须在)?[ ]?$")
_BEHIND = re.compile(r"([^，。；：、\n]{2,40}?)(?:之日起|之日后|之日前|之日|后的?|以后|之后|[期届]满前|前)(?:在|应当?在|于|的|最迟|应当?|，应当?在?)?[ ]?$")
_EARLIER = re.compile(r"(?:自|从)([^。；\n]{1,50}?之日)起|((?:收到|接到|接|取得|签订|作出|发生|发现|受理|提交|形成|印发|公布|发布)[^，。；\n]{0,30}?)(?:后|之日起|时)|((?:收到|接到)[^，。；\n]{0,30}?)，")
_VALID = re.compile(r"有效期限?[^，。；\n]{0,14}$")
_LASTS = re.compile(r"(?:(?:不|不得|不能|应当?不)(?:超过|少于|低于|短于|得超过|得少于|能超过)|最[长短多少]为?|为期|[期限]为|周期为|公示期?|公告期?)[ ]?$")
_AT_LATEST = re.compile(r"最迟(?:不|不得)?超过$|最迟[^，。；]{0,4}$")
_EFFECT = re.compile(r"(?:自|从)([^。；，：\n]{1,20}?(?:之日|日|后|下发|印发|发布|公布|颁布))起?(?:[^，。；\n]{0,4}?)(?:施行|实施|执行|生效)")
_ISSUE = re.compile("印发|下发|发文|本通知|本意见|本方案|文件")
_DONE = re.compile("报送|上报|报至|出台|制定|印发|建成|完成|制订|反馈|报")


def find_periods(context: Context, span: Span) -> Iterator[TimeExpression]:
    """Yield the periods of a span that limit, validate or put into effect."""
    for found in _PERIOD.finditer(context.text, *span):
        if context.text[found.start() - 1 : found.start()] in _NUMERALS and found.start() > span.start:
            continue
        time = _judge(context, found)
        if time:
            yield time
    if "起" in context.text:
        for found in _EFFECT.finditer(context.text, *span):
            where = Span(*found.span())
            yield TimeExpression(where, "relative", anchor=found[1], role="effective")


def _judge(context: Context, found: re.Match[str]) -> TimeExpression | None:
    here = Span(*found.span())
    before = context.before(here, 70)
    tail = found["tail"]
    if _VALID.search(before):
        lead = _VALID.search(before)
        start = here.start - len(lead[0]) if lead else here.start
        return _time(context, found, Span(start, here.end), "period", None)._replace(role="validity")
    anchored = _ANCHOR.search(before)
    if anchored:
        return _time(context, found, Span(here.start - len(anchored[0]), here.end), "relative", anchored[1])
    if tail and tail in _WITHIN | {"前", "之前"}:
        return _within(context, found, before)
    lasting = _LASTS.search(before)
    if lasting:
        kind: TimeKind = "relative" if _AT_LATEST.search(before) else "period"
        return _time(context, found, Span(here.start - len(lasting[0]), here.end), kind, None)
    return None


def _within(context: Context, found: re.Match[str], before: str) -> TimeExpression | None:
    if _LOOKING_BACK.search(before):
        return None
    here = Span(*found.span())
    behind = _BEHIND.search(before)
    if behind:
        anchor = behind[1]
        return _time(context, found, Span(here.start - len(behind[0]), here.end), "relative", anchor)
    if found["tail"] not in _WITHIN:
        return None
    earlier = _EARLIER.search(context.sentence(here)[: max(0, _offset(context, here))])
    anchor_words = next((group for group in earlier.groups() if group), None) if earlier else None
    return _time(context, found, here, "relative", anchor_words)


def _offset(context: Context, here: Span) -> int:
    sentence = context.sentence(here)
    at = context.text.find(sentence, max(0, here.start - len(sentence)))
    return here.start - at


def _time(
    context: Context, found: re.Match[str], span: Span, kind: TimeKind, anchor: str | None
) -> TimeExpression:
    number = _FIRST_NUMBER.search(found[0])
    amount = parse_number(number[0]) if number else None
    return TimeExpression(
        span, kind, anchor=anchor, amount=amount, unit=_UNITS[found["unit"]],
        role=_role(context, span, anchor), owner=context.has_owner(span),
    )


def _role(context: Context, span: Span, anchor: str | None) -> TimeRole:
    after = context.after(span, 30)
    if re.match(r"[^，。；]{0,4}(?:施行|实施|生效)", after):
        return "effective"
    if re.search("征求意见|公开征集", context.before(span, 30)):
        return "comment"
    return "task" if anchor and _ISSUE.search(anchor) and _DONE.search(after) else "limit"
