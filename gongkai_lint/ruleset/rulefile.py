"""What a rule file may say."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from gongkai_lint.model.document import Disclosure, IssuerKind
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.dossier import Role, Step
from gongkai_lint.model.finding import Certainty, Safety, Severity
from gongkai_lint.model.level import Level
from gongkai_lint.model.scope import Scope
from gongkai_lint.model.trait import Trait
from gongkai_lint.ruleset.fields import Limits
from gongkai_lint.ruleset.rule import LawDay, Status

Force = Literal["error", "warning", "info", "off"]


@dataclass(frozen=True)
class SeverityByProfile:
    """Severity where drafts and archives differ; ``dossier`` where a submission does, too."""

    draft: Force
    archive: Force
    dossier: Force | None = None


@dataclass(frozen=True)
class CertaintyBySetting:
    """Certainty where a text by itself and a text in its submission differ."""

    text: Certainty
    dossier: Certainty


@dataclass(frozen=True)
class ReturnFile:
    """For what a submission is sent back, by which step."""

    step: Step
    ground: str


@dataclass(frozen=True)
class Applies:
    """Which documents a rule binds."""

    types: tuple[DocumentType, ...] | Literal["all", "official"] = "all"
    excluded: tuple[DocumentType, ...] = field(default=(), metadata={"name": "except"})
    except_levels: tuple[Level, ...] = ()
    issuers: tuple[IssuerKind, ...] = ()
    traits: tuple[Trait, ...] = ()
    any_traits: tuple[Trait, ...] = ()
    without: tuple[Trait, ...] = ()
    disclosure: tuple[Disclosure | Literal["none"], ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class FixFile:
    """How a finding is removed: by ``replace_with`` or ``swap``, else the check gives the edits.

    What a case leaves out is as its rule has it.
    """

    safety: Safety | None = None
    replace_with: str | None = None
    swap: dict[str, str] | None = None
    title: str | None = None


@dataclass(frozen=True)
class BasisFile:
    """An instrument's key and provision, with the days for which to name it."""

    instrument: str
    provision: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class InForceFile:
    """The first and the last day of a requirement."""

    since: date
    until: date | None = None


@dataclass(frozen=True)
class Examples:
    """Sentences or maps of elements that the rule must and must not report."""

    violation: tuple[str | dict[str, Any], ...]
    valid: tuple[str | dict[str, Any], ...] = field(metadata={"name": "pass"})


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a finding says, where one thing that a check tells apart is graver or surer."""

    say: str
    severity: Severity | SeverityByProfile | None = None
    certainty: Certainty | CertaintyBySetting | None = None
    basis: tuple[BasisFile, ...] | None = None
    returns: ReturnFile | None = None
    advice: str | None = None
    fix: FixFile | None = None


Say = str | dict[str, str | Told]


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """One case of a rule; what it leaves out is as its rule has it."""

    look: dict[str, Any]
    say: Say
    when: dict[str, Any] = field(default_factory=dict)
    near: tuple[dict[str, Any], ...] = ()
    once: bool = False
    severity: Severity | SeverityByProfile | None = None
    certainty: Certainty | CertaintyBySetting | None = None
    basis: tuple[BasisFile, ...] | None = None
    returns: ReturnFile | None = None
    advice: str | None = None
    fix: FixFile | None = None


@dataclass(frozen=True, kw_only=True)
class RuleFile:
    """One rule file: several ``cases``, or ``check`` and ``message`` where there is but one."""

    id: str
    title: str
    severity: Severity | SeverityByProfile
    in_force: InForceFile | Literal["always", "regional"]
    examples: Examples
    check: dict[str, Any] | None = None
    message: Say | None = None
    when: dict[str, Any] = field(default_factory=dict)
    near: tuple[dict[str, Any], ...] = ()
    once: bool = False
    cases: dict[str, dict[str, Any]] | None = None
    basis: tuple[BasisFile, ...] = ()
    status: Status = "stable"
    certainty: Certainty | CertaintyBySetting = "certain"
    applies_to: Applies = Applies()
    scope: Annotated[tuple[Scope, ...], Limits(shortest=1)] = ("document",)
    advice: str = ""
    why: str = ""
    fix: FixFile | None = None
    yields_to: tuple[str, ...] = ()
    aggregate: bool = False
    known_limits: str = ""
    judged: LawDay = "issue"
    returns: ReturnFile | None = None
    as_written: bool = False
