"""Whether what is said is undone, past or only named."""

from gongkai_lint.reading.grammar import UNDO
from gongkai_lint.reading.spot import Spot


def undone_behind(spot: Spot) -> bool:
    """Behind it, the sentence takes it back: …的规定一律取消, …行为予以纠正."""
    behind = [t for t in spot.sentence.terms({UNDO}) if t.start >= spot.term.end]
    if not behind:
        return False
    first = behind[0].start
    return any(
        spot.term.end <= t.start < first for t in spot.sentence.terms({"doc_kind", "conduct"})
    )
