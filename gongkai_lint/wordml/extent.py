"""Where an element and its characters lie in a part's bytes."""

import re

from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.expat_tree import Located
from gongkai_lint.wordml.node import Node

_START = re.compile(rb"""<([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>""")
_ID = re.compile(rb"""(\s[^\s=:]+:id\s*=\s*)(?:"[^"]*"|'[^']*')""")
_PIECE = re.compile(
    rb"&[^;]+;|(?P<cdata><!\[CDATA\[(?P<inside>.*?)\]\]>)|<!--.*?-->|<\?.*?\?>|\r\n"
    rb"|[\x00-\x7f\xc0-\xff][\x80-\xbf]*",
    re.DOTALL,
)
_SIGN = re.compile(rb"\r\n|[\x00-\x7f\xc0-\xff][\x80-\xbf]*")
_CDATA = b"<![CDATA["


class Extent(NamedTuple):
    """An element's first byte, that of its inside, of its end tag, and of what follows it.

    ``tag`` is the start tag, ``name`` the name in it. An element without an end tag has nothing
    inside: its inside begins where it ends.
    """

    start: int
    inner: int
    close: int
    end: int
    name: bytes
    tag: bytes

    @property
    def is_empty(self) -> bool:
        """Whether one tag is all there is."""
        return self.tag.endswith(b"/>")

    @property
    def closing(self) -> bytes:
        """The end tag that belongs to the name."""
        return b"</" + self.name + b">"


class Split(NamedTuple):
    """The byte between two characters; what has to end before it, and to begin again behind."""

    at: int
    ending: bytes = b""
    beginning: bytes = b""


def extent(data: bytes, node: Node) -> Extent:
    """Find where an element of the located tree lies."""
    if not isinstance(node, Located):
        raise TypeError(node.tag)
    found = _START.match(data, node.at)
    if found is None:
        raise ValueError(node.tag)
    tag, name, inner = found[0], found[1], found.end()
    if tag.endswith(b"/>"):
        return Extent(node.at, inner, inner, inner, name, tag)
    return Extent(node.at, inner, node.close, data.index(b">", node.close) + 1, name, tag)


class Stops:
    """The places behind each number of characters of an element's text, found in one pass.

    A text of thousands of characters is cut thousands of times.
    """

    def __init__(self, data: bytes, where: Extent) -> None:
        """Go through the text of an element of a part."""
        self._places: list[int] = []
        self._raw: set[int] = set()  # the numbers that lie in a section of raw text
        at, seen = where.inner, 0
        while found := _PIECE.match(data, at, where.close):
            silent = found[0].startswith((b"<!--", b"<?"))
            if not silent and len(self._places) == seen:
                self._places.append(at)
            if found["cdata"] is not None:
                own = [sign.start() for sign in _SIGN.finditer(data, *found.span("inside"))]
                self._places += own[1:]
                self._raw.update(range(seen + 1, seen + len(own)))
                seen += len(own)
            elif not silent:
                seen += 1
            at = found.end()
        self._end = at

    def split(self, characters: int) -> Split:
        """Give the place behind a number of characters."""
        if characters >= len(self._places):
            return Split(self._end)
        at = self._places[characters]
        return Split(at, b"]]>", _CDATA) if characters in self._raw else Split(at)


def renumbered(tag: bytes, number: str) -> bytes:
    """Give a start tag with another ``w:id``."""
    return _ID.sub(lambda found: found[1] + b'"' + number.encode() + b'"', tag, count=1)


def renamed(where: Extent, local: bytes) -> Extent:
    """Give an element's tags another local name."""
    prefix = where.name[: where.name.find(b":") + 1]
    name = prefix + local
    return where._replace(name=name, tag=b"<" + name + where.tag[1 + len(where.name) :])


def preserving(tag: bytes) -> bytes:
    """Give a text's start tag that keeps the blanks at its ends."""
    if b"xml:space" in tag:
        return re.sub(rb"""xml:space\s*=\s*["'][^"']*["']""", b'xml:space="preserve"', tag)
    cut = -2 if tag.endswith(b"/>") else -1
    return tag[:cut] + b' xml:space="preserve"' + tag[cut:]
