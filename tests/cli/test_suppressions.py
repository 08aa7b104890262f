"""Findings that an office accepts: said in its configuration or in the text itself."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAD = 'rules = "rules"\nselect = ["X", "Z"]\n'
TEXT = "云岭市人民政府通知\n各单位要尽快报送。\n请抓紧落实。\n"


@pytest.fixture(autouse=True)
def _files(office: str, tmp_path: Path) -> None:
    """Every test here has the office's rules and a text with two findings."""
    assert office == str(tmp_path / "rules")
    (tmp_path / "稿").mkdir()
    (tmp_path / "稿" / "通知.txt").write_text(TEXT, encoding="utf-8")


@pytest.fixture
def configure(tmp_path: Path) -> Callable[..., None]:
    """Write a configuration with suppressions of X01."""

    def write(*suppressions: str, rule: str = "X01") -> None:
        tables = "".join(f'[[suppressions]]\nrule = "{rule}"\n{said}\n' for said in suppressions)
        (tmp_path / "gongkai-lint.toml").write_text(HEAD + tables, encoding="utf-8")

    return write


def _documents(run: Run, *words: str) -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = json.loads(run("check", "--format", "json", *words).stdout)[
        "documents"
    ]
    return documents


def test_a_fingerprint_from_the_screen_silences_its_finding(
    run: Run, configure: Callable[..., None]
) -> None:
    configure()
    shown = run("check", "-v", "稿").stdout
    first, second = re.findall(r"指纹：([0-9a-f]{16})", shown)
    configure(
        f'fingerprint = "{first}"\nreason = "照录"', f'fingerprint = "{second}"\nreason = "同上"'
    )
    done = run("check", "稿")
    assert done.returncode == 0
    assert "提示 0 处；另有 2 处已按理由忽略" in done.stdout
    (document,) = _documents(run, "稿")
    assert document["findings"] == []
    assert [s["fingerprint"] for s in document["suppressed"]] == [first, second]
    assert document["suppressed"][0]["reason"] == "照录"
    assert document["suppressed"][0]["suppressed_by"] == {
        "kind": "config",
        "file": "gongkai-lint.toml",
        "line": 3,
    }
    assert "已忽略 X01" in run("check", "-v", "稿").stdout


def test_a_suppression_may_hold_for_some_paths_and_some_time(
    run: Run, configure: Callable[..., None]
) -> None:
    configure('reason = "旧稿"\npath = "旧/**"\nuntil = 2099-12-31')
    assert run("check", "稿").returncode == 1
    configure('reason = "旧稿"\npath = "稿/**"\nuntil = 2099-12-31')
    assert run("check", "稿").returncode == 0


def test_an_expired_suppression_is_told_in_the_configuration(
    run: Run, configure: Callable[..., None]
) -> None:
    configure('reason = "旧稿"\nuntil = 2020-12-31')
    done = run("check", "-v", "稿")
    assert done.returncode == 1
    assert "稿/通知.txt:2:5 建议 X01" in done.stdout
    assert "gongkai-lint.toml:3:1 建议 Z01 对 X01 的忽略只到 2020-12-31，已经过期" in done.stdout


def test_an_unused_suppression_is_told_once_all_documents_are_judged(
    run: Run, configure: Callable[..., None], tmp_path: Path
) -> None:
    configure('reason = "照录"', rule="X02")
    (tmp_path / "又一稿.txt").write_text("按月报送。", encoding="utf-8")
    assert "Z01" not in run("check", "稿").stdout
    assert run("check", "又一稿.txt").returncode == 0
    done = run("check", "-v", "--fail-on", "warning", "又一稿.txt", "稿")
    assert "gongkai-lint.toml:3:1 建议 Z01 这里没有要忽略的 X02 问题" in done.stdout
    (config,) = [d for d in _documents(run, ".") if d["path"] == "gongkai-lint.toml"]
    assert config["findings"][0]["text"] == "[[suppressions]]"
    assert "Z01" not in run("check", "--select", "X01", ".").stdout


def test_a_suppression_for_one_document_is_judged_with_it(
    run: Run, configure: Callable[..., None], tmp_path: Path
) -> None:
    configure('reason = "照录"\npath = "又一稿.txt"')
    (tmp_path / "又一稿.txt").write_text("按月报送。", encoding="utf-8")
    assert "Z01" not in run("check", "稿").stdout
    assert "Z01 这里没有要忽略的 X01 问题" in run("check", "-v", "又一稿.txt").stdout


def test_many_processes_judge_suppressions_alike(
    run: Run, configure: Callable[..., None], tmp_path: Path
) -> None:
    configure('reason = "照录"', 'reason = "多余"')
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("请抓紧。", encoding="utf-8")
    one = run("check", "--format", "jsonl", "--jobs", "1", ".")
    many = run("check", "--format", "jsonl", "--jobs", "2", ".")
    assert one.stdout == many.stdout
    assert '"rule": "Z01"' in many.stdout


def test_an_unknown_rule_in_a_suppression_is_told(
    run: Run, configure: Callable[..., None], tmp_path: Path
) -> None:
    configure('reason = "照录"', rule="Q99")
    assert "要忽略的规则 Q99 不存在" in run("check", "稿").stderr
    configure('reason = "照录"', rule="Q")
    assert "“suppressions.1.rule”不对：应是规则编号，如 A04" in run("check", "稿").stderr
    (tmp_path / "gongkai-lint.toml").write_text("suppressions = 3\n", encoding="utf-8")
    assert "字段“suppressions”应写作“[[suppressions]]”" in run("check", "稿").stderr


def test_a_text_speaks_for_itself(run: Run, tmp_path: Path) -> None:
    remark = "<!-- gongkai-lint: ignore X01"
    text = f"请尽快。{remark} -- 引文 -->\n{remark} -->\n请抓紧。\n"
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        done = run("check", "--rules", "rules", "-v", "--select", "X,Z", name)
        assert f"{name}:2:1 建议 Z01 没有写理由，X01 没有忽略" in done.stdout
        assert "    │ <!-- gongkai-lint: ignore X01 -->" in done.stdout
        assert f"{name}:3:2 建议 X01" in done.stdout
        assert "另有 1 处已按理由忽略" in done.stdout


def test_a_word_comment_speaks_for_the_words_it_marks(
    run: Run, tmp_path: Path, make_docx: Callable[..., bytes]
) -> None:
    def paragraph(inner: str) -> str:
        return f"<w:p>{inner}</w:p>"

    def words(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    marks = [
        f'<w:commentRangeStart w:id="{n}"/>{words(text)}<w:commentRangeEnd w:id="{n}"/>'
        f'<w:r><w:commentReference w:id="{n}"/></w:r>'
        for n, text in enumerate(["尽快", "抓紧"])
    ]
    body = paragraph(f"{words('请')}{marks[0]}{words('办。')}") + paragraph(
        marks[1] + words("报。")
    )
    said = ["〔忽略X01，至2099-12-31〕领导批示原文", "〔忽略X01〕"]
    comments = "".join(
        f'<w:comment w:id="{n}">{paragraph(words(text))}</w:comment>' for n, text in enumerate(said)
    )
    file = tmp_path / "稿.docx"
    file.write_bytes(make_docx(body, more={"c": ("comments", "comments", comments)}))
    words_ = ("check", "--rules", "rules", "--select", "X,Z", "--format", "json", "稿.docx")
    (document,) = json.loads(run(*words_).stdout)["documents"]
    found = [(f["rule"], f["text"], f["location"]["paragraph"]) for f in document["findings"]]
    assert found == [("X01", "抓紧", 2), ("Z01", "抓紧", 2)]
    (kept,) = document["suppressed"]
    assert (kept["text"], kept["reason"], kept["until"]) == ("尽快", "领导批示原文", "2099-12-31")
    assert kept["suppressed_by"] == {"kind": "comment", "file": None, "line": 1}
