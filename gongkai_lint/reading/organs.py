"""Organs in running text: 市疾控中心, 各县（市、区）人民政府, 财政部门, and the issuers' own names.

A name has no mark at its left end. It is read from a word that begins names (各, 市, 县, 我, 国家),
or, without one, from where a clause or an enumeration begins, to the first ending of organs that
is not the beginning of another word (局 but not 局面).
"""

from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.term import Term

# an ending, and the characters before which it ends no name
_ENDS = {
    "局": "面部势限长",
    "委": "托员派屈任",
    "委员会": "",
    "办": "理法公结事学案件好证税医矿",
    "办公室": "",
    "办公厅": "",
    "办事处": "",
    "厅": "长级堂",
    "总署": "",
    "部": "门分署队长级位件委",
    "部门": "",
    "等部门": "",
    "政府": "性采信网投购",
    "中心": "城镇工任思组村环区学",
    "会": "议同商计展员务见谈场期费审签诊考",
    "院": "长内校士",
    "支队": "",
    "大队": "",
    "总队": "",
    "中队": "",
    "派出所": "",
    "研究所": "",
    "管理所": "",
    "司法所": "",
    "服务站": "",
    "工作站": "",
    "监测站": "",
    "气象台": "",
    "电视台": "",
    "广播台": "",
    "街道": "两建",
    "管委会": "",
    "指挥部": "",
    "领导小组": "",
    "工作组": "",
    "专班": "",
    "单位": "和面",
    "机关": "大",
    "机构": "改编",
    "集团": "",
    "公司": "",
    "学校": "",
    "中学": "",
    "小学": "",
    "中小学": "",
    "幼儿园": "",
    "学院": "",
    "医院": "",
    "银行": "",
    "海关": "",
    "监狱": "",
    "林场": "",
    "园区": "",
    "开发区": "",
    "合作社": "",
    "工会": "",
    "残联": "",
    "妇联": "",
    "团委": "",
    "党组": "",
    "党委": "",
    "支部": "",
    "科": "学技目研普室以",
    "处": "理置分罚于方级长",
    "乡镇": "",
    "区县": "",
    "县区": "",
    "县（市、区）": "",
    "市（县、区）": "",
}
_ENDING = "|".join(
    f"{end}(?![{bars}])" if bars else end
    for end, bars in sorted(_ENDS.items(), key=lambda pair: -len(pair[0]))
)
# what a name holds: no word that leads to one (由, 向, 报 …) unless it begins a word of its own
_INNER = (
    "(?:应急|不动产|对外|经济|经贸|经营|经信|和(?![，、])|"
    "(?!会同|设立|成立|注册|建立|组织|负责|牵头|配合|进入|办理|落实|做好|指定|批准|出具|提供|采购)"
    "(?![经由向请将把对在于及与报未不可应须要予给是的了等为并])[\u4e00-\u9fff])"
)
_LEVEL = (
    "各县（市、区）|各市（县、区）|各县（区）|各|有关|相关|省直|市直|县直|区直|国家(?!秘密)|"
    "(?:全|本|我|你|贵)?[省市县区州镇乡]|(?:本|我|你|贵)(?=[局委办厅部院处科机单])"
)
_NAMED = compiled(rf"(?:{_LEVEL})(?:[、（）]|{_INNER}){{0,14}}?(?:{_ENDING})")
_BARE = compiled(
    rf"(?<![\u4e00-\u9fff\d])(?:由|请|会同|和|及|与|报|向|经)?(?P<name>(?:{_INNER}){{2,8}}?"
    r"(?:局(?![面部势限长])|委(?![托员派屈任])|厅(?![长级堂])|部门|中心(?![城镇工任思组村环区学])"
    r"|支队|办公室|人民政府|委员会|指挥部|管委会|机构(?![改编])))"
)
_ORGAN = frozenset({"organ"})
_KINDS = (  # what an organ is besides, by the end of its name
    (("公司", "集团", "银行", "合作社"), frozenset({"organ", "firm"})),
    (
        ("政府", "国务院", "省委", "市委", "县委", "区委", "党委"),
        frozenset({"organ", "government"}),
    ),
)
_SHORTEST = 3


def organ_spans(document: Document, text: str, span: Span) -> Iterator[Term]:
    """Yield the organs named in a stretch of the text, none inside another."""
    end = -1
    found = {*_known(document, text, span), *_shaped(text, span)}
    for start, stop in sorted(found, key=_longest_first):
        if start >= end:
            end = stop
            yield Term(start, stop, _classes(text[start:stop]))


def _classes(name: str) -> frozenset[str]:
    return next((classes for ends, classes in _KINDS if name.endswith(ends)), _ORGAN)


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0], -place[1]


def _shaped(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield names by their shape; a name with a level in it begins there (移交|市城管局)."""
    named = [found.span() for found in _NAMED.finditer(text, *span)]
    yield from named
    ends = {end for _, end in named}
    for found in _BARE.finditer(text, *span):
        if found.end("name") not in ends:
            yield found.span("name")


def _known(document: Document, text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield where the issuers are named again."""
    for name in document.issuer.names:
        at = text.find(name, *span) if len(name) >= _SHORTEST else -1
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name), span.end)
