"""What office systems and browsers save under .doc, .mht or .xml: read by what it is."""

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from io import BytesIO
from zipfile import ZipFile

import pytest

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Source
from gongkai_lint.readers.read import read
from gongkai_lint.readers.word_xml import unpacked

LINES = [
    "青禾县人民政府关于开展河道清障的通知",
    "各乡镇人民政府：",
    "请于2026年9月10日前完成清障。",
    "青禾县人民政府",
    "2026年8月3日",
]
PAGE = "".join(f"<p>{line}</p>" for line in LINES)
OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
HINT = "http://schemas.microsoft.com/office/word/2003/auxHint"
NOTED = "http://schemas.microsoft.com/aml/2001/core"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def texts(source: Source) -> list[str]:
    return [paragraph.text for paragraph in source.paragraphs if paragraph.text.strip()]


def archive(*headers: tuple[str, str], page: str = PAGE, end: str = "\n") -> bytes:
    message = MIMEMultipart("related", type="text/html")
    for name, value in headers:
        message[name] = value
    message.attach(MIMEText(f"<html><body>{page}</body></html>", "html", "utf-8"))
    return message.as_bytes().replace(b"\n", end.encode())


@pytest.mark.parametrize("name", ["网页.mhtml", "网页.mht", "附件.doc", "网页.wps"])
@pytest.mark.parametrize(
    "headers",
    [
        (("From", "<Saved by Blink>"), ("Snapshot-Content-Location", "http://a.example/1.html")),
        (
            ("From", "<Saved by Microsoft Internet Explorer 5>"),
            ("Subject", "=?utf-8?Q?=E9=80=9A?="),
        ),
        (("From", "由 360 浏览器保存"), ("Date", "Mon, 3 Aug 2026 08:00:00 +0800")),
        (("X-Saved-By", "<someone@a.example>"), ("Subject", "<b>通知</b>")),
        (),
    ],
)
def test_a_web_archive_is_told_by_its_headers(name: str, headers: tuple[tuple[str, str]]) -> None:
    assert texts(read(archive(*headers), name)) == LINES
    assert texts(read(archive(*headers, end="\r\n"), name)) == LINES


def test_headers_of_an_archive_may_stand_in_front_of_its_type() -> None:
    data = archive()
    head, _, rest = data.partition(b"\n\n")
    first = b"From: <Saved by Blink>\nSubject: =?utf-8?Q?a?=\n =?utf-8?Q?b?=\n"
    assert texts(read(first + head + b"\n\n" + rest, "a.mhtml")) == LINES


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "\n\n  ",
        "<!-- 由发文系统导出 -->\n",
        "<style>" + "p{margin:0}" * 2000 + "</style>",
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
        "<title>通知</title>",
        '<div class="Section1">',
        '<table><tr><td colspan="2">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_a_page_saved_as_doc_is_read_as_a_page(opening: str, encoding: str) -> None:
    declared = opening if encoding.startswith("utf-8") else opening.replace("charset=utf-8", "")
    data = (declared + PAGE).encode(encoding)
    assert texts(read(data, "通知.doc"))[-len(LINES) :] == LINES


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_that_shows_markup_stays_text(name: str) -> None:
    assert texts(read(b"<p>a</p>", name)) == ["<p>a</p>"]


def old_paragraph(text: str, label: str = "") -> str:
    number = f'<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="{label}"/></w:listPr>'
    settings = f"<w:pPr>{number}</w:pPr>" if label else ""
    return f"<w:p>{settings}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def old_word(body: str, opening: str = '<?mso-application progid="Word.Document"?>') -> bytes:
    spaces = f'xmlns:w="{OLD}" xmlns:wx="{HINT}" xmlns:aml="{NOTED}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{opening}<w:wordDocument {spaces}>'
        f"<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


@pytest.mark.parametrize("opening", ['<?mso-application progid="Word.Document"?>', "", "\n"])
@pytest.mark.parametrize("name", ["旧文.doc", "旧文.xml", "旧文"])
def test_a_word_2003_file_keeps_the_numbers_that_word_wrote_down(opening: str, name: str) -> None:
    body = (
        old_paragraph("总体要求", "一、") + old_paragraph("正文。") + old_paragraph("任务", "二、")
    )
    source = read(old_word(body, opening), name)
    assert texts(source) == ["一、总体要求", "正文。", "二、任务"]


def test_a_word_2003_file_is_read_as_accepted_with_its_tables() -> None:
    gone = (
        '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r>'
    )
    new = '<aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>新</w:t></w:r>'
    end = "</aml:content></aml:annotation>"
    row = "".join(f"<w:tc>{old_paragraph(text)}</w:tc>" for text in ("任务", "单位"))
    table = f"<wx:sub-section><w:tbl><w:tr>{row}</w:tr></w:tbl></wx:sub-section>"
    body = f"<w:p>{gone}{end}{new}{end}</w:p>{table}"
    source = read(old_word(body), "表.doc")
    assert texts(source) == ["新", "任务", "单位"]
    assert [cell.column for cell in source.tables[0].cells] == [1, 2]


def flat(body: str) -> bytes:
    pkg = "http://schemas.microsoft.com/office/2006/xmlPackage"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "application/vnd.openxmlformats-"
    return (
        f'<?xml version="1.0"?><pkg:package xmlns:pkg="{pkg}">'
        f'<pkg:part pkg:name="/_rels/.rels" pkg:contentType="{kind}package.relationships+xml">'
        f'<pkg:xmlData><Relationships xmlns="{rels}"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData>'
        f'</pkg:part><pkg:part pkg:name="/word/document.xml" pkg:contentType='
        f'"{kind}officedocument.wordprocessingml.document.main+xml"><pkg:xmlData>'
        f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        f"</pkg:xmlData></pkg:part>"
        f'<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png">'
        f"<pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part></pkg:package>"
    ).encode()


@pytest.mark.parametrize("name", ["平.doc", "平.xml", "平.docx"])
def test_a_flat_package_is_read_as_the_package_it_is(name: str) -> None:
    source = read(flat("".join(old_paragraph(line) for line in LINES)), name)
    assert texts(source) == LINES
    assert source.media_type == "application/vnd.ms-word.xml"


@pytest.mark.parametrize(
    "data",
    [
        old_word("")[:-30],
        old_word("").replace(b"body", b"bodies"),
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + old_word("").partition(b"?>")[2],
    ],
)
def test_a_broken_word_file_in_xml_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="XML 格式的 Word 文件"):
        read(data, "坏.doc")


def test_a_letter_is_no_web_archive() -> None:
    letter = EmailMessage()
    letter["Subject"] = "a"
    letter.set_content("b")
    assert texts(read(letter.as_bytes(), "信.txt"))


def test_the_parts_of_a_flat_package_keep_their_prefixes() -> None:
    office = "http://schemas.openxmlformats.org"
    document = (
        f'<w:document xmlns:w="{office}/wordprocessingml/2006/main" '
        f'xmlns:mc="{office}/markup-compatibility/2006" xmlns:w14="urn:w14" mc:Ignorable="w14">'
        "<w:body><w:p><w:r><w:t>请报送。</w:t></w:r></w:p></w:body></w:document>"
    )
    outside = document.replace(f' xmlns:w="{office}/wordprocessingml/2006/main"', "")
    head = '<pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData>'
    package = (
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" '
        f'xmlns:w="{office}/wordprocessingml/2006/main">{head}{{}}</pkg:xmlData></pkg:part>'
        "</pkg:package>"
    )
    for encoding in ("utf-8", "utf-16"):
        made = unpacked(package.format(document).encode(encoding))
        assert made is not None
        assert document.encode() in ZipFile(BytesIO(made)).read("word/document.xml")
    leaning = read(package.format(outside).encode(), "稿.doc")
    assert [paragraph.text for paragraph in leaning.paragraphs] == ["请报送。"]
