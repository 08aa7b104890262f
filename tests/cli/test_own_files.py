"""What we wrote ourselves is never taken for a draft, in a folder or by name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

OFFICE = ("--rules", "rules", "--select", "X")


@pytest.fixture(autouse=True)
def _files(office: str, soon: Path) -> None:
    """Every test here has the office's rules and the text with one finding."""


@pytest.mark.parametrize(
    "name",
    ["通知_批注.docx", "通知_修订.txt", "通知_核稿.docx", "a_督察表.docx", "a_核稿意见.html"],
)
@pytest.mark.parametrize("command", ["check", "annotate", "fix", "tasks", "baseline", "review"])
def test_a_copy_is_refused_by_name(run: Run, tmp_path: Path, name: str, command: str) -> None:
    (tmp_path / name).write_text("各单位要尽快报送。", encoding="utf-8")
    done = run(command, name)
    assert done.returncode == 2
    assert f"“{name}”是本程序写的，不当文稿检查。" in done.stderr


def test_beside_drafts_a_copy_is_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "通知_修订.txt").write_text("各单位要尽快报送。", encoding="utf-8")
    done = run("check", *OFFICE, "通知_修订.txt", "通知.txt")
    assert done.returncode == 1
    assert "“通知_修订.txt”是本程序写的" in done.stderr
    assert "1 个文件，" in done.stdout


@pytest.mark.parametrize("name", ["结果.txt", "结果.html"])
def test_a_result_is_no_draft_whatever_its_name(run: Run, tmp_path: Path, name: str) -> None:
    assert run("check", *OFFICE, "-o", name, "通知.txt").returncode == 1
    assert (tmp_path / name).exists()
    done = run("check", *OFFICE, ".")
    assert done.stdout.splitlines()[-2].startswith("1 个文件，")


def test_how_a_file_was_read_is_no_draft(run: Run, tmp_path: Path) -> None:
    assert run("parse", "通知.txt", "-o", "读法.html").returncode == 0
    assert (tmp_path / "读法.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert run("check", *OFFICE, ".").stdout.splitlines()[-2].startswith("1 个文件，")


def test_somebodys_revised_law_in_another_format_is_a_draft(
    run: Run, tmp_path: Path, make_docx: Callable[..., bytes]
) -> None:
    (tmp_path / "条例_修订.html").write_text("<p>请尽快。</p>", encoding="utf-8")
    (tmp_path / "条例（修订）.docx").write_bytes(
        make_docx("<w:p><w:r><w:t>请尽快。</w:t></w:r></w:p>")
    )
    assert run("check", *OFFICE, "条例（修订）.docx").returncode == 1
