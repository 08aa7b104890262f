"""Phrases: classes made of terms that follow one another with small gaps."""

from collections.abc import Iterable, Sequence
from itertools import islice

from gongkai_lint.model.vocabulary import Phrase
from gongkai_lint.reading.term import Term


def phrases(terms: Sequence[Term], known: Iterable[Phrase]) -> list[Term]:
    """Give the phrases that the sorted terms of a clause make; later ones may hold earlier ones."""
    made: list[Term] = []
    held = frozenset[str]().union(*(term.classes for term in terms))
    for phrase in known:
        for part in phrase.parts:
            if held.isdisjoint(part):
                break
        else:
            within = sorted([*terms, *made]) if made else terms
            for index, term in enumerate(within):
                if term.classes & phrase.parts[0]:
                    end = _end(islice(within, index + 1, None), term.end, phrase)
                    if end is not None:
                        made.append(Term(term.start, end, frozenset({phrase.makes})))
                        held |= {phrase.makes}
    return made


def _end(terms: Iterable[Term], end: int, phrase: Phrase) -> int | None:
    """Give where a phrase ends whose first part ends at an offset: with the longest last word."""
    number, last = 1, -1  # where the last part begins
    for term in terms:
        if last >= 0:
            if term.start > last:
                return end
            end = max(end, term.end if term.classes & phrase.parts[-1] else end)
            continue
        if term.start < end:
            continue
        if term.start - end > phrase.gaps[number - 1]:
            return None
        if term.classes & phrase.parts[number]:
            end, number = term.end, number + 1
            if number == len(phrase.parts):
                last = term.start
        elif term.classes & phrase.without:
            return None
    return end if last >= 0 else None
