"""gongkai-lint explain: the manual page of a rule."""

from pathlib import Path

from gongkai_lint.cli.command import argument, command, option
from gongkai_lint.cli.output import give
from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.local_words import changes_of
from gongkai_lint.reporters.rules.page import page
from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.load import load_ruleset


@command(
    "explain",
    options_metavar="[选项]",
    help="说明一条规则：要求、理由、自何时起和以前怎样、适用范围、依据、例子、已知局限、怎样忽略。",
)
@argument("rule_id", metavar="编号")
@option("--rules", metavar="目录", help="加上本单位的规则。")
@option("-o", "--output", metavar="文件", help="写到这个新文件，不显示在屏幕上。")
def explain(rule_id: str, rules: str | None, output: str | None) -> int:
    """Print the page of a rule."""
    known = load_ruleset(Path(rules) if rules else None)
    for rule in (*known.rules, *known.regional):
        if rule.id == rule_id.upper():
            local = changes_of(known.regions, rule.id)
            give(page(rule, read_examples(rule), local, known.law), output)
            return 0
    raise UsageError(f"没有编号为“{rule_id}”的规则；可用 gongkai-lint rules 查看全部规则。")
