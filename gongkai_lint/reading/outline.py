"""What stands over a paragraph: headings, the lead-in of a list, who answers for an item."""

from bisect import bisect_right
from functools import cached_property

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.organs import ASSIGNS
from gongkai_lint.patterns import compiled

_ITEM = compiled(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）](?!\d)"
    r"|[①-⑳⑴-⒇㈠-㈩]|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十]是|[-—·•●◆])"
)
_OWNED = compiled(
    rf"[〔\[（(【][^〔〕\[\]（）()【】\n]{{0,120}}(?:{ASSIGNS}|责任|落实)"
    r"[^〔〕\[\]（）()【】\n]{0,60}[〕\]）)】]?[。]?\s*$"
)
_OWNER_LINE = compiled(
    r"\s*[（(〔【]?(?:责任|牵头|实施|承办|主办|落实|主责|负责|配合)(?:单位|部门|科室|主体|领导)?[：:]"
)


class Outline:
    """The paragraphs of a document as a list with headings and lead-ins."""

    def __init__(self, document: Document, text: str) -> None:
        """Keep the document; everything is told on first use."""
        self._document = document
        self._text = text
        self._leads: dict[int, int | None] = {}

    def headings(self, paragraph: int) -> tuple[Span, ...]:
        """Give the headings over a paragraph, the lowest last, its own run-in heading too."""
        at = bisect_right(self._heading_lines, paragraph)
        return self._paths[at - 1] if at else ()

    def lead(self, paragraph: int) -> int | None:
        """Give the paragraph whose colon leads in the list that this one is an item of.

        It is the last one above that is no item, where it ends with a colon.
        """
        items: list[int] = []  # from here up to it, or to an item of which it is known
        lead = None
        for index in range(paragraph, -1, -1):
            line = self._lines[index]
            if _ITEM.match(line):
                if index in self._leads:
                    lead = self._leads[index]
                    break
                items.append(index)
            elif not items:
                return None
            elif line.strip() and not _OWNER_LINE.match(line):
                lead = index if line.rstrip().endswith(("：", ":")) else None
                break
        self._leads.update(dict.fromkeys(items, lead))
        return lead

    def is_owned(self, paragraph: int) -> bool:
        """Say whether a bracket or a line behind a paragraph names who answers for it."""
        return paragraph in self._owned

    @cached_property
    def _lines(self) -> list[str]:
        spans = map(self._document.paragraph_span, range(len(self._document.source.paragraphs)))
        return [self._text[span.start : span.end] for span in spans]

    @cached_property
    def _heading_lines(self) -> list[int]:
        return [line for line, _ in self._headings]

    @cached_property
    def _headings(self) -> list[tuple[int, tuple[int, Span]]]:
        found = self._document.of("heading")
        return [(self._document.paragraph_at(e.span.start), (e.level or 1, e.span)) for e in found]

    @cached_property
    def _paths(self) -> list[tuple[Span, ...]]:
        stack: list[tuple[int, Span]] = []
        paths = []
        for _, (level, span) in self._headings:
            stack = [*(above for above in stack if above[0] < level), (level, span)]
            paths.append(tuple(above[1] for above in stack))
        return paths

    @cached_property
    def _owned(self) -> frozenset[int]:
        owned: set[int] = set()
        item = 0
        for index, line in enumerate(self._lines):
            if _OWNER_LINE.match(line):
                owned.add(item)
            elif line.strip():
                item = index
                if _OWNED.search(line):
                    owned.add(index)
        return frozenset(owned)
