"""gongkai-lint parse: how files were read."""

import json
from pathlib import Path

import pytest

from gongkai_lint.cli.app import run

TEXT = """云岭市人民政府关于加强停车管理的通知
各县（市、区）人民政府：
市城管局要尽快公布停车场名单，各县区不得提前公布。
云岭市人民政府
2024年9月2日
（此件公开发布）
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_screen_shows_who_does_what(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", str(draft)]) == 0
    said = capsys.readouterr().out
    assert "标题：云岭市人民政府关于加强停车管理的通知" in said
    assert "主语：市城管局" in said
    assert "公布/publish（否定）" in said


def test_json_tells_every_clause_with_its_places(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["parse", "--format", "json", str(draft)]) == 0
    (told,) = json.loads(capsys.readouterr().out)["documents"]
    clauses = [clause for one in told["sentences"] for clause in one["clauses"]]
    acts = [
        (TEXT[term["start"] : term["end"]], term["affirmed"], clause["subject"])
        for clause in clauses
        for term in clause["terms"]
        if "publish" in term["classes"]
    ]
    assert acts[:2] == [("公布", True, "市城管局"), ("公布", False, "各县区")]


def test_a_page_is_written_and_never_over_a_file(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "识别.html"
    assert run(["parse", "--format", "html", "-o", str(page), str(draft)]) == 0
    assert "停车场名单" in page.read_text(encoding="utf-8")
    assert run(["parse", "--format", "html", "-o", str(page), str(draft)]) == 2
    assert "已经存在" in capsys.readouterr().err


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["parse", str(tmp_path / "没有.txt"), str(draft)]) == 3
    said = capsys.readouterr()
    assert "没有.txt" in said.err
    assert "市城管局" in said.out
