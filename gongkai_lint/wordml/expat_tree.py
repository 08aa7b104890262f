"""The tree of a part as expat tells it, element by element: slow, exact, and with its places."""

from typing import NoReturn
from xml.parsers import expat

from gongkai_lint.wordml.encodings import utf8
from gongkai_lint.wordml.limits import Allowance
from gongkai_lint.wordml.node import Node


class DoctypeError(Exception):
    """A part declares a document type, which no Word file needs."""


class Located(Node):
    """An element with the offsets of its start tag and of its end tag.

    They count bytes of ``utf8(data)``; an element without an end tag has its start there.
    """

    __slots__ = ("at", "close")

    at: int
    close: int


def expat_tree(data: bytes, allowance: Allowance) -> Node:
    """Give the root, a ``Located`` as all in it; raises ``expat.ExpatError``, ``DoctypeError``."""
    parser = expat.ParserCreate(namespace_separator="}")
    names: dict[str, str] = {}
    top = Located()
    opened = [top]

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
        opened.pop().close = parser.CurrentByteIndex

    def characters(text: str) -> None:
        if not opened[-1]:
            opened[-1].text = (opened[-1].text or "") + text

    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.Parse(utf8(data), True)  # noqa: FBT003  expat takes it by place
    (root,) = top
    root.up = None
    return root


def _refuse(*_declared: object) -> NoReturn:
    raise DoctypeError
