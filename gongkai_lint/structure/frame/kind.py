"""文种 and the issuer's level and kind."""

import re

from gongkai_lint.model.document import Issuer, IssuerKind
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.level import Level, level_of
from gongkai_lint.organs import OFFICE_ENDS
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.shapes import AT_A_GLANCE
from gongkai_lint.structure.frame.title import without_mark

_T = DocumentType
_ENDINGS = (
    ("政策解读", _T.INTERPRETATION),
    ("解读材料", _T.INTERPRETATION),
    ("解读稿", _T.INTERPRETATION),
    ("解读文稿", _T.INTERPRETATION),
    ("解读文本", _T.INTERPRETATION),
    ("解读", _T.INTERPRETATION),
    ("政策问答", _T.INTERPRETATION),
    ("答复书", _T.APPLICANT_REPLY),
    ("告知书", _T.APPLICANT_REPLY),
    ("公开申请的答复", _T.APPLICANT_REPLY),
    ("公开申请答复", _T.APPLICANT_REPLY),
    ("公开的答复", _T.APPLICANT_REPLY),
    ("公开答复", _T.APPLICANT_REPLY),
    ("公开决定书", _T.APPLICANT_REPLY),
    ("决议", _T.RESOLUTION),
    ("决定", _T.DECISION),
    ("命令", _T.ORDER),
    ("令", _T.ORDER),
    ("公报", _T.COMMUNIQUE),
    ("公告", _T.ANNOUNCEMENT),
    ("通告", _T.PUBLIC_NOTICE),
    ("意见", _T.OPINION),
    ("通知", _T.NOTICE),
    ("通报", _T.CIRCULAR),
    ("报告", _T.REPORT),
    ("请示", _T.REQUEST),
    ("批复", _T.REPLY),
    ("议案", _T.PROPOSAL),
    ("函", _T.LETTER),
    ("答复", _T.LETTER),
    ("纪要", _T.MINUTES),
    ("方案", _T.PLAN),
    ("分工", _T.PLAN),
    ("安排", _T.PLAN),
    ("预案", _T.PLAN),
    ("要点", _T.KEY_POINTS),
    ("办法", _T.MEASURES),
    ("规定", _T.PROVISIONS),
    ("细则", _T.DETAILED_RULES),
    ("规则", _T.RULES),
    ("纲要", _T.OUTLINE),
    ("规划", _T.OUTLINE),
    ("计划", _T.OUTLINE),
    ("目录", _T.CATALOGUE),
    ("清单", _T.LIST),
    ("表", _T.TABLE),
)
_TAIL = compiled(r"(?:（(?:[^（）]|（[^（）]*）)*）|〔[^〔〕]*〕|第\d+号|[》”])+$")
# a policy is explained in other words too, and what is read there may be no policy
_EXPLAINS = compiled("(?:政策|新政|办法|规定|细则|条例|措施|》)(?:热点|有关|相关)?(?:问题)?问答$")
_READS_ELSE = compiled(
    "(?:运行|数据|形势|走势|指数|影像|图像|遥感|病历|图纸)(?:情况|结果)?(?:的)?解读(?:方案)?$"
)
_PLANS_TO_EXPLAIN = compiled(
    "解读(?:工作)?(?:方案|安排|计划)(?:(?:备案|报批|审批|审签|审核|报送|登记|呈批|情况)?表|[备报]审?批?单)?$"
)
_ASKS = compiled(r"征求[\u3400-\u9fff]{0,12}意见$")
_HINTS = (
    (compiled(r"印发给?你们|(?:特此|如下)通知|通知如下|现将《.{2,80}转发"), _T.NOTICE),
    (compiled(r"会议(?:审议)?通过，现予(?:公布|发布)，自.{4,20}起施行。$"), _T.ORDER),
    (compiled(r"特此公告|现公告如下"), _T.ANNOUNCEMENT),
    (compiled(r"特此通告|现通告如下"), _T.PUBLIC_NOTICE),
    (compiled(r"提出(?:如下|以下)(?:实施|指导)?意见"), _T.OPINION),
    (compiled(r"特此函[告复]|此函|请函复"), _T.LETTER),
    (compiled(r"此复"), _T.REPLY),
    (compiled(r"特此报告"), _T.REPORT),
    (compiled(r"妥否|当否|请(?:予)?批复|请审批"), _T.REQUEST),
    (compiled(r"特此通报"), _T.CIRCULAR),
    (compiled(r"自.{2,18}起实施。.{0,200}|扩大.{0,20}范围"), _T.NOTICE),
)
_PARTY = compiled(
    r"中共|中国共产党|党委|党组|党支部|纪律检查委员会|纪委|市委(?!员)|县委|区委|省委|党工委"
)
NO_ADMINISTRATION = compiled(
    r"公司|集团|学校|大学|学院|中学|小学|医院|银行|协会|学会|联合会|人民代表大会|人大|政协|法院|"
    r"检察院|总工会|共青团|妇联|研究院|研究所"
)
_KINDS: tuple[tuple[re.Pattern[str], IssuerKind], ...] = (
    (NO_ADMINISTRATION, "other"),
    (
        compiled(
            r"(?:人民政府|国务院|政府|办事处|(?<!监督)管理委员会|管委会|开发区|高新区|园区|新区)$"
        ),
        "government",
    ),
    (compiled(r"(?:人民政府|国务院|省府|市府|政府|管委会)办公[厅室]$"), "office"),
    (
        compiled(rf"(?:{OFFICE_ENDS})$"),
        "department",
    ),
)


def document_type(title: str, body: str) -> DocumentType | None:
    """Tell the 文种 from the title's end, else from phrases of the text."""
    words = _TAIL.sub("", without_mark(title))
    if _ASKS.search(words):
        return None
    if _READS_ELSE.search(words):
        return _T.PLAN if words.endswith("方案") else None
    if AT_A_GLANCE.match(title) or _EXPLAINS.search(words):
        return _T.INTERPRETATION
    named = _T.INTERPRETATION_PLAN if _PLANS_TO_EXPLAIN.search(words) else None
    named = named or next((kind for end, kind in _ENDINGS if words.endswith(end)), None)
    if title:
        return named
    return next((kind for shape, kind in _HINTS if shape.search(body)), None)


def issuer_of(names: tuple[str, ...]) -> Issuer:
    """Tell level and kind of the issuing organs from their names."""
    if not names:
        return Issuer()
    level: Level = next(filter(None, map(level_of, names)), "unknown")
    return Issuer(names, level, _kind(names))


def _kind(names: tuple[str, ...]) -> IssuerKind:
    """Tell the kind from the organ that leads; a party organ with others issues jointly."""
    if _PARTY.search(names[0]):
        return "party" if all(_PARTY.search(name) for name in names) else "joint"
    return next((kind for shape, kind in _KINDS if shape.search(names[0])), "other")
