"""An office's word lists and classes whose expressions do not come to an end."""

import time
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.model.finding import Report
from gongkai_lint.patterns import expression

pytest.importorskip("regex")

# Ten characters, each taken in six ways: sixty million attempts, none of which succeeds.
_WAYS = "(?:(甲)|(甲)|(甲)|(甲)|(甲)|(甲)){10}[子丑]"
_TEXT = f"云岭市人民政府通知\n要统一布署，走访{'甲' * 10}乙丙。\n"
_RULE = """\
id: X01
title: 例
severity: warning
check: {kind: %s}
message: 不写“{text}”。
in_force: always
examples: {violation: [要拜访子。, 要拜访丑。], pass: [乙, 乙]}
"""
_LIST = f"- {{wrong: 走访, right: 拜访, after: '{_WAYS}', example: 走访子, pass: 走访}}\n"
_CLASS = f"""\
title: 例
family: act
entries:
  - form: '(?:走访|拜访){_WAYS}'
    fires: 有⟦走访甲甲甲甲甲甲甲甲甲甲子⟧。
    silent: 没有。
"""


def _judged(folder: Path, kind: str, place: str, words: str) -> Report:
    (folder / "X01-a.yaml").write_text(_RULE % kind, "utf-8")
    (folder / place).parent.mkdir()
    (folder / place).write_text(words, "utf-8")
    rules = load_ruleset(folder).select(("X01", "L05", "D21"), ())
    return lint_bytes(_TEXT.encode(), "稿.txt", Request(rules, date(2026, 12, 1)))


def _failed(report: Report) -> list[str | None]:
    assert all("一秒钟没有查完" in failure.message for failure in report.failures)
    return [failure.rule for failure in report.failures]


def test_a_slow_list_fails_its_rule_and_the_others_speak(tmp_path: Path) -> None:
    report = _judged(tmp_path, "lexicon, lexicon: own", "lexicons/own.yaml", _LIST)
    assert _failed(report) == ["X01"]
    assert [finding.rule for finding in report.findings] == ["L05"]


def test_a_slow_class_fails_who_asks_for_it_and_the_others_speak(tmp_path: Path) -> None:
    report = _judged(tmp_path, "clause, act: [slow]", "vocabulary/slow.yaml", _CLASS)
    assert "X01" in _failed(report)
    assert [finding.rule for finding in report.findings] == ["L05"]


def test_a_text_without_end_is_searched_once() -> None:
    pattern, text = expression(_WAYS, outside=True), "甲" * 10 + "乙"
    with pytest.raises(TimeoutError):
        pattern.search(text)
    before = time.process_time()
    for search in (pattern.search, pattern.match, lambda text: next(pattern.finditer(text))):
        with pytest.raises(TimeoutError):
            search(text)
    assert time.process_time() - before < 0.5
    assert pattern.search("甲" * 10 + "子")
