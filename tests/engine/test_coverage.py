"""The lists of mechanisms in a report: by which rules, and what a broken rule does."""

from datetime import date

import pytest

from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.checks.special.coverage import Coverage
from gongkai_lint.model.finding import Report
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import RuleSet

RULES = load_ruleset().select(("P17",), ())
PLAN = (
    "云岭市2024年政务公开工作要点\n一、加强培训。全年培训两次。\n"
    "云岭市人民政府办公室\n2024年3月4日\n（此件公开发布）"
)


def judge(text: str, rules: RuleSet = RULES, profile: str = "draft") -> Report:
    request = Request(rules, date(2026, 1, 5), profile)  # type: ignore[arg-type]
    return lint_bytes(text.encode(), "要点.txt", request)


@pytest.mark.parametrize("profile", ["draft", "archive"])
def test_an_openness_plan_has_its_coverage_in_each_profile(profile: str) -> None:
    report = judge(PLAN, profile=profile)
    assert report.document
    present = {one.name: one.places for one in report.coverage if one.places}
    assert [report.document.words(place) for place in present["培训轮训"]] == ["一、加强培训"]
    assert {one.rule for one in report.coverage} == {"P17"}


def test_an_archived_plan_has_no_finding_for_it() -> None:
    assert [finding.rule for finding in judge(PLAN).findings] == ["P17"]
    assert judge(PLAN, profile="archive").findings == ()


def test_a_plan_without_a_date_is_listed_even_in_an_archive() -> None:
    text = PLAN.replace("2024年3月4日\n", "").replace("2024年", "")
    assert len(judge(text, profile="archive").coverage) == 12


def test_a_plan_before_the_requirement_is_not_listed() -> None:
    assert judge(PLAN.replace("2024", "2015")).coverage == ()


def test_every_mechanism_names_its_origin_and_a_basis_that_is_known() -> None:
    (rule,) = RULES.rules
    (check,) = (case.check for case in rule.cases)
    assert isinstance(check, Coverage)
    for one in check.mechanisms:
        assert one.origin
        assert not one.instrument or RULES.law.instrument(one.instrument), one.name


def test_a_broken_list_is_a_failure() -> None:
    (rule,) = RULES.rules
    (case,) = rule.cases
    assert isinstance(case.check, Coverage)
    check = case.check._replace(mechanisms=(None,))  # type: ignore[arg-type]
    broken = rule._replace(cases=(case.with_check(check),))
    report = judge(PLAN, RULES._replace(rules=(broken,)), "archive")
    assert [(failure.stage, failure.rule) for failure in report.failures] == [("rule", "P17")]
