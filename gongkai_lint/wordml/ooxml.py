"""Names of WordprocessingML: the same words in the transitional and the strict namespace."""

import re
from functools import cache

from gongkai_lint.wordml.node import Node

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

ALTERNATE = f"{{{_MARKUP_COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{_MARKUP_COMPATIBILITY}}}Choice"
FALLBACK = f"{{{_MARKUP_COMPATIBILITY}}}Fallback"
MATH_TAGS = tuple(f"{{{uri}}}{name}" for uri in _MATH for name in ("oMath", "oMathPara"))
MATH_TEXT = tuple(f"{{{uri}}}t" for uri in _MATH)
RELATIONSHIP_ID = tuple(f"{{{uri}}}id" for uri in _RELATIONSHIPS)
_LENGTH = re.compile(r"(?P<number>-?\d{1,7}(?:\.\d{1,7})?)(?P<unit>mm|cm|in|pt|pc|pi)?")
_LONG = 8
_LONGEST = 20  # Word's numbers have ten digits at most
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "pc": 12, "pi": 12}
_OFF = frozenset({"0", "false", "off"})


class Names(dict[str, str]):
    """Qualified names of one namespace by local name, made on first use."""

    def __init__(self, uri: str) -> None:
        super().__init__()
        self.uri = uri

    def __missing__(self, local: str) -> str:
        """Make and keep the qualified name."""
        name = self[local] = f"{{{self.uri}}}{local}"
        return name


@cache
def _names(uri: str) -> Names:
    return Names(uri)


def names_of(root: Node) -> Names:
    """Give the names in the namespace that a part's root uses."""
    strict = isinstance(root.tag, str) and root.tag.startswith(f"{{{STRICT}}}")
    return _names(STRICT if strict else _TRANSITIONAL)


def leading(node: Node, name: str) -> Node | None:
    """Give the child with a name, quickly where it is the first, as properties are."""
    if len(node) and node[0].tag == name:
        return node[0]
    return node.find(name)


def value(node: Node | None, w: Names) -> str | None:
    """Give the ``w:val`` of a property element."""
    return None if node is None else node.get(w["val"])


def number(node: Node | None, w: Names) -> int | None:
    """Give the ``w:val`` of a property element as a whole number."""
    return whole(value(node, w))


def whole(raw: str | None) -> int | None:
    """Give a whole number as it stands in an attribute; nothing for what no file means."""
    try:
        return None if raw is None or len(raw) > _LONGEST else int(raw)
    except ValueError:
        return None


def points(raw: str | None, parts: int) -> float | None:
    """Give a length in points: a bare number counts parts of a point, others name their unit."""
    if not raw:
        return None
    if raw.isdecimal() and len(raw) < _LONG:
        return int(raw) / parts
    found = _LENGTH.fullmatch(raw)
    if found is None:
        return None
    unit = found["unit"]
    return float(found["number"]) * (_POINTS[unit] if unit else 1 / parts)


def switch(node: Node | None, w: Names) -> bool | None:
    """Give an on-off property: ``None`` where the element is absent."""
    return None if node is None else value(node, w) not in _OFF


def relationship_id(node: Node) -> str:
    """Give the ``r:id`` of an element."""
    return next((found for name in RELATIONSHIP_ID if (found := node.get(name))), "")
