"""A letter (函) by which an organ hands a plan down to those it commands."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.standing import commands
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_LETTER = compiled(r"(?<!复)(?P<mark>函)(?:[（(〔][^（）()]{1,16}[）)〕])*\s*$")
_PLAN = (
    "方案|计划|要点|分工|规划|[办做]法|安排|预案|意见|措施|规[定则程范]|细则|制度|清单|任务|目标|标准|纲要|守则|"
    "分解表|任务书|部署|指标|要求|机制|流程|手册|指南|指引|通知"
)
_ISSUE = (
    r"印[发送]|发给?(?=你)|[发公]布|下[达发]|[发送分制转批颁][送发转](?!展)|颁布|批转|部署|布置"
)
_CARRY_OUT = "实施|执行|实行|施行|推行|落实|贯彻|开展"
_HANDED_DOWN = compiled(
    rf"(?s)(?:{_ISSUE}|{_CARRY_OUT}).*?(?:{_PLAN})[^，。]{{0,8}}函"
    rf"|(?:部署|布置)[^，。]*(?:行动|工作|检查|整治|排查)的?\s*函|关于\s*《[^《》]*(?:{_PLAN})[^《》]{{0,10}}》的\s*函"
)
# A letter that asks, answers or sends up orders nobody, whatever plan it speaks of.
_ASKS = compiled(
    r"征[求集]|商[请洽]|(?<!申)请(?!示)|[报呈]送|上报|[申填]报|送审|审[核查批议定]|反馈(?!的?(?:问题|意见)[^，。]{0,4}整改)|提供|补充|推荐|核[实对]|了解|"
    r"同意|答复|撤回|更正|邀|协助|配合|会签|借[用调]|抽调|参[加与]|意见\s*的"
)
_SAID = compiled(
    rf"(?:现|随函|一并)(?:将|把|予)?[^。；！\n]{{0,80}}?(?:{_ISSUE}|送)(?:给|至|到)?(?:你|各|本|所属|[，。；]|实施|执行)"
)
# 我局制定了……方案，请遵照执行: handed down without the word
_DRAWN_UP = compiled(
    rf"(?:制定|编制|拟[定订]|研究|修订|起草)(?:了|的|出)?[^。；！\n]{{0,60}}?(?:{_PLAN})[^\n]{{0,120}}?"
    r"(?:遵照|贯彻|认真|严格|抓[好紧]|切实|组织)[^。；，\n]{0,14}(?:执行|落实|实施)"
)
_NAMES_A_PLAN = compiled(
    rf"(?:{_PLAN})(?:[（(][^（）()]*[）)])*[》”，]|(?:{_PLAN})[^。；！\n]{{0,6}}(?:{_ISSUE})"
)
_COURTEOUS = compiled(r"贵|商请|征求|研提|函商|供参考|供参阅|参阅")
_NAME = r"[^，,、；;。：:\s（）()]"
_ORGAN = compiled(rf"{_NAME}+(?:[（(][^（）()]*[）)]{_NAME}*)*")
_OPENING = 400  # the sentence that hands the plan over stands first


class OrderByLetter(NamedTuple):
    """Report 函 in the title where a plan is handed down to an organ that the issuer commands.

    The title says so (印发、下达、执行…方案的函), or else the opening of the text does
    (现将《…方案》印发你们); a title that asks, answers or sends up says otherwise. {addressee} is
    the organ.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the place of 函, once."""
        document = view.document
        for title in document.of("title")[:1]:
            words = document.words(title.span)
            letter = _LETTER.search(words)
            if letter and _hands_down(document, words):
                organ = _commanded(document)
                if organ:
                    mark = Span(*letter.span("mark")).shifted(title.span.start)
                    yield Match(mark, (("addressee", organ),))


def _hands_down(document: Document, title: str) -> bool:
    if _ASKS.search(title):
        return False
    return bool(_HANDED_DOWN.search(title)) or _is_said(document)


def _is_said(document: Document) -> bool:
    """Say whether the text opens by handing a plan down."""
    for body in document.of("body")[:1]:
        end = min(body.span.end, body.span.start + _OPENING)
        for found in _SAID.finditer(document.text, body.span.start, end):
            sentence = document.words(document.sentence(Span(*found.span())))
            if _NAMES_A_PLAN.search(sentence) and not _COURTEOUS.search(sentence):
                return True
        drawn_up = _DRAWN_UP.search(document.text, body.span.start, end)
        if drawn_up and not _COURTEOUS.search(drawn_up[0]):
            return True
    return False


def _commanded(document: Document) -> str:
    """Give the first organ addressed that the issuer commands."""
    for element in document.of("addressee"):
        for found in _ORGAN.finditer(document.text, *element.span):
            if commands(document, found[0]):
                return found[0]
    return ""


KIND = Kind(OrderByLetter, "是不是用函向下级部署工作", words=("addressee",))
