"""For programs: all documents as one object."""

from functools import partial

from gongkai_lint.reporters import json
from gongkai_lint.reporters.formats import Format, Reporter, Style, words
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(rules: RuleSet, _style: Style) -> Reporter:
    begin = partial(json.begin, rules.digest, len(rules.rules))
    return Reporter(begin, words(json.document), ",\n", json.end)


FORMAT = Format(_reporter, (".json",))
