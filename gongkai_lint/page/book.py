"""The rule book of the page: each rule in words, as it is on a day."""

from datetime import date
from typing import Any

from gongkai_lint.reporters.local_words import changes_of
from gongkai_lint.reporters.rules.page import sections, severities
from gongkai_lint.reporters.words import TOPICS
from gongkai_lint.ruleset.examples import RuleExamples
from gongkai_lint.ruleset.localize import localize
from gongkai_lint.ruleset.rule import Rule, RuleSet

_NO_EXAMPLES = RuleExamples((), ())


def book(rules: RuleSet, day: date | None, region: str | None) -> list[dict[str, Any]]:
    """Give the rules that run in a region, on a day only those in force, each with its parts."""
    run = localize(rules, region)
    kept = [rule for rule in run.rules if day is None or rule.in_force.on(day)]
    return [_entry(rule, run) for rule in kept]


def _entry(rule: Rule, rules: RuleSet) -> dict[str, Any]:
    local = changes_of(rules.regions, rule.id)
    return {
        "id": rule.id,
        "title": rule.title,
        "topic": TOPICS.get(rule.topic, rule.topic),
        "severity": severities(rule),
        "parts": list(sections(rule, _NO_EXAMPLES, local, rules.law)),
    }
