"""A department that turns to a higher department, and whether its government has agreed."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.places import RANKS, level_of
from gongkai_lint.checks.saying import Ways, said
from gongkai_lint.checks.standing import organs_named, relation_of
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_CLAUSE = compiled(r"[^，。；;：:\n]*$")


class Upward(NamedTuple):
    """Report a higher department that is written to without the own government's consent.

    Asked are issuers named as one of ``senders`` and addressees named as one of ``addressed``.
    ``consent`` says that a government (group ``ruler``) agreed; it counts if that is the one of the
    issuer's level, not one above or below, and if its clause does not put it off (``not_yet``).
    What ``powers`` say belongs to the issuer alone needs none.
    """

    senders: tuple[Pattern, ...]
    addressed: tuple[Pattern, ...]
    consent: tuple[Pattern, ...]
    not_yet: tuple[Pattern, ...]
    powers: Ways

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each addressee that should have been written to with consent."""
        document = view.document
        if not any(p.stands_in(name) for p in self.senders for name in document.issuer.names[:1]):
            return
        for element in document.of("addressee"):
            for span in organs_named(document, element):
                if self._is_higher(document, span) and not self._is_agreed(document):
                    yield Match(span)

    def _is_higher(self, document: Document, span: Span) -> bool:
        name = document.words(span)
        own, other = RANKS.get(document.issuer.level), RANKS.get(level_of(name) or "unknown")
        return (
            own is not None
            and other is not None
            and other < own
            and any(p.stands_in(name) for p in self.addressed)
            and relation_of(document, name) == "above"
        )

    def _is_agreed(self, document: Document) -> bool:
        whole = Span(0, len(document.text))
        if next(said(document, (whole,), self.powers), None) is not None:
            return True
        return any(
            self._is_consent(document, match["ruler"], Span(*match.span()).shifted(offset))
            for pattern in self.consent
            for offset, match in pattern.finditer(document.text, whole)
        )

    def _is_consent(self, document: Document, ruler: str, span: Span) -> bool:
        level = level_of(ruler)
        clause = _CLAUSE.search(document.text, 0, span.start)
        start = clause.start() if clause else span.start
        put_off = any(p.occurs(document.text, Span(start, span.end)) for p in self.not_yet)
        return not put_off and level in {None, document.issuer.level}


KIND = Kind(Upward, "部门上行文有没有经本级同意")
