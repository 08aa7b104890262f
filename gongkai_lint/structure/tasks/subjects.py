"""Who a sentence tells to act: 市司法局要…, 由市司法局牵头，会同市财政局…, 请各单位….

The words of a sentence are given with ``◇`` for each character of a day.
"""

import re
from collections.abc import Iterator

from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT, ORDINAL
from gongkai_lint.organs import LAST
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tasks.responsible import Responsible, split_units

_UNIT = (
    r"(?:[局委厅府院室区县镇乡司省市州村站队馆]|社区|(?<!全)部|(?<!部)署|(?<!社)会|(?<![举承主])办"
    r"|(?<![到各])处|(?<!旅行)社|(?<!入)校|[中小大]学|[银分支人]行|[农林茶渔]场|[派研司监卫事][^，。]{0,2}所"
    r"|单位|部门|机关|机构|中心|街道|企业|集团|(?<=[各当属])地|（[省市县区州旗镇乡、，]{1,12}）)"
)
_NOTE = r"(?:（(?:(?:以下|下同|含)[^（）]{0,40}|[^（）]{1,6})）)?"
_HEAD = r"(?:^|[，,：:◇])[ \u3000]*"
_ORDINAL = (
    rf"(?:第{COUNT}{{1,8}}条[ \u3000]*)?"
    rf"(?:[（(]?(?:{ORDINAL}{{1,3}}|\d{{1,3}})[）)、.．][ \u3000]?)?"
)
_ACTS = (
    r"(?:要|应(?!急)|须|需|将|负责|必须|务必|按照|根据|结合|确保|原则上|于|在|◇|[12]\d{3}|\d{1,2}月"
    r"|会同|联合|牵头|完成|出台|印发|建成|制[定订]|编制|公布|组织|补充|报(?!纸|刊|名)|上报|发放|集中"
    r"|抓紧|全面|具体|开展|举办|启动|落实|提交|对|持|请)"
)
_OR_BELOW = r"(?:（[省市县区州旗镇乡、，]{1,12}）)?"
_NAME = rf"(?P<units>[^，。；：\n由请◇]{{1,60}}?{_UNIT}{_OR_BELOW}|部|[学高]校){_NOTE}"
_SUBJECT = compiled(
    rf"(?:{_HEAD}|由|请){_ORDINAL}{_NAME}(?:主要)?(?:负责同志|负责人)?(?=，?(?:于|在)◇|{_ACTS})"
)
_ASKED = compiled(
    r"(?:^|[，,：:◇（]|[ ])(?:由|请)(?P<units>[^，。；：\n由请◇]{1,60}?"
    rf"(?:[{LAST}府署室处]|单位|部门|机关|机构|中心|街道))(?![、，和与及门位关局的主管])"
)
_LED = compiled(
    r"(?:^|[，,：:◇]|的|由|请)(?P<units>[^，。；：\n由请◇]{2,200}?)(?:负责|要|应当?|须|将)?"
    r"(?:于[^，。；\n]{4,24}?)?牵头(?!的|单位|部门|起草|机构|作用|人|举办)"
)
_CHARGED = compiled(
    r"由(?P<units>[^，。；：\n由◇]{2,60}?)(?:具体|分别|统一|共同|牵头)*(?:负责(?!同志|人)|承办)"
)
_JOINED = compiled(
    r"(?:会同|联合(?!上报|发文|印发)|商)(?P<units>[^，。；：“”《》\n◇]{2,60}?)"
    r"(?=，|。|；|于|在|◇|$|负责|开展|组织|制[定订]|研究|做好|完成|对|联合|共同|出台|印发|编制|提出|尽快|抓紧)"
)
_HELPED = compiled(
    r"，(?P<units>[^，。；：“”《》\n]{2,60}?)(?:积极|密切|按职责|共同)*"
    r"(?:配合|参与|参加|协助|协办|进行会商)(?:实施|落实|做好[^，。；]{0,12})?(?=[，。；）]|$)"
)
_NO_NAME = compiled(
    r"[按对向为将把以在于从经到因如若凭持其该并报送我全均已可至须需应要就][^委]|推[动进]|督促|指导|确保|引导|支持|鼓励"
    r"|协调|配合|组织|通过|根据|依[照据]|参照|原则|结合|及时|完成|包括|取得|均|具有|属于|符合|加强|做好|抓好"
    r"|开展|实[行施现]|建[立设成]|形成|提[高升]|进[行入]|予以|给予|力争|争取|制[定订]|出台|编制|公布|参与|派(?!出|驻)|来[我本]|定参"
)
# 各省政府要建立…办公厅, 贵单位派…处室: a verb inside, so it is no name
_VERB_INSIDE = compiled(r"(?<![主重必需首])要(?=[建做加抓组制开完落])|(?<=单位)派(?!出|驻)")
_UNIT_END = compiled(rf"{_UNIT}(?:（[^（）]{{1,12}}）)?(?:主要)?$")
_OF = compiled(r"^.*的(?=[^的]{2,}$)")
_WHOLE = compiled(rf"[各省市县区州镇乡][^，。；：、的和及]{{0,18}}{_UNIT}{_OR_BELOW}")
_ASIDE = compiled(r"（[^（）]*）|所?涉及的")
_LONGEST = 30


class Named(NamedTuple):
    """Units that words name, and where in the words they stand."""

    lead: tuple[str, ...]
    start: int
    end: int


def led(words: str, written: str) -> Named | None:
    """Give who leads: 由市司法局牵头."""
    return next(_named(words, written, _LED), None) if "牵头" in words else None


def subjects(words: str, written: str, ends: int) -> Named | None:
    """Give who acts by a time that ends at ``ends``: the nearest, none of a later clause."""
    found = [one for shape in (_SUBJECT, _ASKED) for one in _named(words, written, shape)]
    near = [one for one in found if one.start <= ends + 2 and not _in_bracket(words, one, ends)]
    return max(near, key=lambda one: one.start) if near else charged(words, written)


def charged(words: str, written: str) -> Named | None:
    """Give who answers for it: 由市教育局负责."""
    return next(_named(words, written, _CHARGED), None) if "由" in words else None


def helpers(words: str, written: str, start: int) -> tuple[str, ...]:
    """Give who takes part: 会同市财政局, 市财政局配合."""
    found = (
        named
        for shape in (_JOINED, _HELPED)
        for named in _named(words[start:], written[start:], shape)
    )
    return next((named.lead for named in found), ())


def opening(words: str, written: str) -> Responsible | None:
    """Give the units that a sentence begins with."""
    found = _SUBJECT.match(words)
    lead = _names(words, written, found) if found else ()
    return Responsible(lead) if lead else None


def is_unit(words: str) -> bool:
    """Say whether words are nothing but the name of a unit."""
    return bool(_WHOLE.fullmatch(words)) and not _NO_NAME.match(words)


def _named(words: str, written: str, shape: re.Pattern[str]) -> Iterator[Named]:
    for found in shape.finditer(words):
        lead = _names(words, written, found)
        if lead:
            yield Named(lead, *found.span("units"))


def _in_bracket(words: str, named: Named, ends: int) -> bool:
    """Say whether a name stands in a bracket that closes before the time."""
    opened = words.rfind("（", 0, named.start)
    closed = words.find("）", named.end)
    return opened >= 0 and words.rfind("）", opened, named.start) < 0 and 0 <= closed < ends


def _names(words: str, written: str, found: re.Match[str]) -> tuple[str, ...]:
    start, end = found.span("units")
    aside = _ASIDE.match(words, start, end)
    start = aside.end() if aside else start
    if end - start > _LONGEST and "、" not in found["units"]:
        own = _OF.match(found["units"])
        start += own.end() if own else 0
    if _NO_NAME.match(words, start, end) or _VERB_INSIDE.search(words, start, end):
        return ()
    if not _UNIT_END.search(words, start, end):
        return ()
    return split_units(written[start:end])
