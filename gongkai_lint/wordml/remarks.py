"""The comments of a Word file, each with the characters that it is anchored on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai_lint.model.source import Remark
from gongkai_lint.model.span import Span
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import Names, names_of

Comments = list[tuple[str, str]]


def comment_words(part: Node) -> Comments:
    """Give the id of each comment with its words, one line a paragraph."""
    w = names_of(part)
    return [
        (comment.get(w["id"], ""), _words(comment, w)) for comment in part.children(w["comment"])
    ]


def _words(comment: Node, w: Names) -> str:
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(w["t"]))
        for paragraph in comment.iter(w["p"])
    )


def find_remarks(
    root: Node, comments: Comments, places: Mapping[Node, Span], w: Names
) -> list[Remark]:
    """Give the comments in reading order; ``places`` tells where each node's characters stand.

    A comment that spans no characters stands where it is referred to.
    """
    search = _Search(places, w)
    for node in root.iter():
        search.meet(node)
    known = ((search.spans.get(key), words) for key, words in comments)
    found = [Remark(words, span or Span(0, 0), "comment") for span, words in known]
    return sorted(found, key=lambda remark: remark.span)


@dataclass(slots=True)
class _Search:
    places: Mapping[Node, Span]
    w: Names
    spans: dict[str, Span] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    before: int | None = None

    def meet(self, node: Node) -> None:
        """Take note of the next node in the order of the file."""
        tag, w = node.tag, self.w
        if tag == w["p"]:
            self.before = None
        elif tag == w["commentRangeStart"]:
            self.opened.add(node.get(w["id"], ""))
        elif tag == w["commentRangeEnd"]:
            self.opened.discard(node.get(w["id"], ""))
        elif tag == w["commentReference"]:
            self._refer(node.get(w["id"], ""))
        elif (span := self.places.get(node)) is not None and span.start < span.end:
            self._read(span)

    def _read(self, span: Span) -> None:
        for key in self.opened:
            start = self.spans[key].start if key in self.spans else span.start
            self.spans[key] = Span(start, span.end)
        for key in self.waiting:
            self.spans[key] = Span(span.start, span.start)
        self.waiting.clear()
        self.before = span.end

    def _refer(self, key: str) -> None:
        if key in self.spans:
            return
        if self.before is None:
            self.waiting.append(key)
        else:
            self.spans[key] = Span(self.before, self.before)
