"""Words of one character: 应, 要, 由, 向, 不 … looked for only in clauses that a rule asks for."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.model.words import stands
from gongkai_lint.reading.cut import Cut
from gongkai_lint.reading.grammar import GRAMMAR
from gongkai_lint.reading.term import Term


def singles(text: str, cut: Cut, terms: Sequence[Term], vocabulary: Vocabulary) -> Iterator[Term]:
    """Yield the words of one character in a clause, outside its organs and words of grammar."""
    closed = {at for term in terms if term.classes & _CLOSED for at in range(term.start, term.end)}
    known, begun = vocabulary.single.packed, vocabulary.single.begun
    for at, character in enumerate(text[cut.start : cut.end], cut.start):
        if character in known and at not in closed:
            for _, length, classes, _, bound in begun[character]:
                if bound is None or stands(text, at, length, bound):
                    yield Term(at, at + 1, classes)


_CLOSED = GRAMMAR | {"organ", "citation", "medium"}
