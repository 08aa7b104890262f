"""Which acts are turned into their opposite: 不得, 严禁, 不予, 取消…, …一律取消."""

import sys
from bisect import bisect_left, bisect_right
from itertools import accumulate, islice

from gongkai_lint.named import NamedTuple
from gongkai_lint.reading.grammar import MUST_NOT, TURNS, UNABLE, UNDO
from gongkai_lint.reading.sentence import Clause
from gongkai_lint.reading.term import Term, start_of

_TURNS = TURNS | {UNABLE}


class Turn(NamedTuple):
    """A word that turns what begins behind it: not before ``behind``, and before ``reach``."""

    start: int
    end: int
    behind: int  # where all words that begin before it have ended, too
    reach: int


def turns_of(clause: Clause, acts: frozenset[str]) -> tuple[Turn, ...]:
    """Give the words of a clause that turn, each with its reach.

    不得 reaches all later acts, 不 the next one, 清理 what it governs; ``acts`` are the classes
    whose words end the reach of 不.
    """
    if clause.classes.isdisjoint(_TURNS):
        return ()
    found = [term for term in clause.terms if term.classes & acts]
    tops = list(accumulate((act.end for act in found), max))
    turns, behind = list[Turn](), 0
    for term in clause.terms:
        behind = max(behind, term.end)
        if term.classes & _TURNS:
            turns.append(Turn(term.start, term.end, behind, _reach(term, found, tops)))
    return tuple(turns)


def affirms(clause: Clause, term: Term, turns: tuple[Turn, ...]) -> bool:
    """Say whether a clause affirms an act: an even number of its turns reaches it.

    A lead-in that forbids is one turn.
    """
    count, reached = int(clause.forbidden), -1
    for turn in turns:
        if turn.behind > term.start:
            break
        if turn.start >= reached and term.start < turn.reach:
            count, reached = count + 1, turn.end
    return count % 2 == 0


def _reach(turn: Term, acts: list[Term], tops: list[int]) -> int:
    """Give where the first act ends that is not the turn's own: one behind it or one round it."""
    if MUST_NOT in turn.classes or UNDO in turn.classes:
        return sys.maxsize
    nearest = sys.maxsize
    for act in islice(acts, bisect_left(acts, turn.end, key=start_of), None):
        if act.start >= nearest:
            break
        nearest = min(nearest, act.end)
    before = bisect_right(acts, turn.start, key=start_of)
    if before and tops[before - 1] > turn.end:
        around = (act.end for act in acts[:before] if act.end > turn.end)
        nearest = min(nearest, *around)
    return nearest
