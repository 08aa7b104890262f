"""The texts that warm the page's patterns: what every rule must report, written out."""

from collections.abc import Iterator

from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.rule import RuleSet
from gongkai_lint.specimen import write_out


def specimens(rules: RuleSet) -> Iterator[str]:
    """Yield a document for each example of each rule."""
    for rule in rules.rules:
        for example in read_examples(rule).violation:
            yield write_out(example, rule).text
