"""Styles of a Word file, as far as text depends on them: name, hidden, numbering."""

from typing import NamedTuple

from gongkai_lint.wordml.ooxml import Names, names_of, number, switch, value
from gongkai_lint.wordml.package import Node


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
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def _index(self, root: Node, w: Names) -> None:
        for node in root.iterchildren(w["style"]):
            style_id = node.get(w["styleId"], "")
            self._nodes[style_id] = node
            is_default = node.get(w["default"]) in ("1", "true", "on")
            if is_default and node.get(w["type"]) == "paragraph":
                self._default = style_id

    def chain(self, style_id: str) -> tuple[Node, ...]:
        """Give a style's element and those it is based on, the first ancestor first."""
        chain: dict[str, Node] = {}
        current = style_id
        while current in self._nodes and current not in chain and self._w is not None:
            chain[current] = self._nodes[current]
            current = value(chain[current].find(self._w["basedOn"]), self._w) or ""
        return tuple(reversed(chain.values()))

    def paragraph_id(self, style_id: str) -> str:
        """Give the id of the style that a paragraph has: the default for no or an unknown one."""
        return style_id if style_id in self._nodes else self._default

    def _resolve(self, style_id: str) -> Style:
        style = Style(style_id)
        for node in self.chain(style_id):
            style = self._with(style, node)
        return style

    def _with(self, base: Style, node: Node) -> Style:
        w = self._w or names_of(node)
        hidden = switch(node.find(f"{w['rPr']}/{w['vanish']}"), w)
        numbering = node.find(f"{w['pPr']}/{w['numPr']}")
        style = Style(
            base.id,
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
