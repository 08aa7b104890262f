"""The walk over the stories of a Word file: blocks in reading order with their live nodes.

The walk is deterministic: whoever repeats it on the same bytes finds the same part and
paragraph ordinals, and so the nodes behind an anchor.
"""

from dataclasses import dataclass, field

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Place, PlaceKind, SegmentKind
from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.fields import Fields, broken_fields
from gongkai_lint.wordml.inline import Box, Inline, Piece, chosen, is_locked
from gongkai_lint.wordml.limits import Limits
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.numbering import Counters, Definitions
from gongkai_lint.wordml.observations import Observations
from gongkai_lint.wordml.ooxml import ALTERNATE, Names, leading, number, relationship_id, value
from gongkai_lint.wordml.styles import Style, Styles
from gongkai_lint.wordml.table import Cell, Table, cells_of, is_layout, rows_of

_SILENT = ("sectPr", "sdtPr", "sdtEndPr", "customXmlPr", "tblPr", "tblGrid", "del", "moveFrom")


@dataclass(slots=True)
class Block:
    """One visible paragraph: its address, its pieces, and the paragraph that anchors its box.

    Or the place of a ``chunk``, a file in another format, by the id of its relationship. With it
    may end a ``section``, of which these are the properties.
    """

    part: int
    ordinal: int
    node: Node
    place: Place
    style: str = ""
    pieces: list[Piece] = field(default_factory=list)
    cell: Cell | None = None
    host: Node | None = None
    chunk: str = ""
    section: Node | None = None


class _Said(NamedTuple):
    """What a paragraph's properties say of it and of its mark."""

    style: Style
    removed: bool = False
    revisions: int = 0
    numbered: bool = False
    num_id: int | None = None
    level: int | None = None
    section: Node | None = None


class _Anchored(NamedTuple):
    """A text box that waits until the paragraph which anchors it is complete."""

    box: Box
    host: Node
    place: Place


@dataclass(slots=True)
class Context:
    """What all stories of one file share, and what they add to."""

    styles: Styles
    definitions: Definitions
    seen: Observations
    limits: Limits
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    note_ids: list[str] = field(default_factory=list)
    lines: int = 0
    characters: int = 0


class Story:
    """Walks one part of the file."""

    def __init__(self, root: Node, w: Names, part: int, context: Context) -> None:
        self.w = w
        self.part = part
        self.context = context
        self.may_hide = True
        self._ordinal = -1
        self.sections: list[Node] = []
        self._root = root
        self._known: dict[Node | None, _Said] = {}
        self._broken: frozenset[Node] | None = None
        self._inline = self._new_inline()
        self._counters = Counters(context.definitions)
        self._box_counters = Counters(context.definitions)
        self._kind: SegmentKind = "text"
        self._host: Node | None = None
        self._cell: Cell | None = None
        self._carried: Block | None = None
        self._boxes: list[_Anchored] = []
        self._silent = frozenset(w[local] for local in _SILENT)

    def walk(self, container: Node, place: Place) -> None:
        """Walk the blocks of a container; nothing is carried out of it."""
        self._inline.may_hide = self.may_hide
        self._blocks(container, place)
        self._flush()

    def _broken_fields(self) -> frozenset[Node]:
        """Find them when the first field begins: most parts have none."""
        if self._broken is None:
            self._broken = broken_fields(self._root, self.w)
            if self._broken:
                self.context.seen.note("broken_fields", times=len(self._broken))
        return self._broken

    def _new_inline(self) -> Inline:
        seen = self.context.seen
        inline = Inline(self.w, self.context.styles, Fields(self._broken_fields, seen), seen)
        inline.note_ids = self.context.note_ids
        return inline

    def _blocks(self, container: Node, place: Place) -> None:
        w = self.w
        for node in container:
            tag = node.tag
            if tag == w["p"]:
                self._paragraph(node, place)
            elif tag == w["tbl"]:
                self._flush()
                self._table(node, place)
            elif tag == w["altChunk"]:
                self._flush()
                self._chunk(node, place)
            elif tag == w["sdt"] and is_locked(node, w):
                self._locked(node, place)
            elif tag == ALTERNATE:
                for branch in chosen(node, w):
                    self._blocks(branch, place)
            elif tag not in self._silent and len(node):
                self._blocks(node, place)

    def _chunk(self, node: Node, place: Place) -> None:
        self._ordinal += 1
        named = relationship_id(node)
        block = Block(self.part, self._ordinal, node, place, cell=self._cell, chunk=named or "?")
        self._emit(block)

    def _locked(self, control: Node, place: Place) -> None:
        before, self._kind = self._kind, "field"
        for content in control.children(self.w["sdtContent"]):
            self._blocks(content, place)
        self._kind = before

    def _paragraph(self, node: Node, place: Place) -> None:
        self._ordinal += 1
        said = self._said(leading(node, self.w["pPr"]))
        inline = self._inline
        inline.collect(node, hidden_style=said.style.hidden, kind=self._kind)
        pieces, boxes = inline.pieces, inline.boxes
        if said.revisions:
            self.context.seen.note("revisions", times=said.revisions)
        if pieces or not (said.removed or inline.hid_text):
            block = Block(self.part, self._ordinal, node, place, said.style.name, pieces)
            block.section = said.section
            self._take(block, said)
        if boxes:
            self._boxes.extend(_Anchored(box, node, place) for box in boxes)
        if said.section is not None:
            self.sections.append(said.section)
        if not said.removed:
            self._flush()

    def _said(self, properties: Node | None) -> _Said:
        """Read a paragraph's properties; those of equal bytes are read once."""
        known = self._known.get(properties)
        if known is None:
            known = self._known[properties] = _read(properties, self.context.styles, self.w)
        return known

    def _take(self, block: Block, said: _Said) -> None:
        if self._carried is not None:
            self._carried.pieces.append(Piece("", "deleted_mark", block.node))
            self._carried.pieces.extend(block.pieces)
            return
        if label := self._label(said):
            block.pieces.insert(0, Piece(label, "label", block.node))
        block.cell = self._cell
        block.host = self._host
        self._carried = block

    def _label(self, said: _Said) -> str:
        if not said.numbered:
            return ""
        counters = self._box_counters if self._host is not None else self._counters
        return counters.label(said.num_id, said.level, said.style)

    def _flush(self) -> None:
        block, self._carried = self._carried, None
        boxes, self._boxes = self._boxes, []
        if block is not None:
            self._emit(block)
        for box in boxes:
            self._box(box)

    def _emit(self, block: Block) -> None:
        context = self.context
        context.blocks.append(block)
        context.characters += sum(len(piece.text) for piece in block.pieces)
        context.lines += 1 + sum(piece.kind == "break" for piece in block.pieces)
        if context.lines > context.limits.paragraphs:
            raise UnreadableError(too_much(f"{context.limits.paragraphs} 段"))
        if context.characters > context.limits.characters:
            raise UnreadableError(too_much(f"{context.limits.characters} 字"))

    def _box(self, box: _Anchored) -> None:
        content, mirrored = box.box
        saved = (self._inline, self._host, self._kind, self._cell)
        self._inline = self._new_inline()
        self._inline.may_hide = self.may_hide
        self._host = self._host if self._host is not None else box.host
        self._kind = "box" if mirrored or self._kind == "box" else "text"
        self._cell = None
        in_body = box.place.kind in ("body", "table")
        inside = Place("text_box") if in_body else Place(box.place.kind)
        if content.tag == self.w["txbxContent"]:
            self._blocks(content, inside)
        else:
            self._word_art(content, inside)
        self._flush()
        self._inline, self._host, self._kind, self._cell = saved

    def _word_art(self, path: Node, place: Place) -> None:
        self._ordinal += 1
        piece = Piece(path.get("string", ""), "symbol", path)
        self._carried = Block(self.part, self._ordinal, path, place, "", [piece], host=self._host)

    def _table(self, node: Node, place: Place) -> None:
        rows = list(rows_of(node, self.w, self.context.seen))
        outer = self._cell
        if is_layout(rows, self.w):
            for row in rows:
                for cell in cells_of(row, self.w, self.context.seen):
                    self._blocks(cell.node, place)
                    self._flush()
            return
        table = Table(len(self.context.tables) + 1)
        self.context.tables.append(table)
        for row_number, row in enumerate(rows, start=1):
            for cell in table.add_row(row_number, cells_of(row, self.w, self.context.seen)):
                self._table_cell(table, cell, place)
        self._cell = outer

    def _table_cell(self, table: Table, cell: Cell, outer: Place) -> None:
        kind: PlaceKind = "table" if outer.kind in ("body", "table") else outer.kind
        self._cell = cell.origin or cell
        first = len(self.context.blocks)
        self._blocks(cell.node, Place(kind, table.number, cell.row, cell.column))
        self._flush()
        if cell.origin is not None:
            self._drop_empty(first)

    def _drop_empty(self, first: int) -> None:
        # A cell that continues a merged one is a hole in the grid, unless someone wrote in it.
        blocks = self.context.blocks
        blocks[first:] = [block for block in blocks[first:] if block.pieces or block.chunk]


def _read(properties: Node | None, styles: Styles, w: Names) -> _Said:
    if properties is None:
        return _Said(style := styles.paragraph(""), numbered=style.num_id is not None)
    style = styles.paragraph(value(properties.find(w["pStyle"]), w) or "")
    history = {node.tag for node in properties.find(w["rPr"]) or ()}
    removed = w["del"] in history or w["moveFrom"] in history
    direct = properties.find(w["numPr"])
    return _Said(
        style,
        removed,
        removed + (w["ins"] in history),
        direct is not None or style.num_id is not None,
        None if direct is None else number(direct.find(w["numId"]), w),
        None if direct is None else number(direct.find(w["ilvl"]), w),
        properties.find(w["sectPr"]),
    )


def too_much(limit: str) -> str:
    """Say that a text is longer than a limit."""
    return f"文稿太长（超过 {limit}），为安全起见拒绝读取。请拆分后再检查。"
