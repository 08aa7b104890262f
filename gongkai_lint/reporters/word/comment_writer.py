"""Comments on their way into a Word file: each with its marks around its characters."""

from collections.abc import Iterable

from gongkai_lint.reporters.word.comment_places import Target
from gongkai_lint.reporters.word.original import Original
from gongkai_lint.wordml.comments import Comments, Signature
from gongkai_lint.wordml.cuts import Cuts
from gongkai_lint.wordml.live import MAIN
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.part import Part
from gongkai_lint.wordml.splice import Order


class CommentWriter:
    """Writes comments into the part that holds them, and their marks into the main part."""

    def __init__(self, comments: Comments, part: Part, cuts: Cuts) -> None:
        """Take the comments that the file has, the main part, and what cuts its runs."""
        self.part = part
        self.cuts = cuts
        self._comments = comments

    @classmethod
    def opened(cls, file: Original) -> "CommentWriter":
        """Open the main part and the comments of a file."""
        comments = Comments(file.package, file.main, file.w)
        part = file.part(MAIN, comments.root)
        return cls(comments, part, Cuts(part))

    def written(self) -> dict[str, bytes]:
        """Write the runs that were cut, and give the parts that changed by name."""
        self.cuts.finish()
        return {self.part.name: self.part.splice.written(), **self.parts()}

    def parts(self) -> dict[str, bytes]:
        """Give the parts beside the main one that changed, by name."""
        return self._comments.parts()

    def add(self, target: Target, lines: Iterable[str], signature: Signature) -> None:
        """Add a comment."""
        number = self.part.ids.next()
        self._comments.add(number, lines, signature)
        first, last = target.first, target.last
        if first is None or last is None:
            self._mark_whole(number, target.paragraph)
            return
        if first.piece.kind == "label":
            start = self._beginning(target.paragraph)
        else:
            start = self.cuts.before(first.piece.node, first.start).at
        self.part.splice.put(start, Order.START, self._mark("commentRangeStart", number))
        self._end(number, last.piece.node, last.end)

    def _end(self, number: str, node: Node, offset: int) -> None:
        spot = self.cuts.behind(node, offset)
        outer = self.cuts.outermost(spot.element)
        behind = spot.at if outer is spot.element else self.part.extent(outer).end
        self.part.splice.put(spot.at, Order.END, self._mark("commentRangeEnd", number))
        reference = self._comments.reference(number, self.part.markup)
        self.part.splice.put(behind, Order.REFERENCE, reference)

    def _mark_whole(self, number: str, paragraph: Node) -> None:
        splice = self.part.splice
        start, end = self._beginning(paragraph), splice.inside(self.part.extent(paragraph))
        begun, ended = (self._mark(f"commentRange{which}", number) for which in ("Start", "End"))
        ended += self._comments.reference(number, self.part.markup)
        if start == end:  # nothing stands between, and ends come before starts
            splice.put(end, Order.END, begun + ended)
            return
        splice.put(start, Order.START, begun)
        splice.put(end, Order.END, ended)

    def _beginning(self, paragraph: Node) -> int:
        """Give the place at the start of a paragraph, behind its properties."""
        properties = paragraph.find(self.part.w["pPr"])
        if properties is not None:
            return self.part.extent(properties).end
        return self.part.splice.inside(self.part.extent(paragraph), first=True)

    def _mark(self, kind: str, number: str) -> bytes:
        return self.part.markup.empty(kind, id=number)
