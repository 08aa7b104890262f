"""How a name is written otherwise by one slip of the pen, by which, and where it may be.

A slip is a character replaced, left out or added, two neighbours swapped, or two words turned
round.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from gongkai_lint.memory import once
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.sought import Rows, Sought

# What short names are mistyped for: there a slip leaves no half to know them by, so each is sought
# whole, and only with what looks or sounds alike.
_MISTYPED = {
    "务": "物误雾",
    "院": "完宛阮",
    "计": "记",
    "审": "申",
    "署": "暑曙薯",
    "政": "正证",
    "财": "材",
    "部": "郜邵埠",
    "民": "名",
    "司": "思",
    "利": "例立",
    "商": "伤",
    "安": "按",
    "防": "访仿",
    "交": "校",
    "央": "映秧",
    "协": "胁",
    "育": "玉",
}
# At its ends a name runs on into others (局 and 厅, 市 and 省), so there only look-alikes and
# homophones are mistakes.
_ALIKE = {
    "局": "居句剧届焗",
    "厅": "斤听斥厂庁庭",
    "会": "合汇全回委",
    "院": "宛完阮愿远",
    "部": "郜邵布步埠",
    "署": "暑曙",
    "党": "觉堂常挡档",
    "国": "囯囩图围果",
    "军": "车君均",
    "议": "仪义意",
    "处": "外",
    "社": "杜",
    "办": "力为",
    "队": "对",
    "团": "困园",
    "心": "必新",
    "中": "申钟忠",
    "全": "金",
    "最": "取罪",
    "人": "入八",
    "住": "往主注驻",
    "自": "白目",
    "交": "校",
    "应": "映",
    "退": "推",
    "生": "升",
    "工": "公",
    "农": "衣浓",
    "公": "工",
    "财": "材才",
    "审": "申",
    "海": "悔",
    "教": "校",
    "司": "思",
    "水": "永",
    "外": "处",
    "源": "原",
}
# What is put into a name to make another: 生态环境分局, 管理总局, 国务院各办公厅, 司法厅办公室.
_INSERTED = frozenset("总分副各原新省市县区州镇乡的等局厅委部")
# Words that names and abridged names join differently; neither is a slip of the pen, but the
# national bodies have one name.
JOINTS = frozenset("和与及、暨")
NATIONAL = ("国家", "国务院", "中国", "中华", "中央", "中共中央", "全国", "最高")
LEAST_BESIDE = 2  # characters of the rest beside a half: one alone may be chance
WORD = 2  # characters: of two are the words that names are made of
Slip = Literal["replaced", "left_out", "added", "swapped", "turned"]


class Found(NamedTuple):
    """A slip: how, where in the name, where in the text, the text's length of the name."""

    slip: Slip
    place: int
    odd: int
    span: Span


@once
def forms_of(short: tuple[str, ...]) -> tuple[dict[str, str], Sought]:
    """Give what short names are mistyped for, each with its name; and how to look for them."""
    forms = {
        name[:i] + odd + name[i + 1 :]: name
        for name in short
        for i, character in enumerate(name)
        for odd in _MISTYPED.get(character, "")
    }
    return forms, Sought(forms)


def slip_at(text: str, at: int, name: str, seed: tuple[int, int]) -> Found | None:
    """Compare the rest of a name with what stands beside its seed, behind it or before it.

    The seed is where in the name it begins and ends.
    """
    before, end = seed
    if end - before == len(name):
        here = text[at : at + len(name)]
        differ = [i for i, (a, b) in enumerate(zip(here, name, strict=True)) if a != b]
        slip: Slip = "swapped" if len(differ) <= WORD else "turned"
        return Found(slip, differ[0], at + differ[0], Span(at, at + len(name)))
    if before == 0:
        begin = at + end
        differs = _differs(text[begin : begin + len(name) - end + 1], name[end:])
        if differs is None:
            return None
        slip, i, length = differs
        return Found(slip, end + i, begin + i, Span(at, begin + length))
    differs = _differs(text[max(0, at - before - 1) : at][::-1], name[:before][::-1])
    if differs is None:
        return None
    slip, i, length = differs
    wide = {"swapped": 2, "left_out": 0}.get(slip, 1)
    place = before - i - (2 if slip == "swapped" else 1)
    span = Span(at - length, at + len(name) - before)
    return Found(slip, place, at - i - wide, span)


def _differs(here: str, rest: str) -> tuple[Slip, int, int] | None:
    """Give the one slip by which a rest is written otherwise, where, and how long it then is."""
    if here.startswith(rest) or len(here) < LEAST_BESIDE:
        return None
    count = len(rest)
    i = next(i for i in range(count) if here[i : i + 1] != rest[i])
    if here[i : i + 2] == rest[i + 1 : i + 2] + rest[i] and here[i + 2 : count] == rest[i + 2 :]:
        return "swapped", i, count
    added = here[i + 1 : count + 1] == rest[i:]
    if (
        len(here) >= count
        and here[i + 1 : count] == rest[i + 1 :]
        and not (added and i + 1 == count)
    ):
        return "replaced", i, count
    if added:
        return "added", i, count + 1
    if len(here) >= count - 1 and here[i : count - 1] == rest[i + 1 :]:
        return "left_out", i, count - 1
    return None


def is_mistake(text: str, found: Found, name: str) -> bool:
    """Say whether nobody writes a name so on purpose."""
    if found.slip == "replaced":
        return _replaced(text[found.odd], found.place, name)
    if found.slip == "added":
        return _added(text, found, name)
    if found.slip == "left_out":
        return 0 < found.place < len(name) - 1 and name[found.place] not in JOINTS
    if found.slip == "swapped":
        joint = not JOINTS.isdisjoint(name[found.place : found.place + 2])
        return not joint or is_national(name)
    return True


def is_national(name: str) -> bool:
    """Say whether there is one such body only, whose name nobody may write otherwise."""
    return name.startswith(NATIONAL) or name.endswith("部")


def _replaced(bad: str, place: int, name: str) -> bool:
    alike = bad in _ALIKE.get(name[place], "")
    if place in {0, len(name) - 1}:
        return alike
    if bad in _INSERTED and not alike:
        return False
    return not {bad, name[place]} & JOINTS or is_national(name)


def _added(text: str, found: Found, name: str) -> bool:
    odd = text[found.odd]
    if found.place > 0 and odd in (text[found.odd - 1], text[found.odd + 1 : found.odd + 2]):
        return True  # 总总局, 资源和和社会
    inside = 0 < found.place < len(name) - 1
    return inside and odd not in _INSERTED and odd not in JOINTS


def seeds_of(names: Iterable[str]) -> Rows:
    """Give the halves of names, each with the names it is a half of.

    Beside a name stands where in it the half begins, and which two of its characters stand beside
    that. A swap of the two characters in the middle harms both halves, so it is sought as a whole;
    so are two words in the other order.
    """
    known = frozenset(names)
    seeds: dict[str, list[tuple[str, int, str]]] = {}
    for name in sorted(known):
        middle = len(name) // 2
        first, second = name[:middle], name[middle:]
        crossed = first[:-1] + second[0] + first[-1] + second[1:]
        seeds.setdefault(first, []).append((name, 0, second[:LEAST_BESIDE]))
        seeds.setdefault(second, []).append((name, middle, first[-LEAST_BESIDE:]))
        for whole in (crossed, *_turned(name)):
            if whole != name and whole not in known:
                seeds.setdefault(whole, []).append((name, 0, ""))
    return Rows.pack((seed, tuple(of)) for seed, of in seeds.items())


def _turned(name: str) -> Iterator[str]:
    """Give a name with two of its words in the other order: 农村农业部, 改革和发展委员会."""
    begin = next((len(head) for head in NATIONAL if name.startswith(head)), 0)
    joint = next((i for i, character in enumerate(name) if character in JOINTS), 0)
    if not joint:
        for at in range(begin, len(name) - 2 * WORD + 1, WORD):
            first, second = name[at : at + WORD], name[at + WORD : at + 2 * WORD]
            yield name[:at] + second + first + name[at + 2 * WORD :]
        return
    for before in range(joint - WORD, begin - 1, -WORD):
        for after in range(joint + 1 + WORD, len(name), WORD):
            turned = name[joint + 1 : after] + name[joint] + name[before:joint]
            yield name[:before] + turned + name[after:]
