"""Files in other formats inside a Word file: read in place, or told to be unread."""

import io
from datetime import date
from zipfile import ZipFile

import pytest

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Source
from gongkai_lint.readers.read import read

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = (
    "青禾县人民政府文件",
    "青政发〔2026〕6号",
    "青禾县人民政府关于开展河道清障的通知",
    "各乡镇人民政府：",
)
CLOSE = ("请于2026年9月10日（含）前完成。", "青禾县人民政府", "2026年8月3日", "（此件公开发布）")
CHUNK = '<w:altChunk r:id="rId9"/>'
RULES = load_ruleset()


def _lines(lines: tuple[str, ...]) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def _page(lines: tuple[str, ...]) -> bytes:
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


def _docx(body: str, chunk: bytes = b"", name: str = "chunk.html", more: str = "") -> bytes:
    links = (
        f'<Relationship Id="rId9" Type="{_OFFICE}/aFChunk" Target="{name}" {more}/>' if name else ""
    )
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"><w:body>{body}'
            "</w:body></w:document>",
        )
        if chunk:
            archive.writestr(f"word/{name}", chunk)
    return packed.getvalue()


def _texts(source: Source) -> list[str]:
    return [paragraph.text for paragraph in source.paragraphs if paragraph.text.strip()]


@pytest.mark.parametrize(
    ("name", "chunk"),
    [
        ("a.html", _page(CLOSE)),
        ("a.htm", _page(CLOSE)),
        ("a.txt", "\n".join(CLOSE).encode()),
        ("a.docx", _docx(_lines(CLOSE))),
        ("a.dat", _docx(_lines(CLOSE))),
    ],
)
def test_a_chunk_stands_where_it_is_put(name: str, chunk: bytes) -> None:
    source = read(_docx(_lines(HEAD) + CHUNK + _lines(("附件",)), chunk, name), "通知.docx")
    assert _texts(source) == [*HEAD, *CLOSE, "附件"]
    assert source.notices == ()


def test_the_tables_of_a_chunk_follow_those_of_the_file() -> None:
    table = "<w:tbl><w:tr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr></w:tbl>".format(_lines(("甲",)))
    page = b"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    source = read(_docx(table + CHUNK + _lines(("乙",)), page), "通知.docx")
    assert [found.number for found in source.tables] == [1, 2]
    cells = [source.paragraphs[i].text for c in source.tables[1].cells for i in c.paragraphs]
    assert cells == ["1", "2", "3", "4"]
    assert {p.place.table for p in source.paragraphs if p.text in {"1", "4"}} == {2}


def test_a_chunk_in_a_cell_is_the_cells() -> None:
    row = f"<w:tr><w:tc>{_lines(('任务',))}</w:tc><w:tc>{CHUNK}</w:tc></w:tr>"
    source = read(_docx(f"<w:tbl>{row}</w:tbl>", _page(("清障", "疏浚"))), "通知.docx")
    _, cell = source.tables[0].cells
    assert [source.paragraphs[index].text for index in cell.paragraphs] == ["清障", "疏浚"]


@pytest.mark.parametrize(
    ("name", "chunk", "more"),
    [
        ("a.rtf", b"{\\rtf1 text}", ""),
        ("a.png", b"\x89PNG", ""),
        ("", b"", ""),
        ("gone.html", b"", ""),
        ("https://example.org/a.html", b"", 'TargetMode="External"'),
        ("a.docx", _docx(CHUNK, _page(CLOSE)), ""),
    ],
)
def test_what_cannot_be_read_is_told_and_never_passed(name: str, chunk: bytes, more: str) -> None:
    data = _docx(_lines(HEAD) + CHUNK, chunk, name, more)
    source = read(data, "通知.docx")
    assert "alt_chunk" in [notice.kind for notice in source.notices]
    assert source.is_partly_read
    report = lint_bytes(data, "通知.docx", Request(RULES, date(2026, 8, 3)))
    missing = [finding for finding in report.findings if finding.rule in {"A01", "D00", "S03"}]
    assert {finding.rule for finding in missing} >= {"A01"}
    assert {finding.outcome for finding in missing} == {"review"}
    assert "pass" not in dict(report.outcomes).values()


def test_the_whole_text_read_is_judged_for_certain() -> None:
    data = _docx(_lines(HEAD) + CHUNK, _page(CLOSE[:3]))
    report = lint_bytes(data, "通知.docx", Request(RULES, date(2026, 8, 3)))
    assert dict(report.outcomes)["A01"] == "violation"
    assert "pass" in dict(report.outcomes).values()


def test_one_chunk_shown_again_and_again_is_refused() -> None:
    large = ("汉字" * 2000,) * 100
    with pytest.raises(UnreadableError, match="太长"):
        read(_docx(CHUNK * 10, _page(large)), "通知.docx")


def test_a_comment_behind_a_chunk_keeps_its_place() -> None:
    from gongkai_lint.structure.recognize import recognize

    commented = (
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>请核对。</w:t></w:r>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    data = _docx(_lines(HEAD) + CHUNK + commented, _page(CLOSE))
    packed, note = io.BytesIO(data), "gongkai-lint: 忽略 A01 因为 试用"
    with ZipFile(packed, "a") as archive:
        archive.writestr(
            "word/comments.xml",
            f'<w:comments xmlns:w="{_MAIN}"><w:comment w:id="1">{_lines((note,))}'
            "</w:comment></w:comments>",
        )
    links = ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    told = f'<Relationship Id="rId8" Type="{_OFFICE}/comments" Target="comments.xml"/>'
    made = io.BytesIO()
    with ZipFile(packed) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            if name == "word/_rels/document.xml.rels":
                new.writestr(name, links.replace("</Relationships>", told + "</Relationships>"))
            else:
                new.writestr(name, old.read(name))
    source = read(made.getvalue(), "通知.docx")
    (remark,) = source.remarks
    assert recognize(source).text[remark.span.start : remark.span.end] == "请核对。"
