"""Names of organs and of those whom a 公文 addresses."""

from collections.abc import Iterable

from gongkai_lint.model.span import Span
from gongkai_lint.organs import HEADED, NAME_ENDS, UNIT_ENDS
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import fold

HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
# ministries whose short names could be an organ's inner department (宣传部 beside 云岭县委 is one)
_MINISTRIES = compiled(
    r"(?:外交|国防|教育|科技|公安|安全|民政|司法|财政|人事|劳动|水利|农业|商务|文化|卫生|铁道|交通|建设|监察|应急)部|"
    r"审计署|国务院|国资委|发改委|[证银保电]监会"
)
_SEAT = 3
_INNER = compiled(
    r"(?:机构编制|网络安全和信息化|全面依法治[市县区州]|财经)?委员会办公室|组织部|宣传部|统战部|统一战线工作部|"
    r"政法委(?:员会)?|政策研究室|办公[厅室]|老干部局|社会工作部|直属机关工作委员会"
)
_NATIONAL = compiled(r"国家|国务院|中共|中国|中华|全国|最高人民")
_ORGAN = compiled(rf"(?:{HAN}|[（）〈〉“”、·\d])*(?:{HAN}|[”）])(?:{NAME_ENDS})|中共中央")
_RECIPIENT_ENDS = (
    f"{UNIT_ENDS}|署|院|社|组织|团体|院校|高校|园|主体|业主|用户|村|社区|州|旗|"
    "人士|人员|市民|群众|居民|村民|代表|委员|考生|家长|农户|同志"
)
# whom the text of a head, a line with a colon, may address; anywhere in it, as names are endless
_ADDRESSED = compiled(rf"{_RECIPIENT_ENDS}|校|企业|行|先生|女士|学|队|户")
# a leader in person, as letters and memorials address one
_TITLED = f"副?(?:书记|主任|主席|秘书长|检察长|董事长|总经理|[{HEADED}]长)(?:同志)?"
_PERSON = compiled(
    rf"^(?:尊敬的)?{HAN}{{1,4}}?{_TITLED}：$"
    rf"|^(?:尊敬的)?{HAN}{{0,4}}?{_TITLED}(?:[、并和及](?:各位)?{HAN}{{0,4}}?{_TITLED}){{1,4}}：$"
)
_HANDED_UP = compiled(rf"^(?:呈[送报]?|主送|报送)：{HAN}")
_LISTED = compiled(rf"(?:{_RECIPIENT_ENDS})(?:等\d{{0,5}}[家个名户]?(?:{_RECIPIENT_ENDS})?)?$")
_EACH = compiled(r"各(?!项|类|种|自)|全[市县区省州国](?:各|广大)|有关|全体|广大")
_PLACED = compiled(r"^(?:各|全|本|有关|驻|市|省|县|区|州|局|国务院|中央|国家)")
_BRACKETS = compiled(r"（[^（）]*）")
_PIECES = compiled(r"[、，；]")
_SEALED_FOR = compiled(r"（[^（）]{0,40}代章?）$")
_OPENING = compiled(
    rf"(?P<names>(?:{HAN}|[（）()、\s]){{2,80}}?)(?=关于|印发|转发|批转|下发|发布|公布|对)"
)
_PART = compiled(r"[^\s、]+")
_SHORTEST, _LONGEST = 2, 45
_SHORTEST_ALONE = 4


def is_organ(words: str) -> bool:
    """Say whether a line is nothing but the name of an organ."""
    if not _SHORTEST <= len(words) <= _LONGEST or not _ORGAN.fullmatch(words):
        return False
    return words.count("（") == words.count("）")


def stands_alone(words: str) -> bool:
    """Say whether a name beside another is an organ of its own, and no part of that other."""
    return is_organ(words) and (
        len(words) >= _SHORTEST_ALONE or _MINISTRIES.fullmatch(words) is not None
    )


def goes_on(name: str, below: str) -> bool:
    """Say whether the line below a name may be its rest, and no organ beside it."""
    named = _seat(below) in name or _MINISTRIES.fullmatch(below) or _NATIONAL.match(below)
    return not named


def belongs_inside(name: str, below: str) -> bool:
    """Say whether a name is that of an organ inside the one before it: 宣传部 of 中共青禾县委."""
    return name.endswith(("委", "委员会", "政府")) and _INNER.fullmatch(below) is not None


def parted(names: str) -> tuple[str, ...]:
    """Give the organs whose names run together: 云岭市教育局云岭市民政局."""
    seat = _seat(names)
    cuts = [at for at in range(1, len(names)) if names.startswith((seat, f"中共{seat}"), at)]
    cuts = [at for at in cuts if names[at - 2 : at] != "中共" and stands_alone(names[:at])]
    if not cuts or not stands_alone(names[cuts[0] :]):
        return (names,)
    return (names[: cuts[0]], *parted(names[cuts[0] :]))


def parted_spans(text: str, span: Span) -> list[Span]:
    """Give the organs of a span whose names run together, white space between them left out."""
    visible = [at for at in range(*span) if not text[at].isspace()]
    spans, first = [], 0
    for name in parted(fold(text[span.start : span.end])):
        last = first + len(name) - 1
        spans.append(Span(visible[first], visible[last] + 1))
        first = last + 1
    return spans


def _seat(name: str) -> str:
    """Give the first characters of the place that an organ's name opens with."""
    return name.removeprefix("中共")[:_SEAT]


def without_seal(words: str) -> str:
    """Give a signature without the note that another organ's seal stands for its own (代章)."""
    return _SEALED_FOR.sub("", words)


def without_brackets(words: str) -> str:
    """Give words without what brackets add to them."""
    return _BRACKETS.sub("", words)


def addresses(words: str) -> bool:
    """Say whether a line that ends with a colon may address somebody."""
    return bool(_EACH.match(words) or _ADDRESSED.search(words) or _PERSON.match(words))


def are_recipients(words: str) -> bool:
    """Say whether a line without a colon is a list of those whom the document addresses."""
    if _HANDED_UP.match(words):
        return True
    pieces = _PIECES.split(without_brackets(words).rstrip("，。；、"))
    return bool(_PLACED.match(words)) and all(_LISTED.search(piece) for piece in pieces)


def known_names(title: str, letterheads: Iterable[str]) -> frozenset[str]:
    """Give the organs that the title (white space kept) and the letterhead name.

    Whoever is named there may sign, whatever words the name ends with.
    """
    names = {head.removesuffix("文件") for head in letterheads}
    opening = _OPENING.match(title)
    if opening:
        parts = [fold(part[0]) for part in _PART.finditer(opening["names"])]
        apart = len(parts) > 1 and all(map(stands_alone, parts))
        names |= set(parts) if apart else {"".join(parts)}
    return frozenset(name for name in names if _SHORTEST <= len(name) <= _LONGEST)
