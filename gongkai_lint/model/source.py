"""What a reader found in a file, before anyone asks whether it is a 公文."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from gongkai_lint.model.formatting import Formatting, Section
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

# What a reader takes of one file. The longest 公文 seen has some 6,000 paragraphs and 300,000
# characters, the largest table some 10,000 rows of 10 cells; twice to six times as much needs five
# seconds and 400 MB, and what is beyond is a list or a trap, whatever the format.
MOST_CHARACTERS, MOST_PARAGRAPHS = 2_000_000, 100_000
MOST_COLUMNS, MOST_PLACES = 1000, 500_000
TOO_LONG = (
    f"文稿太长（超过 {MOST_CHARACTERS // 10_000} 万字或者 {MOST_PARAGRAPHS // 10_000} 万段），"
    "为安全起见拒绝读取。请拆分后再检查。"
)
TOO_WIDE = (
    f"表格太大（超过 {MOST_COLUMNS} 列或者 {MOST_PLACES // 10_000} 万格），"
    "为安全起见拒绝读取。请拆分表格后再检查。"
)

PlaceKind = Literal[
    "body",
    "table",
    "header",
    "footer",
    "text_box",
    "footnote",
    "front_matter",
    "properties",
]
METADATA: frozenset[str] = frozenset({"front_matter", "properties"})  # of the file, not its text
# notices of text that belongs to the document and that nobody read; a picture may be a seal
UNREAD = frozenset({"alt_chunk", "unreadable_parts", "pages_without_text", "unread_pages"})
RemarkKind = Literal["markup", "comment", "embedded"]
SegmentKind = Literal[
    "text", "label", "break", "symbol", "field", "math", "box", "insertion", "deleted_mark"
]


class Place(NamedTuple):
    """Where a paragraph stands in the file; table, row, cell and page are 1-based."""

    kind: PlaceKind = "body"
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    page: int | None = None


class Anchor(NamedTuple):
    """A paragraph's address in its file, opaque to all but its reader and the docx reporters."""

    part: int
    ordinal: int


class Segment(NamedTuple):
    """A run of a paragraph's characters that comes from one node; only ``text`` is editable."""

    start: int
    length: int
    kind: SegmentKind
    node: int


class Notice(NamedTuple):
    """What a reader could not show as text, or found beside it, said in Chinese."""

    kind: str
    message: str


class Remark(NamedTuple):
    """What stands beside the text: ``<!-- … -->`` to us in a text file, a Word comment.

    The bytes of a picture ``embedded`` in a text file are told likewise: they are no text either.

    ``span`` is counted in the paragraphs joined by newlines: the place of the markup itself, whose
    characters are blanks in the paragraph, or the characters that a comment is anchored on.
    """

    words: str
    span: Span
    kind: RemarkKind


BODY = Place()


class Paragraph(NamedTuple):
    """One line of visible text with its address, style name and place.

    ``inner`` is the part without markup (Markdown marks), relative to the paragraph.
    ``offset`` tells apart the lines of one ``w:p`` cut at its breaks: it counts the characters,
    breaks included, that stand before this line under the same anchor. Text files give no
    ``formatting``.
    """

    text: str
    anchor: Anchor
    style: str = ""
    place: Place = BODY
    inner: Span | None = None
    segments: tuple[Segment, ...] = ()
    offset: int = 0
    formatting: Formatting | None = None


def paragraph_starts(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """Give the offset of each paragraph's first character where one character parts them."""
    lengths = (len(paragraph.text) + 1 for paragraph in paragraphs[:-1])
    return tuple(accumulate(lengths, initial=0))


class SourceCell(NamedTuple):
    """One cell of a source table: 1-based grid position, extent, and its paragraphs' indexes."""

    row: int
    column: int
    rows: int
    columns: int
    paragraphs: tuple[int, ...]


class SourceTable(NamedTuple):
    """A table of the file; each merged cell is listed once, at its upper left position."""

    number: int
    cells: tuple[SourceCell, ...]


class Source(NamedTuple):
    """A file's visible text in reading order, format-neutral.

    ``line_end`` is how a text file ends its lines; empty where it does so in several ways.
    """

    paragraphs: tuple[Paragraph, ...]
    digest: str
    media_type: str
    properties: tuple[tuple[str, str], ...] = ()
    tables: tuple[SourceTable, ...] = ()
    notices: tuple[Notice, ...] = ()
    sections: tuple[Section, ...] = ()
    remarks: tuple[Remark, ...] = ()
    line_end: str = "\n"

    @property
    def is_set(self) -> bool:
        """Whether the reader told how anything is set: a page, or a paragraph."""
        return bool(self.sections) or any(each.formatting for each in self.paragraphs)

    @property
    def is_partly_read(self) -> bool:
        """Whether a part of the document's own text could not be read."""
        return any(notice.kind in UNREAD for notice in self.notices)
