"""What LibreOffice makes of our copies: it opens them and gives comments and changes back."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from gongkai_lint.model.finding import Edit, Report
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.word.annotated_docx import annotate
from gongkai_lint.reporters.word.comment_words import Comment
from gongkai_lint.reporters.word.revised_docx import revised_docx

Builder = Callable[..., bytes]
Reporter = Callable[..., Report]

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(not shutil.which("soffice"), reason="本机没有 LibreOffice"),
]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
US = "公开规范核查"
NOON = datetime(2026, 11, 25, 12)  # noqa: DTZ001 (Word writes the time on the wall)
CELL = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
BODY = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>各单位于3月</w:t></w:r><w:r><w:t>31日前报送</w:t></w:r></w:p>"
    f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{CELL.format('责任单位')}{CELL.format('时限')}</w:tr></w:tbl>"
    '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>链接文字</w:t></w:r></w:hyperlink></w:p>'
    '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>2024年3月1日</w:t></w:r></w:p>'
)
TEXT = "各单位于3月31日前报送\n责任单位\n时限\n链接文字\n2024年3月1日"
SPANS = [(4, 8), (13, 15), (21, 23), (0, 11)]
EDITS = [(4, 8, "4月1"), (18, 20, "期限"), (21, 21, "新"), (35, 35, "\n（此件公开发布）")]


@pytest.fixture(scope="module")
def returned(
    tmp_path_factory: pytest.TempPathFactory, make_docx: Builder, report_on: Reporter
) -> dict[str, bytes]:
    """Our copies as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("office")
    data = make_docx(BODY)
    report = report_on(data, *SPANS)
    assert report.document is not None
    assert report.document.text == TEXT
    edits = [Edit(Span(start, end), text) for start, end, text in EDITS]
    copies = {
        "annotated.docx": annotate(report, data, NOON, every=True).data,
        "revised.docx": revised_docx(report, data, edits, NOON, like=0),
        "reviewed.docx": revised_docx(
            report, data, edits, NOON, like=0, remarks=[Comment(f) for f in report.findings]
        ),
    }
    for name, copy in copies.items():
        (folder / name).write_bytes(copy)
    _convert(folder, list(copies))
    return {name: (folder / "out" / name).read_bytes() for name in copies}


def _convert(folder: Path, names: list[str]) -> None:
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "docx", "--outdir", "out", *names),
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )


def root_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def test_every_comment_comes_back_on_its_characters(returned: dict[str, bytes]) -> None:
    copy = returned["annotated.docx"]
    open_comments: dict[str, str] = {}
    held: dict[str, str] = {}
    for node in root_of(copy).iter():
        number = node.get(f"{W}id", "")
        if node.tag == f"{W}commentRangeStart":
            open_comments[number] = ""
        elif node.tag == f"{W}commentRangeEnd":
            held[number] = open_comments.pop(number)
        elif node.tag == f"{W}t":
            open_comments = {key: words + (node.text or "") for key, words in open_comments.items()}
    assert sorted(held.values()) == sorted(TEXT[start:end] for start, end in SPANS)
    comments = root_of(copy, "word/comments.xml")
    assert {comment.get(f"{W}author") for comment in comments} == {US}
    assert len(comments) == len(SPANS)


@pytest.mark.parametrize("name", ["revised.docx", "reviewed.docx"])
def test_every_change_comes_back(returned: dict[str, bytes], name: str) -> None:
    root = root_of(returned[name])
    said = {
        tag: "".join(
            text.text or ""
            for node in root.iter(f"{W}{tag}")
            if node.get(f"{W}author") == US
            for text in node.iter(f"{W}t", f"{W}delText")
        )
        for tag in ("ins", "del")
    }
    assert said == {"ins": "4月1期限新（此件公开发布）", "del": "3月31时限"}


def test_comments_come_back_beside_changes(returned: dict[str, bytes]) -> None:
    comments = root_of(returned["reviewed.docx"], "word/comments.xml")
    assert [comment.get(f"{W}author") for comment in comments] == [US] * len(SPANS)
