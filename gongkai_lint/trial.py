"""Try each rule on its own examples: what ``test-rules`` and the tests run."""

from datetime import date
from typing import Any, NamedTuple

from gongkai_lint.api import Request, lint_source
from gongkai_lint.engine.fix import apply_edits
from gongkai_lint.model.finding import Finding, Report
from gongkai_lint.readers.text import read_text
from gongkai_lint.ruleset.examples import Example, read_examples
from gongkai_lint.ruleset.rule import Rule, RuleSet
from gongkai_lint.specimen import Specimen, example_fields, write_out
from gongkai_lint.typeset import typeset


class Trial(NamedTuple):
    """The result of one example: the rule, the example's text, what went wrong (empty if right)."""

    rule: str
    example: str
    problems: tuple[str, ...]


def try_rules(rules: RuleSet) -> list[Trial]:
    """Try every rule on all its examples."""
    return [t for rule in (*rules.rules, *rules.regional) for t in try_rule(rule, rules)]


def try_rule(rule: Rule, rules: RuleSet) -> list[Trial]:
    """Try one rule on its examples, together with the rules that it yields to."""
    few = alone(rule, rules)
    examples = read_examples(rule)
    bad = [_try_violation(rule, example, few) for example in examples.violation]
    good = [_try_pass(rule, example, few) for example in examples.valid]
    return bad + good


def alone(rule: Rule, rules: RuleSet) -> RuleSet:
    """Give a rule and those that it yields to as a rule set of their own."""
    few = (rule, *(r for r in (*rules.rules, *rules.regional) if r.id in rule.yields_to))
    return rules._replace(
        rules=tuple(r for r in few if not r.regional),
        regional=tuple(r for r in few if r.regional),
    )


def judge(specimen: Specimen, rules: RuleSet) -> Report:
    """Judge a specimen as a text file."""
    settings = specimen.settings
    request = Request(
        rules,
        today=date(2024, 9, 2),
        profile=settings.get("profile", "draft"),
        as_of=settings.get("as_of"),
        region=settings.get("region"),
    )
    source = read_text(specimen.text.encode(), markdown=False)
    if "layout" in settings:
        source = typeset(source, settings["layout"])
    return lint_source(source, "例子.txt", request)


def findings_of(rule: Rule, example: Example, rules: RuleSet) -> tuple[Specimen, list[Finding]]:
    """Give the specimen of an example and what the rule says of it."""
    specimen = write_out(example, rule)
    report = judge(specimen, rules)
    broken = [failure.message for failure in report.failures]
    if broken:
        raise RuntimeError(broken[0])
    return specimen, [finding for finding in report.findings if finding.rule == rule.id]


def _try_violation(rule: Rule, example: Example, rules: RuleSet) -> Trial:
    specimen, findings = findings_of(rule, example, rules)
    found = sorted({(f.span.start, f.span.end) for f in findings})
    show = specimen.text.__getitem__
    problems = []
    if not specimen.marks:
        if not findings:
            problems.append("应当报告，却没有报告")
        elif any(start != end for start, end in found):
            problems.append(f"例子没有标⟦⟧，却报告了文字“{show(slice(*found[0]))}”")
    else:
        for start, end in sorted(set(specimen.marks) - set(found)):
            problems.append(f"没有报告“{show(slice(start, end))}”（第 {start} 字起）")
        for start, end in sorted(set(found) - set(specimen.marks)):
            problems.append(f"多报了“{show(slice(start, end))}”（第 {start} 字起）")
    says = specimen.settings.get("says", "")
    if findings and not any(says in finding.message for finding in findings):
        problems.append(f"没有说“{says}”，而说“{findings[0].message}”")
    problems += _try_fix(rule, example, (specimen, findings), rules)
    return Trial(rule.id, specimen.text, tuple(problems))


def _try_fix(
    rule: Rule, example: Example, found: tuple[Specimen, list[Finding]], rules: RuleSet
) -> list[str]:
    specimen, findings = found
    wanted: Any = specimen.settings.get("fixed")
    if wanted is None:
        return []
    fields = example_fields(example, rule)
    fields.pop("fixed")
    if not isinstance(wanted, dict):
        marked = [k for k, v in fields.items() if "⟦" in str(v)]
        wanted = {marked[0]: wanted}
    expected = write_out(fields | wanted, rule).text
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    fixed = apply_edits(specimen.text, edits)
    if fixed != expected:
        return [f"修改后是“{fixed}”，应是“{expected}”"]
    _, left = findings_of(rule, fields | wanted, rules)
    return ["修改后仍有同一问题"] if left else []


def _try_pass(rule: Rule, example: Example, rules: RuleSet) -> Trial:
    specimen, findings = findings_of(rule, example, rules)
    wrong = [f"不应报告，却报告了：{finding.message}" for finding in findings]
    return Trial(rule.id, specimen.text, tuple(wrong))
