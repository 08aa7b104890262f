"""Reading word lists: every mistake told with its line."""

from pathlib import Path

import pytest

from gongkai_lint.checks.lexicon import Lexicon, WrongWord
from gongkai_lint.errors import RuleFileError
from gongkai_lint.ruleset.lexicon_file import read_lexicon
from gongkai_lint.ruleset.load import load_ruleset

RULE = """\
id: X01
title: 例
severity: warning
check: {kind: lexicon, lexicon: own}
message: 不写“{text}”。
in_force: always
examples: {violation: [甲, 甲], pass: [乙, 乙]}
"""


def _told(file: Path, text: str) -> list[str]:
    file.write_text(text, "utf-8")
    told: list[str] = []
    assert read_lexicon(file, told.append) is None
    return told


def test_a_sound_list_becomes_a_check(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("- {wrong: 布署, right: 部署, example: 统一布署。}\n", "utf-8")
    assert read_lexicon(file, print) == Lexicon.of((WrongWord("布署", "部署"),))


def test_all_mistakes_of_a_list_are_told_with_their_lines(tmp_path: Path) -> None:
    told = _told(
        tmp_path / "own.yaml",
        "- {wrong: 布署, right: 部署}\n"
        "- {wrong: 按装, right: 安装, after: '(', example: 按装。, pass: 按装机。}\n"
        "- {wrong: 既使, right: 即使, colour: red, example: 既使。}\n"
        "- {wrong: 做为, right: 作为, segment: true, example: 做为。}\n"
        "- 甲\n",
    )
    for line, words in enumerate(("example", "正则表达式", "colour", "pass", "对应表"), start=1):
        assert any(f"第 {line} 行" in t and words in t for t in told), (line, told)


def test_a_word_listed_twice_is_a_mistake(tmp_path: Path) -> None:
    entry = "- {wrong: 布署, right: 部署, example: 统一布署。}\n"
    (problem,) = _told(tmp_path / "own.yaml", entry * 2)
    assert "第 2 行" in problem


def test_a_list_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    assert _told(tmp_path / "own.yaml", "wrong: 布署\n")


def test_an_office_may_bring_its_own_list(tmp_path: Path) -> None:
    (tmp_path / "X01-a.yaml").write_text(RULE, "utf-8")
    (tmp_path / "lexicons").mkdir()
    entry = "- {wrong: 布署, right: 部署, example: 统一布署。}\n"
    (tmp_path / "lexicons" / "own.yaml").write_text(entry, "utf-8")
    (rule,) = load_ruleset(tmp_path).select(("X01",), ()).rules
    assert rule.cases[0].check == Lexicon.of((WrongWord("布署", "部署"),), outside=True)


@pytest.mark.parametrize("name", ["own", "../own", "''"])
def test_a_missing_list_is_a_mistake_of_the_rule(tmp_path: Path, name: str) -> None:
    (tmp_path / "X01-a.yaml").write_text(RULE.replace("lexicon: own", f"lexicon: {name}"), "utf-8")
    with pytest.raises(RuleFileError, match=r"X01-a\.yaml:4"):
        load_ruleset(tmp_path)
