"""Annotations of GitHub Actions."""

from gongkai_lint.reporters import github
from gongkai_lint.reporters.formats import Format, Reporter, Style, nothing, words
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(_rules: RuleSet, _style: Style) -> Reporter:
    return Reporter(nothing, words(github.document), "", nothing)


FORMAT = Format(_reporter)
