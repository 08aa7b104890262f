"""The labels that a browser shows in front of the items of an ordered list."""

import re
from functools import lru_cache

from gongkai_lint.readers.html_tree import Node
from gongkai_lint.wordml.number_formats import format_number

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)
_HAN = ("chineseCountingThousand", "、")
_FORMATS = {
    "decimal": ("decimal", ". "),
    "cjk-ideographic": _HAN,
    "simp-chinese-informal": _HAN,
    "trad-chinese-informal": _HAN,
    "cjk-decimal": _HAN,
    "lower-alpha": ("lowerLetter", ". "),
    "lower-latin": ("lowerLetter", ". "),
    "upper-alpha": ("upperLetter", ". "),
    "upper-latin": ("upperLetter", ". "),
    "lower-roman": ("lowerRoman", ". "),
    "upper-roman": ("upperRoman", ". "),
}
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_HIGHEST = 9999


def label_of(item: Node) -> str:
    """Give an item's label; empty where its list is not ordered or shows none."""
    above = item.parent
    if item.tag != "li" or above is None or above.tag != "ol":
        return ""
    shape = _FORMATS.get(_shape(item) or _shape(above) or "decimal")
    number = _numbers(above)[item]
    if shape is None or not 0 < number <= _HIGHEST:
        return ""
    return format_number(number, shape[0]) + shape[1]


def _shape(node: Node) -> str:
    styled = _STYLE.search(node.get("style"))
    words = styled[1].lower().split() if styled else []
    known = [word for word in words if word in _FORMATS or word == "none"]
    return known[0] if known else _TYPES.get(node.get("type"), "")


@lru_cache(maxsize=64)  # the lists around an item: a long one is counted once
def _numbers(above: Node) -> dict[Node, int]:
    items = [node for node in above.children if node.tag == "li"]
    step = -1 if "reversed" in above.attributes else 1
    number = _whole(above.get("start"), len(items) if step < 0 else 1) - step
    numbers = {}
    for item in items:
        number = _whole(item.get("value"), number + step)
        numbers[item] = number
    return numbers


def _whole(told: str, otherwise: int) -> int:
    return int(told) if told.strip().isascii() and told.strip().isdecimal() else otherwise
