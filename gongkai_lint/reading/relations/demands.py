"""Whether something is asked of somebody, or no longer."""

from gongkai_lint.reading.grammar import MUST_NOT
from gongkai_lint.reading.spot import Spot


def lifted(spot: Spot) -> bool:
    """It is no longer asked: 无需…, …不再作为条件, 不得因…拒绝, 不得要求说明….

    A ban on granting (不得受理与…无关的申请) asks for it all the same.
    """
    sentence = spot.sentence
    if sentence.terms({"release"}):
        return True
    bans = [term for term in sentence.terms({MUST_NOT}) if term.end <= spot.term.start]
    if not bans:
        return False
    decides = [
        term for term in sentence.terms({"demand", "refuse", "grant"}) if term.start >= bans[0].end
    ]
    return not decides or not decides[0].classes & {"grant"}
