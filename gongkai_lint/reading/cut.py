"""Where sentences and clauses end."""

from collections.abc import Iterator

from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_MARK = compiled(r"[。；;！？!?，,：:]")
_ENDS = frozenset("。；;！？!?")
_NUMERIC = frozenset(",:，：")  # between digits these part no clause: 1,200元, 9:30


class Cut(NamedTuple):
    """The bounds of a clause, and whether its mark ends the sentence."""

    start: int
    end: int
    last: bool


def cuts(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield the clauses of a paragraph; a soft break inside it is no end."""
    begin = start
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if mark[0] in _NUMERIC and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            continue
        yield Cut(begin, at, mark[0] in _ENDS)
        begin = at + 1
    if begin < end:
        yield Cut(begin, end, last=True)
