"""A copy of a Word file with edits as tracked changes, each to be accepted or rejected."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from gongkai_lint.model.finding import Edit, Report
from gongkai_lint.model.source import SegmentKind
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.word.comment_places import target_of
from gongkai_lint.reporters.word.comment_words import AUTHOR, INITIALS, Comment, lines_of
from gongkai_lint.reporters.word.comment_writer import CommentWriter
from gongkai_lint.reporters.word.original import Original, reopened
from gongkai_lint.wordml.archive import repacked
from gongkai_lint.wordml.changes import Changes
from gongkai_lint.wordml.comments import Signature
from gongkai_lint.wordml.cuts import Cuts
from gongkai_lint.wordml.editable import beside, can_change
from gongkai_lint.wordml.live import MAIN, Stretch
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.part import Part
from gongkai_lint.wordml.story import Block

_RANKS: dict[SegmentKind, int] = {"text": 3, "break": 2, "insertion": 1}


def revised_docx(
    report: Report,
    data: bytes,
    edits: Sequence[Edit],
    when: datetime,
    *,
    like: int | None = None,
    remarks: Iterable[Comment] = (),
) -> bytes:
    """Write edits as changes, and remarks as comments, each where it stood in the original.

    A new paragraph looks like the paragraph of the index ``like``.
    """
    file = reopened(report, data)
    signature = Signature(AUTHOR, INITIALS, when)
    comments = _commented(file, remarks, signature)
    writers: dict[int, _Writer] = {}
    if comments is not None:
        writers[MAIN] = _Writer(file, comments.part, comments.cuts, signature)
    for edit in edits:
        number = _part(file, edit.span)
        if number not in writers:
            part = file.part(number)
            writers[number] = _Writer(file, part, Cuts(part), signature)
        writers[number].write(edit, like)
    parts = {file.walk.parts[number]: writer.written() for number, writer in writers.items()}
    return repacked(data, parts | ({} if comments is None else comments.parts()))


def _commented(
    file: Original, remarks: Iterable[Comment], signature: Signature
) -> CommentWriter | None:
    comments = None
    for comment in remarks:
        comments = comments or CommentWriter.opened(file)
        target = target_of(comment.finding, file)
        comments.add(target, lines_of(comment, file.document, target.elsewhere), signature)
    return comments


def _part(file: Original, span: Span) -> int:
    block = file.live.block(file.document.paragraph_at(span.start))
    return MAIN if block is None else block.part


class _Writer:
    """Writes edits into one part."""

    def __init__(self, file: Original, part: Part, cuts: Cuts, signature: Signature) -> None:
        self._file = file
        self._part = part
        self._cuts = cuts
        self._changes = Changes(part, cuts, signature)

    def written(self) -> bytes:
        """Give the part's new bytes."""
        self._cuts.finish()
        return self._part.splice.written()

    def write(self, edit: Edit, like: int | None) -> None:
        """Write one edit; its further lines become paragraphs."""
        text, *lines = edit.text.split("\n")
        stretches = list(self._file.live.stretches(edit.span))
        if stretches:
            self._changes.replace(stretches, text)
        elif text:
            self._insert(edit.span.start, text)
        if lines:
            self._add_paragraphs(edit.span.end, lines, like)

    def _insert(self, offset: int, text: str) -> None:
        near = beside(self._file.live, offset)
        known = [stretch for stretch in near if stretch is not None]
        block = self._file.live.block(self._file.document.paragraph_at(offset))
        if known:
            best = max(known, key=_rank)
            self._put(best, text, behind=best is near[0])
        elif block is not None:
            self._changes.put_into(_end_of(block), text)

    def _put(self, beside_it: Stretch, text: str, *, behind: bool) -> None:
        node, start, end = beside_it.piece.node, beside_it.start, beside_it.end
        run = node.up
        look = None if run is None else run.find(self._part.w["rPr"])
        if behind:
            self._changes.put_behind(node, end, text, look)
        else:
            self._changes.put_before(node, start, text, look)

    def _add_paragraphs(self, offset: int, lines: Sequence[str], like: int | None) -> None:
        document, live = self._file.document, self._file.live
        block = live.block(document.paragraph_at(offset))
        model = None if like is None else live.block(like)
        if block is None:
            return
        last = _end_of(block)
        look = last if model is None or _is_numbered(model) else model.node
        self._changes.put_paragraphs_behind(last, lines, look)


def _rank(stretch: Stretch) -> int:
    """Say how good a place beside characters is: best at text, least in foreign insertions."""
    return can_change(stretch) * _RANKS.get(stretch.piece.kind, 0)


def _end_of(block: Block) -> Node:
    """Give the Word paragraph in which a block ends; those with deleted marks run together."""
    marks = [piece.node for piece in block.pieces if piece.kind == "deleted_mark"]
    return marks[-1] if marks else block.node


def _is_numbered(block: Block) -> bool:
    return any(piece.kind == "label" for piece in block.pieces)
