"""A Word file with one table on landscape A4, written as it stands in the package."""

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.workbook import legal

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TITLE, _TEXT = "方正小标宋简体", "仿宋"
_TITLE_SIZE, _SIZE, _FOOT_SIZE = 44, 24, 21  # half points: 二号, 小四, 五号
_GAP, _HEAD_HEIGHT = 30, 510  # twentieths of a point: 1.5 pt, 9 mm
_PAPER, _MARGINS, _FOOTER = (297, 210), (20, 18, 17, 17), 9  # millimetres
_TWIPS = 1440 / 25.4  # to a millimetre
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_ALWAYS = (1980, 1, 1, 0, 0, 0)


class Cell(NamedTuple):
    """A cell's words (a line is a paragraph), their font, and whether they stand in the middle."""

    words: str
    font: str
    centred: bool = False


class Form(NamedTuple):
    """A title, a line under it, a table: widths in millimetres, the head, the rows.

    A row of one cell goes across the whole table.
    """

    title: str
    head: str
    widths: tuple[int, ...]
    names: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def form_docx(form: Form) -> bytes:
    """Give the file's bytes; the same form makes the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(form.title),
        "word/_rels/document.xml.rels": _relations((f"{_OFFICE}/footer", "footer1.xml")),
        "word/document.xml": _document(form),
        "word/footer1.xml": _footer(),
    }
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(ZipInfo(name, _ALWAYS), _XML + text, ZIP_DEFLATED)
    return made.getvalue()


def _content_types() -> str:
    parts = (
        ("/word/document.xml", f"{_TYPES}.document.main+xml"),
        ("/word/footer1.xml", f"{_TYPES}.footer+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    told = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    usual = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{usual}{told}</Types>'


def _relations(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _properties(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_shown(title)}</dc:title><dc:creator>公开规范核查</dc:creator>"
        "</cp:coreProperties>"
    )


def _document(form: Form) -> str:
    body = (
        _paragraph(_run(form.title, _TITLE, _TITLE_SIZE), centred=True)
        + _paragraph(_run(form.head, _TEXT))
        + _table(form)
        + _section()
    )
    spaces = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
    return f"<w:document {spaces}><w:body>{body}</w:body></w:document>"


def _table(form: Form) -> str:
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4"/>' for edge in _EDGES)
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in form.widths)
    head = f'<w:cantSplit/><w:trHeight w:val="{_HEAD_HEIGHT}"/><w:tblHeader/>'
    rows = [_row(form.names, form.widths, head)]
    rows += [_row(row, form.widths, "<w:cantSplit/>") for row in form.rows]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(sum(form.widths))}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: tuple[Cell, ...], widths: tuple[int, ...], manner: str) -> str:
    inside = "".join(
        _cell(cell, sum(widths) if len(cells) == 1 else width, len(widths) // len(cells))
        for cell, width in zip(cells, widths, strict=False)
    )
    return f"<w:tr><w:trPr>{manner}</w:trPr>{inside}</w:tr>"


def _cell(cell: Cell, width: int, across: int) -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    inside = "".join(
        _paragraph(_run(line, cell.font), centred=cell.centred) for line in cell.words.split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{span}'
        f'<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'
    )


def _paragraph(inside: str, *, centred: bool = False) -> str:
    where = '<w:jc w:val="center"/>' if centred else ""
    gap = f'<w:spacing w:before="{_GAP}" w:after="{_GAP}"/>'
    return f"<w:p><w:pPr>{gap}{where}</w:pPr>{inside}</w:p>"


def _run(words: str, font: str, size: int = _SIZE) -> str:
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{_shown(words)}</w:t></w:r>'
    )


def _section() -> str:
    width, height = map(_twips, _PAPER)
    edges = zip(("top", "bottom", "left", "right"), _MARGINS, strict=True)
    margins = " ".join(f'w:{edge}="{_twips(size)}"' for edge, size in edges)
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/>'
        f'<w:pgMar {margins} w:header="{_twips(_FOOTER)}" w:footer="{_twips(_FOOTER)}" '
        'w:gutter="0"/></w:sectPr>'
    )


def _footer() -> str:
    pieces = (("第 ", "PAGE"), (" 页，共 ", "NUMPAGES"), (" 页", ""))
    inside = "".join(_run(words, _TEXT, _FOOT_SIZE) + _field(name) for words, name in pieces)
    return f'<w:ftr xmlns:w="{_MAIN}">{_paragraph(inside, centred=True)}</w:ftr>'


def _field(name: str) -> str:
    shown = _run("1", _TEXT, _FOOT_SIZE)
    return f'<w:fldSimple w:instr="{name}">{shown}</w:fldSimple>' if name else ""


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)


def _shown(words: str) -> str:
    return escape(legal(words))
