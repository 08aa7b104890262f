"""A rule as it runs, and the set of rules with the law they rest on."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeVar

from gongkai_lint.checks import Check
from gongkai_lint.checks.agency import AgencyEra
from gongkai_lint.checks.cases import Cases
from gongkai_lint.checks.citation import CitationFacts
from gongkai_lint.checks.layout import Layout
from gongkai_lint.checks.period import PeriodFacts
from gongkai_lint.law.instrument import ALWAYS, InForce, LegalBasis
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Returns, Role
from gongkai_lint.model.finding import SEVERITIES, Certainty, Safety, Setting, Severity, View
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.ruleset.region import Region
from gongkai_lint.ruleset.roles import RoleWords

Status = Literal["draft", "stable", "retired"]
Judged = Literal["issue", "handling"]


class DatedBasis(NamedTuple):
    """A legal basis with the days, and the cases (all where empty), for which to name it."""

    basis: LegalBasis
    in_force: InForce
    cases: tuple[str, ...] = ()


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


class FixTemplate(NamedTuple):
    """How a finding is removed: replacement with ``{captures}``, its safety and title."""

    replace_with: str | None
    safety: Safety
    title: str


class Return(NamedTuple):
    """That a finding, or one of these cases of it, sends a submission back."""

    returns: Returns
    cases: tuple[str, ...] = ()


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
    severity: tuple[tuple[Setting, Severity | None], ...]
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
    case_certainty: tuple[tuple[str, Certainty], ...] = ()
    dossier_certainty: Certainty | None = None
    sends_back: Return | None = None

    @property
    def knows_dates(self) -> bool:
        """Whether what the rule asks depends on the day of the document."""
        return self.in_force != ALWAYS or _asks_the_law(self.check)

    def severity_in(self, setting: Setting) -> Severity | None:
        """Give the severity in a setting, a dossier's as a draft's where it has none of its own.

        None is off.
        """
        for told, severity in self.severity:
            if told == setting:
                return severity
        return dict(self.severity)["draft"]

    def severity_of(self, case: str, setting: Setting) -> Severity | None:
        """Give the severity of a case: its own where that is lower than the rule's."""
        general, own = self.severity_in(setting), _of_case(dict(self.case_severity), case)
        if general is None or own is None:
            return general
        return max(general, own, key=SEVERITIES.index)

    def is_doubtful(self, case: str, setting: Setting) -> bool:
        """Say whether a finding is for review: as its case says, else as the rule says."""
        own = _of_case(dict(self.case_certainty), case)
        in_dossier = self.dossier_certainty if setting == "dossier" else None
        return (own or in_dossier or self.certainty) == "review"

    def message(self, case: str) -> str:
        """Give the message template of a case, else the default one."""
        return _of_case(dict(self.messages), case) or self.messages[0][1]

    def returns_for(self, case: str) -> Returns | None:
        """Say what a finding of a case sends a submission back for."""
        back = self.sends_back
        told = back and (not back.cases or _of_case(dict.fromkeys(back.cases, True), case))
        return back.returns if back and told else None

    def basis_on(self, day: date, case: str = "") -> tuple[LegalBasis, ...]:
        """Give the legal basis on a day, of a case where one is given."""
        return tuple(
            dated.basis
            for dated in self.basis
            if dated.in_force.on(day)
            and (not case or not dated.cases or _of_case(dict.fromkeys(dated.cases, True), case))
        )


_Told = TypeVar("_Told")


def _of_case(told: dict[str, _Told], case: str) -> _Told | None:
    """Give what is told of a case, else of the case that it is a part of (``own.hollow``)."""
    return told.get(case, told.get(case.partition(".")[0]))


def _asks_the_law(check: Check) -> bool:
    return any(isinstance(each, AgencyEra | CitationFacts | PeriodFacts) for each in _parts(check))


def _parts(check: Check) -> Sequence[object]:
    return [case.check for case in check.cases] if isinstance(check, Cases) else [check]


class RuleSet(NamedTuple):
    """Rules in order of id, the law they rest on, and the digest of the files they came from.

    ``known`` are the ids of all rules that there are to choose from; ``accepted`` are words inside
    which the rules of a topic say nothing; ``roles`` are the words by which the files of a
    submission are told apart. The ``regional`` ones do not run until the set is localized for one
    of the ``regions``; then ``region`` is its key, ``national`` the set before, and a rule that
    changed with time may stand there once for each stretch.
    """

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

    def select(self, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> "RuleSet":
        """Keep rules whose id begins with one of ``wanted`` (or all), none of ``unwanted``."""
        return self._replace(
            rules=_chosen(self.rules, wanted, unwanted),
            regional=_chosen(self.regional, wanted, unwanted),
            national=self.national and self.national.select(wanted, unwanted),
        )

    def sees_formatting(self, setting: Setting) -> bool:
        """Say whether a rule that is on in a setting looks at how a Word file is set."""
        return any(
            isinstance(check, Layout)
            for rule in (*self.rules, *self.regional)
            if rule.severity_in(setting) is not None
            for check in _parts(rule.check)
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
