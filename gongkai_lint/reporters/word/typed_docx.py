"""A text typed anew as a Word file, set as the national standard sets a 公文.

For drafts that are Word files in name only (web pages, old XML): what they say is kept, line by
line and cell by cell; how it looked is not. GB/T 9704-2012, chapter 7, tells how it is set.
"""

import io
from collections.abc import Iterator
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gongkai_lint.model.document import Document
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.source import SourceCell, SourceTable
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.workbook import legal

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # the same text gives the same bytes
_LARGE, _USUAL, _NUMBER = 44, 32, 28  # half points: 二号, 三号, 四号
_PITCH = 560  # twentieths of a point: 28 points, 22 lines a page
_INDENT = 'w:firstLineChars="200" w:firstLine="640"'
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SECTION = (  # A4; 37, 26, 35 and 28 millimetres; the footer seven under the text
    '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
    'w:left="1588" w:header="851" w:footer="1587" w:gutter="0"/></w:sectPr>'
)


class _Manner(NamedTuple):
    """How a paragraph is set: its font and size, where it stands, its colour."""

    font: str = "仿宋_GB2312"
    size: int = _USUAL
    where: str = ""
    indent: bool = False
    colour: str = ""


_TEXT = _Manner(indent=True)
_FLAT = _Manner()
_MANNERS: tuple[tuple[ElementKind, _Manner], ...] = (
    ("letterhead", _Manner("方正小标宋简体", 60, "center", colour="FF0000")),
    ("document_number", _Manner(where="center")),
    ("title", _Manner("方正小标宋简体", _LARGE, "center")),
    ("issued_text_title", _Manner("方正小标宋简体", _LARGE, "center")),
    ("addressee_line", _FLAT),
    ("issuing_authority", _Manner(where="right")),
    ("date_of_issue", _Manner(where="right")),
    ("imprint", _Manner(size=_NUMBER)),
)
_HEADINGS = {1: "黑体", 2: "楷体_GB2312"}


def typed_docx(document: Document) -> bytes:
    """Give a Word file that says what a document says; its tables are tables."""
    footer = _paragraph(
        _run("— ", _Manner("宋体", _NUMBER))
        + f'<w:fldSimple w:instr="PAGE">{_run("1", _Manner("宋体", _NUMBER))}</w:fldSimple>'
        + _run(" —", _Manner("宋体", _NUMBER)),
        _Manner(where="center"),
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"><w:body>'
        f"{''.join(_blocks(document))}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relation("footer", "footer1.xml"),
        "word/footer1.xml": f'<w:ftr xmlns:w="{_MAIN}">{footer}</w:ftr>',
    }
    made = io.BytesIO()
    with ZipFile(made, "w") as package:
        for name, text in parts.items():
            package.writestr(ZipInfo(name, _ALWAYS), _XML + text, ZIP_DEFLATED)
    return made.getvalue()


def _content_types() -> str:
    parts = (("document", "document.main"), ("footer1", "footer"))
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _blocks(document: Document) -> Iterator[str]:
    """Yield paragraphs and tables in reading order."""
    tables = {cell: table for table in document.source.tables for cell in _held(table)}
    done: set[int] = set()
    for index, paragraph in enumerate(document.source.paragraphs):
        table = tables.get(index)
        if table is None:
            if paragraph.text.strip():
                yield _line(document, index)
        elif table.number not in done:
            done.add(table.number)
            yield _table(document, table)


def _held(table: SourceTable) -> Iterator[int]:
    return (index for cell in table.cells for index in cell.paragraphs)


def _line(document: Document, index: int) -> str:
    span = document.paragraph_span(index)
    words = document.words(span).strip()
    for kind, manner in _MANNERS:
        if any(element.span.overlaps(span) for element in document.of(kind)):
            return _paragraph(_run(words, manner), manner)
    start = document.text.index(words, span.start)
    runs = "".join(_runs(document, Span(start, start + len(words))))
    return _paragraph(runs, _TEXT)


def _runs(document: Document, line: Span) -> Iterator[str]:
    """Yield the heading that opens a line in its font, and the rest in that of the text."""
    at = line.start
    for heading in document.of("heading"):
        if heading.span.start == line.start and line.covers(heading.span):
            at = heading.span.end
            font = _HEADINGS.get(heading.level or 0, _TEXT.font)
            yield _run(document.text[line.start : at], _TEXT._replace(font=font))
            break
    if at < line.end:
        yield _run(document.text[at : line.end], _TEXT)


def _table(document: Document, table: SourceTable) -> str:
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in _EDGES)
    columns = max(cell.column + cell.columns - 1 for cell in table.cells)
    rows = max(cell.row + cell.rows - 1 for cell in table.cells)
    grid = f"<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>"
    inside = "".join(
        f"<w:tr>{''.join(_cells(document, table, row, columns))}</w:tr>"
        for row in range(1, rows + 1)
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{grid}{inside}</w:tbl>"


def _cells(document: Document, table: SourceTable, row: int, columns: int) -> Iterator[str]:
    """Yield the cells of a row; where a cell from above reaches down, its continuation."""
    here = {cell.column: cell for cell in table.cells if cell.row <= row < cell.row + cell.rows}
    column = 1
    while column <= columns:
        cell = here.get(column)
        yield _cell(document, cell, row)
        column += cell.columns if cell else 1


def _cell(document: Document, cell: SourceCell | None, row: int) -> str:
    if cell is None:
        return "<w:tc><w:tcPr/><w:p/></w:tc>"
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    starts = cell.row == row
    merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if starts else "<w:vMerge/>"
    manner = _Manner(size=_NUMBER)
    lines = (document.words(document.paragraph_span(i)).strip() for i in cell.paragraphs)
    inside = "".join(_paragraph(_run(words, manner), manner) for words in lines if starts)
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inside or '<w:p/>'}</w:tc>"


def _paragraph(inside: str, manner: _Manner) -> str:
    pitch = f'<w:spacing w:line="{_PITCH}" w:lineRule="exact"/>' if manner.size <= _LARGE else ""
    indent = f"<w:ind {_INDENT}/>" if manner.indent else ""
    where = f'<w:jc w:val="{manner.where}"/>' if manner.where else ""
    return f"<w:p><w:pPr>{pitch}{indent}{where}</w:pPr>{inside}</w:p>"


def _run(words: str, manner: _Manner) -> str:
    latin = "宋体" if manner.font == "宋体" else "Times New Roman"
    colour = f'<w:color w:val="{manner.colour}"/>' if manner.colour else ""
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="{latin}" w:eastAsia="{manner.font}" w:hAnsi="{latin}"/>'
        f'{colour}<w:sz w:val="{manner.size}"/><w:szCs w:val="{manner.size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(legal(words))}</w:t></w:r>'
    )
