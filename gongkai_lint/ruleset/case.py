"""A case of a rule: what it looks at, when, and what a finding of it says."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from gongkai_lint.checks.kind import Check, Heads, Use, misses, sees
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.sheet import sheet_fields
from gongkai_lint.law.instrument import InForce, LegalBasis
from gongkai_lint.memory import latest
from gongkai_lint.model.document import Disclosure, Document, IssuerKind
from gongkai_lint.model.document_type import OFFICIAL_TYPES, DocumentType
from gongkai_lint.model.dossier import Returns, Role
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import (
    Certainty,
    Edit,
    Match,
    Profile,
    Safety,
    Setting,
    Severity,
    View,
)
from gongkai_lint.model.scope import Scope
from gongkai_lint.model.trait import Trait
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.held import Held
from gongkai_lint.sought import pairs_of
from gongkai_lint.text import fill

_TITLES: tuple[ElementKind, ...] = ("title", "issued_text_title")
Severities = tuple[tuple[Setting, Severity | None], ...]


class DatedBasis(NamedTuple):
    """A legal basis with the days for which to name it."""

    basis: LegalBasis
    in_force: InForce


class FixTemplate(NamedTuple):
    """How a finding is removed: replacement with ``{captures}`` or by ``swap``, safety, title."""

    replace_with: str | None
    swap: tuple[tuple[str, str], ...]
    safety: Safety
    title: str

    def edits(self, match: Match, text: str) -> tuple[Edit, ...]:
        """Give what the finding's place should say; the check's own edits come first."""
        here = text[match.span.start : match.span.end]
        right = dict(self.swap).get(here)
        if self.replace_with is not None:
            right = fill(self.replace_with, dict(match.captures) | {"text": here})
        return match.edits or (() if right is None else (Edit(match.span, right),))


class When(NamedTuple):
    """When a case is looked at: its scope and profiles, the rule's own where empty.

    ``by_itself`` is outside a submission only; ``since`` and ``until`` are the first and the last
    day; the draft is of one of ``types``, by one of ``issuers`` and has all ``traits``, one of
    ``any_traits``, none of ``without``; ``roles`` are what the document is in a submission, by
    itself it is a draft; a title matches one of ``titled``, none of ``not_titled`` (patterns, or
    classes of the vocabulary that have open words);
    ``disclosure`` is what the document says of its opening, ``none`` for nothing; it has an
    element of each of ``present``, none of ``absent``; a field of its processing sheet
    (name：words) matches one of ``filled``, none of ``not_filled``; beside it travel files of all
    roles ``beside``; a ``regional`` case sleeps until a region adds it.
    """

    scope: tuple[Scope, ...] = ()
    profiles: tuple[Profile, ...] = ()
    by_itself: bool = False
    since: date | None = None
    until: date | None = None
    types: tuple[DocumentType, ...] | Literal["official"] = ()
    issuers: tuple[IssuerKind, ...] = ()
    traits: tuple[Trait, ...] = ()
    any_traits: tuple[Trait, ...] = ()
    without: tuple[Trait, ...] = ()
    roles: tuple[Role, ...] = ()
    titled: tuple[Pattern, ...] = ()
    not_titled: tuple[Pattern, ...] = ()
    disclosure: tuple[Disclosure | Literal["none"], ...] = ()
    present: tuple[ElementKind, ...] = ()
    absent: tuple[ElementKind, ...] = ()
    filled: tuple[Pattern, ...] = ()
    not_filled: tuple[Pattern, ...] = ()
    beside: tuple[Role, ...] = ()
    regional: bool = False

    def met(self, view: View) -> bool:
        """Say whether the case is to be looked at."""
        subject, document = view.subject, view.document
        traits = subject.traits
        return (
            not self.regional
            and (not self.profiles or view.profile in self.profiles)
            and not (self.by_itself and view.dossier)
            and (not self.roles or (view.role or "draft") in self.roles)
            and (self.since is None or self.since <= view.as_of)
            and (self.until is None or view.as_of <= self.until)
            and (not self.types or subject.document_type in self._kinds())
            and (not self.issuers or subject.issuer.kind in self.issuers)
            and (not self.traits or traits.issuperset(self.traits))
            and (not self.any_traits or not traits.isdisjoint(self.any_traits))
            and (not self.without or traits.isdisjoint(self.without))
            and (not self.disclosure or (document.disclosure or "none") in self.disclosure)
            and (not self.present or all(map(document.of, self.present)))
            and (not self.absent or not any(map(document.of, self.absent)))
            and (not self.titled or _is_titled(document, self.titled))
            and not (self.not_titled and _is_titled(document, self.not_titled))
            and (not self.filled or _is_filled(view, self.filled))
            and not (self.not_filled and _is_filled(view, self.not_filled))
            and (not self.beside or _travel(view, self.beside))
        )

    def _kinds(self) -> tuple[DocumentType, ...]:
        return OFFICIAL_TYPES if self.types == "official" else self.types


_ANY = When()


def _is_titled(document: Document, patterns: tuple[Pattern, ...]) -> bool:
    """Say whether a title matches one; broken over lines, it is read as one line too."""
    asked, titles = _titled_in(document)
    known = asked.get(id(patterns))
    if known is None:
        said = any(pattern.occurs(title) for title in titles for pattern in patterns)
        known = asked[id(patterns)] = patterns, said
    return known[1]


@latest
def _titled_in(document: Document) -> tuple[dict[int, tuple[object, bool]], list[str]]:
    """Give what was asked of the titles of a document, by which patterns; and the titles.

    A case asks before it looks, and again whether it saw anything.
    """
    titles: list[str] = []
    for title in (e for kind in _TITLES for e in document.of(kind)):
        words = document.words(title.span)
        titles += [words, title.value] if title.value and "\n" in words else [words]
    return {}, titles


def _is_filled(view: View, patterns: tuple[Pattern, ...]) -> bool:
    return any(pattern.occurs(str(field)) for field in sheet_fields(view) for pattern in patterns)


def _travel(view: View, roles: tuple[Role, ...]) -> bool:
    """Say whether files of all roles travel beside the document."""
    return view.dossier is not None and all(map(view.dossier.has, roles))


class Certainties(NamedTuple):
    """How sure a finding is: of a text by itself, and in its submission where that differs."""

    text: Certainty = "certain"
    dossier: Certainty | None = None

    def doubts(self, setting: Setting) -> bool:
        """Say whether a finding is for review."""
        return ((setting == "dossier" and self.dossier) or self.text) == "review"


class Telling(NamedTuple):
    """What a finding says, how sure it is, what it rests on, what it sends a submission back for.

    ``severity`` is its own where it weighs less than its rule.
    """

    message: str
    severity: Severities
    certainty: Certainties
    basis: tuple[DatedBasis, ...]
    returns: Returns | None
    advice: str
    fix: FixTemplate | None

    def basis_on(self, day: date) -> tuple[LegalBasis, ...]:
        """Give the legal basis on a day."""
        return tuple(dated.basis for dated in self.basis if dated.in_force.on(day))


class Case(NamedTuple):
    """One way to break a rule: a check of a kind, when it looks, what its matches say.

    With ``once`` the first place in the text speaks for all: with their ``count`` and the edits of
    all of them.
    ``tells`` has a telling for each thing that the kind tells apart; what is not named is told as
    the first. The check finds nothing in a text that has none of the pairs of characters of one of
    the ``heads``; one that ``looks`` says what of a document it sees.
    """

    name: str
    kind: str
    held: Held
    when: When
    tells: tuple[tuple[str, Telling], ...]
    uses: tuple[Use, ...] = ()
    heads: Heads = ()
    looks: bool = True
    once: bool = False

    @property
    def check(self) -> Check:
        """The check of the case."""
        return self.held.check

    @property
    def misses(self) -> bool:
        """Whether what it finds is that something does not stand anywhere in the text."""
        return misses(self.check) or any(near.misses for near in self.held.near)

    def with_check(self, check: Check) -> "Case":
        """Give the case with another check."""
        return self._replace(held=Held(check, self.held.near), heads=(), looks=True)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what the check finds in what it may look at, with the edits that remove it."""
        if not self._may_find(view):
            return
        own = self.seen_in(view)
        found = self._each(own) if own.spans else iter(())
        yield from _as_one(list(found)) if self.once else found

    def _each(self, own: View) -> Iterator[Match]:
        for match in self.check.matches(own):
            if all(near.allows(own.document, match.span, own.spans) for near in self.held.near):
                fix = self.telling(match.case).fix
                edits = fix.edits(match, own.document.text) if fix else match.edits
                yield match._replace(edits=edits)

    def sees(self, view: View) -> bool:
        """Say whether a document shows anything that the check judges."""
        if self._is_blind(view) or (self.when != _ANY and not self.when.met(view)):
            return False
        own = self.seen_in(view)
        return bool(own.spans) and (not self.looks or sees(self.check, own))

    @property
    def sees_all(self) -> bool:
        """Whether it judges whatever a document has in the rule's scope."""
        return not self.looks and self.when == _ANY and "formatting" not in self.uses

    def _is_blind(self, view: View) -> bool:
        """Say whether it looks at how a text is set that is not set at all."""
        return "formatting" in self.uses and not view.document.source.is_set

    def _may_find(self, view: View) -> bool:
        known = not self.heads or self.may_find(pairs_of(view.document.text))
        return known and not self._is_blind(view) and (self.when == _ANY or self.when.met(view))

    def may_find(self, pairs: frozenset[int]) -> bool:
        """Say whether it may find something in a text with these pairs of characters."""
        for heads in self.heads:  # noqa: SIM110 (asked by the hundred: a generator takes twice as long)
            if heads.isdisjoint(pairs):
                return False
        return True

    def telling(self, name: str) -> Telling:
        """Give what a match says that is of a name."""
        return dict(self.tells).get(name, self.tells[0][1])

    def named_tellings(self) -> Iterator[tuple[str, Telling]]:
        """Yield what the matches say, each with a name of its own in the rule."""
        for name, telling in self.tells:
            yield ".".join(part for part in (self.name, name) if part), telling

    def seen_in(self, view: View) -> View:
        """Give what the check may look at: the rule's scope, or its own."""
        return view._replace(spans=view.within(self.when.scope)) if self.when.scope else view

    def resting_on(self, basis: DatedBasis) -> "Case":
        """Give the case with another basis named before its own."""
        tells = ((name, t._replace(basis=(basis, *t.basis))) for name, t in self.tells)
        return self._replace(tells=tuple(tells))


def _as_one(found: Sequence[Match]) -> Iterator[Match]:
    if found:
        first = min(found, key=lambda match: match.span)
        edits = tuple(edit for match in found for edit in match.edits)
        yield first._replace(captures=(*first.captures, ("count", str(len(found)))), edits=edits)


def severity_in(severities: Severities, setting: Setting) -> Severity | None:
    """Give the severity in a setting, a dossier's as a draft's where it has none of its own.

    None is off.
    """
    otherwise = None
    for one, severity in severities:
        if one == setting:
            return severity
        if one == "draft":
            otherwise = severity
    return otherwise
