"""Elements of a part's tree: an element is the list of its children."""

from collections.abc import Iterator, Sequence
from typing import overload


class Node(list["Node"]):
    """One element. ``tag`` and the names of attributes are qualified as ``{namespace}local``.

    ``text`` is what stands before the first child. Two elements are equal only if they are one
    and the same. Attributes of equal bytes may be shared: nobody changes a tree.
    """

    __slots__ = ("attrib", "tag", "text", "up")

    tag: str
    attrib: dict[str, str]
    text: str | None
    up: "Node | None"

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]  # a list has none

    @overload
    def get(self, name: str) -> str | None: ...
    @overload
    def get(self, name: str, default: str) -> str: ...
    def get(self, name: str, default: str | None = None) -> str | None:
        """Give an attribute by its qualified name."""
        return self.attrib.get(name, default)

    def find(self, tag: str, *deeper: str) -> "Node | None":
        """Give the first child with a name; with more names, what is reached by all of them."""
        for child in self:
            if child.tag == tag:
                found = child.find(*deeper) if deeper else child
                if found is not None:
                    return found
        return None

    def children(self, *tags: str) -> Iterator["Node"]:
        """Yield the children with one of the names."""
        return (child for child in self if child.tag in tags)

    def iter(self, *tags: str) -> Iterator["Node"]:
        """Yield this element and all inside it, with names only those that bear one, in order."""
        words = [tag.rpartition("}")[2].encode() for tag in tags]
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            if not tags or node.tag in tags:
                yield node
            if node.may_hold(words):
                stack += node[::-1]

    def ancestors(self, *tags: str) -> Iterator["Node"]:
        """Yield what holds this element and bears one of the names, the nearest first."""
        node = self.up
        while node is not None:
            if node.tag in tags:
                yield node
            node = node.up

    def may_hold(self, words: Sequence[bytes]) -> bool:  # noqa: ARG002  asked of uncut ones
        """Say whether elements with one of some local names may stand inside; cheaply."""
        return len(self) > 0
