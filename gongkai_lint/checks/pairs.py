"""Brackets and quotation marks that must come in pairs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
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
            yield from self._of_kind(view, kind[:half], kind[half:])

    def _of_kind(self, view: View, openers: str, closers: str) -> Iterator[Match]:
        text, document = view.document.text, view.document
        waiting: list[int] = []
        for line in (line for scope in view.spans for line in _lines(text, scope)):
            reopened = self.reopens and text[line.start : line.end].lstrip().startswith(openers[0])
            if (
                reopened
                and waiting
                and document.paragraph_at(waiting[-1]) + 1 == (document.paragraph_at(line.start))
            ):
                waiting.pop()
            for at in self._left_over(text, line, openers, closers):
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

    def _left_over(self, text: str, line: Span, openers: str, closers: str) -> list[int]:
        """Give the places of the marks without partner in their paragraph."""
        opened: list[int] = []
        left: list[int] = []
        for found in compiled(f"[{re.escape(openers + closers)}]").finditer(text, *line):
            if found[0] in openers:
                opened.append(found.start())
            elif opened:
                opened.pop()
            else:
                left.append(found.start())
        alone = self._alone(text, line) if left else set()
        return sorted({*left, *opened} - alone)

    def _alone(self, text: str, line: Span) -> set[int]:
        """Give the places of the closers that need no opener, as in ``1）``."""
        return {
            found.end() + offset - 1
            for pattern in self.alone
            for offset, found in pattern.finditer(text, line)
        }


def _lines(text: str, scope: Span) -> Iterator[Span]:
    start = scope.start
    while start <= scope.end:
        end = text.find("\n", start, scope.end)
        end = scope.end if end < 0 else end
        yield Span(start, end)
        start = end + 1
