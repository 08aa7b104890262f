"""Cutting runs in two so that something can stand between two characters; formatting is kept.

What is to happen to a run is collected; then the cuts are written once, none on top of another.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.extent import Split, Stops, preserving, renamed, renumbered
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import names_of
from gongkai_lint.wordml.part import Part
from gongkai_lint.wordml.splice import Order

_HOLDERS = (
    *("p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "customXml", "bdo", "dir"),
    "fldSimple",
)
_FORMAT_CHANGE = re.compile(rb"<(?:[^\s/>:]+:)?rPrChange\s[^>]*>")

# Before which child of a run, or behind how many characters of a text that is its child.
_Position: TypeAlias = tuple[int, int]


class Spot(NamedTuple):
    """The byte before which something can stand, and the element of a holder beside it.

    ``at_edge`` says that the place is at the element's own start or end, not inside it.
    """

    at: int
    element: Node
    at_edge: bool = True


@dataclass(slots=True)
class _Plan:
    """What is to happen to one run."""

    first: _Position
    last: _Position
    numbers: dict[Node, int]
    cuts: set[_Position] = field(default_factory=set)
    struck: list[tuple[_Position, _Position, dict[str, str]]] = field(default_factory=list)

    def points(self) -> list[_Position]:
        """Give the places inside the run where it is cut."""
        edges = {at for begin, end, _ in self.struck for at in (begin, end)}
        return sorted(at for at in self.cuts | edges if self.first < at < self.last)

    def strokes(self, bounds: list[_Position]) -> list[dict[str, str] | None]:
        """Give the attributes of the stroke through each stretch between two bounds, if any."""
        found: list[dict[str, str] | None] = [None] * (len(bounds) - 1)
        for begin, end, said in reversed(self.struck):  # of two strokes the first one counts
            for number in range(bisect_left(bounds, begin), bisect_right(bounds, end) - 1):
                found[number] = said
        return found


class Cuts:
    """Cuts the runs of one part at places between the characters that its nodes show.

    Inside what cannot be cut, such as a formula, a place is before or behind the whole of it.
    """

    def __init__(self, part: Part) -> None:
        """Take the part."""
        self._part = part
        self._holders = frozenset(part.w[local] for local in _HOLDERS)
        self._plans: dict[Node, _Plan] = {}
        self._stops: dict[Node, Stops] = {}

    def before(self, node: Node, offset: int) -> Spot:
        """Give the place before the character ``offset`` of a node."""
        return self._spot(node, offset, ending=False)

    def behind(self, node: Node, offset: int) -> Spot:
        """Give the place behind the first ``offset`` characters of a node."""
        return self._spot(node, offset, ending=True)

    def strike(self, node: Node, start: int, end: int, said: dict[str, str]) -> Node:
        """Strike the characters ``[start, end)`` out; give their run."""
        run, begin = self._position(node, start, ending=False)
        _, stop = self._position(node, end, ending=True)
        if begin is not None and stop is not None:
            self._plan(run).struck.append((begin, stop, said))
        return run

    def outermost(self, node: Node) -> Node:
        """Give the child of the paragraph that holds a node."""
        paragraph = self._part.w["p"]
        while node.up is not None and node.up.tag != paragraph:
            node = node.up
        return node

    def finish(self) -> None:
        """Write the cuts and strokes of every run."""
        for run, plan in self._plans.items():
            self._write(run, plan)

    def _spot(self, node: Node, offset: int, *, ending: bool) -> Spot:
        element, position = self._position(node, offset, ending=ending)
        if position is None:
            where = self._part.extent(element)
            return Spot(where.end if ending else where.start, element)
        plan = self._plan(element)
        plan.cuts.add(position)
        inside = plan.first < position < plan.last
        return Spot(self._split(element, plan, position).at, element, not inside)

    def _position(self, node: Node, offset: int, *, ending: bool) -> tuple[Node, _Position | None]:
        """Give the element of the holder that shows a node, and the place in it if it is a run."""
        child, element = None, node
        while element.up is not None and element.up.tag not in self._holders:
            child, element = element, element.up
        if child is None or element.tag != self._part.w["r"]:
            return element, None
        number = self._plan(element).numbers[child]
        if child is not node or node.tag != self._part.w["t"]:
            return element, (number + ending, 0)
        if offset <= 0 or offset >= len(node.text or ""):
            return element, (number + (offset > 0), 0)
        return element, (number, offset)

    def _plan(self, run: Node) -> _Plan:
        if run not in self._plans:
            has_properties = len(run) > 0 and run[0].tag == self._part.w["rPr"]
            numbers = {child: number for number, child in enumerate(run)}
            self._plans[run] = _Plan((int(has_properties), 0), (len(run), 0), numbers)
        return self._plans[run]

    def _split(self, run: Node, plan: _Plan, position: _Position) -> Split:
        child, characters = position
        if position <= plan.first:
            return Split(self._part.extent(run).start)
        if position >= plan.last:
            return Split(self._part.extent(run).end)
        if characters:
            return self._stops_of(run[child]).split(characters)
        return Split(self._part.extent(run[child - 1]).end)

    def _stops_of(self, text: Node) -> Stops:
        if text not in self._stops:
            self._stops[text] = Stops(self._part.data, self._part.extent(text))
        return self._stops[text]

    def _write(self, run: Node, plan: _Plan) -> None:
        put, markup = self._part.splice.put, self._part.markup
        points = plan.points()
        bounds = [plan.first, *points, plan.last]
        strokes = plan.strokes(bounds)
        for (begin, end), said in zip(pairwise(bounds), strokes, strict=True):
            if said is not None:
                start = markup.opened("del", id=self._part.ids.next(), **said)
                put(self._split(run, plan, begin).at, Order.STRUCK_START, start)
                put(self._split(run, plan, end).at, Order.STRUCK_END, markup.closed("del"))
        for point, left, right in zip(points, strokes, strokes[1:], strict=False):
            self._cut(run, plan, point, (left is not None, right is not None))
        for number, child in enumerate(run):
            if child.tag == self._part.w["t"]:
                first = max(0, bisect_right(bounds, (number, 0)) - 1)
                of_child = strokes[first : bisect_left(bounds, (number + 1, 0))]
                self._retag(child, [said is not None for said in of_child])

    def _cut(self, run: Node, plan: _Plan, at: _Position, struck: tuple[bool, bool]) -> None:
        """End the run at a place and begin it again, with what it says of its looks."""
        part = self._part
        whole, split = part.extent(run), self._split(run, plan, at)
        closing, opening = whole.closing, whole.tag + self._properties(run, plan)
        if at[1]:
            text = part.extent(run[at[0]])
            left, right = (renamed(text, b"delText") if gone else text for gone in struck)
            closing = split.ending + left.closing + closing
            opening += preserving(right.tag) + split.beginning
        part.splice.put(split.at, Order.CLOSE, closing)
        part.splice.put(split.at, Order.OPEN, opening)

    def _properties(self, run: Node, plan: _Plan) -> bytes:
        if not plan.first[0]:
            return b""
        return _FORMAT_CHANGE.sub(
            lambda found: renumbered(found[0], self._part.ids.next()), self._part.raw(run[0])
        )

    def _retag(self, text: Node, struck: list[bool]) -> None:
        """Give a text the name that its first and its last stretch ask for."""
        where = self._part.extent(text)
        gone = renamed(where, b"delText")
        tag = gone.tag if struck[0] else where.tag
        if len(struck) > 1:
            tag = preserving(tag)
        if tag != where.tag:
            self._part.splice.swap(where.start, where.inner, tag)
        if struck[-1] and not where.is_empty:
            self._part.splice.swap(where.close, where.end, gone.closing)


def is_in_run(node: Node) -> bool:
    """Say whether a node stands directly in a run that can be cut."""
    w = names_of(node)
    run = node.up
    holder = None if run is None else run.up
    return (
        run is not None
        and run.tag == w["r"]
        and holder is not None
        and holder.tag in {w[local] for local in _HOLDERS}
    )
