"""A 公文 from a text: each line is set by what is recognized in it."""

import io
import math
import re
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from gongkai_lint.model.document import Document
from gongkai_lint.readers.text import read_text
from gongkai_lint.structure.recognize import recognize
from tests.press.forms import (
    BODY,
    HEADINGS,
    TITLE,
    define_styles,
    indent,
    line,
    rule,
    set_face,
    set_page,
)
from tests.press.make import STANDARD, THREE, Face, Make

SMALL = Face("仿宋_GB2312", 14)
CELL = Face("仿宋_GB2312", 12)
KINDS = (
    "letterhead",
    "document_number",
    "title",
    "addressee",
    "attachment_note",
    "issuing_authority",
    "date_of_issue",
    "note",
    "imprint",
    "issued_text_title",
    "attachment",
)
BLANK = {
    "document_number": 2,
    "title": 2,
    "addressee": 1,
    "attachment_note": 1,
    "issuing_authority": 1,
    "issued_text_title": 1,
}
TYPE_AREA, FOOT = Mm(156), Mm(297 - 35)
LEAD = 24  # the line pitch of the imprint
_LONGEST = 24  # of a heading that is run in


def press(text: str, make: Make = STANDARD) -> bytes:
    """Give a text as a Word file."""
    file = docx.Document()
    define_styles(file, make)
    set_page(file, make)
    Sheet(file, recognize(read_text(text.encode(), markdown=False))).fill()
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


class Sheet:
    """Writes a document's lines in order; those of a table and of the imprint together."""

    def __init__(self, file: WordFile, document: Document) -> None:
        self.file = file
        self.document = document
        self.above = ""

    def fill(self) -> None:
        """Write everything."""
        rows: list[list[str]] = []
        imprint: list[str] = []
        for index, paragraph in enumerate(self.document.source.paragraphs):
            kind = self._kind(index)
            if "|" in paragraph.text:
                rows.append([cell.strip() for cell in paragraph.text.split("|")])
            elif kind == "imprint":
                imprint.append(paragraph.text)
            elif paragraph.text:
                self._line(paragraph.text, kind, index)
        if rows:
            _table(self.file, rows)
        _imprint(self.file, imprint)

    def _kind(self, index: int) -> str:
        """Say what a line is: the first of the kinds that begin with it or hold it."""
        start = self.document.starts[index]
        kinds = {e.kind for e in self.document.elements if e.span.start <= start < e.span.end}
        return next((kind for kind in KINDS if kind in kinds), "body")

    def _line(self, words: str, kind: str, index: int) -> None:
        if kind == "attachment":
            kind = "marker" if words.startswith("附件") else "issued_text_title"
        changes = kind != self.above
        begins_page = changes and (kind == "marker" or self._opens_text(kind))
        signs = changes and kind == "issuing_authority"
        if signs:
            self.file.paragraphs[-1].paragraph_format.keep_with_next = True
        for _ in range(self._blanks(kind) if changes and not begins_page else 0):
            self.file.add_paragraph().paragraph_format.keep_with_next = signs or None
        titled = kind in {"title", "issued_text_title"}
        paragraph = self.file.add_paragraph(style=TITLE if titled else BODY)
        paragraph.paragraph_format.page_break_before = begins_page or None
        self.above = kind
        if kind in {"body", "attachment_note", "note"}:
            self._prose(paragraph, words, self.document.starts[index])
        else:
            paragraph.add_run(words)
            self._shape(paragraph, kind)

    def _blanks(self, kind: str) -> int:
        return BLANK.get(kind, 1 if self.above == "issued_text_title" else 0)

    def _opens_text(self, kind: str) -> bool:
        return kind == "issued_text_title" and self.above != "marker"

    def _prose(self, paragraph: Paragraph, words: str, start: int) -> None:
        """Write a heading that opens the line in its own face."""
        for heading in self.document.of("heading"):
            title = words[: heading.span.end - start]
            is_item = title.endswith("；") or (title.endswith("。") and len(title) > _LONGEST)
            if heading.span.start == start and heading.level in HEADINGS and not is_item:
                paragraph.add_run(title, style=HEADINGS[heading.level])
                words = words[len(title) :]
        paragraph.add_run(words)

    def _shape(self, paragraph: Paragraph, kind: str) -> None:
        run, form = paragraph.runs[0], paragraph.paragraph_format
        if kind not in {"title", "issued_text_title"}:
            indent(paragraph._p, 0)  # noqa: SLF001 (python-docx knows no indents in characters)
        if kind == "letterhead":
            paragraph.alignment, form.line_spacing, form.space_before = ALIGN.CENTER, Pt(60), Pt(60)
            set_face(run, Face("方正小标宋简体", min(48, 420 // len(run.text))))
            run.font.color.rgb = RGBColor(0xFF, 0, 0)
        elif kind == "document_number":
            paragraph.alignment = ALIGN.CENTER
            rule(paragraph, "bottom", "FF0000", 12)
        elif kind == "marker":
            set_face(run, Face("黑体"))
        elif kind in {"issuing_authority", "date_of_issue"}:
            paragraph.alignment, form.right_indent = ALIGN.RIGHT, Pt(self._from_right(run.text))
            form.keep_with_next = True

    def _from_right(self, words: str) -> float:
        """Stand the date four characters from the right, the signature centred above it."""
        dated = self.document.words(self.document.of("date_of_issue")[0].span)
        return max(THREE, 4 * THREE + (_width(dated) - _width(words)) / 2)


def _width(words: str) -> float:
    """Give the width of a line in points; digits are half as wide."""
    digits = len(re.findall(r"[0-9]", words))
    return THREE * (len(words) - digits / 2)


def _table(file: WordFile, rows: Sequence[Sequence[str]]) -> None:
    table = file.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for number, words in enumerate(rows):
        for cell, text in zip(table.add_row().cells, words, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.alignment = ALIGN.CENTER
            paragraph.paragraph_format.line_spacing = Pt(20)
            set_face(paragraph.add_run(text), CELL._replace(bold=number == 0))


def _imprint(file: WordFile, lines: Sequence[str]) -> None:
    """Write the imprint between rules at the foot of the last page."""
    if not lines:
        return
    file.add_paragraph()
    table = file.add_table(rows=0, cols=1)
    inside = Length(TYPE_AREA - Pt(2 * SMALL.size)).pt
    height = sum(math.ceil(_width(words) * SMALL.size / THREE / inside) for words in lines)
    _draw(table, Length(FOOT - Pt(LEAD * height)))
    for words in lines:
        paragraph = table.add_row().cells[0].paragraphs[0]
        form = paragraph.paragraph_format
        form.line_spacing, form.left_indent = Pt(LEAD), Pt(SMALL.size)
        form.right_indent = Pt(SMALL.size)
        form.tab_stops.add_tab_stop(TYPE_AREA - Pt(2 * SMALL.size), TAB.RIGHT)
        set_face(paragraph.add_run(re.sub(r"\s{2,}", "\t", words)), SMALL)
    table.columns[0].width = TYPE_AREA
    file.add_paragraph().paragraph_format.line_spacing = Pt(1)


def _draw(table: Table, top: Length) -> None:
    """Draw the rules above, between and below, and stand the table on the page from ``top``."""
    borders: Any = OxmlElement("w:tblBorders")
    for edge, eighths in (("top", 8), ("bottom", 8), ("insideH", 6)):
        borders.append(line(edge, "000000", eighths))
    place: Any = OxmlElement("w:tblpPr")
    said = {"vertAnchor": "page", "horzAnchor": "margin", "tblpXSpec": "center"}
    for name, value in (said | {"tblpY": str(round(top.pt * 20))}).items():
        place.set(qn(f"w:{name}"), value)
    properties = table._tbl.tblPr  # noqa: SLF001 (python-docx draws no rules)
    properties.insert_element_before(place, "w:tblW", "w:jc")
    properties.insert_element_before(borders, "w:tblLayout", "w:tblLook")
