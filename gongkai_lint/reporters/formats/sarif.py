"""SARIF 2.1.0, for code platforms."""

from functools import partial

from gongkai_lint.reporters import sarif
from gongkai_lint.reporters.formats import Format, Reporter, Style
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(rules: RuleSet, style: Style) -> Reporter:
    numbers = {rule.id: number for number, rule in enumerate(rules.rules)} if style.full else None
    document = partial(sarif.document, numbers=numbers)
    end = partial(sarif.end, rules=rules, full=style.full)
    return Reporter(sarif.begin, document, ",\n", end)


FORMAT = Format(_reporter, (".sarif",))
