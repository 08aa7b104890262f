"""From spans of a document's text back to the nodes of the file that it was read from."""

from collections.abc import Iterator
from itertools import accumulate

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.inline import Piece
from gongkai_lint.wordml.stories import Walk
from gongkai_lint.wordml.story import Block

MAIN = 0


class Stretch(NamedTuple):
    """Characters ``[start, end)`` of one piece of a block."""

    block: Block
    piece: Piece
    start: int
    end: int


class LiveText:
    """A document's text over the live nodes of a repeated walk; nothing is searched for."""

    def __init__(self, document: Document, walk: Walk) -> None:
        """Take the blocks of the walk by their anchors."""
        self.document = document
        self._blocks = {(block.part, block.ordinal): block for block in walk.blocks}

    def block(self, paragraph: int) -> Block | None:
        """Give the block that holds a paragraph; None for what is no paragraph of the file."""
        return self._blocks.get(self.document.source.paragraphs[paragraph].anchor)

    def stretches(self, span: Span) -> Iterator[Stretch]:
        """Give the pieces that the characters of a span come from, in order."""
        document = self.document
        first, last = document.paragraph_at(span.start), document.paragraph_at(span.end)
        for index in range(first, last + 1):
            if (block := self.block(index)) is not None:
                if index > first and self.continues(index):
                    yield self.break_before(index)
                yield from _inside(document, block, index, span)

    def continues(self, paragraph: int) -> bool:
        """Say whether a paragraph is a further line of the Word paragraph before it."""
        paragraphs = self.document.source.paragraphs
        return 0 < paragraph < len(paragraphs) and (
            paragraphs[paragraph].anchor == paragraphs[paragraph - 1].anchor
        )

    def break_before(self, paragraph: int) -> Stretch:
        """Give the break before a further line of a Word paragraph."""
        about = self.document.source.paragraphs[paragraph]
        block = self._blocks[about.anchor]
        ends = accumulate(len(piece.text) for piece in block.pieces)
        found = (p for p, end in zip(block.pieces, ends, strict=True) if end == about.offset)
        return Stretch(block, next(found), 0, 1)


def _inside(document: Document, block: Block, index: int, span: Span) -> Iterator[Stretch]:
    begin = document.starts[index]
    for start, length, _, node in document.source.paragraphs[index].segments:
        first = max(span.start - begin - start, 0)
        last = min(span.end - begin - start, length)
        if first < last:
            yield Stretch(block, block.pieces[node], first, last)


def stands_in_main_text(block: Block) -> bool:
    """Say whether a comment can stand at the block itself: not in boxes, margins and notes."""
    return block.part == MAIN and block.host is None and not block.chunk
