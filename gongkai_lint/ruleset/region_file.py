"""What a file of rules/regions may say."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class LocalBasis:
    """The key of a local instrument and the provision."""

    instrument: str
    provision: str = ""


@dataclass(frozen=True, kw_only=True)
class Adds:
    """A regional rule, or a regional ``case`` of a national one, that runs in the region.

    ``what`` says for people what the case asks.
    """

    rule: str
    since: date
    basis: LocalBasis
    until: date | None = None
    case: str = ""
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Tightens:
    """A field of a national rule that is stricter in the region.

    ``field`` is ``severity``, ``severity.CASE``, ``since`` or a row of the table of periods.
    """

    rule: str
    field: str
    value: Any
    basis: LocalBasis
    since: date | None = None
    until: date | None = None
    binds: tuple[str, ...] = ()
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class RegionFile:
    """One file: the region's key, its name, what it changes, what to know."""

    key: str
    name: str
    adds: tuple[Adds, ...] = ()
    tightens: tuple[Tightens, ...] = ()
    note: str = ""
