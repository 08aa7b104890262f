"""From a loaded map to the fields of a struct or tuple, with every mistake told."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from gongkai_lint.ruleset.fields import Field, fields_of
from gongkai_lint.ruleset.values import WRONG, Fit, Spot, Tell, choice, fitter


def convert_fields(
    target: type, data: Mapping[Any, Any], prefix: str, tell: Tell
) -> dict[str, Any]:
    """Convert a map field by field to the types of a struct or tuple, telling all mistakes."""
    fields = _fitted(target)
    names = {field.name for field, _ in fields}
    for key in data:
        if key not in names:
            known = (field.name for field, _ in fields)
            tell(f"{prefix}{key}", f"不认识的字段“{prefix}{key}”{choice(key, known)}。")
    values: dict[str, Any] = {}
    for field, fit in fields:
        place = f"{prefix}{field.name}"
        if field.name not in data:
            if field.required:
                tell(prefix.rstrip("."), f"缺少字段“{place}”。")
            continue
        value = fit(data[field.name], Spot(tell, place))
        if value is WRONG:
            continue
        outer, _, inner = field.attribute.partition(".")
        if inner:
            whole: Any = values.get(outer, getattr(target, "_field_defaults", {}).get(outer))
            value = whole._replace(**{inner: value})
        values[outer] = value
        if field.required and data[field.name] in ([], {}) and issubclass(target, tuple):
            tell(place, f"字段“{place}”不能为空，空的永远查不到。")
    return values


def convert(hint: Any, value: Any, place: str, tell: Tell) -> Any:
    """Convert one value to a type; ``WRONG`` where that was told to be impossible."""
    return fitter(hint, _struct)(value, Spot(tell, place))


def _struct(target: type, data: Mapping[Any, Any], prefix: str, tell: Tell) -> Any:
    told = False

    def note(field: str, message: str) -> None:
        nonlocal told
        told = True
        tell(field, message)

    values = convert_fields(target, data, prefix, note)
    return WRONG if told else target(**values)


@cache
def _fitted(target: type) -> tuple[tuple[Field, Fit], ...]:
    return tuple((field, fitter(field.hint, _struct)) for field in fields_of(target))
