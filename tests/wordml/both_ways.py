"""Every part that a test reads is held against the slow tree, and against lxml's."""

from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from lxml import etree

from gongkai_lint.wordml.cut_tree import OddError, cut_tree
from gongkai_lint.wordml.expat_tree import expat_tree
from gongkai_lint.wordml.limits import Allowance
from gongkai_lint.wordml.node import Node

Flat = tuple[int, str, dict[str, str], str]


def checked(data: bytes, allowance: Allowance) -> Node:
    """Cut a part as the program does, and compare what comes out."""
    slow = _outcome(lambda: flat(expat_tree(data, Allowance(10**7, 10**4))))
    peer = _outcome(lambda: _flat_lxml(data))
    if peer is not None:
        assert slow == peer, data[:500]
    try:
        root = cut_tree(data, allowance)
    except ExpatError:
        assert slow is None, data[:500]
        raise
    except OddError:
        raise
    assert list(flat(root)) == slow, data[:500]
    return root


def flat(root: Node) -> Iterator[Flat]:
    """Yield depth, name, attributes and text of every element; blanks between them do not count."""
    stack = [(0, root)]
    while stack:
        depth, node = stack.pop()
        children = [*node]
        text = "" if children and not (node.text or "").strip() else node.text or ""
        yield depth, node.tag, node.attrib, text
        stack += [(depth + 1, child) for child in reversed(children)]


def _outcome(read: Callable[[], Iterator[Flat]]) -> list[Flat] | None:
    try:
        return list(read())
    except (ExpatError, etree.XMLSyntaxError):
        return None


def _flat_lxml(data: bytes) -> Iterator[Flat]:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    stack: list[tuple[int, Any]] = [(0, etree.fromstring(data, parser))]
    while stack:
        depth, node = stack.pop()
        text = "" if len(node) and not (node.text or "").strip() else node.text or ""
        yield depth, node.tag, dict(node.attrib), text
        stack += [(depth + 1, child) for child in reversed(node)]
