"""From a document and rules to findings and outcomes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.engine.lint import lint
from gongkai_lint.engine.precedence import aggregate
from gongkai_lint.engine.view import Day
from gongkai_lint.model.document import Document
from gongkai_lint.model.source import UNREAD, Notice
from gongkai_lint.readers.text import read_text
from gongkai_lint.ruleset.folder import add_folder
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import RuleSet
from gongkai_lint.structure.recognize import recognize

DAY = Day(date(2024, 9, 2))
RULE = """\
id: {id}
title: 例
severity: {severity}
scope: [body]
check: {check}
message: 不写“{{text}}”。
in_force: {force}
{more}
examples: {{violation: [甲, 甲], pass: [乙, 乙]}}
"""


@pytest.fixture
def rules() -> RuleSet:
    return RuleSet((), load_ruleset().law, "sha256:0")


def with_rules(empty: RuleSet, folder: Path, *lines: dict[str, str]) -> RuleSet:
    usual = {
        "severity": "warning",
        "check": "{kind: existence, patterns: [甲]}",
        "force": "always",
        "more": "",
    }
    for line in lines:
        (folder / f"{line['id']}-a.yaml").write_text(RULE.format(**(usual | line)), "utf-8")
    return add_folder(empty, folder)


def notice(body: str) -> Document:
    text = f"云岭市人民政府关于防汛工作的通知\n各县人民政府：\n{body}\n云岭市人民政府\n2024年9月2日"
    return recognize(read_text(text.encode(), markdown=False))


def test_each_rule_has_one_outcome(rules: RuleSet, tmp_path: Path) -> None:
    some = with_rules(
        rules,
        tmp_path,
        {"id": "X01"},
        {"id": "X02", "check": "{kind: existence, patterns: [丁]}"},
        {"id": "X03", "more": "certainty: review"},
        {"id": "X04", "more": "applies_to: {types: [request]}"},
        {"id": "X05", "force": "{since: 2025-01-01}"},
    )
    findings, outcomes, failures = lint(notice("正文有甲。"), some, DAY, "draft")
    assert [finding.rule for finding in findings] == ["X01", "X03"]
    assert dict(outcomes) == {
        "X01": "violation",
        "X02": "pass",
        "X03": "review",
        "X04": "inapplicable",
        "X05": "inapplicable",
    }
    assert failures == ()


def test_a_rule_that_is_blind_to_a_text_is_inapplicable(rules: RuleSet, tmp_path: Path) -> None:
    look = "{kind: layout, part: title, sizes: [二号]}"
    some = with_rules(rules, tmp_path, {"id": "X01", "check": look}, {"id": "X02"})
    assert dict(lint(notice("正文。"), some, DAY, "draft").outcomes) == {
        "X01": "inapplicable",
        "X02": "pass",
    }


def test_a_part_that_is_unread_hides_what_is_right_but_not_what_is_wrong(
    rules: RuleSet, tmp_path: Path
) -> None:
    other = "{kind: existence, patterns: [丁]}"
    some = with_rules(rules, tmp_path, {"id": "X01"}, {"id": "X02", "check": other})
    document = notice("正文有甲。")
    unread = Notice(next(iter(UNREAD)), "第2页没有读出来")
    partly = document._replace(source=document.source._replace(notices=(unread,)))
    assert partly.source.is_partly_read
    assert dict(lint(partly, some, DAY, "draft").outcomes) == {
        "X01": "violation",
        "X02": "inapplicable",
    }


@pytest.mark.parametrize(("count", "listed", "more"), [(1000, 1000, False), (1001, 1000, True)])
def test_of_very_many_findings_of_a_rule_the_last_says_that_there_are_more(
    rules: RuleSet, tmp_path: Path, count: int, listed: int, *, more: bool
) -> None:
    some = with_rules(rules, tmp_path, {"id": "X01"})
    found = lint(notice("甲，" * count), some, DAY, "draft").findings
    assert len(found) == listed
    assert ("后面的没有列出" in found[-1].message) is more


def test_a_rule_that_is_off_in_a_profile_is_inapplicable(rules: RuleSet, tmp_path: Path) -> None:
    some = with_rules(rules, tmp_path, {"id": "X01", "severity": "{draft: error, archive: 'off'}"})
    assert lint(notice("甲。"), some, DAY, "draft")[0][0].severity == "error"
    assert dict(lint(notice("甲。"), some, DAY, "archive")[1]) == {"X01": "inapplicable"}


def test_what_is_missing_and_told_by_another_rule_is_no_pass() -> None:
    text = "云岭市人民政府关于防汛的通知\n各县：\n请落实。".encode()
    rules = load_ruleset().select(("D00", "S03"), ())
    judged = lint(recognize(read_text(text, markdown=False)), rules, DAY, "draft")
    outcomes = dict(judged.outcomes)
    assert (outcomes["S03"], outcomes["D00"]) == ("violation", "inapplicable")


def test_a_general_rule_yields_to_a_special_one(rules: RuleSet, tmp_path: Path) -> None:
    some = with_rules(
        rules,
        tmp_path,
        {"id": "X01", "more": "yields_to: [X02]"},
        {"id": "X02", "check": "{kind: existence, patterns: [甲乙]}"},
    )
    findings, outcomes, _ = lint(notice("甲乙，甲。"), some, DAY, "draft")
    assert [(f.rule, f.message) for f in findings] == [
        ("X02", "不写“甲乙”。"),
        ("X01", "不写“甲”。"),
    ]
    findings, outcomes, _ = lint(notice("甲乙。"), some, DAY, "draft")
    assert dict(outcomes) == {"X01": "pass", "X02": "violation"}


def test_an_archive_shows_three_and_counts_the_rest(rules: RuleSet, tmp_path: Path) -> None:
    some = with_rules(rules, tmp_path, {"id": "X01", "more": "aggregate: true"})
    found = lint(notice("甲，甲，甲，甲，甲。"), some, DAY, "archive")[0]
    assert len(found) == 5
    shown = aggregate(found, some)
    assert len(shown) == 3
    assert shown[-1].message.endswith("（全文共 5 处）")


def test_a_broken_rule_is_a_failure_and_the_others_still_run(
    rules: RuleSet, tmp_path: Path
) -> None:
    some = with_rules(
        rules,
        tmp_path,
        {"id": "X01"},
        {"id": "X02"},
    )
    (case,) = some.rules[0].cases
    check: Any = None
    broken = some.rules[0]._replace(cases=(case.with_check(check),))
    some = some._replace(rules=(broken, *some.rules[1:]))
    findings, outcomes, failures = lint(notice("甲。"), some, DAY, "draft")
    assert [finding.rule for finding in findings] == ["X02"]
    assert [(failure.stage, failure.rule) for failure in failures] == [("rule", "X01")]
    assert dict(outcomes)["X01"] == "inapplicable"


def test_an_archived_document_without_a_date_is_judged_by_undated_rules_only(
    rules: RuleSet, tmp_path: Path
) -> None:
    some = with_rules(rules, tmp_path, {"id": "X01"}, {"id": "X02", "force": "{since: 2012-07-01}"})
    unsure = Day(date(2026, 11, 24), certain=False)
    assert [f.rule for f in lint(notice("甲。"), some, unsure, "archive")[0]] == ["X01"]
    assert [f.rule for f in lint(notice("甲。"), some, unsure, "draft")[0]] == ["X01", "X02"]
