"""JUnit XML, for build servers."""

from functools import partial

from gongkai_lint.reporters import junit
from gongkai_lint.reporters.formats import Format, Reporter, Style, words
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(rules: RuleSet, style: Style) -> Reporter:
    titles = {rule.id: rule.title for rule in rules.rules}
    say = partial(junit.document, titles=titles, fails=style.fails)
    return Reporter(junit.begin, words(say), "", junit.end)


FORMAT = Format(_reporter, (".xml",))
