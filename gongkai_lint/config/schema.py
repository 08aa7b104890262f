"""The JSON Schema of configuration files, from the types that read them."""

from typing import Any

import msgspec

from gongkai_lint.config.file import ConfigFile


def config_schema() -> dict[str, Any]:
    """Give the schema of gongkai-lint.toml."""
    (_,), defs = msgspec.json.schema_components([ConfigFile], ref_template="#/$defs/{name}")
    file = defs.pop(ConfigFile.__name__)
    for shape in (file, *defs.values()):
        shape.pop("description", None)  # an English docstring
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **file,
        "title": "gongkai-lint 配置",
        "$defs": defs,
    }
