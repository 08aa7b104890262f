"""A page for people, whole in one file."""

from functools import partial

from gongkai_lint.reporters import html
from gongkai_lint.reporters.formats import Format, Reporter, Style
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(rules: RuleSet, _style: Style) -> Reporter:
    return Reporter(html.begin, html.document, "", partial(html.end, rules=rules))


FORMAT = Format(_reporter, (".html", ".htm"), kept=True)
