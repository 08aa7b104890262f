import io
import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Builder = Callable[..., bytes]

SOON = "<w:p><w:r><w:t>各单位要尽快报送。</w:t></w:r></w:p>"
CLEAN = "<w:p><w:r><w:t>各单位要按月报送。</w:t></w:r></w:p>"
RULES = ("--rules", "rules", "--select", "X")


@pytest.fixture
def draft(tmp_path: Path, office: str, make_docx: Builder) -> Path:
    """A Word file with one finding of X01, beside the rules."""
    assert office
    file = tmp_path / "通知 稿.docx"
    file.write_bytes(make_docx(SOON))
    return file


def comments(file: Path) -> str:
    return zipfile.ZipFile(io.BytesIO(file.read_bytes())).read("word/comments.xml").decode()


def test_the_copy_stands_beside_the_file_and_the_file_stays(draft: Path, run: Run) -> None:
    before = draft.read_bytes()
    done = run("annotate", *RULES, draft.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "通知 稿.docx → 通知 稿_批注.docx：批注 1 条。\n"
    assert "〔X01〕建议：“尽快”没有写明最晚何时完成。 依据：《党政机关公文格式》" in comments(
        draft.with_name("通知 稿_批注.docx")
    )
    assert draft.read_bytes() == before


def test_a_copy_that_exists_is_refused_unless_forced(draft: Path, run: Run) -> None:
    copy = draft.with_name("通知 稿_批注.docx")
    copy.write_bytes(b"mine")
    done = run("annotate", *RULES, draft.name)
    assert (done.returncode, copy.read_bytes()) == (2, b"mine")
    assert "已经存在" in done.stderr
    assert run("annotate", *RULES, "--force", "-q", draft.name).stdout == ""
    assert "尽快" in comments(copy)


def test_the_copy_may_have_another_name_but_not_the_files_own(draft: Path, run: Run) -> None:
    assert run("annotate", *RULES, draft.name, "-o", "给处长.docx").returncode == 0
    assert "尽快" in comments(draft.with_name("给处长.docx"))
    done = run("annotate", *RULES, draft.name, "-o", draft.name, "--force")
    assert done.returncode == 2
    assert "不能写到原文件" in done.stderr


def test_one_name_does_not_do_for_two_files(draft: Path, run: Run, make_docx: Builder) -> None:
    draft.with_name("乙.docx").write_bytes(make_docx(SOON))
    done = run("annotate", *RULES, ".", "-o", "一.docx")
    assert (done.returncode, done.stderr) == (2, "-o 只能用于一个文件，现有 2 个文件。\n")


def test_a_folder_is_done_without_our_own_copies_and_text_files(
    draft: Path, run: Run, make_docx: Builder
) -> None:
    draft.with_name("净.docx").write_bytes(make_docx(CLEAN))
    draft.with_name("旧_批注.docx").write_bytes(make_docx(SOON))
    draft.with_name("稿.txt").write_text("各单位要尽快报送。", encoding="utf-8")
    done = run("annotate", *RULES, ".")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "./净.docx：没有问题，不需要批注。",
        "./通知 稿.docx → 通知 稿_批注.docx：批注 1 条。",
    ]
    assert not draft.with_name("净_批注.docx").exists()


def test_a_folder_without_word_files_is_told_of(draft: Path, run: Run) -> None:
    draft.rename(draft.with_suffix(".txt"))
    done = run("annotate", *RULES, ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有找到能写副本的文件" in done.stderr


def test_without_findings_a_named_copy_is_still_written(
    draft: Path, run: Run, make_docx: Builder
) -> None:
    draft.write_bytes(make_docx(CLEAN))
    assert run("annotate", *RULES, draft.name, "-o", "甲.docx").returncode == 0
    assert draft.with_name("甲.docx").read_bytes() == draft.read_bytes()


def test_what_goes_wrong_with_one_file_does_not_stop_the_others(draft: Path, run: Run) -> None:
    draft.with_name("稿.txt").write_text("各单位要尽快报送。", encoding="utf-8")
    done = run("annotate", *RULES, "没有.docx", draft.name)
    assert done.returncode == 3
    assert "找不到文件“没有.docx”" in done.stderr
    assert draft.with_name("通知 稿_批注.docx").exists()
    done = run("annotate", *RULES, "没有.docx", "稿.txt")
    assert done.returncode == 2
    assert "只有 Word、WPS 文稿能加批注" in done.stderr


def test_every_place_is_commented_where_that_is_asked(
    draft: Path, run: Run, make_docx: Builder
) -> None:
    draft.write_bytes(make_docx(SOON * 5))
    assert "批注 3 条（问题共 5 处" in run("annotate", *RULES, draft.name).stdout
    assert "批注 5 条。" in run("annotate", *RULES, "--all", "--force", draft.name).stdout


def test_a_protected_file_is_copied_and_told_of(draft: Path, run: Run, make_docx: Builder) -> None:
    extra = {"_xmlsignatures/sig1.xml": "<Signature/>"}
    draft.write_bytes(make_docx(SOON, extra=extra))
    draft.chmod(0o444)
    done = run("annotate", *RULES, draft.name)
    assert done.returncode == 0
    assert "数字签名" in done.stderr
    copy = draft.with_name("通知 稿_批注.docx")
    assert os.access(copy, os.W_OK)
    assert "尽快" in comments(copy)
