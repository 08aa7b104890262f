"""Formats that need another library or program; the files are made here."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Source
from gongkai_lint.readers.office import OfficeFile, convert
from gongkai_lint.readers.read import read

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="本机没有 LibreOffice")
LINES = (
    "云岭市人民政府关于做好防汛工作的通知",
    "各县（市、区）人民政府：",
    "请于2024年6月30日前报送。",
)


def _pdf(pages: int = 1, *drawn: str) -> bytes:
    """Write a PDF by hand: Latin letters are enough to see pages, places and refusals."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number in range(1, pages + 1):
        stream = f"BT /F 14 Tf 72 700 Td (Document of page {number}.) Tj ET"
        stream = drawn[number - 1] if drawn else stream
        page = "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects += [
            f"<<{page}/Contents {2 * number + 3} 0 R>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def _ofd(path: Path, rows: tuple[str, ...]) -> bytes:
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    texts = "".join(
        f'<ofd:TextObject ID="{9 + n}" Boundary="20 {20 + 10 * n} 150 6" Size="5">'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g {max(1, len(row) - 1)} 5">{row}</ofd:TextCode>'
        "</ofd:TextObject>"
        for n, row in enumerate(rows)
    )
    with ZipFile(path, "w") as archive:
        archive.writestr(
            "OFD.xml",
            f'<ofd:OFD {space} Version="1.0"><ofd:DocBody><ofd:DocInfo/>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
            "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
            '<ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>',
        )
        archive.writestr(
            "Doc_0/Page.xml",
            f'<ofd:Page {space}><ofd:Content><ofd:Layer ID="2">{texts}</ofd:Layer></ofd:Content>'
            "</ofd:Page>",
        )
    return path.read_bytes()


def _texts(source: Source) -> list[str]:
    return [paragraph.text for paragraph in source.paragraphs]


def test_a_pdf_gives_its_text_with_pages_as_places() -> None:
    source = read(_pdf(2), "通知.pdf")
    assert _texts(source) == ["Document of page 1.", "Document of page 2."]
    assert [paragraph.place.page for paragraph in source.paragraphs] == [1, 2]
    assert source.media_type == "application/pdf"
    assert source.notices == ()


def test_a_page_that_is_turned_is_read_as_one_turns_it() -> None:
    turns = {
        "0 1 -1 0": (300, 100, 20, 0),
        "0 -1 1 0": (300, 700, -20, 0),
        "-1 0 0 -1": (500, 300, 0, 20),
    }
    for turn, (x, y, right, up) in turns.items():
        lines = ((0, "First line of a turned page."), (1, "Second line of it."))
        drawn = "".join(
            f"BT /F 14 Tf {turn} {x + n * right} {y + n * up} Tm ({words}) Tj ET\n"
            for n, words in lines
        )
        assert _texts(read(_pdf(1, drawn), "a.pdf")) == [words for _, words in lines]


def test_what_runs_up_the_margin_or_across_the_page_is_no_text() -> None:
    text = "BT /F 14 Tf 72 700 Td (The text of the page itself.) Tj ET\n"
    margin = "BT /F 14 Tf 0 1 -1 0 30 300 Tm (Binding line) Tj ET\n"
    across = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (Draft) Tj ET\n"
    source = read(_pdf(1, margin + across + text), "a.pdf")
    assert _texts(source) == ["The text of the page itself."]


def test_digits_that_are_set_apart_are_one_number() -> None:
    drawn = "BT /F 14 Tf 2.4 Tc 72 700 Td (2024063012345678) Tj ET"
    assert _texts(read(_pdf(1, drawn), "a.pdf")) == ["2024063012345678"]


def test_a_blank_page_is_not_unread_a_drawn_one_is() -> None:
    text = "BT /F 14 Tf 72 700 Td (The text of a page.) Tj ET"
    assert read(_pdf(2, text, " "), "a.pdf").notices == ()
    drawn = read(_pdf(2, text, "72 700 90 90 re f"), "a.pdf")
    assert [notice.kind for notice in drawn.notices] == ["pages_without_text"]
    assert drawn.is_partly_read


def test_a_page_that_cannot_be_opened_is_named_and_hides_no_other() -> None:
    broken = _pdf(2).replace(b"6 0 obj<</Type/Page/", b"6 0 obj<</Type/Pag_/")
    source = read(broken, "a.pdf")
    assert [notice.kind for notice in source.notices] == ["unread_pages"]
    assert "第 2 页" in source.notices[0].message
    assert source.is_partly_read  # the other page is read, and nothing is passed for the whole
    assert source.paragraphs


def test_a_pdf_of_pictures_is_no_clean_document() -> None:
    scanned = _pdf().replace(b"(Document of page 1.) Tj", b"                        ")
    with pytest.raises(UnreadableError, match=r"PDF 无文字层.*需要人工核对"):
        read(scanned, "扫描.pdf")


def test_a_damaged_pdf_is_refused_with_a_reason() -> None:
    with pytest.raises(UnreadableError, match="PDF 文件已损坏"):
        read(b"%PDF-1.7 cut off", "a.pdf")


def test_an_ofd_gives_its_lines(tmp_path: Path) -> None:
    source = read(_ofd(tmp_path / "a.ofd", LINES), "a.ofd")
    assert _texts(source) == list(LINES)
    assert source.paragraphs[0].place.page == 1
    assert source.media_type == "application/ofd"


def test_an_ofd_without_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="OFD 里没有读到文字"):
        read(_ofd(tmp_path / "a.ofd", ()), "a.ofd")


def test_a_damaged_ofd_is_refused_with_a_reason(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.ofd", "w") as archive:
        archive.writestr("OFD.xml", "<broken")
    with pytest.raises(UnreadableError, match="OFD 文件读不出来"):
        read((tmp_path / "a.ofd").read_bytes(), "a.ofd")


RTF = (
    r"{\rtf1\ansi\ansicpg936\uc1 "
    + "".join(
        "".join(f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in line) + "\\par "
        for line in LINES
    )
    + "}"
)


@pytest.mark.libreoffice
@needs_office
def test_an_office_file_is_converted_and_one_bad_file_spoils_no_other() -> None:
    good = OfficeFile(RTF.encode(), "application/rtf")
    bad = OfficeFile(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "application/msword")
    first, broken, last = convert([good, bad, good])
    assert first is not None
    assert last is not None
    assert broken is None or not any(_texts(read(broken, "a.docx")))
    source = read(RTF.encode(), "通知.rtf")
    assert [text for text in _texts(source) if text] == list(LINES)
    assert source.media_type == "application/rtf"
    assert source.notices[0].kind == "converted"


FLAT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    + "".join(f"<text:p>{line}</text:p>" for line in LINES)
    + "</office:text></office:body></office:document>"
)


@pytest.mark.libreoffice
@needs_office
@pytest.mark.parametrize("name", ["通知.fodt", "通知.xml"])
def test_a_flat_text_document_is_known_by_its_opening(name: str) -> None:
    source = read(FLAT.encode(), name)
    assert [text for text in _texts(source) if text] == list(LINES)
    assert source.notices[0].kind == "converted"


def test_without_an_office_suite_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError, match="LibreOffice"):
        read(RTF.encode(), "通知.rtf")
