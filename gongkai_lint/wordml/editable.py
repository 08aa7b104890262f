"""Which characters of a Word file can be changed by a tracked change, and why others cannot."""

from collections.abc import Iterable

from gongkai_lint.model.finding import Edit
from gongkai_lint.model.source import SegmentKind
from gongkai_lint.model.span import Span
from gongkai_lint.wordml.cuts import is_in_run
from gongkai_lint.wordml.live import LiveText, Stretch, stands_in_main_text
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import names_of

_CHANGEABLE: frozenset[SegmentKind] = frozenset({"text", "insertion", "break"})
_REASONS: dict[SegmentKind, str] = {
    "label": "是自动编号，请在 Word、WPS 的编号格式里改",
    "field": "在域或锁定的控件里，会自动更新或不许改动，请人工修改",
    "symbol": "是特殊符号，请人工修改",
    "math": "在公式里，请人工修改",
    "box": "在文本框里，文件中有两份内容，请人工修改",
}
_OUTSIDE = "不在正文里（如文件属性、插入的片段），请人工修改"
_ACROSS = "跨了段落，请人工修改"
_NO_ROOM = "这里不能另起一段，请人工修改"
_DEEP = "嵌在特殊的结构里，请人工修改"


def why_not(live: LiveText, edit: Edit, held: Iterable[Span]) -> str:
    """Say why an edit cannot be made: it takes out ``held``, and puts its text where they were."""
    spans = tuple(held)
    for span in spans:
        if reason := _kept(live, span):
            return reason
    at = edit.span.end
    stands_free = edit.span.start == at
    if edit.text and stands_free and not _can_take(live, at):
        return _beside(live, at)
    if "\n" in edit.text and not _has_room(live, at):
        return _NO_ROOM
    return ""


def can_change(stretch: Stretch) -> bool:
    """Say whether the characters of a stretch can be taken out or written beside."""
    return stretch.piece.kind in _CHANGEABLE and is_in_run(stretch.piece.node)


def beside(live: LiveText, offset: int) -> tuple[Stretch | None, Stretch | None]:
    """Give what stands before and behind a place, as far as it shares its Word paragraph."""
    document = live.document
    index = document.paragraph_at(offset)
    line = document.paragraph_span(index)
    if offset > line.start:
        before = next(live.stretches(Span(offset - 1, offset)), None)
    else:
        before = live.break_before(index) if live.continues(index) else None
    if offset < line.end:
        return before, next(live.stretches(Span(offset, offset + 1)), None)
    return before, live.break_before(index + 1) if live.continues(index + 1) else None


def _kept(live: LiveText, span: Span) -> str:
    document = live.document
    first, last = document.paragraph_at(span.start), document.paragraph_at(span.end)
    if not all(live.continues(index) for index in range(first + 1, last + 1)):
        return _ACROSS
    stretches = list(live.stretches(span))
    for stretch in stretches:
        if not can_change(stretch):
            return _REASONS.get(stretch.piece.kind, _DEEP)
    return "" if stretches else _OUTSIDE


def _can_take(live: LiveText, offset: int) -> bool:
    near = [stretch for stretch in beside(live, offset) if stretch is not None]
    if near:
        return any(can_change(stretch) for stretch in near)
    block = live.block(live.document.paragraph_at(offset))
    return block is not None and block.node.tag.endswith("}p")


def _beside(live: LiveText, offset: int) -> str:
    near = [stretch for stretch in beside(live, offset) if stretch is not None]
    return _REASONS.get(near[0].piece.kind, _DEEP) if near else _OUTSIDE


def _has_room(live: LiveText, offset: int) -> bool:
    """Say whether a paragraph can follow: at the end of one, in the main text, in one section."""
    document = live.document
    index = document.paragraph_at(offset)
    block = live.block(index)
    return (
        block is not None
        and stands_in_main_text(block)
        and document.source.paragraphs[index].place.kind == "body"
        and offset == document.paragraph_span(index).end
        and not live.continues(index + 1)
        and not _carries_box(live, index + 1, block.node)
        and not _ends_section(block.node)
    )


def _carries_box(live: LiveText, following: int, paragraph: Node) -> bool:
    """Say whether the next words are those of a box, which hangs on the paragraph."""
    is_last = following >= len(live.document.source.paragraphs)
    block = None if is_last else live.block(following)
    return block is not None and block.host is paragraph


def _ends_section(paragraph: Node) -> bool:
    w = names_of(paragraph)
    return paragraph.find(w["pPr"], w["sectPr"]) is not None
