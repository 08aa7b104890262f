"""A workbook of Excel."""

from functools import partial

from gongkai_lint.reporters import workbook, xlsx
from gongkai_lint.reporters.formats import Format, Reporter, Style, nothing
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(rules: RuleSet, _style: Style) -> Reporter:
    workbook.require_openpyxl()
    return Reporter(nothing, xlsx.document, "", partial(xlsx.end, rules=rules))


FORMAT = Format(_reporter, (".xlsx",), kept=True, shown=False)
