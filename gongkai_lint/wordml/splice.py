"""A part's bytes with something put between them; every byte not named stays."""

from collections import defaultdict
from enum import IntEnum

from gongkai_lint.wordml.extent import Extent


class Order(IntEnum):
    """In which order things stand that are put before one and the same byte."""

    CLOSE = 0  # what is cut ends
    STRUCK_END = 1
    BEHIND = 2  # text put behind what stands before
    END = 3  # marks of comments
    REFERENCE = 4
    START = 5
    BEFORE = 6  # text put before what follows
    STRUCK_START = 7
    OPEN = 8  # what is cut begins again
    PARAGRAPH = 9


class Splice:
    """Collects what goes where, and writes the part once."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of the part, in UTF-8."""
        self.data = data
        self._put: defaultdict[int, list[tuple[Order, bytes]]] = defaultdict(list)
        self._swapped: dict[tuple[int, int], bytes] = {}

    def put(self, at: int, order: Order, fragment: bytes) -> None:
        """Put a fragment before a byte."""
        self._put[at].append((order, fragment))

    def swap(self, start: int, end: int, fragment: bytes) -> None:
        """Put a fragment where bytes were."""
        self._swapped[start, end] = fragment

    def inside(self, where: Extent, *, first: bool = False) -> int:
        """Give the byte for what goes to the end of an element's inside, or to its beginning."""
        if where.is_empty:
            slash = where.end - 2
            if (slash, where.end) not in self._swapped:
                self.swap(slash, where.end, b">")
                self.put(where.end, Order.OPEN, where.closing)
        return where.inner if first else where.close

    def written(self) -> bytes:
        """Give the new bytes of the part."""
        edits = [(at, at, _joined(fragments)) for at, fragments in self._put.items()]
        edits += [(start, end, fragment) for (start, end), fragment in self._swapped.items()]
        out, done = [], 0
        for start, end, fragment in sorted(edits, key=lambda edit: edit[:2]):
            if start < done:
                raise ValueError(start)
            out += [self.data[done:start], fragment]
            done = end
        return b"".join([*out, self.data[done:]])


def _joined(fragments: list[tuple[Order, bytes]]) -> bytes:
    """Join what stands at one byte; a stroke that ends and at once begins again goes on."""
    kinds = {order for order, _ in fragments}
    between = {Order.BEHIND, Order.END, Order.REFERENCE, Order.START, Order.BEFORE}
    if kinds >= {Order.STRUCK_END, Order.STRUCK_START} and not kinds & between:
        strokes = (Order.STRUCK_END, Order.STRUCK_START)
        fragments = [one for one in fragments if one[0] not in strokes]
    return b"".join(text for _, text in sorted(fragments, key=lambda one: one[0]))
