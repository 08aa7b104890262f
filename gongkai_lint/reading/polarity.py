"""Which acts are turned into their opposite: 不得, 严禁, 不予, 取消…, …一律取消."""

from gongkai_lint.reading.grammar import MUST_NOT, NOT, TURNS, UNABLE, UNDO
from gongkai_lint.reading.sentence import Clause
from gongkai_lint.reading.term import Term


def affirms(clause: Clause, term: Term, acts: frozenset[str]) -> bool:
    """Say whether a clause affirms an act: an even number of turns reaches it.

    不得 reaches all later acts, 不 the next one, 清理 what it governs; ``acts`` are the classes
    whose words end the reach of 不. A lead-in that forbids is one turn.
    """
    count, reached = int(clause.forbidden), -1
    for other in clause.terms:
        if other.end > term.start:
            break
        if other.start < reached or not other.classes & (TURNS | {UNABLE}):
            continue
        if _reaches(clause, other, term, acts):
            count, reached = count + 1, other.end
    return count % 2 == 0


def _reaches(clause: Clause, turn: Term, term: Term, acts: frozenset[str]) -> bool:
    if MUST_NOT in turn.classes or UNDO in turn.classes:
        return True
    if turn.classes & {NOT, UNABLE}:
        return not any(
            between.classes & acts
            and between.end <= term.start
            and turn.end < between.end
            and (turn.end <= between.start or between.start <= turn.start)
            for between in clause.terms
        )
    return False
