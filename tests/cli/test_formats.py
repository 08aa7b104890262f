"""Several formats in one run."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

Run = Callable[..., subprocess.CompletedProcess[str]]
OFFICE = ("--rules", "rules", "--select", "X")
PAIRS = {
    "json": "a.json",
    "jsonl": "b.jsonl",
    "sarif": "c.sarif",
    "junit": "d.xml",
    "html": "e.html",
    "xlsx": "f.xlsx",
}


@pytest.fixture
def folder(tmp_path: Path, office: str) -> Path:
    """A folder with sixty texts, 21 of them empty, next to the office's rules."""
    assert office
    place = tmp_path / "批"
    place.mkdir()
    for number in range(60):
        (place / f"{number:02}.txt").write_text("请抓紧。\n" * (number % 3), encoding="utf-8")
    (place / "07.txt").write_bytes(b"")
    return place


def _pairs() -> list[str]:
    return [word for f, o in PAIRS.items() for word in ("--format", f, "--output", o)]


@pytest.mark.usefixtures("folder")
def test_every_format_says_the_same_however_many_processes_work(run: Run, tmp_path: Path) -> None:
    screen = ("--format", "github", "--output", "-")
    done = [run("check", *OFFICE, "批", *_pairs(), *screen, "--jobs", n) for n in ("1", "3")]
    assert done[0].returncode == done[1].returncode == 3
    assert done[0].stdout == done[1].stdout
    found = len(json.loads((tmp_path / "a.json").read_text("utf-8"))["summary"]["by_rule"])
    assert found == 1
    lines = (tmp_path / "b.jsonl").read_text("utf-8").splitlines()
    findings = sum(len(json.loads(line)["findings"]) for line in lines)
    (log,) = json.loads((tmp_path / "c.sarif").read_text("utf-8"))["runs"]
    assert len(log["results"]) == findings == done[0].stdout.count("::warning")
    suites = etree.parse(str(tmp_path / "d.xml")).getroot()
    assert len(suites) == len(log["artifacts"]) == len(lines) == 60
    assert sum(int(suite.get("errors", "0")) for suite in suites) == 21
    assert (tmp_path / "e.html").read_text("utf-8").count("data-rule=") == findings
    book = load_workbook(tmp_path / "f.xlsx")
    assert book["核稿意见"].max_row == findings + 1
    assert book["文件"].max_row == 61


@pytest.mark.usefixtures("folder")
def test_one_run_with_two_formats_writes_what_two_runs_write(run: Run, tmp_path: Path) -> None:
    run("check", *OFFICE, "批", *_pairs())
    together = {name: _content(tmp_path / name) for name in PAIRS.values()}
    for name, output in PAIRS.items():
        run("check", *OFFICE, "批", "--format", name, "--output", output)
    assert {name: _content(tmp_path / name) for name in PAIRS.values()} == together


def _content(file: Path) -> object:
    """Give a file's bytes; a workbook's values, for it carries the time of its making."""
    if file.suffix != ".xlsx":
        return file.read_bytes()
    return [list(sheet.values) for sheet in load_workbook(file)]


def test_no_file_appears_when_one_cannot_be_written(run: Run, office: str, soon: Path) -> None:
    assert office
    pairs = ("--format", "json", "--output", "a.json", "--format", "sarif", "--output", "无/b")
    done = run("check", *OFFICE, soon.name, *pairs)
    assert done.returncode == 2
    assert "结果写不进“无/b”" in done.stderr
    assert not (soon.parent / "a.json").exists()


def test_a_case_fails_from_the_severity_that_fail_on_names(
    run: Run, office: str, soon: Path
) -> None:
    words = ("check", "--rules", office, "--select", "X", "--format", "junit", soon.name)
    assert 'failures="1"' in run(*words).stdout
    assert 'failures="0"' in run(*words, "--fail-on", "error").stdout


def test_rules_of_every_configuration_are_described(run: Run, office: str, soon: Path) -> None:
    for folder, ids in (("甲", "X01"), ("乙", "X02")):
        place = soon.parent / folder
        place.mkdir()
        text = f'select = ["{ids}"]\nrules = "{office}"\n'
        (place / "gongkai-lint.toml").write_text(text, encoding="utf-8")
        (place / "a.txt").write_text("请抓紧《甲》、《乙》。", encoding="utf-8")
    done = run("check", "--format", "sarif", "甲", "乙")
    (log,) = json.loads(done.stdout)["runs"]
    rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert rules == ["X01", "X02"]
    assert [r["ruleId"] for r in log["results"]] == ["X01", "X02"]


def test_a_page_to_keep_is_written_beside_the_draft(run: Run, office: str, soon: Path) -> None:
    words = ("check", "--rules", office, "--select", "X", "--format", "html", soon.name)
    done = run(*words)
    page = soon.with_name("通知_核稿意见.html")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.endswith(f"核稿意见写在“{page}”。\n")
    assert "“尽快”没有写明最晚何时完成。" in page.read_text(encoding="utf-8")
    assert run(*words).returncode == 2
    assert run(*words, "--force", "-q").stderr == ""
