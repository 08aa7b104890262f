"""gongkai-lint rules: the table of rules."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from gongkai_lint.cli.chinese import Command, Day, OneOf
from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.rule_table import TABLES
from gongkai_lint.reporters.words import TOPICS
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import Rule


@click.command("rules", cls=Command, options_metavar="[选项]", help="列出规则。")
@click.option("--format", "style", type=OneOf(tuple(TABLES)), default="text", help="输出格式。")
@click.option("--basis", metavar="文件", help="只列以此为依据的规则，写登记号或发文字号。")
@click.option("--topic", metavar="类别", help="只列一类规则，写目录名、中文名或编号字母。")
@click.option("--as-of", type=Day(), help="只列这一天有效的规则。")
@click.option("--rules", "folder", metavar="目录", help="加上本单位的规则。")
def rules(
    style: str, basis: str | None, topic: str | None, *, as_of: date | None, folder: str | None
) -> int:
    """Print the rules that meet every condition."""
    kept: Iterable[Rule] = load_ruleset(Path(folder) if folder else None).rules
    if basis:
        kept = _some([rule for rule in kept if _rests_on(rule, basis)], f"依据“{basis}”")
    if topic:
        kept = _some([rule for rule in kept if _is_about(rule, topic)], f"类别“{topic}”")
    if as_of:
        kept = [rule for rule in kept if rule.in_force.on(as_of)]
    sys.stdout.write(TABLES[style](list(kept)))
    return 0


def _some(found: list[Rule], what: str) -> list[Rule]:
    if not found:
        raise UsageError(f"没有{what}的规则；可用 gongkai-lint rules 查看全部规则。")
    return found


def _rests_on(rule: Rule, wanted: str) -> bool:
    return any(
        wanted in {dated.basis.instrument, dated.basis.number, dated.basis.title}
        for dated in rule.basis
    )


def _is_about(rule: Rule, wanted: str) -> bool:
    return wanted in {rule.topic, TOPICS.get(rule.topic), rule.id[0]}
