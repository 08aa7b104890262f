"""The fields that files may write, and the sorts of types that these have."""

import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union

from gongkai_lint.law.instrument import InForce
from gongkai_lint.named import NamedTuple

Sort = Literal["annotated", "union", "closed", "list", "map", "struct", "plain"]
_SORTS: dict[Any, Sort] = {
    Annotated: "annotated",
    Union: "union",
    UnionType: "union",
    Literal: "closed",
    tuple: "list",
    dict: "map",
    Mapping: "map",
}


class Limits(NamedTuple):
    """What ``Annotated`` says of a field beside its type.

    ``means`` tells people what it is for; ``shortest`` is the fewest characters or items; a text
    that does not fit ``pattern`` is told to be ``wanted``.
    """

    means: str = ""
    shortest: int = 0
    pattern: str = ""
    wanted: str = ""


class Field(NamedTuple):
    """A field as a file writes it and as the code names it; ``default`` is MISSING if required."""

    name: str
    attribute: str
    hint: Any
    default: Any

    @property
    def required(self) -> bool:
        """Say whether it must be there."""
        return self.default is MISSING

    @property
    def means(self) -> str:
        """What the field is for, where its type tells."""
        return "".join(limits.means for limits in limits_of(self.hint))


MISSING = object()


@cache
def fields_of(target: type) -> tuple[Field, ...]:
    """Give the fields of a dataclass, a tuple or a TOML table in order.

    A dataclass's field may be written by another name (``metadata={"name": …}``). A TOML table is
    a ``TypedDict``, its keys with hyphens, none of them with a default.
    """
    hints = {
        name: _plain(hint)
        for name, hint in typing.get_type_hints(target, include_extras=True).items()
    }
    if typing.is_typeddict(target):
        keys: frozenset[str] = target.__required_keys__  # type: ignore[attr-defined]
        return tuple(
            Field(name.replace("_", "-"), name, hint, MISSING if name in keys else None)
            for name, hint in hints.items()
        )
    if issubclass(target, tuple):
        defaults: dict[str, Any] = target._field_defaults  # type: ignore[attr-defined]
        names: tuple[str, ...] = target._fields  # type: ignore[attr-defined]
        return tuple(
            field for n in names for field in _flat(Field(n, n, hints[n], defaults.get(n, MISSING)))
        )
    struct: Any = target
    return tuple(
        Field(
            field.metadata.get("name", field.name), field.name, hints[field.name], _default(field)
        )
        for field in struct.__dataclass_fields__.values()
    )


def sort_of(hint: Any) -> Sort:
    """Say of what sort a type is; closed words are a Literal or an Enum."""
    if sort := _SORTS.get(typing.get_origin(hint)):
        return sort
    if not isinstance(hint, type):
        return "plain"
    if hasattr(hint, "__dataclass_fields__") or hasattr(hint, "_fields"):
        return "struct"
    if typing.is_typeddict(hint):
        return "struct"
    return "closed" if issubclass(hint, Enum) else "plain"


def limits_of(hint: Any) -> tuple[Limits, ...]:
    """Give what ``Annotated`` says of a type."""
    return tuple(one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Limits))


def _flat(field: Field) -> Iterator[Field]:
    """Yield a field; of a stretch of days its own, which a file writes among the others."""
    if field.hint is not InForce:
        yield field
        return
    for own in fields_of(field.hint):
        yield own._replace(attribute=f"{field.attribute}.{own.attribute}")


def _plain(hint: Any) -> Any:
    required = typing.get_origin(hint) in {typing.Required, typing.NotRequired}
    return typing.get_args(hint)[0] if required else hint


def _default(field: Any) -> Any:
    import dataclasses  # loaded by whoever made one; a configuration is read without it

    if field.default is not dataclasses.MISSING:
        return field.default
    return MISSING if field.default_factory is dataclasses.MISSING else field.default_factory()
