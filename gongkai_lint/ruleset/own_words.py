"""A rule set that knows an office's own words."""

import re

from gongkai_lint.checks.lexicon import WrongWord, extended
from gongkai_lint.digests import sha256
from gongkai_lint.model.own_words import OwnWords
from gongkai_lint.ruleset.rule import Rule, RuleSet

_MISSPELLINGS = "L05"


def adopt(rules: RuleSet, own: OwnWords) -> RuleSet:
    """Add wrong words to the list of misspellings; leave the accepted ones and units alone."""
    entries = tuple(_entry(wrong, right) for wrong, right in own.replaced)
    right = (right for _, right in own.replaced)
    accepted = [("language", word) for word in (*own.accepted, *right)]
    accepted += [("tables", unit) for unit in own.units]
    digest = sha256(f"{rules.digest}{own}".encode()).hexdigest()
    return rules._replace(
        rules=tuple(_with(rule, entries) for rule in rules.rules),
        accepted=tuple(accepted),
        national=adopt(rules.national, own) if rules.national else None,
        digest=f"sha256:{digest}",
    )


def _with(rule: Rule, entries: tuple[WrongWord, ...]) -> Rule:
    if rule.id != _MISSPELLINGS:
        return rule
    cases = (case.with_check(extended(case.check, entries)) for case in rule.cases)
    return rule._replace(cases=tuple(cases))


def _entry(wrong: str, right: str) -> WrongWord:
    """Make an entry; the wrong word inside the right one is right."""
    before, inside, after = right.partition(wrong)
    if not inside:
        return WrongWord(wrong, right)
    return WrongWord(wrong, right, not_before=re.escape(before), not_after=re.escape(after))
