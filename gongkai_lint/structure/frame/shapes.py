"""How the lines of a 公文 look: shapes that several recognizers ask for, on folded words."""

from gongkai_lint.numerals import CIRCLED, COUNT, ORDINAL
from gongkai_lint.patterns import compiled

_DATE = (
    r"(?:(?:1[89]|20)\d\d|[一二][〇○零一二三四五六七八九OoОＯ0◯]{3})年"
    rf"(?:\d{{1,2}}|[一二三四五六七八九十元正]{{1,3}})月(?:\d{{1,2}}|{ORDINAL}{{1,3}})?日?"
)
DATE = compiled(_DATE)
_DAMAGED_DATE = (
    r"20\d\d(?:年)?\d{1,2}(?:月)?\d{1,2}日?|20\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}|"
    r"\d\d年\d{1,2}月\d{1,2}日|"
    # one sign is another's, or stands twice; a figure too many or too few in the year
    r"20\d\d[年月日]{1,2}\d{1,2}[年月日]{1,2}\d{1,2}[日号月]{1,2}|(?:20\d|2\d{4})年\d{1,2}月\d{1,2}日"
)
DATE_LINE = compiled(rf"(?:{_DATE}|{_DAMAGED_DATE}|(?:20\d\d)?年月日|20\d\d年\d{{0,2}}月日)[。]?$")
KINDS = (
    "决议|决定|命令|令|公报|公告|通告|指导意见|实施意见|意见|紧急通知|补充通知|通知|通报|报告|"
    "请示|批复|议案|复函|函|会议纪要|纪要|实施方案|工作方案|方案|工作要点|要点|暂行办法|实施办法|"
    "管理办法|办法|若干规定|暂行规定|规定|实施细则|细则|规则|纲要|规划|计划|目录|清单|措施|准则|"
    "规范|标准|指引|指南|章程|条例|制度|守则|预案|分工|安排|表|答复书|答复|告知书|决定书|通知书|说明|解读(?:材料|文稿|文本|稿)?|问答|"
    "建议书|提案|名单|分解表|督察表|范围|程序|工作规程|规程|问题的解释|共和国[\u3400-\u9fff]{2,20}法"
)
# how a picture that explains a policy is named
AT_A_GLANCE = compiled("^(?:一图[读看]懂|图解|漫画)")
KIND_END = compiled(rf"(?:{KINDS})(?:（[^（）]{{1,16}}）)*$")
LEVEL_1 = compiled(rf"^{ORDINAL}{{1,3}}[、．.]")
LEVEL_2 = compiled(rf"^（{ORDINAL}{{1,3}}）、?|^[㈠-㈩]")
LEVEL_3 = compiled(r"^\d{1,2}(?:[．、]|[.](?!\d))|^[⒈-⒛]")
LEVEL_4 = compiled(rf"^（\d{{1,2}}）|^{CIRCLED}|^[⑴-⒇]|^\d{{1,2}}）")
# 第三条 第一类器械… is an article, 第三条第一款 is cited
ARTICLE = compiled(rf"^第{COUNT}{{1,8}}条(?!第{COUNT}{{1,3}}[款项目]|[款规])")
CHAPTER = compiled(rf"^第{COUNT}{{1,5}}[章节编](?!程)")
_ATTACHMENT_MARK = compiled(
    r"^附件[一二三四五六七八九十]{0,2}\d{0,2}[：]?$|^附件[一二三四五六七八九十]{0,2}\d{1,2}[：]?(?=\D)"
)
NOTE = compiled(r"^（[^（）]{2,60}(?:（[^（）]*）[^（）]*)?）$")
# a label in the imprint, or under the date
LABEL = compiled(
    r"^(?:(?:政府)?信息)?公开(?:属性|选项|形式|方式|类别|类型)[：]|^不予?公开(?:的)?理由[：]|^主题词[：]"
)
_RANGES = (("㈠", "㈩"), ("⑴", "⒇"), ("⒈", "⒛"), ("①", "⑳"), ("㉑", "㉟"), ("㊱", "㊿"))
_OPENERS = frozenset("一二三四五六七八九十廿卅（第").union(
    *(map(chr, range(ord(first), ord(last) + 1)) for first, last in _RANGES)
)
_HEADINGS = (LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4, ARTICLE, CHAPTER)


def is_attachment_mark(words: str) -> bool:
    """Say whether a line marks an attachment: 附件2."""
    return words.startswith("附件") and _ATTACHMENT_MARK.match(words) is not None


def may_open(words: str) -> bool:
    """Say whether a line begins as an ordinal does: most lines do not, and are asked no more."""
    return words[:1] in _OPENERS or words[:1].isdecimal()


def is_article(words: str) -> bool:
    """Say whether a line opens an article."""
    return words.startswith("第") and ARTICLE.match(words) is not None


def is_heading(words: str) -> bool:
    """Say whether a line opens with an ordinal or is an article or chapter."""
    return may_open(words) and any(shape.match(words) for shape in _HEADINGS)
