"""Sentences and clauses, as rules ask for them."""

from bisect import bisect_right
from collections.abc import Iterable

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reading.grammar import MODALITY
from gongkai_lint.reading.term import Term


class Clause(NamedTuple):
    """A part of a sentence between commas or colons.

    ``subject`` is who acts: its ``own`` subject, else that of the clause before or of the lead-in.
    ``forbidden`` says that a lead-in forbids it (不得有下列情形：).
    """

    start: int
    end: int
    terms: tuple[Term, ...]
    classes: frozenset[str]
    subject: Term | None = None
    own: bool = False
    forbidden: bool = False

    def first(self, classes: Iterable[str], start: int = 0, end: int | None = None) -> Term | None:
        """Give the first term of one of the classes between two offsets."""
        wanted = frozenset(classes)
        if wanted.isdisjoint(self.classes):
            return None
        for term in self.terms:
            if term.start >= start and (end is None or term.end <= end) and term.classes & wanted:
                return term
        return None

    def modality(self, term: Term) -> str | None:
        """Give the nearest modality before a term of the clause."""
        said = None
        for other in self.terms:
            if other.start > term.start:
                break
            if other is not term:
                said = next(iter(other.classes & MODALITY), said)
        return said


def _end_of(clause: Clause) -> int:
    return clause.end


class Sentence(NamedTuple):
    """A sentence (or semicolon part) of one paragraph with its clauses."""

    start: int
    end: int
    paragraph: int
    clauses: tuple[Clause, ...]
    classes: frozenset[str]

    @property
    def span(self) -> Span:
        """The sentence without its full stop."""
        return Span(self.start, self.end)

    def clause_at(self, offset: int) -> Clause:
        """Give the clause that holds an offset."""
        at = bisect_right(self.clauses, offset, key=_end_of)
        return self.clauses[min(at, len(self.clauses) - 1)]

    def terms(self, classes: Iterable[str]) -> list[Term]:
        """Give the terms of the classes in all clauses."""
        wanted = frozenset(classes)
        held = (clause for clause in self.clauses if not wanted.isdisjoint(clause.classes))
        return [t for clause in held for t in clause.terms if t.classes & wanted]
