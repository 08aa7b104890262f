"""Where the comment on a finding stands: its characters, its element, or the anchor of its box."""

from collections.abc import Iterator

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.finding import Finding
from gongkai_lint.model.source import PlaceKind
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.word.comment_words import clipped
from gongkai_lint.reporters.word.original import Original
from gongkai_lint.reporters.words import PLACES
from gongkai_lint.wordml.live import MAIN, Stretch, stands_in_main_text
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import names_of
from gongkai_lint.wordml.story import Block

_BLOCKS = frozenset({"body", "issued_text", "article", "attachment", "attachment_note", "imprint"})


_OUTSIDE: tuple[PlaceKind, ...] = ("header", "footer", "text_box", "footnote", "properties")


class Target(NamedTuple):
    """The first and last characters to comment on, or else a whole paragraph.

    ``elsewhere`` says where the words stand that the comment cannot be set on.
    """

    paragraph: Node
    first: Stretch | None = None
    last: Stretch | None = None
    elsewhere: str = ""


def target_of(finding: Finding, file: Original) -> Target:
    """Find where the comment on a finding stands."""
    stretches = list(file.live.stretches(_shown(finding, file)))
    here = [stretch for stretch in stretches if stands_in_main_text(stretch.block)]
    if here:
        return _exact(here)
    index = file.document.paragraph_at(finding.span.start)
    block = stretches[0].block if stretches else file.live.block(index)
    if block is not None and stands_in_main_text(block):
        return Target(block.node)
    kind = file.document.source.paragraphs[index].place.kind
    place = PLACES[kind] if kind in _OUTSIDE else "正文之外"
    words = clipped(
        file.document.words(finding.span) or file.document.source.paragraphs[index].text
    )
    return Target(_host(block, file, index), elsewhere=f"{place}“{words}”")


def _exact(stretches: list[Stretch]) -> Target:
    first = stretches[0]
    real = [stretch for stretch in stretches if stretch.piece.kind != "label"]
    if not real:
        return Target(first.block.node, elsewhere=f"自动编号“{first.piece.text}”")
    return Target(first.block.node, first, real[-1])


def _shown(finding: Finding, file: Original) -> Span:
    """Give the characters found, or those where something absent belongs."""
    span = finding.span
    if span.end > span.start:
        return span
    document = file.document
    near = [
        element.span
        for element in document.elements
        if element.kind not in _BLOCKS
        and element.span.start <= span.start <= element.span.end
        and element.span.start < element.span.end
    ]
    if near:
        return min(near, key=lambda found: found.end - found.start)
    return next(_lines(file, document.paragraph_at(span.start)), span)


def _lines(file: Original, index: int) -> Iterator[Span]:
    """Yield the words of a paragraph, then of those above it, then of those below."""
    paragraphs = file.document.source.paragraphs
    for number in (*range(index, -1, -1), *range(index + 1, len(paragraphs))):
        text = paragraphs[number].text
        if words := text.strip():
            start = file.document.starts[number] + text.index(words)
            yield Span(start, start + len(words))


def _host(block: Block | None, file: Original, index: int) -> Node:
    """Give the paragraph of the main text that stands for a box, a margin, a note or a chunk."""
    if block is not None and block.part == MAIN and block.host is not None:
        return block.host
    found = _above(index, file) if block is None else _note_reference(block, file)
    if found is None:
        found = next((b.node for b in file.walk.blocks if stands_in_main_text(b)), None)
    if found is None:
        raise UnreadableError("正文里没有段落，批注没有地方可放。请检查文件是否完整。")
    return found


def _above(index: int, file: Original) -> Node | None:
    """Give the last paragraph of the main text in front of one that is none of the file's own."""
    blocks = (file.live.block(number) for number in range(index, -1, -1))
    return next((b.node for b in blocks if b is not None and stands_in_main_text(b)), None)


def _note_reference(block: Block, file: Original) -> Node | None:
    """Give the paragraph that refers to the note which holds a block."""
    w, inner = file.w, names_of(file.walk.roots[block.part])
    for kind in ("footnote", "endnote"):
        for note in block.node.ancestors(inner[kind]):
            for reference in file.root.iter(w[f"{kind}Reference"]):
                if reference.get(w["id"]) == note.get(inner["id"]):
                    return next(reference.ancestors(w["p"]), None)
    return None
