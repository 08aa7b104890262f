"""For programs: an object a line."""

from gongkai_lint.reporters import json
from gongkai_lint.reporters.formats import Format, Reporter, Style, nothing, words
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(_rules: RuleSet, _style: Style) -> Reporter:
    return Reporter(nothing, words(json.line), "", nothing)


FORMAT = Format(_reporter, (".jsonl", ".ndjson"))
