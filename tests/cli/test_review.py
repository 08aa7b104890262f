"""The whole round in one command: judge, one copy with changes and comments, what is first."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Builder = Callable[..., bytes]

TITLES = "根据《甲办法》、《乙办法》，各单位要尽快报送。"
_ACCEPT = "再逐条接受或拒绝修订。"
RULES = ("--rules", "rules", "--select", "X")


@pytest.fixture
def draft(tmp_path: Path, office: str, make_docx: Builder) -> Path:
    """A Word file with a 必改 that is safe to fix and a 建议 that has no fix."""
    assert office
    file = tmp_path / "通知 稿.docx"
    file.write_bytes(make_docx(f"<w:p><w:r><w:t>{TITLES}</w:t></w:r></w:p>"))
    return file


def part(file: Path, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(file.read_bytes())).read(f"word/{name}.xml").decode()


@pytest.mark.parametrize("command", [(), ("review",)])
def test_a_file_alone_is_reviewed(draft: Path, run: Run, command: tuple[str, ...]) -> None:
    before = draft.read_bytes()
    done = run(*command, draft.name, *RULES, "--as-of", "2024-09-02")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "通知 稿.docx（按 2024-09-02 的规定）",
        "必改·待核 X02 “《甲办法》、《乙办法》”：并列的书名号之间通常不用顿号。（已改）",
        "    依据：行文惯例　改法：删去",
        "建议 X01 “，各单位要尽快报送。”：“尽快”没有写明最晚何时完成。",
        "    依据：《党政机关公文格式》（GB/T 9704-2012）7.3.3　建议：写明最晚完成日期。",
        f"下一步：打开“通知 稿_核稿.docx”（修订 1 处，批注 2 条），先看必改的 1 处，{_ACCEPT}",
    ]
    copy = draft.with_name("通知 稿_核稿.docx")
    comments = part(copy, "comments")
    assert "已改：核对后接受修订即可。" in comments
    assert "〔X01〕建议" in comments
    assert '<w:delText xml:space="preserve">、</w:delText>' in part(copy, "document")
    assert draft.read_bytes() == before


def test_a_copy_that_exists_is_refused_unless_forced(draft: Path, run: Run) -> None:
    copy = draft.with_name("通知 稿_核稿.docx")
    copy.write_bytes(b"mine")
    done = run(draft.name, *RULES)
    assert (done.returncode, copy.read_bytes()) == (2, b"mine")
    assert "已经存在" in done.stderr
    done = run(draft.name, *RULES, "--force", "-q")
    assert (done.returncode, done.stdout) == (1, "")
    assert "尽快" in part(copy, "comments")


def test_the_exit_code_is_that_of_check(draft: Path, run: Run) -> None:
    assert run(draft.name, *RULES, "--fail-on", "never").returncode == 0
    draft.with_name("净.txt").write_text("请按月报送。\n", encoding="utf-8")
    clean = run("净.txt", *RULES)
    assert clean.returncode == 0
    assert clean.stdout.splitlines()[-1] == "没有发现问题。事实和措辞仍要人核对。"
    assert not draft.with_name("净_核稿.txt").exists()
    draft.with_name("坏.docx").write_bytes(b"PK\3\4 no archive")
    two = run("净.txt", draft.name, *RULES, "--force").stdout
    assert two.count("\n\n") == 1
    done = run("净.txt", "坏.docx", *RULES)
    assert done.returncode == 3
    assert done.stderr.startswith("坏.docx: ")


def test_of_a_text_the_mended_words_are_written(draft: Path, run: Run) -> None:
    text = draft.with_name("稿.txt")
    text.write_text(f"{TITLES}\r\n{TITLES}\r\n", encoding="gb18030", newline="")
    done = run(text.name, *RULES)
    assert done.returncode == 1
    assert (
        "建议 X01 第1行“，各单位要尽快报送。”、第2行“，各单位要尽快报送。”：“尽快”没有写明"
        in done.stdout
    )
    mended = text.with_name("稿_核稿.txt").read_bytes().decode("gb18030")
    assert mended == f"{TITLES.replace('、', '')}\r\n" * 2


def test_a_page_is_judged_without_a_copy(draft: Path, run: Run) -> None:
    page = draft.with_name("页.html")
    page.write_text(f"<html><body><p>{TITLES}</p></body></html>", encoding="utf-8")
    done = run(page.name, *RULES)
    assert done.returncode == 1
    assert "下一步：在“页.html”上改" in done.stdout
    assert not list(draft.parent.glob("*_核稿*"))


def test_a_folder_is_reviewed_without_our_own_copies(draft: Path, run: Run) -> None:
    own = ["旧_批注.docx", "旧_修订.docx", "旧_核稿.docx", "旧_督察表.docx"]
    for name in own:
        shutil.copy(draft, draft.with_name(name))
    draft.with_name("旧_修订.txt").write_text(TITLES, encoding="utf-8")
    assert run(".", *RULES).stdout.startswith("./通知 稿.docx（")
    assert "1 个文件" in run("check", ".", *RULES).stdout
    assert run(own[0], *RULES).returncode == 2
    written = {file.name for file in draft.parent.glob("*_核稿*")}
    assert written == {"旧_核稿.docx", "通知 稿_核稿.docx"}


@pytest.mark.skipif(sys.platform != "linux", reason="别的系统打开文件夹的程序不在 PATH 上")
def test_the_folder_is_opened_where_that_is_asked(draft: Path, run: Run) -> None:
    opener = draft.parent / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text('#!/bin/sh\nprintf %s "$1" > opened\n', encoding="utf-8")
    opener.chmod(0o755)
    path = f"{opener.parent}:/usr/bin:/bin"
    assert run(draft.name, *RULES, "--open", PATH=path).returncode == 1
    assert (draft.parent / "opened").read_text(encoding="utf-8") == "."


def test_two_files_do_not_share_a_copy(draft: Path, run: Run) -> None:
    wrong = draft.with_name("通知 稿.dotx")
    shutil.copy(draft, wrong)
    done = run(draft.name, wrong.name, *RULES, "--force")
    assert done.returncode == 2
    assert "另一个文件的副本也叫“通知 稿_核稿.docx”" in done.stderr


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="本机没有 LibreOffice")
def test_what_an_office_suite_opens_gets_a_word_copy(draft: Path, run: Run) -> None:
    rtf = draft.with_name("旧稿.rtf")
    escaped = "".join(f"\\u{ord(character)}?" for character in TITLES)
    rtf.write_text(f"{{\\rtf1\\ansi {escaped}\\par}}", encoding="ascii")
    done = run(rtf.name, *RULES)
    assert done.returncode == 1
    assert "打开“旧稿_核稿.docx”（修订 1 处，批注 2 条）" in done.stdout
    assert "、</w:delText>" in part(draft.with_name("旧稿_核稿.docx"), "document")
