"""Cutting runs in two so that something can stand between two characters; formatting is kept."""

import copy

from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.ooxml import Names
from gongkai_lint.wordml.package import Node

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOLDERS = (
    *("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "customXml", "bdo", "dir"),
    "fldSimple",
)


class Cutter:
    """Cuts the runs of one part.

    The later places of a node are to be cut first: the node keeps what stands before a cut. Inside
    what cannot be cut, such as a formula, a place is before or behind the whole of it.
    """

    def __init__(self, w: Names, ids: Ids) -> None:
        """Take the names of the part and the numbers for the format changes that cuts double."""
        self.w = w
        self._ids = ids
        self._holders = frozenset(w[local] for local in _HOLDERS)

    def opening(self, node: Node, offset: int) -> Node:
        """Give the element that begins with the character ``offset`` of what a node shows."""
        run, child = self._path(node)
        if child is None:
            return run
        if self._is_inside(node, child, offset):
            return self._cut_before(run, cut_text(node, offset))
        return run if self._is_first(child) else self._cut_before(run, child)

    def closing(self, node: Node, offset: int) -> Node:
        """Give the element that ends before the character ``offset`` of what a node shows."""
        run, child = self._path(node)
        if child is not None:
            inside = self._is_inside(node, child, offset)
            behind = cut_text(node, offset) if inside else child.getnext()
            if behind is not None:
                self._cut_before(run, behind)
        return run

    def outermost(self, node: Node) -> Node:
        """Give the child of the paragraph that holds a node."""
        paragraph = self.w["p"]
        while (parent := node.getparent()) is not None and parent.tag != paragraph:
            node = parent
        return node

    def _path(self, node: Node) -> tuple[Node, Node | None]:
        """Give the element of the holder that shows a node, and its child if it is a run."""
        child: Node | None = None
        while (parent := node.getparent()) is not None and parent.tag not in self._holders:
            child, node = node, parent
        return node, child if node.tag == self.w["r"] else None

    def _is_inside(self, node: Node, child: Node, offset: int) -> bool:
        return child is node and node.tag == self.w["t"] and 0 < offset < len(node.text or "")

    def _is_first(self, child: Node) -> bool:
        previous = child.getprevious()
        return previous is None or previous.tag == self.w["rPr"]

    def _cut_before(self, run: Node, child: Node) -> Node:
        w = self.w
        behind = _twin(run)
        if (properties := run.find(w["rPr"])) is not None:
            behind.append(copy.deepcopy(properties))
            for change in behind.iter(w["rPrChange"]):
                change.set(w["id"], self._ids.next())
        behind.extend([child, *child.itersiblings()])
        run.addnext(behind)
        return behind


def cut_text(node: Node, offset: int) -> Node:
    """Cut a text element in two and give the second half, which follows it."""
    text = node.text or ""
    rest = _twin(node)
    set_text(rest, text[offset:])
    set_text(node, text[:offset])
    node.addnext(rest)
    return rest


def set_text(node: Node, text: str) -> None:
    """Give a text element its characters; blanks at its ends are kept."""
    node.text = text
    node.set(_SPACE, "preserve")


def _twin(node: Node) -> Node:
    """Make an element with the same name and attributes, and nothing in it."""
    twin = node.makeelement(node.tag)
    for name, value in node.attrib.items():
        twin.set(name, value)
    return twin
