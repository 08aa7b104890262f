"""What a period runs from where no 起 says so: an event told before it, or nothing at all."""

import re

from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.patterns import compiled

# whom a period binds stands right before it, or the word that binds him
_OWED = compiled(
    r"(?:^|[在于应当须要限，,；;）)]|说明|报告|结果|台账|清单|名单|方案|材料|情况|部门|机构|单位|乡镇|街道|学校|企业|(?<![出住])院"
    r"|[局委办厅府会处]|[|\t])\s*$"
)
_EVENT = compiled(
    r"之日|(?:(?<![靠落滞])后|起(?!草))的?[，,]?[^，,。；;\n]{0,12}$|收到|接到|受理(?!机关|机构|部门|单位|窗口)|发现|发生|作出"
    r"|届满|期满|到期|办结|批准|审核通过|(?<!不)合格|结束|完成后"
    r"|(?:立即|当场|随即)[^。；;\n]{0,20}[，,]并[^，,。；;\n]{0,4}$"
)
# a time that looks back or goes on, or another's rule: 连续3日内, 法律规定的10日内
_NO_LIMIT = compiled(
    r"当[日天]|次日|第[一二三][次年]|连续|累计|最近|[过近]去?|《|法律|法规|延长|未来|超过|不能|未[在于]$"
)
# 家长提出申请的， begins a period; 材料不齐的，, 已经设置的， are how things are, from no day on
_CASE = compiled(
    r"(?P<case>[^，,。；;\n]{0,40})的(?:[，,]|应当?|[^，,。；;\n]{2,8}(?:事项|情况|案件|申请|投诉|问题|信息|材料)[，,])"
)
_OF_SUCH = compiled(r"对于?(?P<case>[^，,。；;\n]{2,40})的")
_STATE = compiled(
    r"(?:不合格|未通过|不达标|存疑|疑问|不明确|不齐全?|不全|缺项|有误|复杂|特殊|困难|需要"
    r"|缺失|破损|损坏|松动|脱落|塌陷|老化|倾斜|堵塞)$"
    r"|(?:已经?|业已|目前|现有|既有|原有|仍|尚)[^，,。；;\n]{0,10}"
    r"(?:设置|建成|安装|搭建|堆放|占用|使用|种植|养殖|摆放|设立|开设|聘用|配备|存放|停放|张贴|悬挂|饲养)[^，,。；;\n]{0,6}$"
)
# so is how much of something there is (投诉较多的企业, 隐患突出的路段), unless it came to be so:
# how bad a thing turned out to be (情节严重), what was found, changed or judged
_DEGREE = compiled(
    r"(?<!情节)(?<!情况)(?<!事态)(?<!影响)(?<!后果)(?<!损失)(?<!伤亡)(?:(?:较|很|偏|过于|不够)[一-鿿]{1,2}"
    r"|[大多高低差弱慢]|严重|突出|集中|强烈|薄弱|滞后|落后|靠后|频繁|陈旧|老旧|不力|不足|频发|高发|多发)$"
)
_CAME = compiled(
    r"[被降升变转增减扩加提查检抽]|[公发]布|通报|评[定为]|认定|列[入为]|达到|超过|发[生现]|考核|成为"
)
# what comes to an office begins its period, however large or bad it is: 金额较大的采购事项
_COMES = compiled(
    r"的[^，,。；;\n]{0,8}(?:事项|案件|申请|投诉|举报|信访|诉求|咨询|来信|线索|请示|报告|求助|事[故件]|[舆险灾疫]情)"
)
# what is written to an office begins its period where nobody else stands between them
_WRITTEN = compiled(
    r"对于?[^，,。；;\n]{0,30}(?:投诉|举报|信访|申请|诉求|咨询|留言|来信|线索|请示|报告|求助)(?:事项)?"
    r"(?:[，,]?(?:应当?|要|须|必须))?在?$"
)
_NEAR = 300  # farther back an endless sentence tells nothing of this period
# what happens begins a period of itself, whoever must act
_HAPPENING = compiled(
    r"(?:对于?|的)[^，,。；;\n]{0,30}(?:舆情|事件|事故|险情|灾情|疫情)(?:事项)?(?:[，,][^，,。；;\n]{0,16}|(?:应当?|要|须|必须)?在?)$"
)


def is_owed(document: Document, time: TimeExpression) -> bool:
    """Say whether a party, or a word that binds it, stands right before a period."""
    return _OWED.search(_before(document, time)) is not None


def is_occasioned(document: Document, time: TimeExpression) -> bool:
    """Say whether the sentence tells before a period what it runs from: a case, an event."""
    before = _before(document, time)
    if any(p.search(before) for p in (_EVENT, _NO_LIMIT, _WRITTEN, _HAPPENING)):
        return True
    found = (case for shape in (_CASE, _OF_SUCH) for case in shape.finditer(before))
    return any(not _is_state(case, before, time) for case in found)


def _is_state(found: re.Match[str], before: str, time: TimeExpression) -> bool:
    """Say whether a case is how things are, so that no period can run from it.

    Where hours are counted, what is so has just become so: 客流较大的，2小时内疏导.
    """
    case = found["case"]
    if _STATE.search(case):
        return True
    if time.unit == "hour" or not _DEGREE.search(case) or _CAME.search(case):
        return False
    return _COMES.match(before, found.end("case")) is None


def _before(document: Document, time: TimeExpression) -> str:
    start = max(document.sentence(time.span).start, time.span.start - _NEAR)
    return document.text[start : time.span.start]
