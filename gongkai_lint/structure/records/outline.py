"""The numbered lines of a part as a tree: chapters, articles, 一、（一）1.（1）."""

from collections.abc import Callable, Iterator

from gongkai_lint.model.span import Span
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled

# the first line of each depth below the part itself
_DEPTHS = (
    compiled(r"第[一二三四五六七八九十百\d]{1,4}[章节编](?!程)"),
    compiled(r"第(?P<number>[一二三四五六七八九十百零〇\d]{1,6})条(?![第款规])"),
    compiled(r"(?P<number>[一二三四五六七八九十]{1,3})[、．.]"),
    compiled(r"（(?P<number>[一二三四五六七八九十]{1,3})）、?"),
    compiled(r"(?P<number>\d{1,3})(?:[．、]|[.](?!\d)|[.](?=20\d\d年))"),
    compiled(r"（(?P<number>\d{1,3})）|(?P<circled>[①-⑳⑴-⒇])|(?P<half>\d{1,2})）"),
)
ARTICLE_DEPTH = 2
_OPENS = frozenset("第一二三四五六七八九十（0123456789") | {
    chr(first + n) for first in (0x2460, 0x2474) for n in range(20)
}
_CIRCLED = {chr(first + n): n + 1 for first in (0x2460, 0x2474) for n in range(20)}
_BLANKS = " \u3000\xa0\t"


class Node:
    """A numbered line, or a whole part (depth 0), with the plain lines and the nodes below it.

    ``head`` is the line without its ordinal, ``start`` where that begins, ``end`` where all ends.
    """

    def __init__(self, head: Span, depth: int, number: int, start: int, end: int) -> None:  # noqa: PLR0917
        self.head = head
        self.depth = depth
        self.number = number
        self.start = start
        self.end = end
        self.parent: Node | None = None
        self.lines: list[Span] = []
        self.children: list[Node] = []


def outline(folded: str, part: Span, hidden: Callable[[Span], bool]) -> Node:
    """Read the lines of a part, without those that are hidden, as a tree."""
    root = Node(Span(part.start, part.start), 0, 0, part.start, part.end)
    path = [root]
    for line in _lines(folded, part):
        if hidden(line):
            continue
        node = _numbered(folded, line)
        if node is None:
            path[-1].lines.append(line)
        else:
            while path[-1].depth >= node.depth:
                path.pop()
            node.parent = path[-1]
            path[-1].children.append(node)
            path.append(node)
        for above in path[1:]:
            above.end = line.end
    return root


def nodes(root: Node) -> Iterator[Node]:
    """Yield a node and all below it, in reading order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def runs(children: list[Node]) -> Iterator[list[Node]]:
    """Yield the siblings of one depth; a number that is no larger than the last begins anew."""
    open_runs: dict[int, list[Node]] = {}
    for node in children:
        run = open_runs.get(node.depth)
        if run and node.number > run[-1].number:
            run.append(node)
            continue
        if run:
            yield run
        open_runs[node.depth] = [node]
    yield from open_runs.values()


def _lines(folded: str, part: Span) -> Iterator[Span]:
    start = part.start
    while start < part.end:
        stop = folded.find("\n", start, part.end)
        stop = part.end if stop < 0 else stop
        first, last = start, stop
        while first < last and folded[first] in _BLANKS:
            first += 1
        while last > first and folded[last - 1] in _BLANKS:
            last -= 1
        if first < last:
            yield Span(first, last)
        start = stop + 1


def _numbered(folded: str, line: Span) -> Node | None:
    if folded[line.start] not in _OPENS:
        return None
    for depth, shape in enumerate(_DEPTHS, 1):
        found = shape.match(folded, *line)
        if found:
            start = found.end()
            while start < line.end and folded[start] in _BLANKS:
                start += 1
            told = found.groupdict()
            number = _CIRCLED.get(told.get("circled") or "") or parse_number(
                told.get("number") or told.get("half") or ""
            )
            return Node(Span(start, line.end), depth, number or 0, line.start, line.end)
    return None
