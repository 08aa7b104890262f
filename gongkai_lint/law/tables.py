"""The dated facts that checks consult."""

from dataclasses import dataclass

from gongkai_lint.law.instrument import Instrument


@dataclass(frozen=True, slots=True)
class LawTables:
    """All tables of ``rules/law``."""

    instruments: tuple[Instrument, ...] = ()
