"""The forms of a Word file: faces, styles, indents, rules, page and page numbers."""

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tests.press.make import THREE, Face, Make

BODY, TITLE = "公文正文", "公文标题"
HEADINGS = {1: "一级标题字", 2: "二级标题字"}
_FIELD = (
    ("fldChar", "begin"),
    ("instrText", " PAGE "),
    ("fldChar", "separate"),
    ("t", "1"),
    ("fldChar", "end"),
)


def define_styles(file: WordFile, make: Make) -> None:
    """Define the styles of text, title and headings upon the usual one."""
    normal = _paragraph_style(file, "Normal", make.body)
    normal.paragraph_format.line_spacing = Pt(make.pitch)
    normal.paragraph_format.space_after = Pt(0)
    text = _paragraph_style(file, BODY, make.body)
    text.paragraph_format.alignment = ALIGN.JUSTIFY
    indent(text.element, make.indent)
    title = _paragraph_style(file, TITLE, make.title)
    title.paragraph_format.alignment = make.title_alignment
    title.paragraph_format.line_spacing = Pt(36)
    for name, face in zip(HEADINGS.values(), make.headings, strict=True):
        style = file.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(style, CharacterStyle)
        set_face(style, face)


def _paragraph_style(file: WordFile, name: str, face: Face) -> ParagraphStyle:
    known = name in [style.name for style in file.styles]
    style = file.styles[name] if known else file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if not known:
        style.base_style = file.styles["Normal"]
    set_face(style, face)
    return style


def set_face(styled: CharacterStyle | Run, face: Face) -> None:
    """Set Chinese characters in the face, Latin ones in Times New Roman."""
    styled.font.name = "Times New Roman"
    styled.font.size = Pt(face.size)
    styled.font.bold = face.bold or None
    fonts: Any = styled.element.rPr
    fonts.rFonts.set(qn("w:eastAsia"), face.font)


def indent(element: Any, characters: int, sides: int = 0) -> None:
    """Set the first line, and both sides, in by a number of characters."""
    node = element.get_or_add_pPr().get_or_add_ind()
    node.set(qn("w:firstLineChars"), str(100 * characters))
    node.set(qn("w:firstLine"), str(20 * THREE * characters))
    for side in ("left", "right") if sides else ():
        node.set(qn(f"w:{side}Chars"), str(100 * sides))
        node.set(qn(f"w:{side}"), str(20 * THREE * sides))


def rule(paragraph: Paragraph, edge: str, colour: str, eighths: int) -> None:
    """Draw a rule along an edge of a paragraph, its strength in eighths of a point."""
    borders: Any = OxmlElement("w:pBdr")
    borders.append(line(edge, colour, eighths))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (python-docx draws no rules)
    properties.insert_element_before(borders, "w:tabs", "w:spacing", "w:ind", "w:jc")


def line(edge: str, colour: str, eighths: int) -> Any:
    """Give a border of a paragraph or a table."""
    node = OxmlElement(f"w:{edge}")
    said = {"val": "single", "sz": str(eighths), "space": "8", "color": colour}
    for name, value in said.items():
        node.set(qn(f"w:{name}"), value)
    return node


def set_page(file: WordFile, make: Make) -> None:
    """Set paper, margins and page numbers: odd ones on the right, even ones on the left."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = (
        Mm(side) for side in make.margins
    )
    section.footer_distance = Mm(23)
    if make.number:
        file.settings.odd_and_even_pages_header_footer = True
        for footer, side in ((section.footer, ALIGN.RIGHT), (section.even_page_footer, ALIGN.LEFT)):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = side
            indent(paragraph._p, 0, sides=1)  # noqa: SLF001
            _number(paragraph, make.number, dashes=make.dashes)


def _number(paragraph: Paragraph, face: Face, *, dashes: bool) -> None:
    for tag, words in (("t", "— "), *_FIELD, ("t", " —")) if dashes else _FIELD:
        run = paragraph.add_run()
        set_face(run, face)
        run.font.name = face.font
        node = OxmlElement(f"w:{tag}")
        if tag == "fldChar":
            node.set(qn("w:fldCharType"), words)
        else:
            node.text = words
            node.set(qn("xml:space"), "preserve")
        run._r.append(node)  # noqa: SLF001 (python-docx writes no fields)
