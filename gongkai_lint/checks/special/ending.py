"""Paragraphs that must not stop, or begin, in the middle."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, any_occurs
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple

_LAID_OUT = frozenset({"application/pdf", "application/ofd"})


class Ending(NamedTuple):
    """Report the last character of each paragraph of prose that stops in the middle.

    Prose matches one of ``prose`` and none of ``unless``, stands in no table and in none of
    ``elements``; it stops in the middle where its last character matches one of ``open``. Where the
    next paragraph does not begin anew (with an element, or a match of ``begins``) the source may
    cut its lines: more than ``cuts`` of these are no findings. Nor is any where a third of all
    prose stops so, or where the source is laid out in lines. With ``heads`` the first character of
    a paragraph that begins with a match of one is reported instead, unless the one before it stops
    in the middle.
    """

    open: tuple[Pattern, ...]
    prose: tuple[Pattern, ...] = ()
    cuts: int = 0
    begins: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    elements: tuple[ElementKind, ...] = ()
    heads: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the ends, or the beginnings, of the paragraphs in the middle of a sentence."""
        document = view.document
        if self.heads:
            yield from self._beheaded(view)
        if self.heads or document.source.media_type in _LAID_OUT:
            return
        stopped = list(self._prose(view, stopped=True))
        if not stopped:
            return
        fresh = {document.paragraph_at(element.span.start) for element in document.elements}
        prose = list(self._prose(view))
        cut = {line for line in stopped if not self._is_followed_anew(document, line, fresh)}
        if len(stopped) > max(self.cuts, len(prose) // 3):
            return
        for line in stopped:
            if line not in cut or len(cut) <= self.cuts:
                yield Match(Span(line.end - 1, line.end))

    def _beheaded(self, view: View) -> Iterator[Match]:
        """Yield the first characters of paragraphs that cannot begin so."""
        before = ""
        scopes = SortedSpans(view.spans)
        for index, paragraph in enumerate(view.document.source.paragraphs):
            words = paragraph.text.strip()
            if words and any(head.begins(words) for head in self.heads):
                line = _stripped(view.document, index)
                held = any(scope.covers(line) for scope in scopes.touching(line))
                if held and not (before and self._stops(before)):
                    yield Match(Span(line.start, line.start + 1))
            before = words or before

    def _stops(self, words: str) -> bool:
        return any_occurs(self.open, words[-1:])

    def _prose(self, view: View, *, stopped: bool = False) -> Iterator[Span]:
        """Yield the paragraphs of prose, or those that stop, without the spaces around them."""
        document = view.document
        kept_out = SortedSpans(e.span for kind in self.elements for e in document.of(kind))
        scopes = SortedSpans(view.spans)
        for index, paragraph in enumerate(document.source.paragraphs):
            words = paragraph.text.strip()
            if (
                paragraph.place.kind != "body"
                or document.goes_on(index)
                or (stopped and not self._stops(words))
                or not any_occurs(self.prose, words)
                or any_occurs(self.unless, words)
            ):
                continue
            line = _stripped(document, index)
            if any(scope.covers(line) for scope in scopes.touching(line)) and not any(
                span.covers(line) for span in kept_out.touching(line)
            ):
                yield line

    def _is_followed_anew(self, document: Document, line: Span, fresh: set[int]) -> bool:
        """Say whether what follows begins something of its own, or nothing follows."""
        for index in range(document.paragraph_at(line.start) + 1, len(document.starts)):
            following = document.paragraph_span(index)
            if document.words(following).strip():
                return index in fresh or any_occurs(self.begins, document.words(following))
        return True


def _stripped(document: Document, index: int) -> Span:
    """Give a paragraph without the spaces around it."""
    line, words = document.paragraph_span(index), document.source.paragraphs[index].text
    return Span(line.end - len(words.lstrip()), line.start + len(words.rstrip()))


KIND = Kind(Ending, "段落的开头和结尾")
