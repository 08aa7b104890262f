"""文种: the fifteen kinds of official document and what is issued under them."""

from enum import StrEnum


class DocumentType(StrEnum):
    """A kind of document; the first fifteen are the official ones (中办发〔2012〕14号 第八条)."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    ORDER = "order"
    COMMUNIQUE = "communique"
    ANNOUNCEMENT = "announcement"
    PUBLIC_NOTICE = "public_notice"
    OPINION = "opinion"
    NOTICE = "notice"
    CIRCULAR = "circular"
    REPORT = "report"
    REQUEST = "request"
    REPLY = "reply"
    PROPOSAL = "proposal"
    LETTER = "letter"
    MINUTES = "minutes"
    PLAN = "plan"
    KEY_POINTS = "key_points"
    MEASURES = "measures"
    PROVISIONS = "provisions"
    DETAILED_RULES = "detailed_rules"
    RULES = "rules"
    OUTLINE = "outline"
    CATALOGUE = "catalogue"
    LIST = "list"
    TABLE = "table"
    APPLICANT_REPLY = "applicant_reply"
    INTERPRETATION_PLAN = "interpretation_plan"
    INTERPRETATION = "interpretation"


NAMES = {
    DocumentType.RESOLUTION: "决议",
    DocumentType.DECISION: "决定",
    DocumentType.ORDER: "命令（令）",
    DocumentType.COMMUNIQUE: "公报",
    DocumentType.ANNOUNCEMENT: "公告",
    DocumentType.PUBLIC_NOTICE: "通告",
    DocumentType.OPINION: "意见",
    DocumentType.NOTICE: "通知",
    DocumentType.CIRCULAR: "通报",
    DocumentType.REPORT: "报告",
    DocumentType.REQUEST: "请示",
    DocumentType.REPLY: "批复",
    DocumentType.PROPOSAL: "议案",
    DocumentType.LETTER: "函",
    DocumentType.MINUTES: "纪要",
    DocumentType.PLAN: "方案",
    DocumentType.KEY_POINTS: "要点",
    DocumentType.MEASURES: "办法",
    DocumentType.PROVISIONS: "规定",
    DocumentType.DETAILED_RULES: "细则",
    DocumentType.RULES: "规则",
    DocumentType.OUTLINE: "规划",
    DocumentType.CATALOGUE: "目录",
    DocumentType.LIST: "清单",
    DocumentType.TABLE: "表",
    DocumentType.APPLICANT_REPLY: "答复书",
    DocumentType.INTERPRETATION_PLAN: "解读方案",
    DocumentType.INTERPRETATION: "解读材料",
}
OFFICIAL_TYPES = tuple(DocumentType)[:15]
