"""Styles of a Word file, as far as text depends on them: name, hidden, numbering."""

from collections.abc import Callable
from typing import TypeVar

from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import Names, names_of, number, switch, value

T = TypeVar("T")


class Style(NamedTuple):
    """A style with what it inherits; ``numbered_by`` is the style of its chain that numbers."""

    id: str = ""
    name: str = ""
    hidden: bool = False
    num_id: int | None = None
    level: int | None = None
    numbered_by: str = ""


class Styles:
    """The styles of a file, resolved along ``basedOn`` when first asked for."""

    def __init__(self, root: Node | None) -> None:
        self._nodes: dict[str, Node] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        self._w: Names | None = None
        self.defaults: Node | None = None
        if root is not None:
            self._w = names_of(root)
            self.defaults = root.find(self._w["docDefaults"])
            self._index(root, self._w)

    @property
    def are_absent(self) -> bool:
        """Whether the file has no styles at all."""
        return not self._nodes and self.defaults is None

    def paragraph(self, style_id: str) -> Style:
        """Give a paragraph's style; no id or an unknown one means the default style."""
        style = self.get(self.paragraph_id(style_id))
        return style if style_id in self._nodes else style._replace(name="")

    def get(self, style_id: str) -> Style:
        """Give a style with what it inherits."""
        return self.inherited(style_id, self._resolved, Style(style_id), self._with)

    def _index(self, root: Node, w: Names) -> None:
        for node in root.children(w["style"]):
            style_id = node.get(w["styleId"], "")
            self._nodes[style_id] = node
            is_default = node.get(w["default"]) in ("1", "true", "on")
            if is_default and node.get(w["type"]) == "paragraph":
                self._default = style_id

    def inherited(
        self, style_id: str, known: dict[str, T], start: T, step: Callable[[T, Node], T]
    ) -> T:
        """Go from ``start`` through a style's ancestors and itself, the first ancestor first.

        What each of them comes to is kept in ``known``, so that a long chain is gone only once.
        """
        chain: dict[str, Node] = {}
        current = style_id
        while current in self._nodes and current not in chain and current not in known:
            chain[current] = self._nodes[current]
            current = self._based_on(chain[current])
        result = known.get(current, start)
        for name, node in reversed(chain.items()):
            result = known[name] = step(result, node)
        return result

    def _based_on(self, node: Node) -> str:
        w = self._w or names_of(node)
        return value(node.find(w["basedOn"]), w) or ""

    def paragraph_id(self, style_id: str) -> str:
        """Give the id of the style that a paragraph has: the default for no or an unknown one."""
        return style_id if style_id in self._nodes else self._default

    def _with(self, base: Style, node: Node) -> Style:
        w = self._w or names_of(node)
        hidden = switch(node.find(w["rPr"], w["vanish"]), w)
        numbering = node.find(w["pPr"], w["numPr"])
        style = Style(
            node.get(w["styleId"], ""),
            value(node.find(w["name"]), w) or "",
            base.hidden if hidden is None else hidden,
            *base[3:],
        )
        if numbering is None:
            return style
        num_id = number(numbering.find(w["numId"]), w)
        level = number(numbering.find(w["ilvl"]), w)
        return style._replace(
            num_id=style.num_id if num_id is None else num_id,
            level=style.level if level is None else level,
            numbered_by=node.get(w["styleId"], ""),
        )
