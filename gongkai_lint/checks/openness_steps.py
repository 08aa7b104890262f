"""Whether a period is the one to open information in: from when it was formed, by whomever.

It runs from the forming (自形成或者变更之日起, 印发后), and opening to the public is done in it: in
its clause, or in the next where its own names only who does it or where (，由制作单位在网站公开).
"""

from collections.abc import Iterator

from gongkai_lint.checks.period_places import Placed, periods_near
from gongkai_lint.checks.steps import Step
from gongkai_lint.law.period import StepName
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.patterns import compiled

NAME: StepName = "disclose"
_WORDS = ("公开", "公布", "发布", "上网")
_FORMED = compiled(
    r"(?:形成|制作|变更|更新|获取|产生|生成|印发|制定)[^，。；◇]{0,10}(?:之日起?|[次当]日起?|[起后])[^，。；◇]{0,6}"
    r"(?:，[^，。；◇]{2,16}在)?$"
)
# of government information alone: not the report of a project, a plan to mend something
_OF = compiled(r"(?:政府|公开|公共|该|本|此类|有关|相关)?信息(?!公开申请|系统|平台|中心)|文件|公文")
# the thing itself, nothing else that is made from it: 印发后两个月内公布配套清单
_OPENED = compiled(
    r"^(?:(?!制定|编制|出台|修订|起草)[^，。；])*?(?:(?<!信息)公开|公布|发布|上网|挂网|登载|刊登|上传)"
    r"(?=$|并|该|其|此|全文|内容|(?:有关|相关)?(?:政府)?信息$|文件$|公文$)"
)
_NOT_OPENED = compiled(
    r"申请人|收到|异议|处罚|行政许可|执法决定|预算|决算|征[求集]|第三方|解读|更正|公示|备案|清理"
)
_CLAUSES = compiled(r"[，,；;|｜。]")
_BY = compiled(r"^(?:由|在|于|通过|经|应当?|须|要|以)")
_MOST_CLAUSES = 2  # its own, and one that begins with who or where: 30日内，由市政府在网站公开


def openness_steps(
    document: Document, spans: tuple[Span, ...], names: frozenset[StepName]
) -> Iterator[Step]:
    """Yield the periods inside the spans in which information must be opened, in order."""
    if NAME not in names:
        return
    scopes = SortedSpans(spans)
    for place in periods_near(document, _WORDS):
        if scopes.cover(place.span) and _opens(place):
            yield Step(place.span, place.amount, place.unit, NAME)


def _opens(place: Placed) -> bool:
    formed = _FORMED.search(place.before)
    if formed is None or _NOT_OPENED.search(place.before + place.behind):
        return False
    told = f"{place.told.rpartition('。')[2]}{place.before}"
    return bool(_OF.search(told) and _opened(place.behind))


def _opened(behind: str) -> bool:
    own, *later = _CLAUSES.split(behind, maxsplit=_MOST_CLAUSES)
    if _OPENED.search(own):
        return True
    return bool(later and _BY.match(later[0]) and _OPENED.search(later[0]))
