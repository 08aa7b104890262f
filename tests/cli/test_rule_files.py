import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
MISTAKES = {
    "an unknown key": ("why:", "whi:", 7, "不认识的字段“whi”"),
    "a bad regular expression": ("[尽快, 抓紧]", "['(尽快']", 5, "正则表达式“(尽快”写错了"),
    "an unknown check": ("kind: existence", "kind: magic", 5, "没有检查方式“magic”"),
    "an impossible date": ("since: 2012-07-01", "since: 2012-02-30", 10, "没有“2012-02-30”这一天"),
    "an unknown instrument": ("gb-t-9704-2012", "gb-t-1", 9, "依据“gb-t-1”不在"),
    "a repeated key": ("id: X01", "id: X01\nid: X01", 2, "“id”写了两次"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_field(
    run: Run, office: str, soon: Path, mistake: str
) -> None:
    right, wrong, line, sentence = MISTAKES[mistake]
    file = Path(office) / "X01-vague-time.yaml"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    done = run("check", "--rules", "rules", soon.name)
    assert done.returncode == 2
    assert f"X01-vague-time.yaml:{line}：" in done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_all_mistakes_of_all_files_are_told_at_once(run: Run, office: str, soon: Path) -> None:
    for file in Path(office).iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("title:", "titel:"), encoding="utf-8")
    done = run("check", "--rules", "rules", soon.name)
    assert done.stderr.count("不认识的字段“titel”") == 2


def test_an_id_used_twice_is_a_mistake(run: Run, office: str, soon: Path) -> None:
    first = Path(office) / "X01-vague-time.yaml"
    (Path(office) / "X01-again.yaml").write_bytes(first.read_bytes())
    done = run("check", "--rules", "rules", soon.name)
    assert done.returncode == 2
    assert "规则编号 X01" in done.stderr
    assert "重复" in done.stderr


def test_the_id_of_a_built_in_rule_is_taken(run: Run, office: str, soon: Path) -> None:
    file = Path(office) / "X01-vague-time.yaml"
    text = file.read_text(encoding="utf-8").replace("id: X01", "id: A01")
    file.rename(file.with_name("A01-vague-time.yaml")).write_text(text, encoding="utf-8")
    done = run("check", "--rules", "rules", soon.name)
    assert done.returncode == 2
    assert "请用 X 开头的编号" in done.stderr


def test_a_pattern_without_end_is_a_failure_of_its_rule_alone(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("regex")
    (tmp_path / "规则").mkdir()
    rule = """
id: X01
title: 试
severity: warning
certainty: certain
scope: [document]
check: {kind: existence, patterns: ['(?:[一二]|[二一]|一二)+?(?:[一二]+)+四$']}
message: 见“{text}”。
why: 试。
in_force: always
examples:
  violation: [⟦一二四⟧, ⟦二一四⟧]
  pass: [一二, 四三]
"""
    (tmp_path / "规则" / "X01-试.yaml").write_text(rule, encoding="utf-8")
    text = "关于做好工作的通知\n" + "一二" * 30 + "四三甲\n"
    (tmp_path / "稿.txt").write_text(text, encoding="utf-8")
    done = run("check", "稿.txt", "--rules", "规则")
    assert done.returncode == 3, done.stdout + done.stderr
    assert "没有查完" in done.stdout
    assert "L06" in done.stdout  # the others speak
