"""The visible characters of one Word paragraph, each with the node that it comes from."""

from collections.abc import Callable, Iterator

from gongkai_lint.model.source import SegmentKind
from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.fields import Fields, note_code
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.observations import Observations
from gongkai_lint.wordml.ooxml import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    MATH_TAGS,
    MATH_TEXT,
    Names,
    switch,
    value,
)
from gongkai_lint.wordml.styles import Styles
from gongkai_lint.wordml.symbols import UNKNOWN_SYMBOL, symbol

LINE_BREAK = "\n"
PAGE_BREAK = "\f"
_TO_BLANKS = str.maketrans("\n\r\f", "   ")
_PROPERTIES = (
    *("rPr", "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt"),
    *("ffData", "fldData", "delText", "delInstrText", "sectPr"),
)
_PICTURES = frozenset({"blip", "imagedata"})
_CHARTS = frozenset({"chart", "relIds", "lockedCanvas", "contentPart"})
_PLAIN: tuple[SegmentKind, ...] = ("text", "box")


class Piece(NamedTuple):
    """Characters of one node; breaks are pieces of their own."""

    text: str
    kind: SegmentKind
    node: Node


class Box(NamedTuple):
    """A text box or WordArt met inside a paragraph; mirrored boxes stand in the file twice."""

    node: Node
    mirrored: bool


class Inline:
    """Collects the pieces and boxes of a paragraph; fields stay open from one to the next."""

    def __init__(self, w: Names, styles: Styles, fields: Fields, seen: Observations) -> None:
        self.w = w
        self.pieces: list[Piece] = []
        self.boxes: list[Box] = []
        self.hid_text = False
        self.note_ids: list[str] = []
        self.may_hide = True
        self._styles = styles
        self._fields = fields
        self._seen = seen
        self._hidden_style = False
        self._noted_hidden = False
        self._mirrored = False
        self._text_tag = w["t"]
        self._run_tag = w["r"]
        self._skip = frozenset(w[local] for local in _PROPERTIES)
        self._handlers = self._make_handlers()

    def collect(self, paragraph: Node, *, hidden_style: bool, kind: SegmentKind) -> None:
        """Collect what one paragraph shows, afresh."""
        self.pieces = []
        self.boxes = []
        self.hid_text = False
        self._noted_hidden = False
        self._hidden_style = hidden_style
        self._walk(paragraph, kind)

    def _make_handlers(self) -> dict[str, Callable[[Node, SegmentKind], None]]:
        by_name: dict[str, Callable[[Node, SegmentKind], None]] = {
            "br": self._break,
            "cr": self._line_break,
            "tab": self._tab,
            "ptab": self._tab,
            "noBreakHyphen": self._hyphen,
            "sym": self._symbol,
            "ruby": self._ruby,
            "fldChar": self._field_mark,
            "instrText": self._field_code,
            "fldSimple": self._simple_field,
            "ins": self._inserted,
            "moveTo": self._inserted,
            "del": self._deleted,
            "moveFrom": self._moved_away,
            "drawing": self._graphics,
            "pict": self._graphics,
            "object": self._object,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "sdt": self._control,
        }
        handlers = {self.w[local]: handler for local, handler in by_name.items()}
        handlers[ALTERNATE] = self._alternate
        handlers.update(dict.fromkeys(MATH_TAGS, self._math))
        return handlers

    def _walk(self, parent: Node, kind: SegmentKind) -> None:
        for node in parent:
            tag = node.tag
            if tag == self._text_tag:
                self._text(node, kind)
            elif tag == self._run_tag:
                if self.may_hide and self._is_hidden(node):
                    continue
                self._walk(node, kind)
            elif tag in self._skip:
                continue
            elif handler := self._handlers.get(tag):
                handler(node, kind)
            elif len(node):
                self._walk(node, kind)

    def _text(self, node: Node, kind: SegmentKind) -> None:
        text = node.text
        if not text or self._fields.in_code:
            return
        if "\n" in text or "\r" in text:
            text = text.translate(_TO_BLANKS)
        self.pieces.append(Piece(text, "field" if self._fields.in_result else kind, node))

    def _add(self, text: str, kind: SegmentKind, node: Node) -> None:
        if not self._fields.in_code:
            self.pieces.append(Piece(text, kind, node))

    def _is_hidden(self, run: Node) -> bool:
        w = self.w
        properties = run.find(w["rPr"])
        hidden = None if properties is None else switch(properties.find(w["vanish"]), w)
        if hidden is None:
            style_id = None if properties is None else value(properties.find(w["rStyle"]), w)
            # Toggles of a character style and of a paragraph style cancel each other.
            hidden = self._hidden_style != bool(style_id and self._styles.get(style_id).hidden)
        if hidden:
            self._hide(run)
        return hidden

    def _hide(self, run: Node) -> None:
        for mark in run.iter(self.w["fldChar"]):
            self._fields.mark(mark, self.w)
        text = "".join(node.text or "" for node in run.iter(self._text_tag))
        if text.strip() and not self._fields.in_code and not self._noted_hidden:
            self._seen.note("hidden", text.strip())
            self._noted_hidden = True
        self.hid_text = self.hid_text or bool(text)

    def _break(self, node: Node, _kind: SegmentKind) -> None:
        is_page = node.get(self.w["type"]) in ("page", "column")
        self._add(PAGE_BREAK if is_page else LINE_BREAK, "break", node)

    def _line_break(self, node: Node, _kind: SegmentKind) -> None:
        self._add(LINE_BREAK, "break", node)

    def _tab(self, node: Node, _kind: SegmentKind) -> None:
        self._add("\t", "break", node)

    def _hyphen(self, node: Node, _kind: SegmentKind) -> None:
        self._add("-", "symbol", node)

    def _symbol(self, node: Node, _kind: SegmentKind) -> None:
        shown = symbol(node.get(self.w["font"], ""), node.get(self.w["char"], ""))
        if shown == UNKNOWN_SYMBOL:
            self._seen.note("symbols")
        self._add(shown, "symbol", node)

    def _ruby(self, node: Node, _kind: SegmentKind) -> None:
        self._seen.note("ruby")
        self._walk(node, "field")

    def _field_mark(self, node: Node, _kind: SegmentKind) -> None:
        self._fields.mark(node, self.w)

    def _field_code(self, node: Node, _kind: SegmentKind) -> None:
        self._fields.add_code(node.text or "")

    def _simple_field(self, node: Node, _kind: SegmentKind) -> None:
        note_code(node.get(self.w["instr"], ""), self._seen)
        self._walk(node, "field")

    def _inserted(self, node: Node, kind: SegmentKind) -> None:
        self._seen.note("revisions")
        self._walk(node, "insertion" if kind in _PLAIN else kind)

    def _deleted(self, _node: Node, _kind: SegmentKind) -> None:
        self._seen.note("revisions")

    def _moved_away(self, _node: Node, _kind: SegmentKind) -> None:
        """Leave out what was moved; the other end of the move is counted."""

    def _note(self, node: Node, _kind: SegmentKind) -> None:
        place = "endnotes" if node.tag == self.w["endnoteReference"] else "footnotes"
        self.note_ids.append(f"{place}/{node.get(self.w['id'], '')}")

    def _control(self, node: Node, kind: SegmentKind) -> None:
        self._walk(node, "field" if is_locked(node, self.w) else kind)

    def _math(self, node: Node, _kind: SegmentKind) -> None:
        self._seen.note("math")
        for text in node.iter(*MATH_TEXT):
            self._add((text.text or "").translate(_TO_BLANKS), "math", text)

    def _object(self, node: Node, _kind: SegmentKind) -> None:
        self._seen.note("ole")
        for content in node.iter(self.w["txbxContent"]):
            self.boxes.append(Box(content, mirrored=False))

    def _alternate(self, node: Node, kind: SegmentKind) -> None:
        before, self._mirrored = self._mirrored, self._mirrored or is_mirrored(node, self.w)
        for branch in chosen(node, self.w):
            self._walk(branch, kind)
        self._mirrored = before

    def _graphics(self, parent: Node, kind: SegmentKind) -> None:
        for node in parent:
            local = node.tag.rpartition("}")[2]
            if node.tag == self.w["txbxContent"] or (local == "textpath" and node.get("string")):
                self.boxes.append(Box(node, self._mirrored))
            elif node.tag == ALTERNATE:
                self._alternate_graphics(node, kind)
            elif local in _PICTURES:
                self._seen.note("pictures")
            elif local in _CHARTS:
                self._seen.note("charts")
            elif len(node):
                self._graphics(node, kind)

    def _alternate_graphics(self, node: Node, kind: SegmentKind) -> None:
        before, self._mirrored = self._mirrored, self._mirrored or is_mirrored(node, self.w)
        for branch in chosen(node, self.w):
            self._graphics(branch, kind)
        self._mirrored = before


def chosen(alternate: Node, w: Names) -> Iterator[Node]:
    """Give the one branch to read: a choice, unless only the fallback holds text."""
    choice = alternate.find(CHOICE)
    fallback = alternate.find(FALLBACK)
    if choice is not None and (fallback is None or _speaks(choice, w) or not _speaks(fallback, w)):
        yield choice
    elif fallback is not None:
        yield fallback


def is_mirrored(alternate: Node, w: Names) -> bool:
    """Say whether the text of an alternate stands in the file twice."""
    return all(_speaks(branch, w) for branch in alternate) and len(alternate) > 1


def is_locked(control: Node, w: Names) -> bool:
    """Say whether a content control may not be edited, or is overwritten from bound data."""
    properties = control.find(w["sdtPr"])
    if properties is None:
        return False
    lock = value(properties.find(w["lock"]), w)
    return lock in ("contentLocked", "sdtContentLocked") or (
        properties.find(w["dataBinding"]) is not None
    )


def _speaks(branch: Node, w: Names) -> bool:
    return next(branch.iter(w["t"], w["txbxContent"]), None) is not None
