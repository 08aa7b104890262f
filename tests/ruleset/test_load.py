"""Loading rules, built-in ones and an office's own."""

import pickle
from pathlib import Path

import pytest

from gongkai_lint.errors import RuleFileError, UsageError
from gongkai_lint.ruleset.folder import load_folder
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.locate import rules_folder

SOUND = """\
id: X01
title: 例
severity: warning
check: {kind: existence, patterns: [甲]}
message: 不写“{text}”。
in_force: always
examples: {violation: [甲, 甲], pass: [乙, 乙]}
"""


def test_the_built_in_rules_load_and_are_in_order() -> None:
    ids = [rule.id for rule in load_ruleset().rules]
    assert ids == sorted(set(ids))


def test_the_compiled_rules_are_the_rules_of_the_folder() -> None:
    kept, fresh = load_ruleset(), load_folder(rules_folder())
    assert kept.digest == fresh.digest
    assert kept.rules == fresh.rules


def test_a_rule_set_survives_pickling() -> None:
    rules = load_ruleset()
    assert pickle.loads(pickle.dumps(rules)).rules == rules.rules  # noqa: S301 (our own bytes)


def test_own_rules_add_to_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "X01-a.yaml").write_text(SOUND, "utf-8")
    rules = load_ruleset(tmp_path)
    assert "X01" in {rule.id for rule in rules.rules}
    assert rules.digest != load_ruleset().digest


def test_an_archive_needs_formatting_only_where_an_own_rule_asks_for_it(tmp_path: Path) -> None:
    own = (rules_folder() / "structure" / "S21-body-font.yaml").read_text("utf-8")
    own = own.replace("id: S21", "id: X21").replace("archive: 'off'", "archive: info")
    (tmp_path / "X21-a.yaml").write_text(own, "utf-8")
    assert load_ruleset().sees_formatting("draft")
    assert not load_ruleset().sees_formatting("archive")
    assert load_ruleset(tmp_path).sees_formatting("archive")


def test_an_own_rule_may_not_take_a_built_in_id(tmp_path: Path) -> None:
    (tmp_path / "A01-a.yaml").write_text(SOUND.replace("X01", "A01"), "utf-8")
    with pytest.raises(RuleFileError, match="A01"):
        load_ruleset(tmp_path)


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "X01-a.yaml").write_text(SOUND + "colour: red\n", "utf-8")
    wrong = SOUND.replace("X01", "X02").replace("[甲]", "['(甲']").replace("warning", "grave")
    (tmp_path / "X02-a.yaml").write_text(wrong, "utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_ruleset(tmp_path)
    told = "\n".join(caught.value.problems)
    assert "X01-a.yaml:8" in told
    assert "colour" in told
    assert "X02-a.yaml:3" in told
    assert "(甲" in told


def test_a_missing_rule_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="不存在"):
        load_ruleset(tmp_path / "没有")


def test_selection_is_by_id_or_prefix() -> None:
    rules = load_ruleset()
    assert {rule.id[0] for rule in rules.select(("A",), ()).rules} == {"A"}
    assert "A01" not in {rule.id for rule in rules.select((), ("A01",)).rules}
