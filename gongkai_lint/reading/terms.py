"""One pass over the text that finds the words of the vocabulary, overlapping ones too."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import add

from gongkai_lint.model.document import Document
from gongkai_lint.model.vocabulary import Vocabulary, Words
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import GRAMMAR
from gongkai_lint.reading.term import Term
from gongkai_lint.text import lines_with, that_may_occur

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
    known = map(pairs.plain.__contains__, map(add, text, text[1:]))
    for at in compress(count(), known):  # in C: most pairs begin no word
        for word, length, classes, whole, bound in begun(text[at : at + 2]):
            if text.startswith(word, at) and (bound is None or bound.stands(text, at)):
                yield Term(at, at + length, classes), whole


def _forms(text: str, vocabulary: Vocabulary) -> Iterator[Term]:
    for classes, source, literals in vocabulary.forms:
        here = that_may_occur(literals, text)
        lines = lines_with(here, text, 0, len(text)) if literals else [(0, len(text))]
        for start, end in lines:
            for found in compiled(source).finditer(text, start, end):
                yield Term(*found.span(), classes)


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
