"""A rule as it runs, and the set of rules with the law they rest on."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from gongkai_lint.checks.kind import Use
from gongkai_lint.law.instrument import ALWAYS, InForce
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Role
from gongkai_lint.model.finding import SEVERITIES, Match, Setting, Severity, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.case import (
    Case,
    Certainties,
    DatedBasis,
    Severities,
    Telling,
    severity_in,
)
from gongkai_lint.ruleset.region import Region
from gongkai_lint.ruleset.roles import RoleWords

Status = Literal["draft", "stable", "retired"]
LawDay = Literal["issue", "handling"]


class AppliesTo(NamedTuple):
    """Which documents a rule binds; empty means all.

    A rule with ``roles`` is asked of the files of a submission that have them, whether its other
    conditions hold of the draft.
    """

    types: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    except_levels: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    any_traits: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    disclosure: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    def includes(self, document: Document) -> bool:
        """Say whether the rule binds this document."""
        if self == _ALL:
            return True
        kind = document.document_type.value if document.document_type else "unknown"
        return (
            (not self.types or kind in self.types)
            and kind not in self.excluded
            and document.issuer.level not in self.except_levels
            and (not self.issuers or document.issuer.kind in self.issuers)
            and document.traits.issuperset(self.traits)
            and (not self.any_traits or not document.traits.isdisjoint(self.any_traits))
            and document.traits.isdisjoint(self.without)
            and (not self.disclosure or (document.disclosure or "none") in self.disclosure)
            and (not self.names or not set(self.names).isdisjoint(document.issuer.names))
        )


_ALL = AppliesTo()


class Rule(NamedTuple):
    """One rule, ready to run: one or more cases, and what they have in common.

    A ``regional`` rule runs only where a region adds it. ``judged`` says which day's law asks for
    it: that of the document's ``issue``, or that of its ``handling``. One that reads ``as_written``
    looks at the characters as they were before folding, too.
    """

    id: str
    title: str
    topic: str
    path: str
    status: Status
    severity: Severities
    certainty: Certainties
    applies_to: AppliesTo
    scope: tuple[str, ...]
    cases: tuple[Case, ...]
    why: str
    in_force: InForce
    yields_to: tuple[str, ...]
    aggregate: bool
    known_limits: str
    regional: bool = False
    judged: LawDay = "issue"
    as_written: bool = False

    @property
    def knows_dates(self) -> bool:
        """Whether what the rule asks depends on the day of the document."""
        return self.in_force != ALWAYS or self.asks_for("law")

    @property
    def tellings(self) -> tuple[tuple[str, Telling], ...]:
        """What the findings of all cases say, each with its name."""
        return tuple(told for case in self.cases for told in case.named_tellings())

    @property
    def basis(self) -> tuple[DatedBasis, ...]:
        """The legal bases of all cases."""
        return tuple(dict.fromkeys(one for _, told in self.tellings for one in told.basis))

    def asks_for(self, use: Use) -> bool:
        """Say whether one of the cases looks at more than the text, and this is it."""
        return any(use in case.uses for case in self.cases)

    def matches(self, view: View) -> Iterator[tuple[Match, Telling]]:
        """Yield what the cases find and what it says; of several at one place the first speaks.

        While a part of the file is unread, what is missing may stand there: it is for review.
        """
        seen: set[Span] = set()
        for case in self.cases:
            for match in case.matches(view):
                if match.span not in seen or len(self.cases) == 1:
                    seen.add(match.span)
                    unsure = view.document.source.is_partly_read and (
                        match.span.start == match.span.end or case.misses
                    )
                    told = match._replace(doubtful=True) if unsure else match
                    yield told, case.telling(match.case)

    def may_find(self, pairs: frozenset[int]) -> bool:
        """Say whether a case may find something in a text with these pairs of characters."""
        return any(case.may_find(pairs) for case in self.cases)

    def sees(self, view: View) -> bool:
        """Say whether a document shows anything that one of the cases judges."""
        return any(case.sees(view) for case in self.cases)

    @property
    def sees_all(self) -> bool:
        """Whether one of the cases judges whatever a document has in the rule's scope."""
        return any(case.sees_all for case in self.cases)

    def severity_in(self, setting: Setting) -> Severity | None:
        """Give the severity in a setting, a dossier's as a draft's where it has none of its own.

        None is off.
        """
        return severity_in(self.severity, setting)

    def severity_of(self, telling: Telling, setting: Setting) -> Severity | None:
        """Give the severity of a finding: its own where that is lower than the rule's."""
        general = self.severity_in(setting)
        if not telling.severity or general is None:
            return general
        own = severity_in(telling.severity, setting)
        return own and max(general, own, key=SEVERITIES.index)

    def resting_on(self, basis: DatedBasis) -> "Rule":
        """Give the rule with another basis named before its own."""
        return self._replace(cases=tuple(case.resting_on(basis) for case in self.cases))


class _RuleSet(NamedTuple):
    rules: tuple[Rule, ...]
    law: LawTables
    digest: str
    regional: tuple[Rule, ...] = ()
    regions: tuple[Region, ...] = ()
    region: str = ""
    roles: tuple[RoleWords, ...] = ()
    known: frozenset[str] = frozenset()
    national: "RuleSet | None" = None
    accepted: tuple[tuple[str, str], ...] = ()
    vocabulary: Vocabulary = Vocabulary()


class RuleSet(_RuleSet):
    """Rules in order of id, the law they rest on, and the digest of the files they came from.

    ``known`` are the ids of all rules that there are to choose from; ``accepted`` are words inside
    which the rules of a topic say nothing; ``roles`` are the words by which the files of a
    submission are told apart. The ``regional`` ones do not run until the set is localized for one
    of the ``regions``; then ``region`` is its key, ``national`` the set before, and a rule that
    changed with time may stand there once for each stretch.
    """

    def __getstate__(self) -> None:
        """Travel without what was found out on the way."""

    def asking_for(self, use: Use) -> tuple[Rule, ...]:
        """Give the rules that ask for something beside the text; kept for the next document."""
        found = self._asking.get(use)
        if found is None:
            found = self._asking[use] = tuple(r for r in self.rules if r.asks_for(use))
        return found

    @cached_property
    def _asking(self) -> dict[Use, tuple[Rule, ...]]:
        return {}

    def on_in(self, setting: Setting) -> tuple[tuple[Rule, bool], ...]:
        """Give the rules that do not judge leftovers, each with whether it is on in a setting."""
        found = self._on.get(setting)
        if found is None:
            left = frozenset(rule.id for rule in self.asking_for("leftovers"))
            found = self._on[setting] = tuple(
                (rule, rule.severity_in(setting) is not None)
                for rule in self.rules
                if rule.id not in left
            )
        return found

    @cached_property
    def _on(self) -> dict[Setting, tuple[tuple[Rule, bool], ...]]:
        return {}

    def sees(self, rule: Rule, view: View) -> bool:
        """Say whether a document shows anything that a rule judges."""
        return rule.id in self._seeing_all or rule.sees(view)

    @cached_property
    def _seeing_all(self) -> frozenset[str]:
        """The rules that judge whatever there is: most, so no more is asked of their cases."""
        others = {rule.id for rule in self.rules if not rule.sees_all}
        return frozenset(rule.id for rule in self.rules) - others

    def select(self, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> "RuleSet":
        """Keep rules whose id begins with one of ``wanted`` (or all), none of ``unwanted``."""
        return self._replace(
            rules=_chosen(self.rules, wanted, unwanted),
            regional=_chosen(self.regional, wanted, unwanted),
            national=self.national and self.national.select(wanted, unwanted),
        )

    def sees_formatting(self, setting: Setting) -> bool:
        """Say whether a rule that is on in a setting looks at how a Word file is set."""
        asking = (*self.asking_for("formatting"), *self.regional)
        return any(
            rule.asks_for("formatting") and rule.severity_in(setting) is not None for rule in asking
        )

    def binds(self, rule: Rule, view: View) -> bool:
        """Say whether a rule binds a document; beside a draft only if its role asks for it."""
        role, roles = view.role, rule.applies_to.roles
        if role and roles:
            return role in roles and rule.applies_to.includes(view.subject)
        return self._judges(rule, view) and rule.applies_to.includes(view.document)

    def _judges(self, rule: Rule, view: View) -> bool:
        if view.dossier is None or view.role == "draft":
            return True
        return any(rule.topic in row.topics for row in self.roles if row.role == view.role)


def _chosen(
    rules: tuple[Rule, ...], wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> tuple[Rule, ...]:
    kept = (rule for rule in rules if not wanted or rule.id.startswith(wanted))
    return tuple(rule for rule in kept if not rule.id.startswith(unwanted))
