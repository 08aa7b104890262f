"""A copy of a Word file with a comment on the exact characters of each finding."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from gongkai_lint.model.finding import Report
from gongkai_lint.reporters.comment_places import Target, target_of
from gongkai_lint.reporters.original import Original, reopened
from gongkai_lint.reporters.remarks import AUTHOR, INITIALS, Remark, lines_of, remarks
from gongkai_lint.wordml.archive import repacked
from gongkai_lint.wordml.comments import Comments, Signature
from gongkai_lint.wordml.cuts import Cutter
from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.package import Node
from gongkai_lint.wordml.parts import serialized
from gongkai_lint.wordml.protection import protections


class Annotated(NamedTuple):
    """The copy, how many comments it got, and what is to be known of it."""

    data: bytes
    comments: int
    notices: tuple[str, ...]


@dataclass(slots=True)
class _Marks:
    """The comments that end and that begin between two characters of a node."""

    ends: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


def annotate(report: Report, data: bytes, when: datetime, *, every: bool = False) -> Annotated:
    """Write a comment on each finding, of each rule at most three unless ``every`` is wanted."""
    file = reopened(report, data)
    comments = Comments(file.package, file.main, file.w)
    writer = _Writer(file, comments)
    shown = remarks(report.findings, every=every)
    for remark in shown:
        writer.add(remark, Signature(AUTHOR, INITIALS, when))
    writer.mark()
    notices = tuple(protections(file.package, file.main))
    if not shown:
        return Annotated(data, 0, notices)
    parts = {file.main: serialized(file.root), **comments.parts()}
    return Annotated(repacked(data, parts), len(shown), notices)


class _Writer:
    """Collects comments by the places of their ends, then sets the marks from the back."""

    def __init__(self, file: Original, comments: Comments) -> None:
        self._file = file
        self._comments = comments
        self._ids = Ids((file.root, comments.root))
        self._cutter = Cutter(file.w, self._ids)
        self._places: defaultdict[tuple[Node, int], _Marks] = defaultdict(_Marks)
        self._whole: list[tuple[str, Node]] = []
        self._from_start: list[tuple[str, Node]] = []

    def add(self, remark: Remark, signature: Signature) -> None:
        """Add a comment and remember where it stands."""
        target = target_of(remark.finding, self._file)
        number = self._ids.next()
        lines = lines_of(remark, self._file.document, target.elsewhere)
        self._comments.add(number, lines, signature)
        self._place(number, target)

    def mark(self) -> None:
        """Set every mark."""
        for (node, offset), marks in sorted(
            self._places.items(), key=lambda item: item[0][1], reverse=True
        ):
            self._set(node, offset, marks)
        for number, paragraph in self._whole:
            self._begin(number, paragraph)
            paragraph.append(self._mark("commentRangeEnd", number))
            paragraph.append(self._comments.reference(number, self._file.w))
        for number, paragraph in self._from_start:
            self._begin(number, paragraph)

    def _place(self, number: str, target: Target) -> None:
        first, last = target.first, target.last
        if first is None or last is None:
            self._whole.append((number, target.paragraph))
            return
        if first.piece.kind == "label":
            self._from_start.append((number, target.paragraph))
        else:
            self._places[first.piece.node, first.start].starts.append(number)
        self._places[last.piece.node, last.end].ends.append(number)

    def _set(self, node: Node, offset: int, marks: _Marks) -> None:
        if marks.starts:
            begun = self._cutter.opening(node, offset)
            for number in marks.starts:
                begun.addprevious(self._mark("commentRangeStart", number))
        if marks.ends:
            ended = self._cutter.closing(node, offset)
            for number in marks.ends:
                reference = self._comments.reference(number, self._file.w)
                self._cutter.outermost(ended).addnext(reference)
                ended.addnext(self._mark("commentRangeEnd", number))

    def _begin(self, number: str, paragraph: Node) -> None:
        properties = paragraph.find(self._file.w["pPr"])
        start = self._mark("commentRangeStart", number)
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)

    def _mark(self, kind: str, number: str) -> Node:
        w = self._file.w
        return self._file.root.makeelement(w[kind], {w["id"]: number})
