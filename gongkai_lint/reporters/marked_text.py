"""A document's text as HTML with a mark on the exact characters of each finding."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITIES, Finding, Severity
from gongkai_lint.model.source import SourceTable
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.markup import shown, tag
from gongkai_lint.reporters.words import PLACES

_LINES = frozenset(
    {
        "letterhead",
        "document_number",
        "title",
        "issued_text_title",
        "addressee",
        "addressee_line",
        "issuing_authority",
        "date_of_issue",
        "imprint",
        "copy_recipients",
        "printing_authority",
        "printing_date",
    }
)
_SENTENCE_ENDS = ("。", "；")
_INDENTED = ("\u3000", " ", "\t")


class _Mark(NamedTuple):
    """The part of a finding that lies in one paragraph, and whether it begins or ends there."""

    span: Span
    number: int
    severity: Severity
    first: bool
    last: bool


class MarkedText:
    """The text of one document; ``key`` tells its anchors from those of other documents."""

    def __init__(self, document: Document, findings: Sequence[Finding], key: str) -> None:
        """Sort the findings' marks by paragraph."""
        self._document = document
        self._key = key
        self._marks: dict[int, list[_Mark]] = {}
        for number, finding in enumerate(findings, start=1):
            self._put(finding, number)
        self._headings = {e.span: e.level for e in document.of("heading")}

    def _put(self, finding: Finding, number: int) -> None:
        start, end = finding.span
        first = self._document.paragraph_at(start)
        last = self._document.paragraph_at(max(start, end - 1))
        for index in range(first, last + 1):
            place = self._document.paragraph_span(index)
            left = min(max(start, place.start), place.end)
            inside = Span(left, max(left, min(end, place.end)))
            mark = _Mark(inside, number, finding.severity, index == first, index == last)
            self._marks.setdefault(index, []).append(mark)

    def blocks(self) -> Iterator[str]:
        """Yield every paragraph once, those of a table together, in reading order."""
        tables = {
            index: table
            for table in self._document.source.tables
            for cell in table.cells
            for index in cell.paragraphs
        }
        seen: set[int] = set()
        for index in range(len(self._document.source.paragraphs)):
            table = tables.get(index)
            if table is None:
                yield self._paragraph(index)
            elif table.number not in seen:
                seen.add(table.number)
                yield self._table(table)

    def _table(self, table: SourceTable) -> str:
        rows: dict[int, list[str]] = {
            row: [] for row in range(1, 1 + max(cell.row for cell in table.cells))
        }
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            inside = "".join(self._paragraph(index) for index in cell.paragraphs)
            rows[cell.row].append(
                tag(
                    "td",
                    inside,
                    rowspan=cell.rows if cell.rows > 1 else None,
                    colspan=cell.columns if cell.columns > 1 else None,
                )
            )
        body = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in rows.values())
        return f'<div class="grid"><table>{body}</table></div>\n'

    def _paragraph(self, index: int) -> str:
        """Give a paragraph in the shape of the element that it is."""
        paragraph = self._document.source.paragraphs[index]
        span = self._document.paragraph_span(index)
        kinds = [self._shape(span), PLACES.get(paragraph.place.kind) and "aside"]
        if not self._document.written(span).strip() and index not in self._marks:
            kinds = ["void"]
        elif paragraph.text.startswith(_INDENTED):
            kinds.append("as-is")
        return (
            tag(
                "p",
                "".join(self._pieces(index, span)),
                id=f"{self._key}p{index + 1}",
                class_=" ".join(kind for kind in kinds if kind) or None,
                data_n=index + 1,
                data_place=PLACES.get(paragraph.place.kind),
            )
            + "\n"
        )

    def _shape(self, paragraph: Span) -> str | None:
        text = self._document.words(paragraph)
        start = paragraph.end - len(text.lstrip())
        inner = Span(start, max(start, paragraph.start + len(text.rstrip())))
        level = self._headings.get(inner)
        if level and not text.rstrip().endswith(_SENTENCE_ENDS):
            return f"level-{level}"
        kind = self._document.part_at(inner) if text.strip() else ""
        return kind if kind in _LINES else None

    def _pieces(self, index: int, paragraph: Span) -> Iterator[str]:
        """Cut the paragraph wherever a mark begins or ends."""
        opening: dict[int, list[_Mark]] = {}
        closing: dict[int, list[_Mark]] = {}
        for mark in self._marks.get(index, ()):
            opening.setdefault(mark.span.start, []).append(mark)
            closing.setdefault(mark.span.end, []).append(mark)
        at = paragraph.start
        over: dict[int, _Mark] = {}
        for cut in sorted({*paragraph, *opening, *closing}):
            text = shown(self._document.written(Span(at, cut)))
            yield self._link(text, list(over.values()), "m") if over else text
            for mark in closing.get(cut, ()):
                if over.pop(mark.number, None):
                    yield from self._closed(mark)
            for mark in opening.get(cut, ()):
                yield from self._opened(mark)
                if mark.span.end > cut:
                    over[mark.number] = mark
                else:
                    yield from self._closed(mark)
            at = cut

    def _opened(self, mark: _Mark) -> Iterator[str]:
        if mark.first:
            yield tag("span", "", id=f"{self._key}t{mark.number}")
        if mark.first and mark.last and mark.span.start == mark.span.end:
            yield self._link("", [mark], "m gap")

    def _closed(self, mark: _Mark) -> Iterator[str]:
        if mark.last:
            yield self._link(str(mark.number), [mark], "no")

    def _link(self, text: str, marks: list[_Mark], kind: str) -> str:
        worst = min(marks, key=lambda mark: SEVERITIES.index(mark.severity))
        numbers = " ".join(str(mark.number) for mark in marks)
        return tag(
            "a",
            text,
            class_=f"{kind} {worst.severity}",
            href=f"#{self._key}c{worst.number}",
            data_n=numbers,
        )
