"""Files in other formats that a Word file shows in place (``w:altChunk``), as its paragraphs."""

from collections.abc import Callable

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Anchor, Notice, Paragraph, Place, Source, SourceTable
from gongkai_lint.wordml.live import MAIN
from gongkai_lint.wordml.package import Package
from gongkai_lint.wordml.stories import Walk
from gongkai_lint.wordml.story import Block, too_much

ReadChunk = Callable[[bytes, str], Source]
UNREAD = "alt_chunk"


class Chunks:
    """Reads the chunks of one file, whose paragraphs and tables stand in ``walk``.

    Their paragraphs have anchors behind all parts of the file: no writer reaches them.
    """

    def __init__(self, package: Package, walk: Walk, read: ReadChunk | None) -> None:
        """Take the file; without ``read`` no chunk is read."""
        self.found: list[SourceTable] = []
        self.notices: list[Notice] = []
        self._package = package
        self._walk = walk
        self._read = read
        self._known: dict[str, Source | None] = {}
        self._sizes: dict[int, int] = {}
        self._size = 0

    def size(self, block: Block) -> int:
        """Give how many characters the paragraphs of a chunk make, with their ends."""
        return self._sizes.get(block.ordinal, 0) if block.part == MAIN else 0

    def paragraphs(self, block: Block, first: int) -> list[Paragraph]:
        """Give the paragraphs of a chunk, of which the first is the file's ``first``."""
        main = block.part == MAIN  # the relationships known are those of the main text
        source = self._source(self._walk.chunks.get(block.chunk, "") if main else "")
        if source is None:
            self._walk.seen.note(UNREAD)
            return []
        self._sizes[block.ordinal] = self._bound(source)
        behind = len(self._walk.parts) + len(self._sizes)
        shift = len(self._walk.tables) + len(self.found)
        self.found += [_moved(table, first, shift) for table in source.tables]
        return [
            paragraph._replace(
                anchor=Anchor(behind, ordinal),
                segments=(),
                offset=0,
                formatting=None,
                place=_place(paragraph.place, block.place, shift),
            )
            for ordinal, paragraph in enumerate(source.paragraphs)
        ]

    def _source(self, part: str) -> Source | None:
        if part not in self._known:
            self._known[part] = source = self._opened(part)
            self.notices += source.notices if source else ()
        return self._known[part]

    def _opened(self, part: str) -> Source | None:
        if self._read is None or not part:
            return None
        try:
            return self._read(self._package.read(part), part)
        except UnreadableError:
            return None

    def _bound(self, source: Source) -> int:
        """Give a chunk's size; refuse what a file makes of one by showing it again and again."""
        limit = self._package.limits.characters
        size = sum(len(paragraph.text) + 1 for paragraph in source.paragraphs)
        self._size += size
        if self._size > limit:
            raise UnreadableError(too_much(f"{limit} 字"))
        return size


def _place(own: Place, outer: Place, shift: int) -> Place:
    """Give a paragraph the place of its chunk, unless it stands in a table of its own."""
    return outer if own.table is None else own._replace(table=own.table + shift)


def _moved(table: SourceTable, first: int, shift: int) -> SourceTable:
    cells = tuple(
        cell._replace(paragraphs=tuple(first + index for index in cell.paragraphs))
        for cell in table.cells
    )
    return SourceTable(table.number + shift, cells)
