"""Chinese words for what rules and findings are made of."""

from collections.abc import Iterator

from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.model.finding import SEVERITY_WORDS, Failure, Finding

TOPICS = {
    "disclosure": "公开属性",
    "interpretation": "政策解读",
    "withholding": "不予公开",
    "deadlines": "时限",
    "structure": "结构与格式",
    "citations": "引用与一致性",
    "procedure": "制定程序",
    "language": "语言文字",
    "tables": "任务表与目录表",
    "housekeeping": "忽略记录",
}
SCOPES = {
    "document": "全文",
    "main": "正文、所印发文件和附件",
    "citation": "引用的文件",
    "cited_number": "引用的发文字号",
    "deadline": "时间表述",
    "table": "表格",
    "dossier": "报批件里的文稿和随文材料",
    "copy_number": "份号",
    "classification": "密级",
    "urgency": "紧急程度",
    "letterhead": "发文机关标志",
    "document_number": "发文字号",
    "further_number": "又一个发文字号",
    "signatory": "签发人",
    "title": "标题",
    "title_matter": "标题的事由和文种",
    "addressee": "主送机关",
    "addressee_line": "主送机关",
    "body": "正文",
    "heading": "层次标题",
    "article": "条文",
    "item": "项",
    "attachment_note": "附件说明",
    "attachment": "附件",
    "issuing_authority": "发文机关署名",
    "date_of_issue": "成文日期",
    "note": "附注",
    "disclosure_note": "公开说明",
    "distribution_scope": "发放范围",
    "withholding_reason": "不公开理由",
    "issued_text_title": "所印发文件的标题",
    "issued_text": "所印发的文件",
    "imprint": "版记",
    "copy_recipients": "抄送机关",
    "printing_authority": "印发机关",
    "printing_date": "印发日期",
    "sheet_field": "发文稿纸栏目",
}
TRAITS = {
    "issuing": "印发或转发文件的",
    "forwarding": "转发文件的",
    "statute": "条文体",
    "normative": "行政规范性文件",
    "policy": "政策性文件",
    "internal": "内部管理事务的",
    "openness": "政务公开主题的",
    "negative_list": "不予公开目录、负面清单",
    "opinion_response": "舆情回应",
    "binds_business": "为经营主体设定义务",
    "binds_outsiders": "为社会设定义务",
    "own_offices": "只发本单位各科室",
    "pays": "规定补贴、奖励的数额",
    "takes_effect": "写明施行时间",
    "emergency": "应急类",
    "plan": "方案、要点、计划类",
    "joint": "联合行文",
    "party": "党委（党组）文件",
    "admin": "行政机关文件",
    "nonadmin": "非行政机关文件",
    "consultation": "征求意见的",
    "annual": "年度性的",
    "classified": "涉密的",
    "telegram": "电报",
    "redacted": "有删减的",
    "regulation": "规章",
    "business": "涉企的",
    "fair_competition": "公平竞争、清理市场壁垒主题的",
    "partial": "残缺的文本",
    "one_line": "没有分段的文本",
    "enacted": "题注写明日期的文本",
    "halfwidth": "全文半角标点的",
    "traditional": "繁体的",
    "published": "已在网上公布的",
    "has_sheet": "带发文稿纸的",
    "major_decision": "重大行政决策",
}
FIELDS = {
    "number": "序号",
    "name": "事项",
    "text": "内容",
    "scope": "范围",
    "basis": "依据",
    "reason": "理由",
    "unit": "责任单位",
    "others": "配合单位",
    "deadline": "时限",
    "result": "成果",
    "channel": "渠道",
    "audience": "对象",
    "level": "层级",
    "contact": "联系方式",
    "remark": "备注",
    "disclosure": "公开属性",
    "distribution": "发至范围",
    "redaction": "删减",
}
LEVELS = {
    "central": "中央",
    "provincial": "省级",
    "city": "市级",
    "county": "县级",
    "township": "乡级",
    "unknown": "级别不明",
}
ISSUERS = {
    "government": "政府",
    "office": "办公厅（室）",
    "department": "部门",
    "party": "党委",
    "joint": "联合",
    "other": "其他机关",
}
EXAMPLE_FIELDS = SCOPES | {
    "text": SCOPES["document"],
    "front_matter": "发文稿纸",
    "date": SCOPES["date_of_issue"],
    "issued_title": SCOPES["issued_text_title"],
    "issued_body": SCOPES["issued_text"],
    "attachments": SCOPES["attachment"],
    "profile": "检查口径",
    "as_of": "判断日期",
    "region": "地区",
    "fixed": "改后",
    "dossier": "报批件里还有",
    "says": "应当说明",
    "rests_on": "应当依据",
    "outcome": "结论",
    "beside": "同时使用",
    "layout": "版面",
}
LAYOUT_FIELDS = {
    "page": "页面",
    "page_number": "页码",
    "title": "标题",
    "body": "正文",
    "heading_1": "一级标题",
    "heading_2": "二级标题",
    "heading_3": "三级标题",
    "heading_4": "四级标题",
    "font": "字体",
    "size": "字号",
    "bold": "加粗",
    "alignment": "对齐",
    "first": "首行空（字）",
    "pitch": "行距（磅）",
    "spacing": "行距（倍）",
    "grid": "网格行距（磅）",
    "text": "写作",
    "width": "纸宽（毫米）",
    "height": "纸高（毫米）",
    "top": "上边距（毫米）",
    "right": "右边距（毫米）",
    "bottom": "下边距（毫米）",
    "left": "左边距（毫米）",
}
PLACES = {
    "header": "页眉",
    "footer": "页脚",
    "text_box": "文本框",
    "footnote": "脚注或尾注",
    "front_matter": "属性",
    "properties": "文档属性",
}
PROFILES = {"draft": "送审稿", "archive": "历史文件", "dossier": "报批件"}
CERTAINTIES = {"certain": "可直接认定", "review": "待核（需人工判断）"}


def listed(keys: tuple[str, ...], names: dict[str, str]) -> str:
    """Give keys as Chinese words; an unknown key speaks for itself."""
    return "、".join(names.get(key, key) for key in keys)


def basis_words(basis: LegalBasis) -> str:
    """Give a legal basis as it is cited; title marks inside title marks are single."""
    if not basis.title:
        return f"{basis.number}{basis.provision}"
    title = basis.title.replace("《", "〈").replace("》", "〉")
    number = f"（{basis.number}）" if basis.number else ""
    return f"《{title}》{number}{basis.provision}"


def rests_on(finding: Finding) -> str:
    """Give what a finding rests on: instruments, or what is customary where there are none."""
    return "；".join(basis_words(basis) for basis in finding.basis) or "行文惯例"


def grade(finding: Finding) -> str:
    """Give the severity, and whether a person must decide."""
    return SEVERITY_WORDS[finding.severity] + ("·待核" if finding.outcome == "review" else "")


def notes(finding: Finding) -> Iterator[str]:
    """Yield what is said below a finding: its basis, advice and fix."""
    yield f"依据：{rests_on(finding)}"
    if finding.advice:
        yield f"建议：{finding.advice}"
    if finding.fix:
        yield f"改法：{finding.fix.title}"


def failure_words(failure: Failure) -> str:
    """Say what could not be read, or which rule broke, without the traceback."""
    last = failure.message.rstrip().rsplit("\n", 1)[-1]
    if failure.stage == "read" and last == failure.message:
        return f"读不出来：{last}"
    where = f"规则 {failure.rule} " if failure.rule else "读取或识别"
    return f"程序在{where}上出错（{last}），请把这个文件和这句话反馈给维护者。"
