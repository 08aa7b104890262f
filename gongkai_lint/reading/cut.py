"""Where sentences and clauses end."""

from collections.abc import Iterator

from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_MARK = compiled(r"[。；;！？!?，,：:]")
_ENDS = frozenset("。；;！？!?")
# The longest clause of a 公文 (an enumeration in a table) has some hundred characters. What stands
# around a term is sought in its clause and sentence, so neither is without end.
_LONGEST_CLAUSE, _LONGEST_SENTENCE = 1000, 4000
_NUMERIC = frozenset(",:，：")  # between digits these part no clause: 1,200元, 9:30


class Cut(NamedTuple):
    """The bounds of a clause, and whether its mark ends the sentence."""

    start: int
    end: int
    last: bool


def sentence_cuts(text: str, start: int, end: int) -> tuple[tuple[Cut, ...], ...]:
    """Give the clauses of a paragraph sentence by sentence."""
    sentences: list[tuple[Cut, ...]] = []
    clauses: list[Cut] = []
    for cut in cuts(text, start, end):
        clauses.append(cut)
        if cut.last:
            sentences.append(tuple(clauses))
            clauses = []
    if clauses:
        sentences.append(tuple(clauses))
    return tuple(sentences)


def cuts(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield the clauses of a paragraph; a soft break inside it is no end."""
    sentence = start
    for begin, stop, ends in _clauses(text, start, end):
        last = ends or stop - sentence > _LONGEST_SENTENCE
        yield from _pieces(begin, stop, last=last)
        sentence = stop + 1 if last else sentence


def _clauses(text: str, start: int, end: int) -> Iterator[Cut]:
    begin = start
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if mark[0] in _NUMERIC and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            continue
        yield Cut(begin, at, mark[0] in _ENDS)
        begin = at + 1
    if begin < end:
        yield Cut(begin, end, last=True)


def _pieces(begin: int, end: int, *, last: bool) -> Iterator[Cut]:
    """Yield a clause, in several sentences where it is too long for one."""
    while end - begin > _LONGEST_CLAUSE:
        yield Cut(begin, begin + _LONGEST_CLAUSE, last=True)
        begin += _LONGEST_CLAUSE
    yield Cut(begin, end, last)
