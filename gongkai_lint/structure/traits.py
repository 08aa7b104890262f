"""What a document is as a whole: the traits that rules ask for.

issuing, forwarding, statute, normative, policy, internal, openness, negative_list,
opinion_response, emergency, plan, joint, party, admin, nonadmin, consultation, annual,
classified, telegram, redacted, regulation, business, fair_competition, partial, one_line, enacted,
halfwidth, traditional (told where the text is folded), published, has_sheet.
"""

from collections import Counter
from collections.abc import Iterator

from gongkai_lint.model.document import Issuer
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.element import Element
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import LAST, ORDERING
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.kind import NO_ADMINISTRATION


class Facts(NamedTuple):
    """What the traits are told from; ``title`` joins the titles of cover and issued text."""

    text: str
    title: str
    number: str
    kind: DocumentType | None
    issuer: Issuer
    elements: tuple[Element, ...]
    issuing: bool
    complete: bool
    one_line: bool
    enacted: bool


_INTERNAL = compiled(
    rf"考勤|公务用车|值班|办公用房|印章|(?:机关|单位|内部|[{LAST}])财务管理|人事(?![局厅])|"
    r"任免|任职|免职|"
    r"表彰|表扬|嘉奖|记功|(?:给予|予以).{0,20}奖励|会议(?:纪要|通知|制度|安排|的|室|精神)|召开|培训班|工作规则|"
    r"考核|职责分工|内设机构|机构编制|领导小组|组成人员|成立|调整.{0,20}(?:成员|人员|机构)|慰问|党建|学习|"
    r"(?<!行政)(?<!司法)(?<!检察)(?<!审判)(?<!公安)机关|请假|请休假|接待|通讯录|差旅|报销|用印|会务|"
    r"办公用品|资产报废|领导分工|工作分工|加班|值守安排|机关食堂|职工食堂|交接班"
)
_TITLE_TRAITS = (
    ("forwarding", compiled(r"(?<!流)转发(?!展)|批转")),
    ("openness", compiled(r"政务公开|信息公开|公开属性|政策解读|公开事项")),
    (
        "opinion_response",
        compiled(r"舆情|回应关切|政务公开|信息公开|新闻发布|(?:突发|应急).{0,12}信息发布"),
    ),
    ("emergency", compiled(r"应急|突发|紧急")),
    ("plan", compiled(r"方案|要点|计划|规划|分工|安排|行动|任务")),
    ("consultation", compiled(r"(?:征[求集询]|听取).{0,40}意见|征求意见稿")),
    ("annual", compiled(r"20\d\d年(?:度)?(?!.{0,4}修[订正])")),
    ("internal", _INTERNAL),
    ("fair_competition", compiled(r"公平竞争|反垄断|行政性垄断|地方保护|统一大市场|市场壁垒")),
    (
        "business",
        compiled(
            r"企业|市场主体|经营|产业|招商|营商|招标|采购|投资|收费|价格|补贴|扶持|奖补|商贸|工业|贸易|消费"
        ),
    ),
)
_NEGATIVE = compiled(
    r"不予公开.{0,8}(?:目录|清单|事项)|(?:政务公开|政府信息|信息公开|公开).{0,12}负面清单|负面清单.{0,10}公开"
)
_MARKET = compiled(r"市场准入|外商投资|产业|投资准入|环境准入|生态环境准入")
_NORMATIVE = compiled(r"(?:办法|规定|细则|规则|通告)(?:（[^（）]*）)*$")
_NORMATIVE_NUMBER = compiled(r"[\u3400-\u9fff]规(?:字|发)?〔")
_NORMATIVE_KINDS = {
    DocumentType.MEASURES,
    DocumentType.PROVISIONS,
    DocumentType.DETAILED_RULES,
    DocumentType.RULES,
    DocumentType.PUBLIC_NOTICE,
}
# 应 and 须 with the neighbours that rules/vocabulary/must.yaml bars: traits are told before words
_DUTIES = compiled(
    r"应当|必须|应该|务必|方可|不得|不可以|禁止|严禁|不准|处以|补贴标准|申请条件|罚款|有权"
    r"|(?<![重相对反响适供效回照感顺呼因])应(?![急当对该用届邀聘诉付收有运战])|(?<![必无何务])须(?![知臾要])"
)
_POLICY = compiled(r"办法|规定|细则|方案|意见|措施|政策|规划|标准|通告")
_NO_POLICY = {
    DocumentType.RESOLUTION,
    DocumentType.CIRCULAR,
    DocumentType.REPORT,
    DocumentType.REQUEST,
    DocumentType.REPLY,
    DocumentType.PROPOSAL,
    DocumentType.MINUTES,
    DocumentType.APPLICANT_REPLY,
    DocumentType.INTERPRETATION_PLAN,
    DocumentType.INTERPRETATION,
}
_PARTY_NUMBER = compiled(r"^(?:中发|中办|[\u3400-\u9fff]{1,4}委(?:办)?(?:发|字|办发|办字)?〔)")
_OF_ITS_OWN = {
    DocumentType.MEASURES,
    DocumentType.PROVISIONS,
    DocumentType.DETAILED_RULES,
    DocumentType.RULES,
}
_REGULATION = compiled(rf"[{ORDERING}]令(?![人牌箭行])|第\d+号令|令第")
_HALF = compiled(r"[,;:()](?<=[\u3400-\u9fff].)")
_FULL = "，；：（）"
_WHOLE_FILE = 10
_NO_ADMINISTRATION = compiled(
    r"[\u3400-\u9fff]{0,12}(?:人民代表大会(?:常务委员会)?|人大常委会|人民法院|人民检察院)(?:关于|$)"
)
_ON_A_PAGE = compiled(
    r"发布(?:时间|日期)[：:\s|]|(?:网站|站点|栏目)名称[：:]|公开日期|发表时间|录入时间|索\s*引\s*号|"
    r"(?<![\u3400-\u9fff])(?:信息|文章|稿件)?来源[：:]|(?<![\u3400-\u9fff])时间[：:]\s*20\d\d|"
    r"(?:阅读|浏览|点击)(?:次数|量|数)?[：:]\s*\d"
)
_PAGE_HEAD = 1500


def find_traits(facts: Facts) -> frozenset[str]:
    """Give the traits of a document."""
    found = (_from_title, _from_issuer, _from_form, _whole)
    return frozenset(trait for find in found for trait in find(facts))


def _from_title(facts: Facts) -> Iterator[str]:
    title = _business(facts)
    yield from (name for name, shape in _TITLE_TRAITS if shape.search(title))
    if _NEGATIVE.search(title) and not _MARKET.search(title):
        yield "negative_list"
    if _REGULATION.search(title) or facts.kind is DocumentType.ORDER or _may_be_a_regulation(facts):
        yield "regulation"
    if not _INTERNAL.search(title):
        yield from _for_the_public(facts)


def _may_be_a_regulation(facts: Facts) -> bool:
    """Say whether 办法 or 规定 that stand by themselves may be a 规章.

    Those have no 发文字号, and no county, township or department of a city can make them.
    """
    lower = facts.issuer.level in {"county", "township"} or (
        facts.issuer.level == "city" and facts.issuer.kind == "department"
    )
    numbered = bool(facts.number) and "令" not in facts.number
    return facts.kind in _OF_ITS_OWN and not numbered and not lower


def _business(facts: Facts) -> str:
    """Give what the title is about: without the organs that issue, whose names tell no matter."""
    title = facts.title
    for name in facts.issuer.names:
        title = title.removeprefix(name)
    return title


def _for_the_public(facts: Facts) -> Iterator[str]:
    named = facts.kind in _NORMATIVE_KINDS or bool(_NORMATIVE.search(facts.title))
    numbered = _is_numbered_so(facts)
    normative = named or numbered
    if numbered or (normative and _DUTIES.search(facts.text)):
        yield "normative"
    opinion = facts.kind is DocumentType.OPINION
    told = normative or opinion or _POLICY.search(facts.title)
    if told and facts.kind not in _NO_POLICY:
        yield "policy"


def _is_numbered_so(facts: Facts) -> bool:
    """Say whether the number is one of 行政规范性文件: 云政规〔2025〕4号, not 云规〔2025〕4号."""
    planners = any("规" in name for name in facts.issuer.names)
    return bool(_NORMATIVE_NUMBER.search(facts.number)) and not planners


def _from_issuer(facts: Facts) -> Iterator[str]:
    issuer = facts.issuer
    if len(issuer.names) > 1:
        yield "joint"
    unnamed = not issuer.names and bool(_PARTY_NUMBER.match(facts.number))
    if unnamed or issuer.kind in {"party", "joint"}:
        yield "party"
    elif issuer.names:
        yield from _administers(issuer)
    elif _NO_ADMINISTRATION.match(facts.title):
        yield "nonadmin"


def _administers(issuer: Issuer) -> Iterator[str]:
    """Say whether an administrative organ issues; names like 林场 or 少年宫 do not tell."""
    if issuer.kind != "other":
        yield "admin"
    elif NO_ADMINISTRATION.search(issuer.names[0]):
        yield "nonadmin"


def _from_form(facts: Facts) -> Iterator[str]:
    kinds = Counter(element.kind for element in facts.elements)
    if facts.issuing:
        yield "issuing"
    if kinds["article"] > 1:
        yield "statute"
    if any(e.kind == "classification" and e.where != "enclosed" for e in facts.elements):
        yield "classified"
    if "明电" in facts.number or "电〔" in facts.number:
        yield "telegram"
    if any(e.kind == "disclosure_note" and e.value == "redacted" for e in facts.elements):
        yield "redacted"
    if kinds["sheet_field"]:
        yield "has_sheet"


def _whole(facts: Facts) -> Iterator[str]:
    if not facts.complete:
        yield "partial"
    if facts.one_line:
        yield "one_line"
    if facts.enacted:
        yield "enacted"
    half, full = len(_HALF.findall(facts.text)), sum(map(facts.text.count, _FULL))
    if half >= _WHOLE_FILE and half > 4 * full:
        yield "halfwidth"
    if _ON_A_PAGE.search(facts.text, 0, _PAGE_HEAD):
        yield "published"
