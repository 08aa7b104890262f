"""Our NamedTuple makes what the standard one makes."""

import copy
import inspect
import pickle
import typing
from typing import Any, Generic, TypeVar

import pytest

from gongkai_lint import named
from gongkai_lint.model.finding import Finding
from gongkai_lint.reporters.piece import Piece

T = TypeVar("T")


class Ours(named.NamedTuple):
    """Of a number and two words."""

    number: int
    word: "str" = "a"
    other: str | None = None

    @property
    def both(self) -> str:
        return f"{self.word}{self.other}"

    def __bool__(self) -> bool:
        return False


class Theirs(typing.NamedTuple):
    """Of a number and two words."""

    number: int
    word: "str" = "a"
    other: str | None = None

    @property
    def both(self) -> str:
        return f"{self.word}{self.other}"

    def __bool__(self) -> bool:
        return False


class Wide(named.NamedTuple):
    """Of more fields than are written out."""

    f0: int
    f1: int
    f2: int
    f3: int
    f4: int
    f5: int
    f6: int
    f7: int
    f8: int
    f9: int
    f10: int
    f11: int


class Of(named.NamedTuple, Generic[T]):
    value: T


def test_a_class_is_as_the_standard_one() -> None:
    for name in ("_fields", "_field_defaults", "__match_args__", "__slots__", "__doc__", "__mro__"):
        ours, theirs = (getattr(kind, name) for kind in (Ours, Theirs))
        assert ours[1:] == theirs[1:] if name == "__mro__" else ours == theirs, name
    assert list(inspect.signature(Ours).parameters) == list(inspect.signature(Theirs).parameters)
    assert set(dir(Theirs)) - set(dir(Ours)) <= {"__orig_bases__"}


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_its_values_are_as_the_standard_ones(kind: Any) -> None:
    one = kind(1, other="c")
    assert one == (1, "a", "c")
    assert repr(one) == f"{kind.__name__}(number=1, word='a', other='c')"
    assert (one.number, one.both, bool(one)) == (1, "ac", False)
    assert one._replace(word="b") == (1, "b", "c")
    assert one._asdict() == {"number": 1, "word": "a", "other": "c"}
    assert kind._make(iter("xyz")) == ("x", "y", "z")
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 (just written)
    assert type(copy.deepcopy(one)) is kind
    match one:
        case kind(number, _, other):
            assert (number, other) == (1, "c")


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_mistakes_are_told_as_by_the_standard_one(kind: Any) -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'number'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'no'"):
        kind(1, no=2)
    with pytest.raises(TypeError, match="Expected 3 arguments, got 2"):
        kind._make([1, 2])
    with pytest.raises(ValueError, match="Got unexpected field names: \\['no'\\]"):
        kind(1)._replace(no=2)
    with pytest.raises(AttributeError):
        kind(1).number = 2


def test_a_default_before_a_field_without_one_is_refused() -> None:
    with pytest.raises(TypeError, match="default"):

        class Wrong(named.NamedTuple):
            number: int = 1
            word: str  # type: ignore[misc]


def test_wide_generic_and_real_classes() -> None:
    assert Wide(*range(12)).f11 == 11
    assert Of[int](3).value == 3
    assert Piece.__mro__[-2:] == (Generic, object)
    assert pickle.loads(pickle.dumps(Finding.__new__)) is Finding.__new__  # noqa: S301
