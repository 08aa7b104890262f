"""Responsible units as officials write them: 市政府办牵头，市财政局、市人社局等配合."""

from collections.abc import Iterator

from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import LAST, UNIT_ENDS
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align

_SPLIT = compiled(
    r"[、，；/,;](?![^（(]{0,8}[）)])|(?:(?<=["
    + LAST
    + r"府院署社会处室])|(?<=部门)|(?<=单位)|(?<=机关)|(?<=机构)|(?<=中心))"
    rf"(?:以及|和|及|与)(?=\S{{1,20}}(?:{UNIT_ENDS})(?:$|[、，；]|等))"
    r"|等(?:以及|和|及|与)(?=各|有关)"
)
_NOTE = compiled(r"[（(](?:以下|下同|排名|除|列)[^（）()]*[）)]")
_TRIM = compiled(
    r"^(?:由|请|会同|联合|其中|和|及|与|以及)+"
    r"|(?:等(?:(?:有关|相关)?(?:部门|单位)(?:和单位|、单位)?)?|共同|分别|按照?职责(?:分工)?|按分工|具体|负责|联合|牵头)+$"
)
_LEVELS = frozenset("省市县区州乡镇")
_PART = compiled(
    r"[；;\n。]|(?:(?<=牵头)|(?<=负责)|(?<=配合)|(?<=参加)|(?<=指导))[，,]|[，,](?=[^，,：:]{2,8}[：:])"
)
_KEY = compiled(r"^(?P<key>[^：:]{2,10})[：:](?P<words>.*)$")
_LEAD_KEY = compiled("牵头|责任(?!领导|人)|主办|负责|承办|主体|落实单位|实施单位")
_LEADER_KEY = compiled("牵头(?:单位|部门)?[：:]")
_OWN_KEY = compiled("(?:责任|负责|落实|实施|承办)(?:单位|部门)?[：:]")
_OTHER_KEY = compiled("配合|协办|参与|参加|协同")
_OTHER_VERB = compiled(
    r"(?:积极|密切|共同|分别|按职责分工?|予以|具体)*(?:配合|参与|参加|协助|协同|协办|支持|指导)"
    r"(?:落实|实施|做好.*)?$"
)
_LEAD_VERB = compiled(r"(?:负责)?牵头(?:负责|落实|实施|办理|组织|抓总|，)?$|主办$")
_OWN_VERB = compiled(
    r"(?:按照?职责(?:分工)?|按分工|分别|共同|具体|分工)*(?:负责|落实|承办|组织实施|实施)"
    r"(?:落实|组织实施)?$"
)
_TOGETHER = compiled(
    r"^(?P<lead>[^：:会]{2,40})会同(?P<others>[^：:]{2,60}?)"
    r"(?P<verb>(?:分别|共同|按职责分工)?(?:牵头|负责|落实))?$"
)
_ROLE = compiled("牵头|配合|协办|[：:]")
_MARKED = compiled(r"[（(](?:[牵牽][头頭](?:[单單]位)?|主[办辦])[）)]")
_CELL_KEY = compiled(
    r"[ \u3000]+(?=(?:牵头|责任|主办|承办|负责|配合|协办|参与)(?:单位|部门)?[：:])"
)
_SIDE_BY_SIDE = compiled(r"(?<=[" + LAST + r"府院])[ \u3000]+(?=[省市县区州各][^ \u3000\n]{2,})")
_NAME_END = compiled(rf"(?:{UNIT_ENDS}|等|牵头|负责|配合|[)）])$")
_NAMED_WHOLE = compiled(rf"(?:{UNIT_ENDS}|[各属当]地|[校所站队馆学行）)])$")
_GOES_ON = compiled(r"[、，,；;/（(]|人民政府|办事处|管委会|办公室|委员会")
_NAMED = compiled(r"[\u3400-\u9fff]")
_KINDS = compiled(r"(?<=[^等关])(?:等?(?:主管|有关|相关)?部门)(?:（单位）)?$")
_LONGEST, _LONGEST_SHARED = 30, 60


class Responsible(NamedTuple):
    """The units that lead and those that take part."""

    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def split_units(words: str) -> tuple[str, ...]:
    """Split an enumeration of units; 等 and 按职责分工 are dropped.

    文化和旅游局, 市、县人民政府, 发展改革、财政等部门 and names with （市、区） inside stay whole.
    """
    names: list[str] = []
    levels = kinds = ""  # what shares the ending of a later piece
    pieces = _SPLIT.split(_NOTE.sub("", "".join(words.split())))
    of_a_kind = bool(_KINDS.search(pieces[-1]))
    for piece in pieces[:-1]:
        if piece.removeprefix("各") in _LEVELS:
            levels += f"{piece}、"
        elif of_a_kind and not _NAMED_WHOLE.search(align(piece)):
            kinds += f"{levels}{piece}、"
            levels = ""
        else:
            names.append(_TRIM.sub("", levels + kinds + piece))
            levels = kinds = ""
    last = _TRIM.sub("", pieces[-1])
    cut = of_a_kind and (kinds or not _NAMED_WHOLE.search(align(last)))
    names.append(kinds + levels + (pieces[-1] if cut else last))
    longest = _LONGEST_SHARED if kinds else _LONGEST
    kept = (name for name in names if 0 < len(name) <= longest and name[0] not in "—-/－")
    return tuple(dict.fromkeys(kept))


def read_responsible(words: str) -> Responsible:
    """Read who leads and who takes part in the words of a bracket or a cell."""
    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    words = "".join(words.split())
    helping = _OWN_KEY if _LEADER_KEY.search(words) else None
    for part in _parted(words):
        names, leads = _part(part, first=not lead)
        leads = leads and not (helping and helping.match(part))
        lead, others = (lead + names, others) if leads else (lead, others + names)
    return Responsible(tuple(dict.fromkeys(lead)), tuple(dict.fromkeys(others)))


def _parted(words: str) -> Iterator[str]:
    """Give the parts that name units of one role; 甲会同乙负责 are two."""
    for part in _PART.split(words):
        together = _TOGETHER.match(part or "")
        if together:
            yield f"{together['lead']}{together['verb'] or '负责'}"
            yield f"{together['others']}配合"
        else:
            yield part or ""


def read_cell(words: str) -> Responsible:
    """Read the units of a table's cell, one or more a line; a name may be broken over two lines."""
    words = _CELL_KEY.sub("；", _joined(_SIDE_BY_SIDE.sub("\n", words)))
    if _MARKED.search(words):
        lead = [piece for piece in _SPLIT.split(words) if piece and _MARKED.search(piece)]
        names = split_units(_MARKED.sub("", words))
        first = split_units("、".join(_MARKED.sub("", piece) for piece in lead))
        return Responsible(first, tuple(name for name in names if name not in first))
    if _ROLE.search(align(words)):
        return read_responsible(words)
    names = split_units(words.replace("；", "、"))
    whole = "".join(words.split())
    return Responsible(names or ((whole,) if _NAMED.search(whole) else ()))


def _joined(words: str) -> str:
    """Join the lines of a cell, a name that goes on in the next line without a gap."""
    joined = ""
    for line in filter(None, (line.strip() for line in words.split("\n"))):
        goes_on = _GOES_ON.match(line) or not _NAME_END.search(align(joined))
        joined += ("" if goes_on else "；") + line
    return joined


def _part(words: str, *, first: bool) -> tuple[tuple[str, ...], bool]:
    keyed = _KEY.match(words)
    if keyed:
        if _OTHER_KEY.search(keyed["key"]):
            return split_units(keyed["words"]), False
        leads = bool(_LEAD_KEY.search(keyed["key"]))
        return (split_units(keyed["words"]) if leads else ()), leads
    for verb, leads in ((_OTHER_VERB, False), (_LEAD_VERB, True), (_OWN_VERB, first)):
        found = verb.search(words)
        if found:
            return split_units(words[: found.start()]), leads
    return (), True
