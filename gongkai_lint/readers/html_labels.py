"""The labels that a browser shows in front of the items of an ordered list."""

import re

from lxml.html import HtmlElement

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


def label_of(item: HtmlElement) -> str:
    """Give an item's label; empty where its list is not ordered or shows none."""
    above = item.getparent()
    if item.tag != "li" or above is None or above.tag != "ol":
        return ""
    shape = _FORMATS.get(_shape(item) or _shape(above) or "decimal")
    number = _number(item, above)
    if shape is None or not 0 < number <= _HIGHEST:
        return ""
    return format_number(number, shape[0]) + shape[1]


def _shape(node: HtmlElement) -> str:
    styled = _STYLE.search(node.get("style", ""))
    words = styled[1].lower().split() if styled else []
    known = [word for word in words if word in _FORMATS or word == "none"]
    return known[0] if known else _TYPES.get(node.get("type", ""), "")


def _number(item: HtmlElement, above: HtmlElement) -> int:
    number = _whole(above.get("start"), 1) - 1
    for other in above.iterchildren("li"):
        number = _whole(other.get("value"), number + 1)
        if other is item:
            break
    return number


def _whole(told: str | None, otherwise: int) -> int:
    return int(told) if told and told.strip().isascii() and told.strip().isdecimal() else otherwise
