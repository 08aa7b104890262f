"""gongkai-lint schema: what rule files and configuration files may say, for editors."""

import json

from gongkai_lint.cli.command import OneOf, argument, command, option
from gongkai_lint.cli.output import give


@command(
    "schema",
    options_metavar="[选项]",
    help="输出 JSON Schema，编辑器用它提示和检查：rule 规则文件，config 配置文件。",
)
@argument("what", metavar="rule|config", type=OneOf(("rule", "config")))
@option("-o", "--output", metavar="文件", help="写到这个新文件，不显示在屏幕上。")
def schema(what: str, output: str | None) -> int:
    """Print the schema."""
    if what == "rule":
        from gongkai_lint.ruleset.schema import rule_schema as made
    else:
        from gongkai_lint.config.schema import config_schema as made
    give(json.dumps(made(), ensure_ascii=False, indent=1) + "\n", output)
    return 0
