"""What a rule file may say."""

from datetime import date
from typing import Any, Literal

import msgspec

from gongkai_lint.model.document import Disclosure, Level
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.dossier import Role, Step
from gongkai_lint.model.finding import Certainty, Safety, Severity
from gongkai_lint.ruleset.rule import Judged, Status

Force = Literal["error", "warning", "info", "off"]


class SeverityByProfile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Severity where drafts and archives differ; ``dossier`` where a submission does, too."""

    draft: Force
    archive: Force
    dossier: Force | None = None


class CertaintyBySetting(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Certainty where a text by itself and a text in its submission differ."""

    text: Certainty
    dossier: Certainty


class ReturnFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """For what a submission is sent back, by which step; ``cases`` empty means all cases."""

    step: Step
    ground: str
    cases: tuple[str, ...] = ()


class Applies(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"excluded": "except"}
):
    """Which documents a rule binds."""

    types: tuple[DocumentType, ...] | Literal["all", "official"] = "all"
    excluded: tuple[DocumentType, ...] = ()
    except_levels: tuple[Level, ...] = ()
    issuers: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    any_traits: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    disclosure: tuple[Disclosure | Literal["none"], ...] = ()
    roles: tuple[Role, ...] = ()


class FixFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How a finding is removed; without ``replace_with`` the check itself gives the edits."""

    safety: Safety
    replace_with: str | None = None
    title: str = ""


class BasisFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An instrument's key and provision, with the days and the cases for which to name it."""

    instrument: str
    provision: str = ""
    since: date | None = None
    until: date | None = None
    cases: tuple[str, ...] = ()


class InForceFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The first and the last day of a requirement."""

    since: date
    until: date | None = None


class Examples(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Sentences or maps of elements that the rule must and must not report."""

    violation: tuple[str | dict[str, Any], ...]
    valid: tuple[str | dict[str, Any], ...] = msgspec.field(name="pass")


class RuleFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One rule file."""

    id: str
    title: str
    severity: Severity | SeverityByProfile
    message: str | dict[str, str]
    check: dict[str, Any]
    in_force: InForceFile | Literal["always", "regional"]
    examples: Examples
    basis: tuple[BasisFile, ...] = ()
    status: Status = "stable"
    certainty: Certainty | CertaintyBySetting = "certain"
    applies_to: Applies = Applies()
    scope: tuple[str, ...] = ("document",)
    advice: str = ""
    why: str = ""
    fix: FixFile | None = None
    yields_to: tuple[str, ...] = ()
    aggregate: bool = False
    known_limits: str = ""
    case_severity: dict[str, Severity] = {}
    case_certainty: dict[str, Certainty] = {}
    judged: Judged = "issue"
    returns: ReturnFile | None = None
