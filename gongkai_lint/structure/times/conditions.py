"""Dates that say whom or what something is about: 2024年5月1日前登记的渔船, 变更地址的，由…."""

from gongkai_lint.model.span import Span
from gongkai_lint.organs import LAST
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.times.roles import Context

# A case ends its clause with 的: …前提出申请的，按照原标准执行.
_CASE = compiled(r"(?:[（][^（）\n]{0,20}[）])?[^，。；：\n]{1,40}?的[，,、；]")
# Who must act by the day stands before it, or a word that tells him to.
_MUST = compiled(
    "(?<![需只])要(?![求素件])|应(?![急用届])|须|(?<![申聘])请(?![示求])|务必|确保|力争|争取"
)
_ACTOR = compiled(r"(?:[" + LAST + r"院府会处]|部门|单位|地区|[市区]）)(?:于|在)[ ]?$")
_EVERY = compiled(
    r"(?:^|[，。；：、\n])[^，。；：\n]{0,6}(?:凡|凡是|对于?|符合|属于)[^，。；：\n]{0,12}$"
)
# …前建成的校舍: the act is over, and the thing it made is spoken of.
_MADE = compiled(
    r"(?:[（][^（）\n]{0,20}[）])?(?:已经?|未|尚未|在[^，。；：\n]{2,20})?[^，。；：的\n]{0,16}?"
    r"(?:建成|竣工|投用|开工|立项|批准|审批|登记|注册|取得|领取|出生|参加工作|退休|签订|购买|发放|核发|颁发"
    r"|入学|毕业|入职|上牌|成立|设立|出让|入库|办理|受理|缴纳|订立|印发|发布|公布|施行|实施|认定|备案)的"
    r"(?![，。；：、])"
)


def is_condition(context: Context, span: Span) -> bool:
    """Say whether a day bounds what is spoken of, and nobody must act by it."""
    before = context.before(span, 40)
    if _EVERY.search(before):
        return True
    after = context.after(span, 60)
    return not _is_told(before) and bool(_CASE.match(after) or _MADE.match(after))


def must_act(context: Context, span: Span) -> bool:
    """Say whether the clause before a day names who acts by it, or tells to."""
    before = context.before(span, 40)
    return _is_told(before) or bool(_ACTOR.search(before))


def _is_told(before: str) -> bool:
    clause = before[max(before.rfind(mark) for mark in "，。；：\n") + 1 :]
    return _MUST.search(clause) is not None
