"""Elements of a part's tree: an element is the list of its children."""

from collections.abc import Iterator
from typing import overload

_ANY = "{*}"


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

    __hash__ = object.__hash__  # type: ignore[assignment]  # a list has none

    def __eq__(self, other: object) -> bool:
        """Say whether the other is this very element."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Say whether the other is another element."""
        return self is not other

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
        """Yield this element and all inside it, in the order of the file.

        With names, only those that bear one; ``{*}local`` stands for any namespace.
        """
        wanted = _Wanted(tags)
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            if not tags or wanted[node.tag]:
                yield node
            if node.may_hold(wanted.words):
                stack += node[::-1]

    def ancestors(self, *tags: str) -> Iterator["Node"]:
        """Yield what holds this element and bears one of the names, the nearest first."""
        node = self.up
        while node is not None:
            if node.tag in tags:
                yield node
            node = node.up

    def behind(self, *tags: str) -> Iterator["Node"]:
        """Yield the elements behind this one in its parent, all or those with one of the names."""
        found = False
        for node in () if self.up is None else self.up:
            if found and (not tags or node.tag in tags):
                yield node
            found = found or node is self

    def may_hold(self, words: tuple[bytes, ...]) -> bool:  # noqa: ARG002  asked of uncut ones
        """Say whether elements with one of some local names may stand inside; cheaply."""
        return len(self) > 0


class _Wanted(dict[str, bool]):
    """Which names are asked for, and their local parts as bytes."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__((tag, True) for tag in tags)
        self.words = tuple(tag.rpartition("}")[2].encode() for tag in tags)

    def __missing__(self, tag: str) -> bool:
        found = self[tag] = _ANY + tag.rpartition("}")[2] in self.keys()
        return found
