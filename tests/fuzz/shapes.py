"""One text as files of the kinds that are read: what grows in a text grows in each of them."""

import io
import zipfile
from collections.abc import Callable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from tests.fuzz.hostile import docx, paragraph

_LINE, _PAGE = 28, 22  # characters a line, lines a page, as GB/T 9704 sets them
_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_BOX = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
_TEXT = (
    '<ofd:TextObject ID="{0}" Boundary="28 {0} 156 8" Font="1" Size="5.6">'
    '<ofd:TextCode X="0" Y="6">{1}</ofd:TextCode></ofd:TextObject>'
)
_FONT = (
    "3 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    "/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/DW 1000>>]>>endobj"
)


def _blocks(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Yield stretches of lines, and whether they are rows of a table."""
    for tabled, lines in groupby(text.split("\n"), key=lambda line: " | " in line):
        yield tabled, [escape(line) for line in lines]


def _html(text: str) -> bytes:
    page = []
    for tabled, lines in _blocks(text):
        if tabled:
            rows = ("</td><td>".join(line.split(" | ")) for line in lines)
            page.append(f"<table>{''.join(f'<tr><td>{row}</td></tr>' for row in rows)}</table>")
        else:
            page += [f"<p>{line}</p>" for line in lines]
    head = "<html><head><meta charset=utf-8></head><body>"
    return f"{head}{''.join(page)}</body></html>".encode("utf-8", "surrogatepass")


def _docx(text: str) -> bytes:
    body = []
    for tabled, lines in _blocks(text):
        if tabled:
            cells = (
                "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in line.split(" | "))
                for line in lines
            )
            body.append(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>")
        else:
            body += map(paragraph, lines)
    return docx("".join(body))


def _pages(text: str) -> list[list[str]]:
    """Give the set lines of each page."""
    lines = [
        line[at : at + _LINE] for line in text.split("\n") for at in range(0, len(line), _LINE)
    ]
    return [lines[at : at + _PAGE] for at in range(0, len(lines), _PAGE)]


def _ofd(text: str) -> bytes:
    pages = _pages(text)
    listed = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="{number}.xml"/>' for number in range(len(pages))
    )
    parts = {
        "OFD.xml": f'<ofd:OFD {_OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "D/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea>{_BOX}"
        f"</ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, lines in enumerate(pages):
        drawn = "".join(_TEXT.format(37 + 10 * n, escape(line)) for n, line in enumerate(lines))
        parts[f"D/{number}.xml"] = (
            f"<ofd:Page {_OFD}><ofd:Area>{_BOX}</ofd:Area>"
            f'<ofd:Content><ofd:Layer ID="9">{drawn}</ofd:Layer></ofd:Content></ofd:Page>'
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data.encode("utf-8", "replace"))
    return buffer.getvalue()


def _pdf(text: str) -> bytes:
    """Draw the lines in a font that every reader has a table of; nothing is embedded."""
    parts, kids = [], []
    for number, lines in enumerate(_pages(text)):
        drawn = "".join(
            f"<{line.encode('utf-16-be', 'replace').hex()}> Tj 0 -29 Td " for line in lines
        )
        drawn, at = f"BT /F 16 Tf 79 737 Td {drawn}ET", 4 + 2 * number
        page = f"/Contents {at + 1} 0 R/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 595 842]"
        parts.append(f"{at} 0 obj<</Type/Page/Parent 2 0 R{page}>>endobj")
        parts.append(f"{at + 1} 0 obj<</Length {len(drawn)}>>stream\n{drawn}\nendstream endobj")
        kids.append(f"{at} 0 R")
    tree = f"2 0 obj<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>endobj"
    head = ["%PDF-1.4", "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj", tree, _FONT]
    return "\n".join([*head, *parts, "trailer<</Root 1 0 R>>", "%%EOF"]).encode("latin-1")


SHAPES: dict[str, Callable[[str], bytes]] = {
    "txt": lambda text: text.encode("utf-8", "surrogatepass"),
    "md": lambda text: text.encode("utf-8", "surrogatepass"),
    "html": _html,
    "docx": _docx,
    "ofd": _ofd,
    "pdf": _pdf,
}
