"""From a loaded map to the fields of a struct or tuple, with every mistake told."""

import re
import typing
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Any, Literal, cast

import msgspec

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.ruleset.complaint import complaint

_MOST_LISTED = 40  # more do not help to find one; the whole list is in the JSON Schema


def convert_fields(target: type, data: Mapping[Any, Any], prefix: str, tell: Any) -> dict[str, Any]:
    """Convert a map field by field to the types of a struct or dataclass, telling all mistakes."""
    hints, names, required = _fields(target)
    for key in data:
        if key not in names:
            tell(f"{prefix}{key}", f"不认识的字段“{prefix}{key}”{choice(key, names)}。")
    for name in required - data.keys():
        tell(prefix.rstrip("."), f"缺少字段“{prefix}{name}”。")
    values = {}
    for name in names:
        if name not in data:
            continue
        hint, place = hints[names[name]], f"{prefix}{name}"
        try:
            values[names[name]] = msgspec.convert(data[name], hint, dec_hook=_decode)
        except (msgspec.ValidationError, ValueError) as error:
            if not _told_closer(hint, data[name], place, tell):
                said = complaint(str(error)) + _allowed(hint)
                tell(place, f"字段“{place}”不对：{said}。")
            continue
        if name in required and data[name] in ([], {}) and issubclass(target, tuple):
            tell(place, f"字段“{place}”不能为空，空的永远查不到。")
    return values


def choice(word: object, words: typing.Iterable[str]) -> str:
    """Say which words there are, and which of them looks meant."""
    known = list(dict.fromkeys(words))
    near = get_close_matches(str(word), known, 1)
    meant = f"，是不是“{near[0]}”？" if near else ""
    listed = (
        known if len(known) <= _MOST_LISTED else [*known[:_MOST_LISTED], f"……共 {len(known)} 个"]
    )
    return f"{meant or '；'}可用的有：{'、'.join(listed)}"


def _told_closer(hint: Any, value: Any, place: str, tell: Any) -> bool:
    """Tell the mistakes inside a value, each at its own place; False where that is not known."""
    told: list[str] = []

    def note(field: str, message: str) -> None:
        told.append(field)
        tell(field, message)

    struct = next((part for part in _parts(hint) if _is_struct(part)), None)
    if struct is not None and isinstance(value, dict):
        convert_fields(struct, value, f"{place}.", note)
    elif struct is not None and isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                convert_fields(struct, item, f"{place}.{index}.", note)
    words = [*dict.fromkeys(_words(hint))]
    if words and isinstance(value, list):
        for index, word in enumerate(value):
            if isinstance(word, str) and word not in words:
                note(
                    f"{place}.{index}", f"字段“{place}”里没有“{word}”这个词{choice(word, words)}。"
                )
    return bool(told)


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


def _parts(hint: Any) -> Iterator[Any]:
    """Yield a hint and, of a union or a list, what it is made of."""
    yield hint
    for part in typing.get_args(hint):
        yield from _parts(part)


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
