"""Automatic numbering of a Word file, resolved to the label that a reader of the page sees."""

import re

from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.number_formats import MAX_VALUE, format_number
from gongkai_lint.wordml.ooxml import (
    ALTERNATE,
    FALLBACK,
    Names,
    names_of,
    number,
    switch,
    value,
    whole,
)
from gongkai_lint.wordml.styles import Style
from gongkai_lint.wordml.symbols import bullet

_LEVELS = 9
_MAX_LINKS = 8
_PLACEHOLDER = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """How one level of a list is counted and written."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str = ""


class _List(NamedTuple):
    """A ``w:num``: the levels it shows, the counters it shares, the starts it forces once."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Definitions:
    """The lists that ``numbering.xml`` defines, parsed when first used."""

    def __init__(self, root: Node | None) -> None:
        self._w: Names | None = None if root is None else names_of(root)
        self._abstracts: dict[str, Node] = {}
        self._styled: dict[str, Node] = {}
        self._nums: dict[int, Node] = {}
        self._lists: dict[int, _List | None] = {}
        if root is not None and self._w is not None:
            self._index(root, self._w)

    def find(self, num_id: int) -> _List | None:
        """Give the list of a ``numId``."""
        if num_id not in self._lists:
            self._lists[num_id] = self._parse_list(num_id)
        return self._lists[num_id]

    def _index(self, root: Node, w: Names) -> None:
        for node in root.children(w["abstractNum"]):
            self._abstracts[node.get(w["abstractNumId"], "")] = node
            if link := value(node.find(w["styleLink"]), w):
                self._styled.setdefault(link, node)
        for node in root.children(w["num"]):
            number_id = whole(node.get(w["numId"]))
            if number_id is not None:
                self._nums[number_id] = node

    def _parse_list(self, num_id: int) -> _List | None:
        node, w = self._nums.get(num_id), self._w
        if node is None or w is None:
            return None
        abstract = self._abstract(value(node.find(w["abstractNumId"]), w) or "", w)
        if abstract is None:
            return None
        levels = _levels(abstract, w)
        starts: dict[int, int] = {}
        for override in node.children(w["lvlOverride"]):
            index = _index(override, w)
            levels.update(_levels(override, w))
            start = number(override.find(w["startOverride"]), w)
            if start is not None:
                starts[index] = start
        return _List(abstract.get(w["abstractNumId"], ""), levels, starts)

    def _abstract(self, abstract_id: str, w: Names) -> Node | None:
        # A list may only name a list style, whose own list may name the next.
        node = self._abstracts.get(abstract_id)
        for _ in range(_MAX_LINKS):
            link = None if node is None else value(node.find(w["numStyleLink"]), w)
            if link is None:
                return node
            node = self._styled.get(link)
        return None


class Counters:
    """Where each list of one story stands; counters belong to the abstract list."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, num_id: int | None, index: int | None, style: Style) -> str:
        """Count one paragraph and give its label, blank included; '' where it has none."""
        shown = style.num_id if num_id is None else num_id
        found = self._definitions.find(shown) if shown else None
        if found is None or shown is None:
            return ""
        at = _level_index(found, index, style, direct=num_id is not None)
        level = found.levels.get(at)
        if level is None:
            return ""
        counts = self._count(found, shown, at)
        return _written(found, level, counts)

    def _count(self, found: _List, num_id: int, at: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.abstract, {})
        if at in found.starts and (num_id, at) not in self._started:
            counts[at] = found.starts[at]
        elif at in counts:
            counts[at] += 1
        else:
            counts[at] = found.levels[at].start
        self._started.add((num_id, at))
        for deeper in [index for index in counts if index > at]:
            if _restarts(found.levels.get(deeper), at):
                del counts[deeper]
        return counts


def _restarts(level: Level | None, at: int) -> bool:
    if level is None or level.restart is None:
        return True
    return level.restart != 0 and at < level.restart


def _level_index(found: _List, index: int | None, style: Style, *, direct: bool) -> int:
    if index is not None:
        return min(max(index, 0), _LEVELS - 1)
    for at, level in found.levels.items():
        if level.style and level.style in (style.id, style.numbered_by):
            return at
    return 0 if direct or style.level is None else min(max(style.level, 0), _LEVELS - 1)


def _written(found: _List, level: Level, counts: dict[int, int]) -> str:
    if level.number_format == "bullet":
        return bullet(level.text)

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        shown = found.levels.get(at, Level())
        count = min(counts.get(at, shown.start), MAX_VALUE)
        return format_number(count, "decimal" if level.legal else shown.number_format)

    label = _PLACEHOLDER.sub(one, level.text)
    return label + _gap(label, level.suffix)


def _gap(label: str, suffix: str) -> str:
    # The tab behind 一、 or （一） is layout; behind 第一条 or 1.1 it is what parts two words.
    if not label or suffix == "nothing":
        return ""
    return " " if suffix == "space" or label[-1].isalnum() else ""


def _levels(parent: Node, w: Names) -> dict[int, Level]:
    return {_index(node, w): _level(node, w) for node in parent.children(w["lvl"])}


def _index(node: Node, w: Names) -> int:
    raw = node.get(w["ilvl"], "0")
    return int(raw) if raw.isdecimal() and len(raw) == 1 else 0


def _level(node: Node, w: Names) -> Level:
    start = number(node.find(w["start"]), w)
    return Level(
        start=1 if start is None else min(max(start, 0), MAX_VALUE),
        number_format=_number_format(node, w),
        text=value(node.find(w["lvlText"]), w) or "",
        suffix=value(node.find(w["suff"]), w) or "tab",
        legal=switch(node.find(w["isLgl"]), w) or False,
        restart=number(node.find(w["lvlRestart"]), w),
        style=value(node.find(w["pStyle"]), w) or "",
    )


def _number_format(node: Node, w: Names) -> str:
    found = node.find(w["numFmt"])
    if found is None:
        # Word 2010 and later hide a custom format here; the fallback is a plain one.
        found = node.find(ALTERNATE, FALLBACK, w["numFmt"])
    return value(found, w) or "decimal"
