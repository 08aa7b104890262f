"""What YAML or TOML gives, fitted to a type: each mistake told in Chinese at its own place."""

import re
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from types import NoneType
from typing import Any, Literal

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.errors import plainly
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.fields import Limits, Sort, limits_of, sort_of

_MOST_LISTED = 40  # more do not help to find one; the whole list is in the JSON Schema
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMES: dict[type, str] = {
    str: "文字",
    int: "整数",
    float: "小数",
    bool: "true 或 false",
    list: "列表",
    dict: "“名称: 值”的对应表",
    date: "日期（如 2019-05-15）",
    NoneType: "空",
}
_TAKES: dict[Any, tuple[type, ...]] = {
    date: (date, str),
    float: (float, int),
    Pattern: (str,),
    Any: (*_NAMES,),
}
_WRITTEN: dict[Sort, type] = {"closed": str, "list": list, "map": dict, "struct": dict}
Tell = Callable[[str, str], None]
WRONG: Any = object()


class Spot(NamedTuple):
    """Where a value stands, ``inside`` a field that is named to people, and how to tell of it."""

    tell: Tell
    field: str
    inside: tuple[str, ...] = ()

    def wrong(self, clause: str, words: Iterable[str] = ()) -> Any:
        """Tell what is wrong with the value, and which words there are."""
        listed = "、".join(words)
        there = f"；可用的有：{listed}" if listed else ""
        return self.note(f"字段“{self.field}”不对：{clause}{self._where()}{there}。")

    def note(self, sentence: str) -> Any:
        """Tell a whole sentence."""
        self.tell(".".join((self.field, *self.inside)), sentence)
        return WRONG

    def _where(self) -> str:
        steps = (f"[{step}]" if step.isdecimal() else f".{step}" for step in self.inside)
        return f"（{''.join(steps).lstrip('.')}）" if self.inside else ""

    def within(self, step: object) -> "Spot":
        """Give the place of an item or a value in a list or a map."""
        return self._replace(inside=(*self.inside, str(step)))


Fit = Callable[[Any, Spot], Any]
FitStruct = Callable[[type, Mapping[Any, Any], str, Tell], Any]


def choice(word: object, words: Iterable[str]) -> str:
    """Say which words there are, and which of them looks meant."""
    from difflib import get_close_matches  # only mistakes need it

    known = list(dict.fromkeys(words))
    near = get_close_matches(str(word), known, 1)
    meant = f"，是不是“{near[0]}”？" if near else ""
    listed = (
        known if len(known) <= _MOST_LISTED else [*known[:_MOST_LISTED], f"……共 {len(known)} 个"]
    )
    return f"{meant or '；'}可用的有：{'、'.join(listed)}"


def fitter(hint: Any, struct: FitStruct) -> Fit:
    """Give what fits a value to a type, or tells why not; ``struct`` fits maps to structs."""
    return _MAKERS[sort_of(hint)](hint, typing.get_args(hint), struct)


def _takes(hint: Any) -> tuple[type, ...]:
    """Give the types of the values that a type is written with."""
    sort, parts = sort_of(hint), typing.get_args(hint)
    if sort == "annotated":
        return _takes(parts[0])
    if sort == "union":
        return tuple(kind for part in parts for kind in _takes(part))
    return (_WRITTEN[sort],) if sort in _WRITTEN else _TAKES.get(hint, (hint,))


def _members(hint: Any) -> dict[str, Any]:
    if typing.get_origin(hint) is Literal:
        return {word: word for word in typing.get_args(hint)}
    return {member.value: member for member in hint}


def _union(_: Any, parts: tuple[Any, ...], struct: FitStruct) -> Fit:
    """Give what fits a value by its type: files have few, so that no option need be tried.

    The closed words of a union are one set.
    """
    options: dict[type, Fit] = {}
    closed = [part for part in parts if sort_of(part) == "closed"]
    words = {word: member for part in closed for word, member in _members(part).items()}
    if words and str not in parts:
        options[str] = partial(_one_of, words)
    for part in parts:
        for kind in _takes(part):
            options.setdefault(kind, fitter(part, struct))
    wanted = [_takes(part)[0] for part in parts]

    def first(value: Any, spot: Spot) -> Any:
        fit = options.get(type(value))
        return fit(value, spot) if fit else spot.wrong(_expected(wanted, value), words)

    return first


def _list(_: Any, parts: tuple[Any, ...], struct: FitStruct) -> Fit:
    if parts[-1] is Ellipsis:
        return partial(_many, fitter(parts[0], struct))
    return partial(_row, [fitter(part, struct) for part in parts])


def _expected(kinds: Iterable[type], value: Any) -> str:
    wanted = "或".join(dict.fromkeys(_NAMES[kind] for kind in kinds))
    return f"应是{wanted}，现为{_NAMES.get(type(value), value)}"


def _limited(fit: Fit, limits: tuple[Limits, ...], value: Any, spot: Spot) -> Any:
    fitted = fit(value, spot)
    for limit in limits if fitted is not WRONG else ():
        if limit.shortest and len(fitted) < limit.shortest:
            few = f"至少要有 {limit.shortest} 个字" if limit.shortest > 1 else "不能为空"
            return spot.wrong(few)
        if limit.pattern and not re.search(limit.pattern, fitted):
            return spot.wrong(limit.wanted)
    return fitted


def _one_of(words: dict[str, Any], value: Any, spot: Spot) -> Any:
    if type(value) is str and value in words:
        return words[value]
    if spot.inside and type(value) is str:
        return spot.note(f"字段“{spot.field}”里没有“{value}”这个词{choice(value, words)}。")
    if type(value) is str:
        return spot.wrong(f"没有“{value}”这个值", words)
    return spot.wrong(_expected((str,), value), words)


def _many(fit: Fit, value: Any, spot: Spot) -> Any:
    if type(value) is not list:
        return spot.wrong(_expected((list,), value))
    return _whole(tuple(fit(item, spot.within(n)) for n, item in enumerate(value)))


def _row(fits: list[Fit], value: Any, spot: Spot) -> Any:
    if type(value) is not list:
        return spot.wrong(_expected((list,), value))
    if len(value) != len(fits):
        return spot.wrong(f"应有 {len(fits)} 个值，现有 {len(value)} 个")
    items = enumerate(zip(fits, value, strict=True))
    return _whole(tuple(fit(item, spot.within(n)) for n, (fit, item) in items))


def _whole(items: tuple[Any, ...]) -> Any:
    return WRONG if any(item is WRONG for item in items) else items


def _mapped(key: Fit, fit: Fit, value: Any, spot: Spot) -> Any:
    if type(value) is not dict:
        return spot.wrong(_expected((dict,), value))
    pairs = [(key(name, spot), fit(held, spot.within(name))) for name, held in value.items()]
    return WRONG if any(WRONG in pair for pair in pairs) else dict(pairs)


def _structured(
    struct: Callable[[Mapping[Any, Any], str, Tell], Any], value: Any, spot: Spot
) -> Any:
    if type(value) is not dict:
        return spot.wrong(_expected((dict,), value))
    return struct(value, ".".join((spot.field, *spot.inside, "")), spot.tell)


def _pattern(value: Any, spot: Spot) -> Any:
    if type(value) is not str:
        return spot.wrong(_expected((str,), value))
    try:
        pattern = Pattern(value)
        re.compile(value)
    except re.error as error:
        return spot.wrong(f"正则表达式“{value}”写错了（{plainly(error)}）")
    if any("\n" in words for words in (value, *pattern.literals)):
        return spot.wrong("规则逐段匹配，正则表达式里不能有换行")
    return pattern


def _date(value: Any, spot: Spot) -> Any:
    if type(value) is date:
        return value
    if type(value) is not str:
        return spot.wrong(_expected((date,), value))
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        return spot.wrong("应是日期，如 2019-05-15")


def _anything(value: Any, _: Spot) -> Any:
    return value


def _plain(kind: type, value: Any, spot: Spot) -> Any:
    if type(value) in _TAKES.get(kind, (kind,)):
        return kind(value) if value is not None else None
    return spot.wrong(_expected((kind,), value))


_MAKERS: dict[Sort, Callable[[Any, tuple[Any, ...], FitStruct], Fit]] = {
    "annotated": lambda h, parts, s: partial(_limited, fitter(parts[0], s), limits_of(h)),
    "union": _union,
    "closed": lambda hint, *_: partial(_one_of, _members(hint)),
    "list": _list,
    "map": lambda _, parts, s: partial(_mapped, fitter(parts[0], s), fitter(parts[1], s)),
    "struct": lambda hint, _, struct: partial(_structured, partial(struct, hint)),
    "plain": lambda hint, *_: {Pattern: _pattern, date: _date, Any: _anything}.get(
        hint, partial(_plain, hint)
    ),
}
