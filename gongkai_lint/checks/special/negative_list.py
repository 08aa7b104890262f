"""N10: each item of an openness negative list names its legal basis."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Table
from gongkai_lint.numerals import COUNT
from gongkai_lint.patterns import compiled

_LEVELS = (
    compiled(r"\s*[一二三四五六七八九十]{1,3}、"),
    compiled(r"\s*[（(][一二三四五六七八九十]{1,3}[)）]"),
    compiled(r"\s*[0-9]{1,2}[.．、](?![0-9])"),
    compiled(r"\s*[（(][0-9]{1,2}[)）]"),
)
_BASIS = compiled(
    rf"依据|《[^》]+》|第{COUNT}{{1,8}}条|(?:法律|行政法规)[^。；]{{0,8}}(?:规定|禁止)"
)
_LISTS = compiled(r"不予?公开|不得公开|不宜公开|负面清单|涉及|第三方|不公开")
_MANAGES = compiled(
    r"管理要求|工作要求|保障|附则|说明|组织|实施|监督|本清单|本目录|原则上|总体|工作机制|职责"
)
_EMPTY = compiled(r"[\s/／—\-－无]*")


class Line(NamedTuple):
    """A paragraph of the list: its span, its level (0 for none) and words."""

    span: Span
    level: int
    words: str


class NegativeList(NamedTuple):
    """Yield the items of the list, in text or table, that name no basis."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        document = view.document
        tables = [t for t in document.tables if any(s.covers(t.span) for s in view.spans)]
        lines = list(_lines(view, tables))
        for index, line in enumerate(lines):
            if line.level and _is_item(lines, index) and not _has_basis(lines, index):
                yield Match(line.span)
        for table in tables:
            yield from _empty_cells(document, table)


def _lines(view: View, tables: Sequence[Table]) -> Iterator[Line]:
    document, seen = view.document, set[int]()
    for scope in view.spans:
        for index in range(
            document.paragraph_at(scope.start), document.paragraph_at(scope.end) + 1
        ):
            span = document.paragraph_span(index)
            if index not in seen and not any(table.span.overlaps(span) for table in tables):
                seen.add(index)
                words = document.words(span)
                level = next((n for n, form in enumerate(_LEVELS, 1) if form.match(words)), 0)
                yield Line(_trimmed(span, words, level), level, words)


def _trimmed(span: Span, words: str, level: int) -> Span:
    """Give the words of a paragraph without its ordinal."""
    ordinal = _LEVELS[level - 1].match(words) if level else None
    lead = ordinal.end() if ordinal else 0
    lead += len(words[lead:]) - len(words[lead:].lstrip())
    return Span(span.start + lead, span.start + len(words.rstrip()))


def _parents(lines: Sequence[Line], index: int) -> list[int]:
    """Give the headings above an item, the nearest first."""
    found, level = [], lines[index].level
    for at in range(index - 1, -1, -1):
        if 0 < lines[at].level < level:
            found.append(at)
            level = lines[at].level
    return found


def _is_item(lines: Sequence[Line], index: int) -> bool:
    """Say whether a paragraph is the lowest item under a heading of what is not disclosed."""
    after = next((line for line in lines[index + 1 :] if line.level), None)
    above = [lines[at].words for at in _parents(lines, index)]
    return (
        (after is None or after.level <= lines[index].level)
        and any(_LISTS.search(words) for words in above)
        and not any(_MANAGES.search(words) for words in [*above, lines[index].words])
    )


def _has_basis(lines: Sequence[Line], index: int) -> bool:
    """Look for a basis in the item, what follows it, and its headings with their lead-in."""
    blocks = [index, *_parents(lines, index)]
    return any(_BASIS.search(words) for at in blocks for words in _block(lines, at))


def _block(lines: Sequence[Line], index: int) -> Iterator[str]:
    yield lines[index].words
    for line in lines[index + 1 :]:
        if line.level:
            return
        yield line.words


def _empty_cells(document: Document, table: Table) -> Iterator[Match]:
    last = max(table.header_rows, 1)
    columns = {
        cell.column
        for cell in table.cells
        if cell.row <= last and "依据" in document.words(cell.span)
    }
    for cell in table.cells:
        if (
            cell.column in columns
            and cell.row > last
            and _EMPTY.fullmatch(document.words(cell.span))
        ):
            yield Match(cell.span)


KIND = Kind(NegativeList, "负面清单里没有依据的条目")
