"""登记表: the instruments, each packed until a citation asks for it.

A document cites a handful of the thousand and more instruments; unpacking them all would cost more
than judging it.
"""

import pickle
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import overload

from gongkai_lint.law.instrument import Instrument
from gongkai_lint.law.naming import number_key, standard_key, title_key
from gongkai_lint.named import NamedTuple

_Places = dict[str, tuple[int, ...]]


class _Index(NamedTuple):
    """Where the instruments stand, by each way to ask for one."""

    keys: dict[str, int]
    titles: _Places
    numbers: _Places
    standards: _Places
    misnomers: dict[str, int]


class Register(Sequence[Instrument]):
    """The register as a sequence of instruments, found by key, title, number or wrong name.

    Local instruments share titles with other places' ones: they are found by their key alone.
    ``newest`` is the last day on which one that is verified was issued, or else came into force.
    """

    def __init__(self, rows: tuple[bytes, ...], packed: bytes, newest: date | None = None) -> None:
        self.rows = rows
        self.packed = packed
        self.newest = newest

    def __eq__(self, other: object) -> bool:
        """Compare what it holds."""
        return isinstance(other, Register) and self.rows == other.rows

    def __hash__(self) -> int:
        """Go by what it holds."""
        return hash(self.rows)

    @classmethod
    def of(cls, instruments: Iterable[Instrument]) -> "Register":
        """Pack instruments, in their order."""
        listed = tuple(instruments)
        rows = tuple(pickle.dumps(instrument, protocol=5) for instrument in listed)
        days = [day for i in listed if i.verified and (day := i.issued or i.in_force.since)]
        index = pickle.dumps(_indexed(listed), protocol=5)
        return cls(rows, index, max(days, default=None))

    def __getstate__(self) -> dict[str, object]:
        """Travel packed: what was unpacked meanwhile stays behind."""
        return {"rows": self.rows, "packed": self.packed, "newest": self.newest}

    def __len__(self) -> int:
        """Count the instruments."""
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Instrument: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Instrument, ...]: ...
    def __getitem__(self, at: int | slice) -> Instrument | tuple[Instrument, ...]:
        """Give the instrument at a place, or those of a stretch."""
        if isinstance(at, slice):
            return tuple(map(self._unpacked, range(*at.indices(len(self)))))
        return self._unpacked(at)

    def keyed(self, key: str) -> Instrument | None:
        """Give the instrument with a key."""
        place = self._index.keys.get(key)
        return None if place is None else self[place]

    def titled(self, title: str) -> tuple[Instrument, ...]:
        """Give the instruments that rightly bear a title."""
        return self._at(self._index.titles.get(title_key(title), ()))

    def numbered(self, number: str) -> tuple[Instrument, ...]:
        """Give the instruments that bear a number, however it is bracketed."""
        key = number_key(number)
        return self._at(self._index.numbers.get(str(key), ())) if key else ()

    def standards(self, number: str) -> tuple[Instrument, ...]:
        """Give every edition of the standard whose number is given, the oldest first."""
        key = standard_key(number)
        return self._at(self._index.standards.get(key, ())) if key else ()

    def misnamed(self, title: str) -> Instrument | None:
        """Give the instrument of which a title is a known wrong name."""
        place = self._index.misnomers.get(title_key(title))
        return None if place is None else self[place]

    @cached_property
    def _index(self) -> _Index:
        index: _Index = pickle.loads(self.packed)  # noqa: S301 (packed by ``of``, see load.py)
        return index

    @cached_property
    def _known(self) -> dict[int, Instrument]:
        return {}

    def _at(self, places: tuple[int, ...]) -> tuple[Instrument, ...]:
        return tuple(map(self._unpacked, places))

    def _unpacked(self, at: int) -> Instrument:
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = pickle.loads(self.rows[at])  # noqa: S301 (as above)
        return known


def _indexed(instruments: tuple[Instrument, ...]) -> _Index:
    national = [(at, i) for at, i in enumerate(instruments) if not i.region]
    return _Index(
        {instrument.key: at for at, instrument in enumerate(instruments)},
        _places((title_key(name), at) for at, i in national for name in (i.title, *i.aliases)),
        _places((str(key), at) for at, i in national if (key := number_key(i.number))),
        _places((name, at) for at, i in national if (name := standard_key(i.number))),
        {title_key(name): at for at, i in enumerate(instruments) for name in i.misnomers},
    )


def _places(pairs: Iterable[tuple[str, int]]) -> _Places:
    """Give the places of each name, none twice."""
    places: dict[str, dict[int, None]] = {}
    for name, at in pairs:
        places.setdefault(name, {})[at] = None
    return {name: tuple(found) for name, found in places.items()}
