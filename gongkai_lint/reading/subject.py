"""Who acts in a clause."""

from collections.abc import Sequence

from gongkai_lint.reading.grammar import BY, GOVERNS, MODALITY, MUST
from gongkai_lint.reading.term import Term


def subject_of(terms: Sequence[Term], parties: frozenset[str], acts: frozenset[str]) -> Term | None:
    """Give the party before the first act or modal that no preposition governs.

    A party behind 由 acts wherever it stands before its act (经费由市财政局安排), and one right
    before a modal though an act describes it (提供餐饮服务的企业应当…).
    """
    governed = False
    by = any(BY in term.classes for term in terms)
    for term in terms:
        if term.classes & parties:
            if not governed:
                return term
            governed = False
        elif BY in term.classes:
            governed = False
        elif term.classes & GOVERNS:
            governed = True
        elif term.classes & (MODALITY | acts) and not by and not _asks(term, terms):
            return _bound(terms, parties)
    return None


def _bound(terms: Sequence[Term], parties: frozenset[str]) -> Term | None:
    """Give the party that a modal follows at once, unless a preposition stands right before it."""
    modals = {term.start for term in terms if term.classes & MODALITY}
    governed = {term.end for term in terms if term.classes & GOVERNS}
    bound = (t for t in terms if t.end in modals and t.start not in governed)
    return next((term for term in bound if term.classes & parties), None)


def _asks(term: Term, terms: Sequence[Term]) -> bool:
    """Say whether a modal opens the clause: 请各单位报送 tells who acts behind it."""
    return term is terms[0] and MUST in term.classes
