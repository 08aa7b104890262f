"""gongkai-lint rules: the table of rules."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from gongkai_lint.cli.command import Day, OneOf, command, option
from gongkai_lint.cli.output import give
from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.rules.table import TABLES, Book
from gongkai_lint.reporters.words import TOPICS
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.localize import localize, region_chain
from gongkai_lint.ruleset.rule import Rule, RuleSet


@command("rules", options_metavar="[选项]", help="列出规则。")
@option("--format", "style", type=OneOf(tuple(TABLES)), default="text", help="输出格式。")
@option("--basis", metavar="文件", help="只列以此为依据的规则，写登记号或发文字号。")
@option("--topic", metavar="类别", help="只列一类规则，写目录名、中文名或编号字母。")
@option("--as-of", type=Day(), help="只列这一天有效的规则、依据和法定限度。")
@option("--region", metavar="地区", help="写明这个地区增加、收紧了什么。")
@option("--rules", "folder", metavar="目录", help="加上本单位的规则。")
@option("-o", "--output", metavar="文件", help="写到这个新文件，不显示在屏幕上。")
def rules(style: str, folder: str | None, **wanted: Any) -> int:
    """Print the rules that meet every condition."""
    known = load_ruleset(Path(folder) if folder else None)
    region = wanted["region"]
    kept: Iterable[Rule] = _listed(known, region, wanted["as_of"])
    if basis := wanted["basis"]:
        kept = _some([rule for rule in kept if _rests_on(rule, basis)], f"依据“{basis}”")
    if topic := wanted["topic"]:
        kept = _some([rule for rule in kept if _is_about(rule, topic)], f"类别“{topic}”")
    regions = region_chain(known, region) if region else ()
    law = localize(known, region).law
    give(TABLES[style](Book(list(kept), law, regions, wanted["as_of"])), wanted["output"])
    return 0


def _listed(known: RuleSet, region: str | None, as_of: date | None) -> list[Rule]:
    """Give every rule; of a region, or on a day, those that run."""
    every = sorted((*known.rules, *known.regional), key=lambda rule: rule.id)
    if not region and not as_of:
        return every
    run = localize(known, region).rules
    ids = {rule.id for rule in run if not as_of or rule.in_force.on(as_of)}
    return [rule for rule in every if rule.id in ids]


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
