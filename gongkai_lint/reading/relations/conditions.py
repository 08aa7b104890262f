"""Under what condition, and for whom, something is said."""

from gongkai_lint.patterns import compiled
from gongkai_lint.reading.character import OUTSIDERS
from gongkai_lint.reading.grammar import COLLECTIVE, ORGAN
from gongkai_lint.reading.spot import Spot

_OPENS = compiled(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?\s*(?:凡|如|若|对于?|违反|逾期|拒不|屡)"
)
_THING = compiled(r"[、和及][^，。；]{0,12}(?:情况|进度|手续|事项)")
_CLOSES = compiled(r"(?:的|者|后|时|之前)$")


def conditional(spot: Spot) -> bool:
    """The sentence has a condition before it: …的， 凡…， 对…的，."""
    text = spot.reading.text
    for clause in spot.sentence.clauses:
        words = text[clause.start : clause.end].strip()
        if _CLOSES.search(words) and clause.end <= spot.clause.end and clause is not spot.clause:
            return True
        if words.endswith("的") and _OPENS.match(words):
            return True
    return False


def describes(spot: Spot) -> bool:
    """It tells what something is like or about: 采用经批准的图纸, 将审批、开工和竣工情况报…."""
    text, end = spot.reading.text, spot.term.end
    if _THING.match(text, end):
        return True
    return text.startswith("的", end) and "\u4e00" <= text[end + 1 : end + 2] <= "\u9fff"


def binds_outsiders(spot: Spot) -> bool:
    """It is said to those outside: one of them acts or is meant, or a condition names the case."""
    if any(not clause.classes.isdisjoint(OUTSIDERS) for clause in spot.sentence.clauses):
        return True
    subject = spot.clause.subject
    own = subject is not None and not subject.classes.isdisjoint({ORGAN, COLLECTIVE})
    return conditional(spot) and not own
