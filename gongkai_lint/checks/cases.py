"""Several ways to break one requirement."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Protocol

from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.model.dossier import Role
from gongkai_lint.model.finding import Match, Profile, View
from gongkai_lint.model.span import Span


class Check(Protocol):
    """Any check kind."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what it finds."""
        ...


class Terms(NamedTuple):
    """When a case is looked at: its scope and profiles, the rule's own where empty.

    ``by_itself`` is outside a submission only, ``since`` from a day on; ``for_traits`` are asked of
    the draft; ``for_roles`` are what the document is in a submission, by itself it is a draft;
    a ``regional`` case sleeps until a region adds it.
    """

    scope: tuple[str, ...] = ()
    profiles: tuple[Profile, ...] = ()
    by_itself: bool = False
    since: date | None = None
    for_traits: tuple[str, ...] = ()
    for_roles: tuple[Role, ...] = ()
    regional: bool = False

    def met(self, view: View) -> bool:
        """Say whether the case is to be looked at."""
        return (
            not self.regional
            and (not self.profiles or view.profile in self.profiles)
            and not (self.by_itself and view.dossier)
            and (not self.for_roles or (view.role or "draft") in self.for_roles)
            and (self.since is None or self.since <= view.as_of)
            and (not self.for_traits or not view.subject.traits.isdisjoint(self.for_traits))
        )


class Case(NamedTuple):
    """A named check with its terms; ``basis`` where it rests on something else than its rule."""

    name: str
    check: Check
    terms: Terms = Terms()
    basis: tuple[LegalBasis, ...] = ()

    def seen_in(self, view: View) -> View:
        """Give what the check may look at: the rule's scope, or its own."""
        scope = self.terms.scope
        return view._replace(spans=view.within(scope)) if scope else view


class Cases(NamedTuple):
    """Report what each of the checks finds under the name of its case.

    The name picks the message and the severity; the check's own case is told behind a full stop.
    Of several cases at one place the first speaks.
    """

    cases: tuple[Case, ...]

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the matches of all cases."""
        seen: set[Span] = set()
        for case in self.cases:
            if not case.terms.met(view):
                continue
            own = case.seen_in(view)
            for match in case.check.matches(own) if own.spans else ():
                if match.span not in seen:
                    seen.add(match.span)
                    own_case = f".{match.case}" if match.case else ""
                    basis = match.basis or case.basis
                    yield match._replace(case=f"{case.name}{own_case}", basis=basis)
