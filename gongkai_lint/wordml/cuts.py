"""Cutting runs in two so that something can stand between two characters; formatting is kept."""

import copy
from bisect import insort
from collections.abc import Iterable, Iterator
from operator import itemgetter

from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.ooxml import Names, names_of
from gongkai_lint.wordml.package import Node

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOLDERS = (
    *("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "customXml", "bdo", "dir"),
    "fldSimple",
)


class Cutter:
    """Cuts the runs of one part at places between the characters that its nodes show.

    Inside what cannot be cut, such as a formula, a place is before or behind the whole of it.
    """

    def __init__(self, w: Names, ids: Ids) -> None:
        """Take the names of the part and the numbers for the format changes that cuts double."""
        self.w = w
        self._ids = ids
        self._holders = frozenset(w[local] for local in _HOLDERS)
        self._halves: dict[Node, list[tuple[int, Node]]] = {}

    def cut(self, places: Iterable[tuple[Node, int]]) -> None:
        """Cut at places, each a node and a number of the characters that it showed at first."""
        for node, offset in places:
            self._cut(node, offset)

    def starting(self, node: Node, offset: int) -> Node:
        """Give the element that begins with the character ``offset`` of a node, cut there."""
        return self._path(self._half(node, offset)[1])[0]

    def ending(self, node: Node, offset: int) -> Node:
        """Give the element that ends before the character ``offset`` of a node, cut there."""
        return self._path(self._half(node, offset - 1)[1])[0]

    def between(self, node: Node, start: int, end: int) -> Iterator[Node]:
        """Give the elements that show the characters ``[start, end)`` of a node, cut there."""
        for at, half in self._halves_of(node):
            if start <= at < end:
                yield self._path(half)[0]

    def outermost(self, node: Node) -> Node:
        """Give the child of the paragraph that holds a node."""
        paragraph = self.w["p"]
        while (parent := node.getparent()) is not None and parent.tag != paragraph:
            node = parent
        return node

    def _halves_of(self, node: Node) -> list[tuple[int, Node]]:
        return self._halves.setdefault(node, [(0, node)])

    def _half(self, node: Node, offset: int) -> tuple[int, Node]:
        """Give the part of a node that holds a character, and where that part begins."""
        return next(half for half in reversed(self._halves_of(node)) if half[0] <= max(offset, 0))

    def _path(self, node: Node) -> tuple[Node, Node | None]:
        """Give the element of the holder that shows a node, and its child if it is a run."""
        child: Node | None = None
        while (parent := node.getparent()) is not None and parent.tag not in self._holders:
            child, node = node, parent
        return node, child if node.tag == self.w["r"] else None

    def _cut(self, node: Node, offset: int) -> None:
        start, half = self._half(node, offset)
        run, child = self._path(half)
        inside = half.tag == self.w["t"] and start < offset < start + len(half.text or "")
        if child is half and inside:
            rest = cut_text(half, offset - start)
            insort(self._halves_of(node), (offset, rest), key=itemgetter(0))
            self._cut_before(run, rest)
        elif child is not None and offset > start:
            behind = child.getnext()
            if behind is not None:
                self._cut_before(run, behind)
        elif child is not None and not self._is_first(child):
            self._cut_before(run, child)

    def _is_first(self, child: Node) -> bool:
        previous = child.getprevious()
        return previous is None or previous.tag == self.w["rPr"]

    def _cut_before(self, run: Node, child: Node) -> None:
        w = self.w
        behind = twin(run)
        if (properties := run.find(w["rPr"])) is not None:
            behind.append(copy.deepcopy(properties))
            for change in behind.iter(w["rPrChange"]):
                change.set(w["id"], self._ids.next())
        behind.extend([child, *child.itersiblings()])
        run.addnext(behind)


def is_in_run(node: Node) -> bool:
    """Say whether a node stands directly in a run that can be cut."""
    w = names_of(node)
    run = node.getparent()
    holder = None if run is None else run.getparent()
    return (
        run is not None
        and run.tag == w["r"]
        and holder is not None
        and holder.tag in {w[local] for local in _HOLDERS}
    )


def cut_text(node: Node, offset: int) -> Node:
    """Cut a text element in two and give the second half, which follows it."""
    text = node.text or ""
    rest = twin(node)
    set_text(rest, text[offset:])
    set_text(node, text[:offset])
    node.addnext(rest)
    return rest


def set_text(node: Node, text: str) -> None:
    """Give a text element its characters; blanks at its ends are kept."""
    node.text = text
    node.set(_SPACE, "preserve")


def twin(node: Node) -> Node:
    """Make an element with the same name and attributes, and nothing in it."""
    other = node.makeelement(node.tag)
    for name, value in node.attrib.items():
        other.set(name, value)
    return other
