import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Builder = Callable[..., bytes]

TITLES = "根据《甲办法》、《乙办法》，各单位要尽快报送。"
RULES = ("--rules", "rules", "--select", "X")


@pytest.fixture
def draft(tmp_path: Path, office: str) -> Path:
    """A text with one safe fix of X02 and a finding of X01 that has none."""
    assert office
    file = tmp_path / "通知 稿.txt"
    file.write_bytes(f"{TITLES}\r\n请遵照执行。\r\n".encode())
    return file


def test_a_text_is_copied_with_its_fixes(draft: Path, run: Run) -> None:
    before = draft.read_bytes()
    done = run("fix", *RULES, draft.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "通知 稿.txt → 通知 稿_修订.txt：改了 1 处，未改 1 处。\n"
        "  未改：X01 1 处：没有可靠的自动改法，请人工修改。\n"
    )
    copy = draft.with_name("通知 稿_修订.txt").read_bytes()
    assert copy == before.replace("》、《".encode(), "》《".encode())
    assert draft.read_bytes() == before


def test_the_difference_alone_writes_nothing(draft: Path, run: Run) -> None:
    done = run("fix", *RULES, "--diff", draft.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "--- 通知 稿.txt\n+++ 通知 稿_修订.txt\n@@ -1,2 +1,2 @@\n"
        f"-{TITLES}\n+{TITLES.replace('、《', '《')}\n 请遵照执行。\n"
    )
    assert not draft.with_name("通知 稿_修订.txt").exists()


def test_a_check_writes_nothing_and_tells_by_its_code_what_could_be_fixed(
    draft: Path, run: Run
) -> None:
    checked = run("fix", *RULES, "--check", draft.name)
    assert (checked.returncode, checked.stdout) == (1, "通知 稿.txt：能改 1 处。\n")
    assert "gongkai-lint fix 文件名" in checked.stderr
    shown = run("fix", *RULES, "--check", "--diff", draft.name)
    assert (shown.returncode, shown.stdout[:8]) == (1, "--- 通知 稿")
    assert not draft.with_name("通知 稿_修订.txt").exists()
    draft.write_text("按月报送。", encoding="utf-8")
    done = run("fix", *RULES, "--check", draft.name)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_remark_to_us_stays_as_it_is(draft: Path, run: Run) -> None:
    line = f"{TITLES}<!-- gongkai-lint: X01 已定 -->"
    draft.write_text(f"{line}\n", encoding="utf-8")
    assert (
        f"\n-{line}\n+{line.replace('、《', '《')}\n"
        in run("fix", *RULES, "--diff", draft.name).stdout
    )


def test_a_word_file_is_copied_with_tracked_changes(
    draft: Path, run: Run, make_docx: Builder
) -> None:
    word = draft.with_suffix(".docx")
    word.write_bytes(make_docx(f"<w:p><w:r><w:t>{TITLES}</w:t></w:r></w:p>"))
    assert run("fix", *RULES, word.name).stdout.startswith(
        "通知 稿.docx → 通知 稿_修订.docx：改了 1"
    )
    copy = zipfile.ZipFile(io.BytesIO(draft.with_name("通知 稿_修订.docx").read_bytes()))
    xml = copy.read("word/document.xml").decode()
    assert '<w:del w:id="1" w:author="公开规范核查"' in xml
    assert '<w:delText xml:space="preserve">、</w:delText>' in xml
    diff = run("fix", *RULES, "--diff", word.name).stdout
    assert f"\n-{TITLES}\n+" in diff


def test_a_copy_that_exists_is_refused_unless_forced(draft: Path, run: Run) -> None:
    copy = draft.with_name("通知 稿_修订.txt")
    copy.write_bytes(b"mine")
    assert run("fix", *RULES, draft.name).returncode == 2
    assert copy.read_bytes() == b"mine"
    assert run("fix", *RULES, draft.name, "--force", "-q").stdout == ""
    assert "》《" in copy.read_text(encoding="utf-8")


def test_where_nothing_can_be_fixed_no_copy_is_written(draft: Path, run: Run) -> None:
    draft.write_text("请按月报送。\n", encoding="utf-8")
    done = run("fix", *RULES, draft.name)
    assert (done.returncode, done.stdout) == (0, "通知 稿.txt：没有能自动改的。\n")
    assert not draft.with_name("通知 稿_修订.txt").exists()


def test_a_folder_is_done_without_our_own_copies(draft: Path, run: Run) -> None:
    draft.with_name("旧_修订.txt").write_text(TITLES, encoding="utf-8")
    draft.with_name("页.html").write_text("<html></html>", encoding="utf-8")
    assert run("fix", *RULES, "-q", ".").returncode == 0
    copies = sorted(file.name for file in draft.parent.glob("*_修订*"))
    assert copies == ["旧_修订.txt", "通知 稿_修订.txt"]


def test_a_file_that_cannot_be_changed_does_not_stop_the_others(draft: Path, run: Run) -> None:
    draft.with_name("页.html").write_text(
        f"<html><body><p>{TITLES}</p></body></html>", encoding="utf-8"
    )
    done = run("fix", *RULES, "没有.txt", "页.html", draft.name)
    assert done.returncode == 2
    assert "找不到文件“没有.txt”" in done.stderr
    assert "只能改 .docx、.txt、.md 文件" in done.stderr
    assert draft.with_name("通知 稿_修订.txt").exists()
    assert run("fix", *RULES, "没有.txt").returncode == 3


LINES = (
    "云岭市人民政府办公室关于开展检查的通知\n各镇人民政府：\n请认真开展检查。\n"
    "云岭市人民政府办公室\n2024年9月2日\n"
)


def test_the_attribute_is_named_in_chinese(draft: Path, run: Run) -> None:
    draft.write_text(LINES, encoding="utf-8")
    assert "--attribute" in run("fix", "--select", "A01", draft.name).stdout
    run("fix", "--select", "A01", "--attribute", "主动公开", draft.name)
    copy = draft.with_name("通知 稿_修订.txt").read_text(encoding="utf-8")
    assert copy == f"{LINES}（此件公开发布）\n"
    wrong = run("fix", "--attribute", "公开", draft.name)
    assert wrong.returncode == 2
    assert "只能是 主动公开、依申请公开、不予公开，现为“公开”" in wrong.stderr
