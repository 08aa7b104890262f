import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
FULL = 'rules = "rules"\nselect = ["x01"]\nfail-on = "warning"\n'


@pytest.fixture(autouse=True)
def _files(office: str, soon: Path) -> None:
    """Every test here has the office's rules and the text with one finding."""


def test_a_file_above_the_document_is_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    deep = tmp_path / "甲" / "乙"
    deep.mkdir(parents=True)
    (deep / "稿.txt").write_text("请抓紧。", encoding="utf-8")
    done = run("check", "甲/乙/稿.txt")
    assert done.returncode == 1
    assert "1 条规则" in done.stdout


def test_a_table_in_pyproject_is_used(run: Run, tmp_path: Path) -> None:
    table = f"[project]\nname = 'x'\n[tool.gongkai-lint]\n{FULL}"
    (tmp_path / "pyproject.toml").write_text(table, encoding="utf-8")
    assert "1 条规则" in run("check", "通知.txt").stdout


def test_a_pyproject_of_someone_else_is_passed_by(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "pyproject.toml").write_text("not even TOML", encoding="utf-8")
    (tmp_path / "甲" / "稿.txt").write_text("请抓紧。", encoding="utf-8")
    assert run("check", "甲/稿.txt").returncode == 1


def test_the_command_line_wins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    assert run("check", "--fail-on", "error", "通知.txt").returncode == 0


def test_each_document_has_the_nearest_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "旧").mkdir()
    nearer = 'rules = "../rules"\nselect = ["X01"]\nas-of = 2012-06-30\n'
    (tmp_path / "旧" / "gongkai-lint.toml").write_text(nearer, encoding="utf-8")
    (tmp_path / "旧" / "稿.txt").write_text("请抓紧。", encoding="utf-8")
    done = run("check", "旧/稿.txt", "通知.txt")
    assert "旧/稿.txt" not in done.stdout
    assert "通知.txt:2:5" in done.stdout


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("profil = 'draft'", "不认识“profil”；可用的有：profile、as-of、select"),
        ("profile = 'x'", "“profile”只能是 draft、archive，现为“x”"),
        ("select = 'A'", "“select”应是一组规则编号"),
        ("as-of = '2020-02-30'", "“as-of”应是真实的日期"),
        ("encoding = 3", "“encoding”应是一段文字"),
        ("= 3", "不是正确的 TOML"),
        ("select = ['Q9']", "没有编号是“Q9”或以它开头的规则"),
    ],
)
def test_a_mistake_gives_code_2_and_names_the_file(
    run: Run, tmp_path: Path, text: str, sentence: str
) -> None:
    (tmp_path / "gongkai-lint.toml").write_text(text, encoding="utf-8")
    done = run("check", "通知.txt")
    assert done.returncode == 2
    assert sentence in done.stderr
