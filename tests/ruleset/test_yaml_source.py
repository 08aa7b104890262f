"""The strict YAML reader."""

from datetime import date

import pytest
import yaml

from gongkai_lint.ruleset.folder import rule_files
from gongkai_lint.ruleset.locate import rules_folder
from gongkai_lint.ruleset.yaml_source import load_yaml

FILES = rule_files(rules_folder())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: 01", {"a": "01"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 15", {"a": 15}),
        ("a: 1.5", {"a": 1.5}),
        ("a: true", {"a": True}),
        ("a: '15'", {"a": "15"}),
        ("a: 2019-05-15", {"a": date(2019, 5, 15)}),
        ("2008-05-01: 15", {date(2008, 5, 1): 15}),
        ("a:", {"a": None}),
        ("- 甲\n- 乙", ["甲", "乙"]),
        ("a: |\n  甲\n  乙\n", {"a": "甲\n乙\n"}),
    ],
)
def test_scalars_mean_what_they_look_like(text: str, value: object) -> None:
    loaded = load_yaml(text)
    assert loaded.value == value
    assert not loaded.problems


def test_a_repeated_key_is_told_with_its_line() -> None:
    (problem,) = load_yaml("a: 1\nb: 2\na: 3\n").problems
    assert (problem.line, problem.field) == (3, "a")
    assert "写了两次" in problem.message


def test_an_impossible_date_is_told() -> None:
    (problem,) = load_yaml("since: 2019-02-30").problems
    assert problem.line == 1
    assert "2019-02-30" in problem.message


def test_bad_yaml_is_told_with_its_line() -> None:
    (problem,) = load_yaml("a: 1\nb: [1, 2\n").problems
    assert problem.line >= 2


def test_lines_are_kept_by_field() -> None:
    lines = load_yaml("check:\n  kind: a\n  patterns:\n    - 甲\n").lines
    assert (lines["check.kind"], lines["check.patterns.0"]) == (2, 4)


@pytest.mark.parametrize("family", sorted({file.parent.name for file in FILES}))
def test_every_rule_is_read_without_the_c_library_too(family: str) -> None:
    for file in (file for file in FILES if file.parent.name == family):
        text = file.read_text(encoding="utf-8")
        assert yaml.compose(text, Loader=yaml.SafeLoader) is not None
