"""Names and numbers of instruments in a form that can be compared."""

import re
from functools import lru_cache
from unicodedata import normalize

from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import likeness

_IDLE = compiled(r"[\s《》〈〉<>“”‘’\"'「」『』,，、.。·:：]+")
_ISSUERS = compiled(
    r"(?:中共中央办公厅|中共中央|国务院办公厅|国务院|中办|国办|全国人民代表大会常务委员会"
    r"|全国人民代表大会|中华人民共和国)+(?:政府信息与政务公开办公室|政务公开办公室|公开办)?"
)
_STATE = "中华人民共和国"
_SHORTEST = len("工作规则")  # 国务院组织法, 国务院工作规则: the organ is part of so short a name
_ISSUED = compiled(r"(?:关于)?(?:印发|转发|发布|公布)")
_NUMBER = compiled(r"([^\W\d_]+)[\[(【〔﹝]?(\d{4})[\])】〕﹞]?第?0*(\d+)号?")
_ORDER = compiled(r"(.*?)(?:令第?0*(\d+)号?|第?0*(\d+)号令)")
_STANDARD = compiled(r"(?i)(GB)/?(T?)(\d+)(?:\.(\d+))?[-—–]+(\d{4}|\d\d)")
_CENTURY = 1900
_SAME_ORGAN = {
    "中华人民共和国国务院": "国务院",
    "国": "国务院",
    "国家市场监督管理总局": "市场监管总局",
    "市场监督管理总局": "市场监管总局",
    "国家市场监管总局": "市场监管总局",
}


class NumberKey(NamedTuple):
    """A number's parts: 机关代字, year (0 for orders), serial."""

    code: str
    year: int
    serial: int


@lru_cache(maxsize=4096)
def number_key(number: str) -> NumberKey | None:
    """Take a 文号, 令号 or standard number apart, whatever its brackets; None where it is none."""
    plain = re.sub(r"\s+", "", normalize("NFKC", number))
    if found := _STANDARD.fullmatch(plain):
        part = f".{found[4]}" if found[4] else ""
        year = int(found[5]) if len(found[5]) > len("88") else _CENTURY + int(found[5])
        return NumberKey(f"GB{found[2].upper()}{part}", year, int(found[3]))
    if found := _NUMBER.fullmatch(plain):
        return NumberKey(found[1], int(found[2]), int(found[3]))
    if found := _ORDER.fullmatch(plain):
        organ = _SAME_ORGAN.get(found[1], found[1])
        return NumberKey(f"{organ}令", 0, int(found[2] or found[3]))
    return None


def standard_key(number: str) -> str | None:
    """Give what the numbers of all editions of one standard share; None where it is none.

    A standard may become 推荐性 (GB to GB/T) from one edition to the next.
    """
    key = number_key(number)
    if key is None or not key.code.startswith("GB"):
        return None
    return f"{key.code.removeprefix('GB').removeprefix('T')}/{key.serial}"


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """Give a title without marks, issuers and the words of the notice that issued it."""
    plain = _without_issuers(_IDLE.sub("", normalize("NFKC", title)))
    if found := _ISSUED.match(plain):
        issued = plain[found.end() :]
        plain = _without_issuers(issued.removesuffix("的通知"))
    return plain


def _without_issuers(plain: str) -> str:
    rest = _ISSUERS.sub("", plain, count=1)
    return rest if len(rest) > _SHORTEST else plain.replace(_STATE, "", 1)


def is_national(title: str) -> bool:
    """Say whether a title begins with the name of a national organ."""
    return _ISSUERS.match(_IDLE.sub("", normalize("NFKC", title))) is not None


def similarity(first: str, second: str) -> float:
    """Say how alike two titles are, from 0 to 1."""
    return likeness(title_key(first), title_key(second))


def abbreviates(short: str, title: str) -> bool:
    """Say whether one title's characters all stand in the other in the same order."""
    characters = iter(title_key(title))
    return all(character in characters for character in title_key(short))
