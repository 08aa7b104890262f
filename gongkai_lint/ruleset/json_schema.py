"""JSON Schemas of the types that files are read into."""

import typing
from datetime import date
from types import NoneType
from typing import Any

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.registered import Registered
from gongkai_lint.reading.relations import RELATIONS
from gongkai_lint.ruleset.fields import fields_of, limits_of, sort_of

Schema = dict[str, Any]
_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Pattern: {"type": "string", "format": "regex"},
    NoneType: {"type": "null"},
    Any: {},
}


def schema_of(hint: Any, defs: Schema) -> Schema:
    """Give the schema of a type; what it refers to is put into ``defs``."""
    parts = typing.get_args(hint)
    match sort_of(hint):
        case "annotated":
            shape = schema_of(parts[0], defs) | _limits(hint, parts[0])
        case "union":
            shape = {"anyOf": [schema_of(part, defs) for part in parts]}
        case "closed" if parts:
            shape = {"enum": sorted(parts)}
        case "list":
            shape = _list(parts, defs)
        case "map":
            names = {k: v for k, v in schema_of(parts[0], defs).items() if k != "type"}
            shape = {"type": "object", "additionalProperties": schema_of(parts[1], defs)}
            shape |= {"propertyNames": names} if names else {}
        case "plain":
            shape = dict(_PLAIN[hint])
        case _:
            shape = _reference(hint, defs)
    return shape


def _list(parts: tuple[Any, ...], defs: Schema) -> Schema:
    if parts[-1] is Ellipsis:
        return {"type": "array", "items": schema_of(parts[0], defs)}
    items = [schema_of(part, defs) for part in parts]
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


def members(target: type, defs: Schema) -> tuple[Schema, list[str]]:
    """Give the schemas of a struct's or tuple's fields, and those that must be there."""
    fields = fields_of(target)
    shapes = {field.name: schema_of(field.hint, defs) for field in fields}
    for field in fields:
        if isinstance(field.default, str | bool | int):
            shapes[field.name]["default"] = field.default
    return shapes, [field.name for field in fields if field.required]


def object_of(fields: Schema, required: list[str]) -> Schema:
    """Give the schema of a map with these fields and no others."""
    return {
        "type": "object",
        "properties": fields,
        "required": required,
        "additionalProperties": False,
    }


def _reference(hint: Any, defs: Schema) -> Schema:
    name = hint.__name__
    if name not in defs:
        defs[name] = {}  # it may refer to itself
        if sort_of(hint) == "struct":
            defs[name] = object_of(*members(hint, defs))
        else:
            defs[name] = {"enum": sorted(member.value for member in hint)}
    return {"$ref": f"#/$defs/{name}"}


def _limits(hint: Any, plain: Any) -> Schema:
    shape: Schema = {}
    if Registered("relation") in typing.get_args(hint):  # the one register that no office adds to
        shape["enum"] = sorted(RELATIONS)
    for limits in limits_of(hint):
        if limits.means:
            shape["description"] = limits.means
        if limits.shortest:
            shape["minLength" if plain is str else "minItems"] = limits.shortest
        if limits.pattern:
            shape["pattern"] = limits.pattern
    return shape
