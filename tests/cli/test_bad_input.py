import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
CORPUS = Path(__file__).parent.parent.parent / "corpus"


def _docx(document: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", document)
    return buffer.getvalue()


def _whole_docx() -> bytes:
    return min((CORPUS / "exemplars").glob("*.docx")).read_bytes()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"""

BAD = {
    "空.txt": b"",
    "不是压缩包.docx": "这不是压缩包".encode(),
    "截断.docx": _whole_docx()[:2000],
    "加密.docx": _OLE + "EncryptedPackage".encode("utf-16-le"),
    "实体.docx": _docx(_BOMB),
    "坏.docx": _docx(b"<w:document"),
    "二进制.txt": bytes(range(256)) * 8,
    "旧.doc": _OLE,
    "加密的旧.doc": _OLE.ljust(1024, b"\0")
    + b"\xec\xa5\xc1\0"
    + bytes(6)
    + b"\0\x01"
    + "WordDocument".encode("utf-16-le"),
    "版.pdf": b"%PDF-1.7\n",
    "图.png": b"\x89PNG\r\n",
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_told_in_one_chinese_sentence(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    done = run("check", "--format", "json", name)
    assert done.returncode == 3
    assert done.stderr == ""
    (document,) = json.loads(done.stdout)["documents"]
    (failure,) = document["failures"]
    assert failure["stage"] == "read"
    assert failure["message"].endswith("。")
    assert "Traceback" not in failure["message"]
    assert document["findings"] == []
    assert document["outcomes"] == {}


def test_bad_files_do_not_hide_the_good_one(run: Run, tmp_path: Path) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "好.docx").write_bytes(_whole_docx())
    done = run("check", "--format", "json", *BAD, "好.docx")
    result = json.loads(done.stdout)
    assert done.returncode == 3
    assert result["summary"]["failed"] == len(BAD)
    assert result["documents"][-1]["elements"]["title"]


def test_a_file_without_permission_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "密.txt"
    file.write_text("内容", encoding="utf-8")
    file.chmod(0)
    if _readable(file):
        pytest.skip("this user may read everything")
    done = run("check", "密.txt")
    assert done.returncode == 3
    assert "没有权限读取" in done.stdout


def _readable(file: Path) -> bool:
    try:
        file.read_bytes()
    except PermissionError:
        return False
    return True
