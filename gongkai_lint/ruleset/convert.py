"""From a loaded map to the fields of a struct or tuple, with every mistake told."""

import re
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, Literal, cast

import msgspec

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.ruleset.complaint import complaint


def convert_fields(target: type, data: Mapping[Any, Any], prefix: str, tell: Any) -> dict[str, Any]:
    """Convert a map field by field to the types of a struct or dataclass, telling all mistakes."""
    hints, names, required = _fields(target)
    for key in data:
        if key not in names:
            tell(f"{prefix}{key}", f"不认识的字段“{prefix}{key}”；可用的有：{'、'.join(names)}。")
    for name in required - data.keys():
        tell(prefix.rstrip("."), f"缺少字段“{prefix}{name}”。")
    values = {}
    for name in names:
        if name in data:
            try:
                values[names[name]] = msgspec.convert(
                    data[name], hints[names[name]], dec_hook=_decode
                )
            except (msgspec.ValidationError, ValueError) as error:
                said = complaint(str(error)) + _allowed(hints[names[name]])
                tell(f"{prefix}{name}", f"字段“{prefix}{name}”不对：{said}。")
    return values


def _allowed(hint: Any) -> str:
    """Name the words that a field takes, where they are a closed set."""
    words = list(dict.fromkeys(_words(hint)))
    return f"；可用的有：{'、'.join(words)}" if words else ""


def _words(hint: Any) -> Iterator[str]:
    if typing.get_origin(hint) is Literal:
        yield from map(str, typing.get_args(hint))
    elif isinstance(hint, type) and issubclass(hint, Enum):
        yield from (member.value for member in hint)
    else:
        for part in typing.get_args(hint):
            yield from _words(part)


@cache
def _fields(target: type) -> tuple[dict[str, Any], dict[str, str], set[str]]:
    hints = typing.get_type_hints(target, include_extras=True)
    if issubclass(target, tuple):
        names: tuple[str, ...] = target._fields  # type: ignore[attr-defined]
        optional: dict[str, Any] = target._field_defaults  # type: ignore[attr-defined]
        return hints, {name: name for name in names}, set(names) - optional.keys()
    structs = msgspec.structs.fields(cast("type[msgspec.Struct]", target))
    required = {f.encode_name for f in structs if f.required}
    return hints, {f.encode_name: f.name for f in structs}, required


def _decode(kind: type, value: Any) -> Any:
    if kind is Pattern and isinstance(value, str):
        try:
            re.compile(value)
        except re.error as error:
            raise ValueError(f"正则表达式“{value}”写错了（{error}）") from error
        pattern = Pattern(value)
        if any("\n" in words for words in (value, *pattern.literals)):
            raise ValueError("规则逐段匹配，正则表达式里不能有换行")
        return pattern
    raise ValueError(f"“{value}”不能用在这里")
