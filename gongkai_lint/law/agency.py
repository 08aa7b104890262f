"""机构: what an agency was called at the centre and locally, and from when to when."""

from datetime import date

from gongkai_lint.named import NamedTuple


class Agency(NamedTuple):
    """One agency under one name: the central and the local forms of the name, its days, its heirs.

    ``until`` is the last day of the central body, ``local_until`` the last day by which the
    places had to follow; ``successors`` are keys of agencies that took over its duties, ``kept``
    patterns for places that kept the name. What is not ``verified`` is recorded, never judged.
    """

    key: str
    source: str
    central: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    local_until: date | None = None
    successors: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    verified: bool = True

    def ended(self, name: str) -> date | None:
        """Give the last day of one of its names."""
        return self.until if name in self.central else self.local_until

    @property
    def last(self) -> date | None:
        """The last day on which any of its names was in use."""
        return max((day for day in (self.until, self.local_until) if day), default=None)

    def name_like(self, other: str, *, central: bool) -> str:
        """Give its name at one level, one that ends like another name (局, 厅, 委) if it can."""
        names = self.central or self.local if central else self.local or self.central
        return next((name for name in names if name[-1] == other[-1]), names[0])


def months_later(day: date, months: int) -> date:
    """Give the day so many months later (earlier where negative), at most its month's 28th."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))
