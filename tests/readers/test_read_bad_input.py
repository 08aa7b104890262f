from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai_lint.errors import UnreadableError
from gongkai_lint.readers import read as door
from gongkai_lint.readers.format import DOCX, MARKDOWN, PLAIN
from gongkai_lint.readers.read import check_size, read, read_path

Builder = Callable[..., bytes]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
PARAGRAPH = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "空的"),
        (b"", "a.docx", "空的"),
        (b"plain text", "a.docx", "不是这种文件"),
        (b"plain text", "a.pdf", "不是这种文件"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "文件已加密"),
        (OLE, "a.doc", "另存为 .docx"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "Excel"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "a.ppt", "演示文稿"),
        (b"\x05User" + bytes(157), "~$a.docx", "锁文件"),
        (b"\x05User" + bytes(157), "D:\\文稿\\~$a.docx", "锁文件"),
        (b"%PDF-1.7", "a.pdf", "PDF"),
        (b"%PDF-1.7", "a.txt", "PDF"),
        (b"\x89PNG\r\n", "a.png", "图片"),
        (b"Rar!\x1a", "a.rar", "压缩"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "a.xml", "XML"),
        (b"abc", "a.xyz", "不支持 .xyz"),
        (b"abc\0def", "a.txt", "二进制"),
        (b"\xff\xfe\0\0a\0\0\0", "a.txt", "二进制"),
        ("甲乙丙".encode() + b"\xff" + "丁".encode(), "a.txt", "第 10 字节"),
        ("通知".encode("gb18030") + b"\xff\xff", "a.txt", "第 5 字节"),
        ("甲乙".encode()[:-1], "a.txt", "字节"),
        (b"\xef\xbb\xbf\xff", "a.txt", "第 4 字节"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, name: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read(data, name)


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("OFD.xml", "OFD"),
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "演示文稿"),
        ("content.xml", "OpenDocument"),
        ("readme.txt", "没有 Word 正文"),
    ],
)
def test_a_zip_that_is_no_word_file_is_named(make_zip: Builder, member: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read(make_zip({member: "<x/>"}), "a.docx")


def test_a_named_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(UnreadableError, match="第 1 字节"):
        read("各单位".encode("gb18030"), "a.txt", encoding="utf-8")
    with pytest.raises(UnreadableError, match="不认识编码"):
        read(b"a", "a.txt", encoding="klingon")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", PLAIN),
        ("a.TXT", PLAIN),
        ("通知", PLAIN),
        ("-", PLAIN),
        ("a.md", MARKDOWN),
        ("a.markdown", MARKDOWN),
    ],
)
def test_the_name_decides_about_text(name: str, kind: str) -> None:
    assert read("甲".encode(), name).media_type == kind


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "a.doc", "a.wps", "a.txt", "a"])
def test_the_bytes_decide_about_word(make_docx: Builder, name: str) -> None:
    source = read(make_docx(PARAGRAPH), name)
    assert source.media_type == DOCX
    assert source.paragraphs[0].text == "甲"


def test_a_size_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MAX_BYTES", 10)
    check_size(10)
    with pytest.raises(UnreadableError, match="太大"):
        check_size(11)
    with pytest.raises(UnreadableError, match="太大"):
        read(b"a" * 11, "a.txt")


def test_a_path_gives_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(b"abc")
    assert read_path(path) == b"abc"


def test_paths_that_cannot_be_read_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableError, match="找不到"):
        read_path(tmp_path / "无.txt")
    with pytest.raises(UnreadableError, match="文件夹"):
        read_path(tmp_path)
    with pytest.raises(UnreadableError, match="无法读取"):
        read_path(tmp_path / ("长" * 300))
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    monkeypatch.setattr(door, "MAX_BYTES", 2)
    with pytest.raises(UnreadableError, match="太大"):
        read_path(path)


def test_a_path_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")

    def refuse(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableError, match="没有权限"):
        read_path(path)
