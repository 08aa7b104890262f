"""A part of a Word file open for writing."""

from functools import cached_property

from gongkai_lint.wordml.extent import Extent, extent
from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.markup import Markup
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import Names, names_of
from gongkai_lint.wordml.splice import Splice


class Part:
    """Its bytes, the elements that know their places in them, and what is to go between."""

    def __init__(self, name: str, data: bytes, root: Node, ids: Ids) -> None:
        """Take its name, the bytes in UTF-8, the located tree made of them, and free numbers."""
        self.name = name
        self.data = data
        self.root = root
        self.ids = ids
        self.w: Names = names_of(root)
        self.splice = Splice(data)
        self._extents: dict[Node, Extent] = {}

    @cached_property
    def markup(self) -> Markup:
        """What writes elements for this part."""
        return Markup(self.data, self.w)

    def extent(self, node: Node) -> Extent:
        """Give where an element lies."""
        if node not in self._extents:
            self._extents[node] = extent(self.data, node)
        return self._extents[node]

    def raw(self, node: Node) -> bytes:
        """Give an element's bytes."""
        where = self.extent(node)
        return self.data[where.start : where.end]
