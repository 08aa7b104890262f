"""Comments on their way into a Word file: collected first, then set between its characters."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from gongkai_lint.reporters.word.comment_places import Target
from gongkai_lint.reporters.word.original import Original
from gongkai_lint.wordml.comments import Comments, Signature
from gongkai_lint.wordml.cuts import Cutter
from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.package import Node


@dataclass(slots=True)
class _Marks:
    """The comments that end and that begin between two characters of a node."""

    ends: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


class CommentWriter:
    """Collects comments by the places of their ends, then cuts there and sets the marks."""

    def __init__(self, file: Original, signature: Signature) -> None:
        """Open the comments that the file has, or a part for new ones."""
        self._file = file
        self._signature = signature
        self._comments = Comments(file.package, file.main, file.w)
        self.ids = Ids((file.root, self._comments.root))
        self.cutter = Cutter(file.w, self.ids)
        self._places: defaultdict[tuple[Node, int], _Marks] = defaultdict(_Marks)
        self._whole: list[tuple[str, Node]] = []
        self._from_start: list[tuple[str, Node]] = []

    def add(self, target: Target, lines: Iterable[str]) -> None:
        """Add a comment and remember where it stands."""
        number = self.ids.next()
        self._comments.add(number, lines, self._signature)
        self._place(number, target)

    def parts(self) -> dict[str, bytes]:
        """Give the parts beside the main text that changed."""
        return self._comments.parts()

    def mark(self) -> None:
        """Set every mark."""
        self.cutter.cut(self._places)
        for (node, offset), marks in self._places.items():
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
            begun = self.cutter.starting(node, offset)
            for number in marks.starts:
                begun.addprevious(self._mark("commentRangeStart", number))
        if marks.ends:
            ended = self.cutter.ending(node, offset)
            for number in marks.ends:
                reference = self._comments.reference(number, self._file.w)
                self.cutter.outermost(ended).addnext(reference)
                ended.addnext(self._mark("commentRangeEnd", number))

    def _begin(self, number: str, paragraph: Node) -> None:
        properties = paragraph.find(self._file.w["pPr"])
        start = self._mark("commentRangeStart", number)
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, start)

    def _mark(self, kind: str, number: str) -> Node:
        w = self._file.w
        return self._file.root.makeelement(w[kind], {w["id"]: number})
