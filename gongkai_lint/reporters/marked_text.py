"""A document's text as HTML with a mark on the exact characters of each finding."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding
from gongkai_lint.model.source import SourceTable
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Table
from gongkai_lint.reporters.marks import Marks
from gongkai_lint.reporters.markup import tag
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
_RULER = "|:- \t"
_INDENTED = ("\u3000", " ", "\t")


class MarkedText:
    """The text of one document; ``key`` tells its anchors from those of other documents."""

    def __init__(self, document: Document, findings: Sequence[Finding], key: str) -> None:
        """Find what is shown as a table, and put the marks."""
        self._document = document
        self._key = key
        self._headings = {e.span: e.level for e in document.of("heading")}
        flat = () if document.source.tables else document.tables
        self._flat = {index: table.number for table in flat for index in self._lines_of(table)}
        self._cells = {index: self._cells_of(index) for index in self._flat}
        self._marks = Marks(document, findings, key, self._cells)

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
            number = tables[index].number if index in tables else self._flat.get(index)
            if number is None:
                yield self._paragraph(index)
            elif number not in seen:
                seen.add(number)
                yield self._table(tables[index]) if index in tables else self._flat_table(number)

    def _lines_of(self, table: Table) -> range:
        first = self._document.paragraph_at(table.span.start)
        return range(first, self._document.paragraph_at(max(table.span)) + 1)

    def _cells_of(self, index: int) -> list[Span]:
        """Give the parts of a line between its upright strokes, without those outside the frame."""
        span = self._document.paragraph_span(index)
        line = self._document.words(span)
        starts = [span.start, *(span.start + at + 1 for at, c in enumerate(line) if c == "|")]
        cells = [
            Span(*pair)
            for pair in zip(starts, [*(s - 1 for s in starts[1:]), span.end], strict=True)
        ]
        first = int(line.lstrip().startswith("|"))
        last = len(cells) - int(line.rstrip().endswith("|"))
        return cells[first:last] or cells

    def _flat_table(self, number: int) -> str:
        rows = [self._flat_row(index) for index, one in self._flat.items() if one == number]
        return f'<div class="grid"><table>{"".join(rows)}</table></div>\n'

    def _flat_row(self, index: int) -> str:
        cells = self._cells[index]
        text = self._document.written(self._document.paragraph_span(index))
        if not text.strip(_RULER) and not any(self._marks.has(cell) for cell in cells):
            return ""
        inside = "".join(tag("td", tag("p", "".join(self._marks.pieces(cell)))) for cell in cells)
        return tag("tr", inside, id=f"{self._key}p{index + 1}") + "\n"

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
        kinds = [self._shape(index), PLACES.get(paragraph.place.kind) and "aside"]
        if not self._document.written(span).strip() and not self._marks.has(span):
            kinds = ["void"]
        elif paragraph.text.startswith(_INDENTED):
            kinds.append("as-is")
        return (
            tag(
                "p",
                "".join(self._marks.pieces(span)),
                id=f"{self._key}p{index + 1}",
                class_=" ".join(kind for kind in kinds if kind) or None,
                data_n=index + 1,
                data_place=PLACES.get(paragraph.place.kind),
            )
            + "\n"
        )

    def _shape(self, index: int) -> str | None:
        """Give the element that fills a paragraph, Markdown's marks and white space apart."""
        paragraph = self._document.paragraph_span(index)
        inner = self._document.source.paragraphs[index].inner
        place = inner.shifted(paragraph.start) if inner else paragraph
        text = self._document.words(place)
        if not text.strip():
            return None
        span = Span(place.end - len(text.lstrip()), place.start + len(text.rstrip()))
        level = self._headings.get(span)
        if level and not text.rstrip().endswith(_SENTENCE_ENDS):
            return f"level-{level}"
        kind = self._document.part_at(span)
        return kind if kind in _LINES else None
