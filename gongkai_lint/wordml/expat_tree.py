"""The tree of a part as expat tells it, element by element: slow, exact, and with its places."""

import re
from typing import NoReturn
from xml.parsers import expat

from gongkai_lint.errors import UnreadableError
from gongkai_lint.wordml.node import Node

_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
# What expat does not know: it takes one byte for one character, or UTF-8 and UTF-16.
_DECODED = frozenset(
    {"gbk", "gb2312", "gb18030", "big5", "utf8", "iso-8859-1", "windows-1252", *_WIDE.values()}
)
# An ordinary paragraph has twenty tags, of which the cut tree makes five elements.
_TAGS = 4
_SUSPECT = 10_000
_LONG_TAG = rb"<(?:[^>=]*=){5000}"
_TOO_MANY = "文件里的段落、表格等元素太多，为安全起见拒绝读取。请拆分后再检查。"
_TOO_DEEP = "文件内部嵌套过深，为安全起见拒绝读取。请用 WPS、Word 打开后另存为 .docx。"


class DoctypeError(Exception):
    """A part declares a document type, which no Word file needs."""


class Allowance:
    """How many elements may still be read of a file, and how deep they may nest."""

    def __init__(self, elements: int, depth: int) -> None:
        """Take the limits."""
        self.elements = elements
        self.depth = depth

    def foresee(self, data: bytes) -> None:
        """Refuse a part that is all tags, or a tag that is all attributes, before it is read."""
        long = data.count(b"=") > _SUSPECT and re.search(_LONG_TAG, data)
        if long or data.count(b"<") > _TAGS * self.elements:
            raise UnreadableError(_TOO_MANY)

    def take(self, elements: int, depth: int = 0) -> None:
        """Count elements that stand at a depth."""
        self.elements -= elements
        if self.elements < 0 or depth > self.depth:
            raise UnreadableError(_TOO_MANY if self.elements < 0 else _TOO_DEEP)


class Located(Node):
    """An element with the offsets of its start tag and of its end tag.

    They count bytes of ``utf8(data)``; an element without an end tag has its start there.
    """

    __slots__ = ("at", "close")

    at: int
    close: int


def encoding(data: bytes) -> str:
    """Give the encoding of a part in lower case, as its first bytes say."""
    wide = _WIDE.get(data[:2])
    # Searched by hand: compiling an expression costs more than reading a small file.
    _, declared, rest = data[:200].partition(b"?>")[0].partition(b"encoding")
    quoted = rest.lstrip(b" \t\r\n=")
    said = quoted[1:].partition(quoted[:1])[0] if declared and quoted else b"utf-8"
    return wide or said.decode("ascii", "replace").lower()


def utf8(data: bytes) -> bytes:
    """Give a part's bytes, those in another encoding than UTF-8 as if they had been in it."""
    name = encoding(data)
    if name not in _DECODED:
        return data
    try:
        text = data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data  # expat says what is wrong with it
    if text.startswith("<?xml"):
        text = '<?xml version="1.0" encoding="UTF-8"?>' + text.partition("?>")[2]
    return text.encode()


def expat_tree(data: bytes, allowance: Allowance) -> Located:
    """Give the root; raises ``expat.ExpatError`` for what is not well formed."""
    parser = expat.ParserCreate(namespace_separator="}")
    names: dict[str, str] = {}
    root = Located()  # in the end what was closed last
    opened = [root]

    def qualified(name: str) -> str:
        return names.setdefault(name, f"{{{name}" if "}" in name else name)

    def start(name: str, attributes: dict[str, str]) -> None:
        allowance.take(1, len(opened))
        node = Located()
        node.tag, node.text, node.up = qualified(name), None, opened[-1]
        node.attrib = {qualified(key): value for key, value in attributes.items()}
        node.at = node.close = parser.CurrentByteIndex
        node.up.append(node)
        opened.append(node)

    def end(_name: str) -> None:
        nonlocal root
        root = opened.pop()
        root.close = parser.CurrentByteIndex

    def characters(text: str) -> None:
        if not opened[-1]:
            opened[-1].text = (opened[-1].text or "") + text

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.Parse(utf8(data), True)  # noqa: FBT003  expat takes it by place
    root.up = None
    return root


def _refuse(*_declared: object) -> NoReturn:
    raise DoctypeError
