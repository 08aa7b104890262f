"""The dated facts that checks consult."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from gongkai_lint.law.agency import Agency
from gongkai_lint.law.instrument import Instrument
from gongkai_lint.law.period import Period
from gongkai_lint.law.provision import ArticleMove, ArticleTopic
from gongkai_lint.law.register import Register
from gongkai_lint.law.typeface import Typeface, fold_font
from gongkai_lint.named import NamedTuple

_MOST_DAYS = 100  # an archive's documents are of thousands of days


class _LawTables(NamedTuple):
    instruments: Sequence[Instrument] = ()
    periods: tuple[Period, ...] = ()
    moves: tuple[ArticleMove, ...] = ()
    topics: tuple[ArticleTopic, ...] = ()
    agencies: tuple[Agency, ...] = ()
    typefaces: tuple[Typeface, ...] = ()


class LawTables(_LawTables):
    """All tables of ``rules/law``."""

    @property
    def held_to(self) -> date | None:
        """The day of the newest instrument: what came later is unknown to these tables."""
        return self._register.newest

    def instrument(self, key: str) -> Instrument | None:
        """Give the instrument with a key."""
        return self._register.keyed(key)

    def numbered(self, number: str) -> tuple[Instrument, ...]:
        """Give the instruments that bear a number, however it is bracketed."""
        return self._register.numbered(number)

    def editions(self, number: str) -> tuple[Instrument, ...]:
        """Give every edition of the standard whose number, of whatever year, is given."""
        return self._register.standards(number)

    def titled(self, title: str) -> tuple[Instrument, ...]:
        """Give the instruments (all editions) that rightly bear a title."""
        return self._register.titled(title)

    def misnamed(self, title: str) -> Instrument | None:
        """Give the instrument of which a title is a known wrong name."""
        return self._register.misnamed(title)

    def edition(self, title: str, day: date) -> Instrument | None:
        """Give the edition of a title that was in force on a day."""
        return next((i for i in self.titled(title) if i.in_force.on(day)), None)

    def period(self, id_: str) -> Period | None:
        """Give a row of the table of periods."""
        return next((period for period in self.periods if period.id == id_), None)

    def periods_on(self, day: date, ids: tuple[str, ...] = ()) -> tuple[Period, ...]:
        """Give the rows in force on a day, or those of them with the ids."""
        rows = self._kept(self._periods, day, lambda row: row.in_force.on(day))
        return tuple(p for p in rows if p.id in ids) if ids else rows

    def replaced_on(self, day: date) -> tuple[Period, ...]:
        """Give the rows that others had taken the place of by a day."""
        return self._kept(self._replaced, day, lambda row: row.is_replaced_on(day))

    def _kept(
        self, kept: dict[date, tuple[Period, ...]], day: date, wanted: Callable[[Period], bool]
    ) -> tuple[Period, ...]:
        """Give rows as one tuple for all days that have the same: each document asks several times.

        What a check makes of them can then be kept by that tuple.
        """
        rows = kept.get(day)
        if rows is None:
            if len(kept) >= _MOST_DAYS:
                kept.clear()
            found = tuple(filter(wanted, self.periods))
            rows = kept[day] = self._alike.setdefault(tuple(row.id for row in found), found)
        return rows

    @cached_property
    def _periods(self) -> dict[date, tuple[Period, ...]]:
        return {}

    @cached_property
    def _replaced(self) -> dict[date, tuple[Period, ...]]:
        return {}

    @cached_property
    def _alike(self) -> dict[tuple[str, ...], tuple[Period, ...]]:
        return {}

    def heirs(self, agency: Agency, day: date) -> tuple[Agency, ...]:
        """Give the agencies that on a day bore the duties of one that had ended before."""
        heirs: dict[str, Agency] = {}
        waiting, seen = [agency.key], {agency.key}
        for key in waiting:
            for heir in (a for a in self.agencies if a.key in self._successors[key] - seen):
                seen.add(heir.key)
                if heir.successors and heir.last and heir.last < day:
                    waiting.append(heir.key)
                else:
                    heirs[heir.key] = heir
        return tuple(heirs.values())

    def forerunners(self, agency: Agency) -> tuple[Agency, ...]:
        """Give the agencies whose duties an agency took over."""
        return tuple(other for other in self.agencies if agency.key in other.successors)

    def agencies_named(self, name: str) -> tuple[Agency, ...]:
        """Give the agencies that bore a name, in the order of the register."""
        return self._by_name.get(name, ())

    @cached_property
    def _by_name(self) -> dict[str, tuple[Agency, ...]]:
        found: dict[str, dict[str, Agency]] = {}
        for agency in self.agencies:
            for name in (*agency.central, *agency.local):
                found.setdefault(name, {})[agency.key] = agency
        return {name: tuple(bearers.values()) for name, bearers in found.items()}

    @cached_property
    def _register(self) -> Register:
        held = self.instruments
        return held if isinstance(held, Register) else Register.of(held)

    @cached_property
    def agency_names(self) -> tuple[str, ...]:
        """Every name of an agency, the longest first."""
        names = {name for agency in self.agencies for name in (*agency.central, *agency.local)}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))

    @cached_property
    def _successors(self) -> dict[str, set[str]]:
        return {agency.key: set(agency.successors) for agency in self.agencies}

    def typeface(self, font: str) -> str:
        """Give the family that a font belongs to; the font itself where none is known."""
        folded = fold_font(font)
        return next((t.name for t in self.typefaces if t.includes(folded)), font)
