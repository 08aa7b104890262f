"""字体、字号: the families behind the names of fonts, and the names of sizes."""

from typing import Literal

from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

Size = Literal[
    "初号",
    "小初",
    "一号",
    "小一",
    "二号",
    "小二",
    "三号",
    "小三",
    "四号",
    "小四",
    "五号",
    "小五",
    "六号",
    "小六",
    "七号",
    "八号",
]
SIZES: dict[Size, float] = {
    "初号": 42,
    "小初": 36,
    "一号": 26,
    "小一": 24,
    "二号": 22,
    "小二": 18,
    "三号": 16,
    "小三": 15,
    "四号": 14,
    "小四": 12,
    "五号": 10.5,
    "小五": 9,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5,
}
_NAMES = {points: name for name, points in SIZES.items()}
_IDLE = compiled(r"[\s_@-]+")


class Typeface(NamedTuple):
    """A family of fonts; ``patterns`` recognize their names, folded by ``fold_font``."""

    name: str
    patterns: tuple[str, ...]
    source: str = ""

    def includes(self, folded: str) -> bool:
        """Say whether a folded name is that of a font of the family."""
        return any(compiled(pattern).search(folded) for pattern in self.patterns)


def fold_font(name: str) -> str:
    """Give a font's name for matching: small letters, without blanks, hyphens, underscores."""
    return _IDLE.sub("", name).lower()


def size_name(points: float) -> str:
    """Give a size in the words of the trade, else in points."""
    return _NAMES.get(points) or f"{points:g}磅"
