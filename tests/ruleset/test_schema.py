"""The JSON Schemas say what the readers of rule files and configurations take."""

import json
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from gongkai_lint.checks import kinds
from gongkai_lint.config.schema import config_schema
from gongkai_lint.config.template import template
from gongkai_lint.ruleset.folder import rule_files
from gongkai_lint.ruleset.locate import rules_folder
from gongkai_lint.ruleset.schema import rule_schema
from gongkai_lint.ruleset.yaml_source import load_yaml

FILES = rule_files(rules_folder())
SOUND = """\
id: X01
title: 例
severity: warning
check: {kind: existence, patterns: ['甲']}
message: 不写甲。
in_force: always
examples: {violation: [甲, 甲乙], pass: [乙, 丙]}
"""


@cache
def _validator(make: Callable[[], dict[str, Any]]) -> Draft202012Validator:
    schema = json.loads(json.dumps(make()))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _rule(text: str) -> Any:
    return json.loads(json.dumps(load_yaml(text).value, default=str))


def _is_valid(text: str) -> bool:
    return bool(_validator(rule_schema).is_valid(_rule(text)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem[:3])
def test_every_built_in_rule_fits_the_schema(file: Path) -> None:
    told = _validator(rule_schema).iter_errors(_rule(file.read_text(encoding="utf-8")))
    assert [error.message[:200] for error in told] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: X01", "id: X1"),
        ("title: 例", "titel: 例"),
        ("title: 例\n", ""),
        ("severity: warning", "severity: grave"),
        ("severity: warning", "severity: {draft: error}"),
        ("kind: existence", "kind: presence"),
        ("kind: existence, ", ""),
        ("patterns: ['甲']", "pattern: 甲"),
        ("patterns: ['甲']", "patterns: 甲"),
        ("kind: existence", "kind: special/sequence"),
        ("patterns: ['甲']", "patterns: ['甲'], around: page"),
        ("in_force: always", "in_force: {until: 2020-01-01}"),
        ("message: 不写甲。", "message: 3"),
        (", pass: [乙, 丙]", ""),
    ],
)
def test_a_wrong_rule_does_not_fit(old: str, new: str) -> None:
    assert _is_valid(SOUND)
    assert old in SOUND
    assert not _is_valid(SOUND.replace(old, new))


def test_cases_hold_checks_with_terms_of_their_own() -> None:
    look = "look: {kind: existence, patterns: ['甲']}"
    one = f"甲: {{{look}, when: {{scope: [title], profiles: [draft]}}, say: 不写甲。}}"
    short = "check: {kind: existence, patterns: ['甲']}\nmessage: 不写甲。"
    assert short in SOUND
    whole = SOUND.replace(short, f"cases: {{{one}}}")
    assert _is_valid(whole)
    assert not _is_valid(whole.replace("profiles: [draft]", "profiles: [final]"))
    assert not _is_valid(whole.replace("kind: existence", "kind: no_such"))
    assert not _is_valid(SOUND.replace("patterns: ['甲']", "patterns: ['甲'], profiles: [draft]"))


def test_every_field_and_kind_of_check_is_described() -> None:
    schema = rule_schema()
    told = schema["properties"] | schema["$defs"]["case"]["properties"]
    told |= {k: schema["$defs"][f"check_{k.replace('/', '_')}"] for k in kinds()}
    bare = [name for name, said in told.items() if not re.search("[一-龥]", said["description"])]
    assert bare == [], "say in ruleset/schema.py what they are for"


def test_the_configuration_to_begin_with_fits_with_every_setting() -> None:
    text = re.sub(r"(?m)^#(?! )", "", template())
    for said in (template(), text):
        config = json.loads(json.dumps(tomllib.loads(said), default=str))
        assert [e.message for e in _validator(config_schema).iter_errors(config)] == []


@pytest.mark.parametrize(
    "text",
    [
        "profil = 'draft'",
        "profile = 'final'",
        "select = 'A'",
        "select = ['A-B']",
        "[per-path.'a/*']\nrules = 'x'",
        "[[suppressions]]\nrule = 'A04'",
        "[[suppressions]]\nrule = 'A'\nreason = '照录'",
        "[lexicon]\nwords = []",
        "units = ['局']",
    ],
)
def test_a_wrong_configuration_does_not_fit(text: str) -> None:
    config = json.loads(json.dumps(tomllib.loads(text), default=str))
    assert not _validator(config_schema).is_valid(config)
