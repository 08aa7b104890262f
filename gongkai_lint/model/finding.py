"""What a rule says about a document."""

from datetime import date
from typing import Literal

from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Dossier, Returns, Role, Submission
from gongkai_lint.model.span import Span
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.named import NamedTuple

Severity = Literal["error", "warning", "info"]
Outcome = Literal["violation", "review", "pass", "inapplicable"]
Certainty = Literal["certain", "review"]
Safety = Literal["safe", "unsafe"]
Profile = Literal["draft", "archive"]
Setting = Literal["draft", "archive", "dossier"]
Stage = Literal["read", "recognize", "rule", "report"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
SEVERITY_WORDS: dict[Severity, str] = {"error": "必改", "warning": "建议", "info": "提示"}


class Related(NamedTuple):
    """Another place that a finding speaks of."""

    span: Span
    message: str = ""


class Edit(NamedTuple):
    """Replace the characters of a span."""

    span: Span
    text: str


class Match(NamedTuple):
    """What a check found: a place, the words for the message, other places.

    ``case`` picks one of the rule's messages; ``edits`` is set where the check knows the fix,
    ``basis`` where it knows a closer legal basis than the rule's. A ``doubtful`` match is for
    review, whatever the rule's certainty. ``missing`` are the roles of files that should travel.
    """

    span: Span
    captures: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()
    case: str = ""
    edits: tuple[Edit, ...] = ()
    basis: tuple[LegalBasis, ...] = ()
    doubtful: bool = False
    missing: tuple[Role, ...] = ()


class View(NamedTuple):
    """What a check may look at: the document, its scope's spans, the day, the profile, the law.

    In a submission also the dossier, and the role that the document has there.
    ``leftovers`` are the suppressions that came to nothing, once all other rules have spoken.
    """

    document: Document
    spans: tuple[Span, ...]
    as_of: date
    profile: Profile = "draft"
    law: LawTables = LawTables()
    dossier: Dossier | None = None
    role: Role | None = None

    @property
    def setting(self) -> Setting:
        """The profile, or ``dossier`` where a draft is judged with what travels beside it."""
        return "dossier" if self.dossier and self.profile == "draft" else self.profile

    @property
    def subject(self) -> Document:
        """The document that the submission is about: its draft, else the document itself."""
        return (self.dossier and self.dossier.draft) or self.document

    @property
    def sheet(self) -> Document | None:
        """The processing sheet beside the draft, as the draft sees it."""
        return self.dossier.sheet if self.dossier and self.role == "draft" else None

    def within(self, scope: tuple[str, ...]) -> tuple[Span, ...]:
        """Give the spans that a scope names; ``dossier`` is a document that stands in one."""
        spans = self.document.within(scope)
        return spans or (self.document.content if self.dossier and "dossier" in scope else ())

    leftovers: tuple[Match, ...] = ()


class Fix(NamedTuple):
    """Edits that remove a finding."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


class Finding(NamedTuple):
    """One result: what is wrong where, by which rule, on what legal basis.

    ``fingerprint`` is what makes it the same finding after the text around it has moved,
    ``missing`` are the roles of files that should travel, ``returns`` is why the draft comes back.
    """

    rule: str
    title: str
    severity: Severity
    outcome: Outcome
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    advice: str = ""
    basis: tuple[LegalBasis, ...] = ()
    element: str = ""
    fingerprint: str = ""
    missing: tuple[Role, ...] = ()
    returns: Returns | None = None


class Suppressed(NamedTuple):
    """A finding that somebody accepted, and who said so."""

    finding: Finding
    by: Suppression

    @property
    def reason(self) -> str:
        """Why it was accepted."""
        return self.by.reason

    @property
    def until(self) -> date | None:
        """The last day on which it is."""
        return self.by.until


class Covered(NamedTuple):
    """A mechanism that documents of a kind usually arrange, and the places where this one does."""

    name: str
    asks: str
    places: tuple[Span, ...]
    origin: str
    basis: tuple[LegalBasis, ...] = ()
    rule: str = ""


class Unmade(NamedTuple):
    """A finding that fixing leaves, and why; ``fixable`` where only its place is in the way."""

    finding: Finding
    reason: str
    fixable: bool = False


class Failure(NamedTuple):
    """Something that broke while a document was read or judged."""

    stage: Stage
    rule: str | None
    message: str


class Report(NamedTuple):
    """One document's result; ``document`` is None where it could not be read.

    In a submission ``role`` is what the document is there; the first report has the ``dossier``.
    ``asked`` are the configuration's suppressions whose rule was run here, each with whether it
    kept a finding back. ``gone`` counts the findings of a baseline that are not found any more.
    """

    path: str
    digest: str
    media_type: str
    profile: Profile
    as_of: date | None
    document: Document | None
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[tuple[str, Outcome], ...] = ()
    failures: tuple[Failure, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    region: str = ""
    role: Role | None = None
    dossier: Submission | None = None
    asked: tuple[tuple[Suppression, bool], ...] = ()
    gone: int = 0
    coverage: tuple[Covered, ...] = ()
