"""An office's rules are compiled once, and kept with the user."""

import os
from pathlib import Path

import pytest

from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.locate import forget_old, is_ours, user_file

RULE = """\
id: X01
title: 例
severity: warning
check: {kind: existence, patterns: [甲乙]}
message: 不写“{text}”。
in_force: always
examples: {violation: [甲乙, 甲乙], pass: [乙, 乙]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    own = tmp_path / "own"
    own.mkdir()
    (own / "X01-a.yaml").write_text(RULE, "utf-8")
    return own


def _kept(folder: Path) -> Path:
    file = user_file(folder)
    assert file
    return file


def test_what_is_kept_is_what_was_compiled_and_lies_with_the_user(folder: Path) -> None:
    fresh = load_ruleset(folder)
    assert is_ours(_kept(folder))
    assert not [file for file in folder.rglob("*") if file.suffix != ".yaml"]
    again = load_ruleset(folder)
    assert (again.rules, again.digest) == (fresh.rules, fresh.digest)


def test_a_changed_or_added_rule_is_compiled_anew(folder: Path) -> None:
    load_ruleset(folder)
    (folder / "X01-a.yaml").write_text(RULE.replace("title: 例", "title: 另"), "utf-8")
    (folder / "X02-b.yaml").write_text(RULE.replace("X01", "X02"), "utf-8")
    titles = [rule.title for rule in load_ruleset(folder).rules if rule.id[0] == "X"]
    assert titles == ["另", "例"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="who may write is asked otherwise")
def test_what_others_may_write_is_not_trusted(folder: Path) -> None:
    load_ruleset(folder)
    file = _kept(folder)
    file.chmod(0o666)
    assert not is_ours(file)
    assert load_ruleset(folder).rules  # compiled anew, and kept as the user's own again
    assert is_ours(file)


def test_without_a_place_to_keep_it_rules_load_all_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert "X01" in {rule.id for rule in load_ruleset(folder).rules}


def test_a_folder_that_nobody_judged_by_for_a_season_is_forgotten(folder: Path) -> None:
    load_ruleset(folder)
    file = _kept(folder)
    os.utime(file, (0, 0))
    forget_old(file.parent)
    assert not file.exists()
