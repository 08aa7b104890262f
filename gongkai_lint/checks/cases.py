"""Several ways to break one requirement."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from gongkai_lint.model.finding import Match, Profile, View
from gongkai_lint.model.span import Span


class Check(Protocol):
    """Any check kind."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what it finds."""
        ...


class Case(NamedTuple):
    """A named check with a scope and profiles of its own (those of the rule where empty)."""

    name: str
    scope: tuple[str, ...]
    check: Check
    profiles: tuple[Profile, ...] = ()

    def seen_in(self, view: View) -> View:
        """Give what the check may look at: the rule's scope, or its own."""
        return view._replace(spans=view.document.within(self.scope)) if self.scope else view


class Cases(NamedTuple):
    """Report what each of the checks finds under the name of its case.

    The name picks the message and the severity; of several cases at one place the first speaks.
    """

    cases: tuple[Case, ...]

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the matches of all cases."""
        seen: set[Span] = set()
        for case in self.cases:
            if case.profiles and view.profile not in case.profiles:
                continue
            for match in case.check.matches(case.seen_in(view)):
                if match.span not in seen:
                    seen.add(match.span)
                    yield match._replace(case=case.name)
