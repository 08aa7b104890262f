"""Who answers for a task."""

from gongkai_lint.reading.grammar import COLLECTIVE, ORGAN
from gongkai_lint.reading.spot import Spot

_OWNERS = {ORGAN, COLLECTIVE}


def owned(spot: Spot) -> bool:
    """An organ is told to act: as subject, behind 由, in a bracket or line behind the item."""
    subject = spot.clause.subject
    if subject is not None and subject.classes & _OWNERS:
        return True
    if any(c.subject is not None and c.subject.classes & _OWNERS for c in spot.sentence.clauses):
        return True
    return spot.reading.outline.is_owned(spot.sentence.paragraph)


def dated(spot: Spot) -> bool:
    """The sentence names a time that is not vague."""
    return any(
        t.classes & {"time"} and "time_vague" not in t.classes
        for t in spot.sentence.terms({"time"})
    )


def delivers_then(spot: Spot) -> bool:
    """What is to be done next is a delivery, not a work that goes on (尽快修订…, not 尽快推进…)."""
    acts = spot.sentence.terms({"deliver", "report", "publish", "ongoing"})
    behind = next((t for t in acts if t.start >= spot.term.end), None)
    act = behind or next((t for t in reversed(acts) if t.end <= spot.term.start), None)
    return act is not None and "ongoing" not in act.classes
