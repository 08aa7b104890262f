"""``NamedTuple`` as in ``typing``, made without compiling source.

``typing.NamedTuple`` writes source for each class's ``__new__``, evaluates it and compiles each
annotation that is a word: three quarters of a million instructions a class, of which a cold start
makes more than 150, a fifth of all it does. Here ``__new__`` is one of the functions below with
its parameters renamed. ``tests/test_named.py`` holds the classes against the standard ones. Where
a Python keeps annotations otherwise (3.14), it is ``typing``'s own.
"""

import sys
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple
else:
    from _collections import _tuplegetter
    from functools import cache
    from types import FunctionType

    _new = tuple.__new__
    _NARROW = (
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
    )

    @cache
    def _maker(width: int) -> FunctionType:
        """Give a ``__new__`` of so many fields; the few wide classes pay for an evaluation."""
        if width < len(_NARROW):
            return _NARROW[width]
        names = ", ".join(f"f{index}" for index in range(width))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": _new})  # noqa: S307

    @classmethod
    def _make(cls: Any, values: Any) -> Any:
        """Make one of an iterable of values."""
        made = _new(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self: Any, /, **changes: Any) -> Any:
        """Give one like this with other values in the named fields."""
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _repr(self: Any) -> str:
        fields = zip(self._fields, self, strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields)})"

    def _asdict(self: Any) -> dict[str, Any]:
        """Give the values by their fields' names."""
        return dict(zip(self._fields, self, strict=True))

    def _getnewargs(self: Any) -> tuple[Any, ...]:
        return tuple(self)

    _METHODS = {
        "__slots__": (),
        "__repr__": _repr,
        "__getnewargs__": _getnewargs,
        "_make": _make,
        "_replace": _replace,
        "_asdict": _asdict,
    }

    class _Named(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """Make the tuple class that the body of a class statement describes."""
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default stands behind one with it")
            model = _maker(len(fields))
            code = model.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
            new = FunctionType(code, model.__globals__, "__new__", tuple(defaults.values()))
            new.__qualname__ = f"{name}.__new__"
            made = {
                **_METHODS,
                **body,
                "__new__": new,
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            for index, field in enumerate(fields):
                made[field] = _tuplegetter(index, "")
            others = tuple(base for base in bases if base is not NamedTuple)
            return type.__new__(type, name, (tuple, *others), made)

    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})
