"""A processing sheet (发文稿纸) that is a file of its own: the fields in its lines and cells."""

from collections.abc import Iterator
from itertools import groupby

from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.source import METADATA
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Cell
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.disclosure import main_label
from gongkai_lint.structure.frame.sheet import is_key, sheet_field
from gongkai_lint.structure.script import fold

_ENTRY = compiled(
    r"(?:^|[ \t\u3000]{2,}|\t)(?P<key>[\u3400-\u9fff（）()/、]{2,16})[：:][ \t\u3000]*"
    r"(?P<value>.*?)[ \t\u3000]*(?=$|[ \t\u3000]{2,}[\u3400-\u9fff（）()/、]{2,16}[：:])"
)

_HEADED = compiled(r"\s*(?P<key>[\u3400-\u9fff（）()/、]{2,16})[：:][ \t\u3000]*\n")


def read_sheet(document: Document) -> Document:
    """Give the document with the fields of the sheet, and nothing else that a 公文 has."""
    properties = [e for e in document.elements if e.where == "sheet" and _above(document, e.span)]
    found = [*properties, *_from_tables(document), *_from_lines(document)]
    kept = (element for element in document.elements if element.kind == "furniture")
    elements = tuple(sorted([*kept, *found], key=lambda element: element.span))
    label = main_label(elements)
    return document._replace(elements=elements, disclosure=label, document_type=None)


def _above(document: Document, span: Span) -> bool:
    return document.paragraph(span.start).place.kind in METADATA


def _from_tables(document: Document) -> Iterator[Element]:
    for table in document.tables:
        above: dict[int, str] = {}
        for _, cells in groupby(table.cells, key=lambda cell: cell.row):
            row = sorted(cells, key=lambda cell: cell.column)
            names = {cell.column: _name(document, cell) for cell in row}
            if len(row) > 1 and all(names.values()):
                above = names  # the values stand in the next row
                continue
            if above:
                for cell in row:
                    if above.get(cell.column):
                        place = _trimmed(document, cell.span)
                        yield from sheet_field(above[cell.column], place, document.text)
            else:
                yield from _row(document, row)
            above = {}


def _name(document: Document, cell: Cell) -> str:
    words = fold(document.words(cell.span))
    return words.rstrip("：") if is_key(words) else ""


def _row(document: Document, row: list[Cell]) -> Iterator[Element]:
    """Yield the fields of a row: a cell with a name, then one with its value, or both in one."""
    paired = all(_name(document, cell) for cell in row[::2])
    key = ""
    for cell in row:
        span, name = cell.span, _name(document, cell)
        own = [] if name else list(_entries(document, span))
        if key and own:
            yield from sheet_field(key, Span(span.start, span.start), document.text)
        elif key and (paired or not name):
            yield from sheet_field(key, _trimmed(document, span), document.text)
            key = ""
            continue
        elif key:
            yield from sheet_field(key, Span(span.start, span.start), document.text)
        yield from own
        key = name
    if key:
        yield from sheet_field(key, Span(row[-1].span.end, row[-1].span.end), document.text)


def _trimmed(document: Document, span: Span) -> Span:
    words = document.words(span)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, max(span.start + lead, span.start + len(words.rstrip())))


def _from_lines(document: Document) -> Iterator[Element]:
    tables = [table.span for table in document.tables]
    for index, paragraph in enumerate(document.source.paragraphs):
        span = document.paragraph_span(index)
        if paragraph.place.kind not in METADATA and not any(t.overlaps(span) for t in tables):
            yield from _entries(document, span)


def _entries(document: Document, span: Span) -> Iterator[Element]:
    words = document.words(span)
    headed = _HEADED.match(words)
    if headed and is_key(fold(headed["key"])):
        place = _trimmed(document, Span(span.start + headed.end(), span.end))
        yield from sheet_field(fold(headed["key"]), place, document.text)
        return
    for entry in _ENTRY.finditer(words):
        place = Span(*entry.span("value")).shifted(span.start)
        yield from sheet_field(fold(entry["key"]), place, document.text)
