"""A baseline: what was there stays silent, what is new is told."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
RULES = ("--rules", "rules", "--select", "X")
KNOWN = ("--baseline", "gongkai-lint-baseline.json")
FIRST, SECOND, THIRD = "各单位要尽快报送。", "请抓紧落实。", "请尽快反馈。"


@pytest.fixture(autouse=True)
def _files(office: str, tmp_path: Path) -> None:
    """Every test here has the office's rules and a folder with a text."""
    assert office == str(tmp_path / "rules")
    _write(tmp_path, FIRST, SECOND)


def _write(folder: Path, *lines: str, name: str = "稿/通知.txt") -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    text = "\n".join(["云岭市人民政府关于做好防汛工作的通知", *lines])
    (folder / name).write_text(text, encoding="utf-8")


def _baseline(folder: Path) -> dict[str, Any]:
    text = (folder / "gongkai-lint-baseline.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def test_a_baseline_reads_well_and_is_the_same_each_time(run: Run, tmp_path: Path) -> None:
    done = run("baseline", *RULES, "稿")
    assert done.returncode == 0
    assert done.stdout == "记录了 1 个文件的 2 处问题，写在“gongkai-lint-baseline.json”。\n"
    text = (tmp_path / "gongkai-lint-baseline.json").read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if "抓紧" in line]
    assert line.startswith('  {"rule": "X01", "text": "抓紧", "message": "“抓紧”没有写明')
    assert list(_baseline(tmp_path)["documents"]) == ["稿/通知.txt"]
    run("baseline", *RULES, "--force", str(tmp_path / "稿"))
    assert (tmp_path / "gongkai-lint-baseline.json").read_text(encoding="utf-8") == text


def test_what_is_known_is_silent_but_stays_in_json(run: Run) -> None:
    run("baseline", *RULES, "稿")
    done = run("check", *RULES, *KNOWN, "稿")
    assert done.returncode == 0
    assert "提示 0 处；基线中已有 2 处；" in done.stdout
    result = json.loads(run("check", *RULES, *KNOWN, "--format", "json", "稿").stdout)
    (document,) = result["documents"]
    assert document["findings"] == []
    assert {s["suppressed_by"]["kind"] for s in document["suppressed"]} == {"baseline"}
    assert result["summary"]["baseline"] == {"known": 2, "gone": 0}
    sarif = json.loads(run("check", *RULES, *KNOWN, "--format", "sarif", "稿").stdout)
    assert {r["baselineState"] for r in sarif["runs"][0]["results"]} == {"unchanged"}


def test_moved_paragraphs_are_known_and_a_swap_is_seen(run: Run, tmp_path: Path) -> None:
    run("baseline", *RULES, "稿")
    _write(tmp_path, "新的一段。", SECOND, "又一段。", FIRST)
    assert run("check", *RULES, *KNOWN, "稿").returncode == 0
    _write(tmp_path, FIRST, THIRD)
    done = run("check", *RULES, *KNOWN, "-v", "稿")
    assert done.returncode == 1
    assert "稿/通知.txt:3:2 建议 X01 “尽快”" in done.stdout
    assert done.stdout.count("建议 X01") == 1
    assert "；基线中已有 1 处、已消除 1 处（可用 baseline --update 更新）；" in done.stdout


def test_a_renamed_file_is_known_and_another_new_one_is_not(run: Run, tmp_path: Path) -> None:
    run("baseline", *RULES, "稿")
    (tmp_path / "稿" / "通知.txt").rename(tmp_path / "稿" / "定稿.txt")
    assert run("check", *RULES, *KNOWN, "稿").returncode == 0
    (tmp_path / "稿" / "定稿.txt").rename(tmp_path / "稿" / "通知.txt")
    _write(tmp_path, FIRST, SECOND, name="稿/又一份.txt")
    done = run("check", *RULES, *KNOWN, "--format", "concise", "稿")
    assert done.stdout.count("又一份.txt:") == 2
    assert "稿/通知.txt:" not in done.stdout


def test_update_drops_what_is_paid_off_and_adds_nothing(run: Run, tmp_path: Path) -> None:
    _write(tmp_path, SECOND, name="稿/旧.txt")
    _write(tmp_path, SECOND, name="别处/旧.txt")
    run("baseline", *RULES, "稿", "别处")
    _write(tmp_path, SECOND, THIRD)
    (tmp_path / "稿" / "旧.txt").unlink()
    done = run("baseline", *RULES, "--update", "稿")
    assert done.stdout.startswith("已消除 2 处，基线中还有 2 处，")
    documents = _baseline(tmp_path)["documents"]
    assert list(documents) == ["别处/旧.txt", "稿/通知.txt"]
    assert [entry["text"] for entry in documents["稿/通知.txt"]["findings"]] == ["抓紧"]
    assert run("check", *RULES, *KNOWN, "稿").returncode == 1


def test_update_keeps_what_was_not_looked_for(run: Run, tmp_path: Path) -> None:
    run("baseline", *RULES, "稿")
    _write(tmp_path, "没有问题。")
    done = run("baseline", "--rules", "rules", "--select", "X02", "--update", "稿")
    assert done.stdout.startswith("已消除 0 处，")


def test_update_knows_a_renamed_file(run: Run, tmp_path: Path) -> None:
    run("baseline", *RULES, "稿")
    (tmp_path / "稿" / "通知.txt").rename(tmp_path / "稿" / "定稿.txt")
    assert run("baseline", *RULES, "--update", "稿").stdout.startswith("已消除 0 处，")
    assert list(_baseline(tmp_path)["documents"]) == ["稿/定稿.txt"]


def test_a_baseline_is_not_overwritten_unasked(run: Run, tmp_path: Path) -> None:
    run("baseline", *RULES, "稿")
    before = (tmp_path / "gongkai-lint-baseline.json").read_bytes()
    _write(tmp_path, THIRD)
    done = run("baseline", *RULES, "稿")
    assert done.returncode == 2
    assert "请加 --update，要重新记录请加 --force" in done.stderr
    assert (tmp_path / "gongkai-lint-baseline.json").read_bytes() == before


def test_the_configuration_names_the_baseline(run: Run, tmp_path: Path) -> None:
    said = 'rules = "rules"\nselect = ["X"]\nbaseline = "记录/基线.json"\n'
    (tmp_path / "gongkai-lint.toml").write_text(said, encoding="utf-8")
    assert "基线文件“记录/基线.json”不存在" in run("check", "稿").stderr
    (tmp_path / "记录").mkdir()
    assert run("baseline", "稿").returncode == 0
    assert run("check", "稿").returncode == 0
    text = (tmp_path / "记录" / "基线.json").read_text(encoding="utf-8")
    assert list(json.loads(text)["documents"]) == ["../稿/通知.txt"]


def test_what_was_accepted_with_a_reason_is_not_put_down(run: Run, tmp_path: Path) -> None:
    _write(tmp_path, f"{FIRST}<!-- gongkai-lint: ignore X01 -- 引文 -->", SECOND)
    run("baseline", *RULES, "稿")
    (document,) = _baseline(tmp_path)["documents"].values()
    assert [entry["text"] for entry in document["findings"]] == ["抓紧"]


def test_standard_input_has_its_place_too(run: Run) -> None:
    text = FIRST.encode()
    named = ("-", "--stdin-filename", "稿/新.txt")
    assert run("baseline", *RULES, *named, stdin=text).returncode == 0
    assert run("check", *RULES, *KNOWN, *named, stdin=text).returncode == 0
    assert run("check", *RULES, *KNOWN, *named, stdin=THIRD.encode()).returncode == 1


def test_what_cannot_be_read_is_told_and_stays_known(run: Run, tmp_path: Path) -> None:
    run("baseline", *RULES, "稿")
    (tmp_path / "稿" / "通知.txt").write_bytes(b"")
    done = run("baseline", *RULES, "--update", "稿")
    assert done.returncode == 3
    assert "稿/通知.txt: 读不出来：文件是空的" in done.stderr
    assert done.stdout.startswith("已消除 0 处，基线中还有 2 处")


def test_a_damaged_file_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gongkai-lint-baseline.json").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    for words in (("check", *RULES, *KNOWN, "稿"), ("baseline", *RULES, "--update", "稿")):
        done = run(*words)
        assert done.returncode == 2
        assert "基线文件“gongkai-lint-baseline.json”不是正确的 JSON（第 1 行有误）" in done.stderr


def test_what_an_archive_sums_up_is_put_down_whole(run: Run, tmp_path: Path) -> None:
    _write(tmp_path, *["各单位要统一布署。"] * 9)
    words = ("--profile", "archive", "--select", "L05", "稿")
    assert run("check", "-v", *words).stdout.count("建议 L05") == 3
    assert run("baseline", *words).stdout.startswith("记录了 1 个文件的 9 处问题")
    assert "提示 0 处；基线中已有 9 处。\n" in run("check", *KNOWN, *words).stdout
