"""One pass over the text that finds the words of the vocabulary, overlapping ones too."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import compress, count

from gongkai_lint.model.document import Document
from gongkai_lint.model.vocabulary import Vocabulary, Words
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import GRAMMAR
from gongkai_lint.reading.term import Term
from gongkai_lint.text import Sought, lines_with, pair_codes

_LAW = compiled(r"(?:法|条例|法典|法实施(?:条例|细则))(?:（[^（）]*）)?$")
TITLE = compiled("《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
_MEDIUM = compiled(r"(?:报|网|杂志|周刊|公报|客户端|频道)$")


def find_terms(
    document: Document, text: str, vocabulary: Vocabulary, *, seldom: bool = False
) -> list[Term]:
    """Give the terms of a document in order of place.

    Words inside a cited title are mentions and are left out, as are words inside a name, and a
    word of grammar inside a longer one (不 in 不得). Those of rare classes are given if ``seldom``.
    """
    facts = [*_citations(text), *_times(document)]
    words = list(_words(text, vocabulary.pairs))
    words += _words(text, vocabulary.seldom) if seldom else ()
    names = [(term.start, term.end) for term, whole in words if whole]
    names += [(fact.start, fact.end) for fact in facts if not fact.classes & {"time"}]
    found = outside([term for term, _ in words], sorted(names))
    return sorted([*facts, *_longest_grammar(found), *_forms(text, vocabulary)])


def _words(text: str, pairs: Words) -> Iterator[tuple[Term, bool]]:
    begun = pairs.begun
    new, starts_with = tuple.__new__, text.startswith
    for at, key in _begins(text, pairs.plain.__contains__):
        for word, length, classes, whole, bound in begun[key]:
            if starts_with(word, at) and (bound is None or bound.stands(text, at)):
                yield new(Term, (at, at + length, classes)), whole


def _begins(text: str, known: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Yield where two characters stand that begin a word, with their number, in no order.

    The passes over the text are in C: most pairs begin no word.
    """
    wide = [at for at, one in enumerate(text) if one > "\uffff"] if _is_wide(text) else []
    wide = [at + number for number, at in enumerate(wide)]  # each counts as two
    for first, codes in enumerate(pair_codes(text)):
        here = list(map(known, codes))
        places = zip(compress(count(first, 2), here), compress(codes, here), strict=True)
        if wide:
            yield from ((at - bisect_left(wide, at), code) for at, code in places)
        else:
            yield from places


def _is_wide(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _forms(text: str, vocabulary: Vocabulary) -> Iterator[Term]:
    for classes, source, literals in vocabulary.forms:
        lines = [(0, len(text))]
        if literals:
            lines = lines_with(_sought(literals).likely(text), text, 0, len(text))
        for start, end in lines:
            for found in compiled(source).finditer(text, start, end):
                yield Term(*found.span(), classes)


@cache
def _sought(literals: tuple[str, ...]) -> Sought:
    return Sought(literals)


def _citations(text: str) -> Iterator[Term]:
    """Yield cited titles: those of laws, of newspapers and sites, of other texts."""
    for found in TITLE.finditer(text):
        title = found[0][1:-1]
        if _MEDIUM.search(title):
            yield Term(*found.span(), frozenset({"medium"}))
        else:
            law = {"cited_law"} if _LAW.search(title) else set[str]()
            yield Term(*found.span(), frozenset({"citation", *law}))


def _times(document: Document) -> Iterator[Term]:
    for time in document.deadlines:
        classes = frozenset({"time", f"time_{time.kind}"})
        yield Term(time.span.start, time.span.end, classes)


def outside(terms: list[Term], names: list[tuple[int, int]]) -> list[Term]:
    """Leave out the terms that stand inside a name and are not the name itself."""
    starts = [start for start, _ in names]
    kept = []
    for term in terms:
        at = bisect_right(starts, term.start) - 1
        inside = at >= 0 and term.end <= names[at][1] and (term.start, term.end) != names[at]
        if not inside:
            kept.append(term)
    return kept


def _longest_grammar(terms: Iterable[Term]) -> Iterator[Term]:
    """Drop a word of grammar that stands inside a longer one."""
    end = -1
    for term in sorted(terms, key=lambda t: (t.start, -t.end)):
        if term.classes & GRAMMAR:
            if term.end <= end:
                rest = term.classes - GRAMMAR
                if rest:
                    yield term._replace(classes=rest)
                continue
            end = term.end
        yield term
