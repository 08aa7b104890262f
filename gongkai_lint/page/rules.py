"""The compiled rules that travel in the page: nothing there reads YAML."""

import pickle
import pkgutil
from pathlib import Path

from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import Rule, RuleSet

PACKED = "rules.pickle"


def packed(rules: RuleSet) -> bytes:
    """Give rules for the page; where their files lie on the builder's disk is nobody's business."""
    national = rules.national and _placeless(rules.national)
    return pickle.dumps(_placeless(rules)._replace(national=national), protocol=5)


def packed_rules() -> RuleSet:
    """Give the rules that travel in the page, or where there are none the program's own."""
    try:
        data = pkgutil.get_data(__package__, PACKED)
    except OSError:
        return load_ruleset()
    rules = pickle.loads(data or b"")  # noqa: S301 (ours: it came in the same file as this code)
    if not isinstance(rules, RuleSet):
        raise TypeError(PACKED)
    return rules


def _placeless(rules: RuleSet) -> RuleSet:
    return rules._replace(
        rules=tuple(map(_without_folder, rules.rules)),
        regional=tuple(map(_without_folder, rules.regional)),
    )


def _without_folder(rule: Rule) -> Rule:
    return rule._replace(path=Path(rule.path).name)
