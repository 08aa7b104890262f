"""The JSON Schema of configuration files, from the types that read them."""

from typing import Any

from gongkai_lint.config.file import ConfigFile
from gongkai_lint.ruleset.json_schema import members, object_of


def config_schema() -> dict[str, Any]:
    """Give the schema of gongkai-lint.toml."""
    defs: dict[str, Any] = {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "gongkai-lint 配置",
        **object_of(*members(ConfigFile, defs)),
        "$defs": defs,
    }
