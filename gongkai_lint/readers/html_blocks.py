"""The blocks of a page in reading order, as a browser would break its lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import (
    BODY,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_PARAGRAPHS,
    MOST_PLACES,
    TOO_LONG,
    TOO_WIDE,
    Place,
    SourceCell,
    SourceTable,
)
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.html_labels import label_of
from gongkai_lint.readers.html_tree import Node

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section "
        "summary table tbody td tfoot th thead tr ul",
    )
)
_SILENT = frozenset(
    re.findall(
        r"\w+",
        "script style noscript template head iframe select option button textarea object embed "
        "svg canvas audio video math title",
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE_BREAK = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_LONGEST_CELL = 400
_MOST_SPAN = 100
_DIGITS = 4  # of a span that a page may mean


class Block(NamedTuple):
    """A line of visible text and where it stands."""

    text: str
    place: Place


class _Cell(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple[int, ...]


@dataclass(slots=True)
class Walk:
    """What the walk over an element found."""

    blocks: list[Block] = field(default_factory=list)
    cells: list[tuple[_Cell, ...]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    characters: int = 0

    def tables(self, shift: int) -> tuple[SourceTable, ...]:
        """Give the tables; ``shift`` is the number of paragraphs in front of the first block."""
        return tuple(
            SourceTable(
                number,
                tuple(
                    SourceCell(*cell[:4], tuple(index + shift for index in cell.blocks))
                    for cell in cells
                ),
            )
            for number, cells in enumerate(self.cells, start=1)
        )

    def flush(self, place: Place) -> None:
        """End the line that is being read."""
        text = _SPACE.sub(" ", _WIDE_BREAK.sub("", "".join(self.pieces))).strip(" ")
        self.pieces.clear()
        if not text.strip():
            return
        self.characters += len(text)
        if len(self.blocks) >= MOST_PARAGRAPHS or self.characters > MOST_CHARACTERS:
            raise UnreadableError(TOO_LONG)
        self.blocks.append(Block(text, place))


def walk_blocks(root: Node, without: Node | None = None) -> Walk:
    """Give the visible lines and data tables of an element, passing over ``without``."""
    walk = Walk()
    _walk(root, BODY, walk, without)
    walk.flush(BODY)
    return walk


def _walk(node: Node, place: Place, walk: Walk, without: Node | None) -> None:
    """Walk with a stack of our own: pages nest deeper than Python calls."""
    stack: list[tuple[Node, Place, bool]] = [(node, place, False)]
    while stack:
        here, where, leaving = stack.pop()
        if leaving:
            _leave(here, where, walk, tail=here is not node)
            continue
        if here is without or not _is_visible(here):
            walk.pieces.append(here.tail if here is not node else "")
            continue
        _enter(here, where, walk)
        if here.tag == "table" and not is_layout(here):
            _table(here, walk, without)
            walk.pieces.append(here.tail if here is not node else "")
            continue
        stack.append((here, where, True))
        stack.extend((child, where, False) for child in reversed(here.children))


def _enter(node: Node, place: Place, walk: Walk) -> None:
    if node.tag in _BLOCKS or node.tag == "br":
        walk.flush(place)
    if node.tag == "li":
        walk.pieces.append(label_of(node))
    walk.pieces.append(node.text)


def _leave(node: Node, place: Place, walk: Walk, *, tail: bool) -> None:
    if node.tag in _BLOCKS:
        walk.flush(place)
    if tail:
        walk.pieces.append(node.tail)


def _is_visible(node: Node) -> bool:
    return (
        node.tag not in _SILENT
        and not _HIDDEN.search(node.get("style"))
        and node.get("type") != "hidden"
    )


def is_layout(table: Node) -> bool:
    """Say whether a table only arranges the page: nested tables, one column, or a whole text."""
    if table.holds("table"):
        return True
    rows = list(_rows(table))
    if max(map(len, rows), default=0) <= 1:
        return True
    return len(rows) == 1 and any(len(_words(cell)) > _LONGEST_CELL for cell in rows[0])


def _rows(table: Node) -> Iterator[list[Node]]:
    for row in table.iter("tr"):
        yield [cell for cell in row.children if cell.tag in {"td", "th"}]


def _words(node: Node) -> str:
    return "".join(node.texts())


def _table(table: Node, walk: Walk, without: Node | None) -> None:
    walk.pieces.clear()
    number = len(walk.cells) + 1
    walk.cells.append(())
    cells = []
    until: dict[int, int] = {}  # the last row in which a column is taken by a cell above
    for caption in (node for node in table.children if node.tag == "caption"):
        _walk(caption, BODY, walk, without)
    every, places = list(_rows(table)), 0
    for row, nodes in enumerate(every, start=1):
        column = 1
        for node in nodes:
            while until.get(column, 0) >= row:
                column += 1
            rows = min(_span(node, "rowspan"), len(every) - row + 1)
            columns = _span(node, "colspan")
            places += rows * columns
            if column + columns > MOST_COLUMNS or places > MOST_PLACES:
                raise UnreadableError(TOO_WIDE)
            until.update(dict.fromkeys(range(column, column + columns), row + rows - 1))
            first = len(walk.blocks)
            place = Place("table", number, row, column)
            _walk(node, place, walk, without)
            walk.flush(place)
            blocks = tuple(range(first, len(walk.blocks)))
            cells.append(_Cell(row, column, rows, columns, blocks))
    walk.cells[number - 1] = tuple(cells)


def _span(node: Node, name: str) -> int:
    value = node.get(name, "1").strip()
    return max(1, min(int(value[:_DIGITS]), _MOST_SPAN)) if value.isdecimal() else 1
