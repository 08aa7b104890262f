"""Numbers for annotations that no other annotation of the part carries."""

from collections.abc import Iterable
from itertools import count

from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import names_of, whole

_HIGHEST = 2**30


class Ids:
    """Gives numbers above all those in use, or from the lowest free one where those are too big."""

    def __init__(self, roots: Iterable[Node]) -> None:
        used = {number for root in roots for number in _numbers(root)}
        highest = max(used, default=0)
        self._used = used
        self._next = count(highest + 1 if highest < _HIGHEST else 1)

    def next(self) -> str:
        """Give a number that is in no other use."""
        return str(next(number for number in self._next if number not in self._used))


def _numbers(root: Node) -> Iterable[int]:
    name = names_of(root)["id"]
    for node in root.iter():
        number = whole(node.get(name))
        if number is not None:
            yield number
