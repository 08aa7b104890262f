"""Which answer to an event a period belongs to: the first word, a press conference, a reply.

As with the steps of a procedure (``steps``), a period belongs to the act behind it in its clause,
else to the one before it. How grave the event is stands in its sentence, in the one before, or in
the row; a press conference may stand by itself in a paper about such events.
"""

import re
from collections.abc import Iterator

from gongkai_lint.checks.period_places import Placed, periods_near
from gongkai_lint.checks.steps import Step, titles_of
from gongkai_lint.law.period import StepName
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.patterns import compiled

NAMES: frozenset[StepName] = frozenset({"first_word", "press", "reply"})
_WORDS = ("舆情", "突发", "事件", "事故", "发布会", "权威信息")
_ACT = compiled(
    # what is done inside, or later on, keeps a period from the answer to the public
    r"(?P<other>(?:上报|报[告送市省县区州]|[续初]报|研判|会商|分析|处[置理]|办结|[转交]办|派单|核[查实]|调查|反馈|到[达位场]"
    r"|启动|后续|再次|持续|每日|评估|总结|归档|修复|恢复|救)(?!后))"
    r"|(?P<press>(?:发布|通气|说明|通报)会)"
    r"|(?P<reply>回应(?!机制|工作|率|主体)|发声|表态|答复)"
    r"|(?P<first_word>权威(?:信息|声音|消息|发布)|(?:信息|首次|对外)的?发布(?![会人厅工制机])"
    r"|(?:发布|发出|公布|通报|公开|披露|发表)[^，。；◇]{0,8}(?:信息|声音|情况|消息|通[报告]|公告|说明|事实))"
)
_CLAUSES = compiled(r"[，,；;|｜。]")
_GRADE = compiled(
    r"(?P<grave>(?:特别)?重大[^，。；◇]{0,8}(?:突发|事[件故]|灾[害情]))"
    r"|(?P<lesser>(?:较大|一般)[^，。；◇]{0,8}(?:突发|事[件故]))"
)
_EVENT = compiled(r"突发|重大(?:事件|事故|舆情)|舆情")
_ABOUT = compiled(r"舆情|突发|新闻发布|信息发布")
_OPINION = compiled(r"舆情")
_ASIDE = compiled(r"《[^《》\n]*》|[■□☑☐√][^■□☑☐√|｜\n]*")  # laws, and channels to tick
# counted from what comes when it is over: 处置结束后7日内公布, 批复之日起
_AFTERWARDS = compiled(
    r"(?:形成|变更|结束|终结|完毕|批复|结案|查[明清]|调查|评估|整改|善后|成立)[^，。；◇]{0,10}(?:[后起]|之日)"
    r"|(?:调查|评估|整改|处理)(?:结果|结论|报告)"
)
_HELD = compiled(r"[一-鿿]了|已经?")  # a press conference that was held is no duty
_TOLD = compiled(r"[时期]限|时间")
_NEAR = 120  # the event is told in the sentence before, of two clauses or three


def response_steps(
    document: Document, spans: tuple[Span, ...], names: frozenset[StepName]
) -> Iterator[Step]:
    """Yield the periods inside the spans that an answer to an event has, in order of place."""
    if names.isdisjoint(NAMES):
        return
    scopes = SortedSpans(spans)
    titles = titles_of(document)
    for place in periods_near(document, _WORDS):
        if scopes.cover(place.span) and (name := _step(place, titles)) in names:
            yield Step(place.span, place.amount, place.unit, name)


def _step(place: Placed, titles: str) -> StepName | None:
    told, before = _ASIDE.sub("", place.told[-_NEAR:]), _ASIDE.sub("", place.before)
    place = place._replace(told=told, before=before)
    found = _act(place)
    name = found.lastgroup if found else None
    near = f"{told}{before}◇{place.behind}"
    if name == "press":
        return "press" if _EVENT.search(near) or _ABOUT.search(titles) else None
    if name == "reply":
        return "reply" if _OPINION.search(near) else None
    if name == "first_word":
        event = [*_GRADE.finditer(told + before)][-1:]
        return "first_word" if event and event[0].lastgroup == "grave" else None
    return None


def _act(place: Placed) -> re.Match[str] | None:
    """Give the act of a period: behind it in its clause, in the clause before, in its row."""
    own = _CLAUSES.split(place.behind, maxsplit=1)[0]
    before = _CLAUSES.split(place.before)[-1]
    if _AFTERWARDS.search(before) or _HELD.search(own):
        return None
    found = _ACT.search(own)
    if found is None:
        goes_on = place.table is not None or _TOLD.search(before)
        told = [*_ACT.finditer(place.before if goes_on else before)]
        found = told[-1] if told else None
    return found
