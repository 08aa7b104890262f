"""For people and editors: a line a finding."""

from functools import partial

from gongkai_lint.reporters import concise
from gongkai_lint.reporters.formats import Format, Reporter, Style, nothing, words
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(_rules: RuleSet, style: Style) -> Reporter:
    say = partial(concise.document, colour=style.colour)
    return Reporter(nothing, words(say), "", nothing)


FORMAT = Format(_reporter)
