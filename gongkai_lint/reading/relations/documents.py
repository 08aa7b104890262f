"""What is said of this document."""

from gongkai_lint.reading.spot import Spot

_CARRIED = {"this_document"}


def of_this_document(spot: Spot) -> bool:
    """The act is done to this document: its object, its subject, or the topic carried along."""
    return spot.object_of(("this_document",)) is not None
