"""Brackets and quotation marks that must come in pairs."""

import re
from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled


class Pairs(NamedTuple):
    """Report each bracket or quotation mark that has no partner.

    Each of ``kinds`` names the openers of a kind, then as many closers: ``（(）)``. A partner
    stands in the same paragraph or up to ``paragraphs`` further on. With ``reopens`` a paragraph
    that begins with an opener continues the quotation of the one before. A closer at the end of a
    match of ``alone`` needs no opener.
    """

    kinds: tuple[str, ...]
    paragraphs: int = 0
    reopens: bool = False
    alone: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the marks without partner."""
        for kind in self.kinds:
            half = len(kind) // 2
            if _are_left(view, kind[:half], kind[half:]):
                yield from self._of_kind(view, kind[:half], kind[half:])

    def _of_kind(self, view: View, openers: str, closers: str) -> Iterator[Match]:
        text, document = view.document.text, view.document
        waiting: list[int] = []
        for line, marks in _marked_lines(view, openers + closers):
            reopened = self.reopens and text[line.start : line.end].lstrip().startswith(openers[0])
            if (
                reopened
                and waiting
                and document.paragraph_at(waiting[-1]) + 1 == (document.paragraph_at(line.start))
            ):
                waiting.pop()
            for at in self._left_over(text, line, marks, openers):
                if text[at] in openers:
                    waiting.append(at)
                elif waiting and self._is_near(view, waiting[-1], at):
                    waiting.pop()
                else:
                    yield Match(Span(at, at + 1), (("partner", openers[0]),))
        for at in waiting:
            yield Match(Span(at, at + 1), (("partner", closers[0]),))

    def _is_near(self, view: View, opener: int, closer: int) -> bool:
        first, last = (view.document.paragraph_at(at) for at in (opener, closer))
        return last - first <= self.paragraphs

    def _left_over(self, text: str, line: Span, marks: list[int], openers: str) -> list[int]:
        """Give the places of the marks without partner in their paragraph."""
        opened: list[int] = []
        left: list[int] = []
        for at in marks:
            if text[at] in openers:
                opened.append(at)
            elif opened:
                opened.pop()
            else:
                left.append(at)
        alone = self._alone(text, line) if left else set()
        return sorted({*left, *opened} - alone)

    def _alone(self, text: str, line: Span) -> set[int]:
        """Give the places of the closers that need no opener, as in ``1）``."""
        return {
            found.end() + offset - 1
            for pattern in self.alone
            for offset, found in pattern.finditer(text, line)
        }


def _are_left(view: View, openers: str, closers: str) -> bool:
    """Say whether there are marks but for the plain pairs of a line, which are nearly all."""
    if not any(map(view.document.text.__contains__, openers + closers)):
        return False
    first, last = re.escape(openers), re.escape(closers)
    pair = compiled(f"[{first}][^{first}{last}\\n]*[{last}]")
    rest = [pair.sub("", view.document.text[start:end]) for start, end in view.spans]
    return any(mark in words for words in rest for mark in openers + closers)


def _marked_lines(view: View, marks: str) -> Iterator[tuple[Span, list[int]]]:
    """Yield the lines that hold one of the marks, with the places of these."""
    text = view.document.text
    for scope in view.spans:
        line, places = Span(scope.start, scope.start), list[int]()
        for found in compiled(f"[{re.escape(marks)}]").finditer(text, *scope):
            at = found.start()
            if at >= line.end:
                if places:
                    yield line, places
                line, places = _line_at(text, at, scope), []
            places.append(at)
        if places:
            yield line, places


def _line_at(text: str, at: int, scope: Span) -> Span:
    start = max(text.rfind("\n", 0, at) + 1, scope.start)
    end = text.find("\n", at, scope.end)
    return Span(start, scope.end if end < 0 else end)


KIND = Kind(Pairs, "成对的括号和引号", words=("partner",))
