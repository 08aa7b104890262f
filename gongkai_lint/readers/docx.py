"""Word files (.docx, .docm, .dotx) to Source."""

from collections.abc import Iterator

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import (
    Anchor,
    Paragraph,
    Place,
    Remark,
    Segment,
    Source,
    SourceCell,
    SourceTable,
)
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.docx_chunks import Chunks, ReadChunk
from gongkai_lint.readers.docx_properties import core_properties, custom_properties, is_noise
from gongkai_lint.wordml.inline import LINE_BREAK, PAGE_BREAK, Piece
from gongkai_lint.wordml.limits import LIMITS, Limits
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import names_of
from gongkai_lint.wordml.package import open_package
from gongkai_lint.wordml.remarks import find_remarks
from gongkai_lint.wordml.sections import Ending, find_sections, last_section
from gongkai_lint.wordml.stories import Walk, walk_package
from gongkai_lint.wordml.story import Block
from gongkai_lint.wordml.typography import Typography

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PROPERTIES = Place("properties")


class _Line(NamedTuple):
    """A part of a block between breaks: where it starts, its first piece's number, its pieces."""

    offset: int
    first: int
    pieces: list[Piece]


def read_docx(
    data: bytes,
    limits: Limits = LIMITS,
    *,
    formatting: bool = True,
    read_chunk: ReadChunk | None = None,
) -> Source:
    """Read a Word file: tracked changes as accepted, numbering resolved, nothing opened.

    ``read_chunk`` reads what is put into the file in another format, and stands where it is put.
    """
    package = open_package(data, limits)
    try:
        walk = walk_package(package)
    except RecursionError:
        raise UnreadableError(
            "文件内部嵌套过深，为安全起见拒绝读取。请用 WPS、Word 打开后另存为 .docx。"
        ) from None
    custom = custom_properties(package, walk.seen)
    chunks = Chunks(package, walk, read_chunk)
    paragraphs, endings = _paragraphs(walk, walk.typography if formatting else None, chunks)
    if not (any(p.text.strip() for p in paragraphs) or walk.seen.counts["alt_chunk"]):
        walk.seen.note("no_text")
    paragraphs += _property_paragraphs(custom, len(walk.parts))
    return Source(
        paragraphs=tuple(paragraphs),
        digest=digest_of(data),
        media_type=_MEDIA_TYPE,
        properties=(*core_properties(package, walk.seen), *custom),
        tables=(*_tables(walk), *chunks.found),
        sections=tuple(find_sections(endings, walk.footers, walk.typography)),
        notices=(*walk.seen.notices(), *chunks.notices),
        remarks=tuple(_remarks(walk, chunks)),
    )


def is_all_chunks(data: bytes) -> bool:
    """Say whether a Word file has nothing of its own, only files in other formats."""
    package = open_package(data)
    if b"altChunk" not in package.read(package.main_part()):
        return False
    return all(block.chunk or not block.pieces for block in walk_package(package).blocks)


def _paragraphs(
    walk: Walk, typography: Typography | None, chunks: Chunks
) -> tuple[list[Paragraph], list[Ending]]:
    """Give the paragraphs, and where each section of the main part ends."""
    paragraphs: list[Paragraph] = []
    endings: list[Ending] = []
    for block in walk.blocks:
        first = len(paragraphs)
        found = chunks.paragraphs(block, first) if block.chunk else _lines(block, typography)
        for paragraph in found:
            if block.cell is not None:
                block.cell.paragraphs.append(len(paragraphs))
            paragraphs.append(paragraph)
        if block.section is not None:
            endings.append(Ending(block.section, len(paragraphs)))
    if (last := last_section(walk.roots[0])) is not None:
        endings.append(Ending(last, len(paragraphs)))
    return paragraphs, endings


def _lines(block: Block, typography: Typography | None) -> Iterator[Paragraph]:
    anchor = Anchor(block.part, block.ordinal)
    w = names_of(block.node)
    if block.place.kind == "table":
        typography = None
    setting = typography and typography.setting(block.node, w)
    for line in _cut(block.pieces):
        text, segments = _joined(line)
        shown = bool(text) and not text.isspace()
        yield Paragraph(
            text,
            anchor,
            block.style,
            block.place,
            segments=segments,
            offset=line.offset,
            formatting=(
                typography.formatting(setting, line.pieces, w)
                if typography and setting and shown
                else None
            ),
        )


def _cut(pieces: list[Piece]) -> list[_Line]:
    """Cut at breaks; a page break leaves no empty line behind, a line break may."""
    lines = [_Line(0, 0, [])]
    offset = 0
    for number, piece in enumerate(pieces):
        offset += len(piece.text)
        if piece.kind == "break" and piece.text in (LINE_BREAK, PAGE_BREAK):
            if piece.text == PAGE_BREAK and not lines[-1].pieces:
                lines.pop()
            lines.append(_Line(offset, number + 1, []))
        else:
            lines[-1].pieces.append(piece)
    ends_with_page_break = bool(pieces) and pieces[-1].text == PAGE_BREAK
    if ends_with_page_break and len(lines) > 1:
        lines.pop()
    return lines


def _joined(line: _Line) -> tuple[str, tuple[Segment, ...]]:
    segments = []
    start = 0
    for node, piece in enumerate(line.pieces, start=line.first):
        length = len(piece.text)
        segments.append(Segment(start, length, piece.kind, node))
        start += length
    return "".join([piece.text for piece in line.pieces]), tuple(segments)


def _property_paragraphs(custom: tuple[tuple[str, str], ...], part: int) -> Iterator[Paragraph]:
    shown = [f"{name}：{value}" for name, value in custom if not is_noise(name)]
    for ordinal, text in enumerate(shown):
        segments = (Segment(0, len(text), "field", 0),)
        yield Paragraph(text, Anchor(part, ordinal), place=_PROPERTIES, segments=segments)


def _remarks(walk: Walk, chunks: Chunks) -> list[Remark]:
    if not walk.comments:
        return []
    places: dict[Node, Span] = {}
    start = 0
    for block in walk.blocks:
        start += chunks.size(block) if block.chunk else 0
        for line in () if block.chunk else _cut(block.pieces):
            for piece in line.pieces:
                if piece.kind != "label":
                    places[piece.node] = Span(start, start + len(piece.text))
                start += len(piece.text)
            start += 1
    root = walk.roots[0]
    return find_remarks(root, walk.comments, places, names_of(root))


def _tables(walk: Walk) -> Iterator[SourceTable]:
    for table in walk.tables:
        cells = (
            SourceCell(cell.row, cell.column, cell.rows, cell.columns, tuple(cell.paragraphs))
            for cell in table.cells
        )
        yield SourceTable(table.number, tuple(cells))
