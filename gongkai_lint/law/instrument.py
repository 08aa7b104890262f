"""法规文件: laws, regulations, standards and documents, with the days they were in force."""

from datetime import date
from typing import Literal

from gongkai_lint.named import NamedTuple

InstrumentLevel = Literal["central", "provincial", "city", "county", "township"]


class InForce(NamedTuple):
    """A stretch of days, both ends included; None is open."""

    since: date | None = None
    until: date | None = None

    def on(self, day: date) -> bool:
        """Say whether the day lies in the stretch, both ends included."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


ALWAYS = InForce()


class LegalBasis(NamedTuple):
    """An instrument with the provision that a rule rests on."""

    instrument: str
    title: str
    number: str
    provision: str


class Instrument(NamedTuple):
    """One instrument: its key, official name, number, dates and what replaced it.

    ``aliases`` are other names under which it is rightly cited, ``articles`` the number of its
    articles, ``source`` where our facts come from, ``verified`` False for background knowledge;
    ``misnomers`` are wrong names under which it is often cited beside its number. ``region`` is the
    only one where it holds (everywhere where empty), ``level`` that of the organ that issued it; an
    instrument of which only the number is known has an empty title.
    """

    key: str
    title: str
    number: str = ""
    issuer: str = ""
    issued: date | None = None
    in_force: InForce = ALWAYS
    aliases: tuple[str, ...] = ()
    articles: int | None = None
    replaced_by: str = ""
    source: str = ""
    verified: bool = True
    misnomers: tuple[str, ...] = ()
    region: str = ""
    level: InstrumentLevel = "central"

    def basis(self, provision: str = "") -> LegalBasis:
        """Give the instrument as a legal basis."""
        return LegalBasis(self.key, self.title, self.number, provision)


def quoted(title: str) -> str:
    """Give a title as it stands inside 《》."""
    return title.replace("《", "〈").replace("》", "〉")
