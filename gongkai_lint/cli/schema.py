"""gongkai-lint schema: what rule files and configuration files may say, for editors."""

import json
import sys

from gongkai_lint.cli.command import OneOf, argument, command


@command(
    "schema",
    options_metavar="",
    help="输出 JSON Schema，编辑器用它提示和检查：rule 规则文件，config 配置文件。",
)
@argument("what", metavar="rule|config", type=OneOf(("rule", "config")))
def schema(what: str) -> int:
    """Print the schema."""
    if what == "rule":
        from gongkai_lint.ruleset.schema import rule_schema as give
    else:
        from gongkai_lint.config.schema import config_schema as give
    sys.stdout.write(json.dumps(give(), ensure_ascii=False, indent=1) + "\n")
    return 0
