"""A rule as it runs, and the set of rules with the law they rest on."""

from datetime import date
from typing import Literal, NamedTuple

from gongkai_lint.checks import Check
from gongkai_lint.checks.agency import AgencyEra
from gongkai_lint.checks.cases import Cases
from gongkai_lint.checks.citation import CitationFacts
from gongkai_lint.checks.period import PeriodFacts
from gongkai_lint.law.instrument import InForce, LegalBasis
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITIES, Certainty, Profile, Safety, Severity
from gongkai_lint.ruleset.region import Region

Status = Literal["draft", "stable", "retired"]
Judged = Literal["issue", "handling"]


class DatedBasis(NamedTuple):
    """A legal basis with the days on which it is the right one to name."""

    basis: LegalBasis
    in_force: InForce


class AppliesTo(NamedTuple):
    """Which documents a rule binds; empty means all."""

    types: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    any_traits: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    disclosure: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def includes(self, document: Document) -> bool:
        """Say whether the rule binds this document."""
        kind = document.document_type.value if document.document_type else "unknown"
        return (
            (not self.types or kind in self.types)
            and kind not in self.excluded
            and (not self.levels or document.issuer.level in self.levels)
            and (not self.issuers or document.issuer.kind in self.issuers)
            and document.traits.issuperset(self.traits)
            and (not self.any_traits or not document.traits.isdisjoint(self.any_traits))
            and document.traits.isdisjoint(self.without)
            and (not self.disclosure or (document.disclosure or "none") in self.disclosure)
            and (not self.names or not set(self.names).isdisjoint(document.issuer.names))
        )


class FixTemplate(NamedTuple):
    """How a finding is removed: replacement with ``{captures}``, its safety and title."""

    replace_with: str | None
    safety: Safety
    title: str


class Rule(NamedTuple):
    """One rule, ready to run.

    A ``regional`` rule runs only where a region adds it. ``judged`` says which day's law asks for
    it: that of the document's ``issue``, or that of its ``handling``.
    """

    id: str
    title: str
    topic: str
    path: str
    status: Status
    severity: tuple[tuple[Profile, Severity | None], ...]
    certainty: Certainty
    applies_to: AppliesTo
    scope: tuple[str, ...]
    check: Check
    messages: tuple[tuple[str, str], ...]
    advice: str
    why: str
    fix: FixTemplate | None
    basis: tuple[DatedBasis, ...]
    in_force: InForce
    yields_to: tuple[str, ...]
    aggregate: bool
    known_limits: str
    case_severity: tuple[tuple[str, Severity], ...] = ()
    regional: bool = False
    judged: Judged = "issue"

    @property
    def knows_dates(self) -> bool:
        """Whether what the rule asks depends on the day of the document."""
        return self.in_force != InForce() or _asks_the_law(self.check)

    def severity_in(self, profile: Profile) -> Severity | None:
        """Give the severity in a profile; None where the rule is off."""
        return dict(self.severity)[profile]

    def severity_of(self, case: str, profile: Profile) -> Severity | None:
        """Give the severity of a case: its own where that is lower than the rule's."""
        general, own = self.severity_in(profile), dict(self.case_severity).get(case)
        if general is None or own is None:
            return general
        return max(general, own, key=SEVERITIES.index)

    def message(self, case: str) -> str:
        """Give the message template of a case, else the default one."""
        messages = dict(self.messages)
        return messages.get(case, self.messages[0][1])

    def basis_on(self, day: date) -> tuple[LegalBasis, ...]:
        """Give the legal basis on a day."""
        return tuple(dated.basis for dated in self.basis if dated.in_force.on(day))


def _asks_the_law(check: Check) -> bool:
    checks = [case.check for case in check.cases] if isinstance(check, Cases) else [check]
    return any(isinstance(each, AgencyEra | CitationFacts | PeriodFacts) for each in checks)


class RuleSet(NamedTuple):
    """Rules in order of id, the law they rest on, and the digest of the files they came from.

    The ``regional`` ones do not run until the set is localized for one of the ``regions``; then
    ``region`` is its key, and a rule that changed with time may stand there once for each stretch.
    """

    rules: tuple[Rule, ...]
    law: LawTables
    digest: str
    regional: tuple[Rule, ...] = ()
    regions: tuple[Region, ...] = ()
    region: str = ""

    def select(self, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> "RuleSet":
        """Keep rules whose id begins with one of ``wanted`` (or all), none of ``unwanted``."""
        return self._replace(
            rules=_chosen(self.rules, wanted, unwanted),
            regional=_chosen(self.regional, wanted, unwanted),
        )


def _chosen(
    rules: tuple[Rule, ...], wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> tuple[Rule, ...]:
    kept = (rule for rule in rules if not wanted or rule.id.startswith(wanted))
    return tuple(rule for rule in kept if not rule.id.startswith(unwanted))
