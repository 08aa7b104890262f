"""What is said of this document."""

from gongkai_lint.reading.grammar import BASIS
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term


def of_this_document(spot: Spot) -> bool:
    """The act is done to this document: its object, its subject, or the topic carried along."""
    if "now_issue" in spot.clause.classes:
        return True
    found = spot.object_of(("this_document",))
    return found is not None and not _is_basis(spot, found)


def _is_basis(spot: Spot, found: Term) -> bool:
    """Say whether it stands behind 按照 or 依照: what is done by it is not done to it."""
    return any(
        found.start - 1 <= term.end <= found.start and BASIS in term.classes
        for clause in spot.sentence.clauses
        for term in clause.terms
    )
