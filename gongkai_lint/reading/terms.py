"""The words of the vocabulary in a text, found where they are asked for.

Most rules ask for a few classes, and of a hundred sentences seven are read: so the words of a class
are looked for by themselves, and all words only in the lines that are read. A pass over the whole
text cost a fifth of judging it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import compress, count

from gongkai_lint.model.document import Document
from gongkai_lint.model.vocabulary import Form, Vocabulary
from gongkai_lint.model.words import WHOLE, stands
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import GRAMMAR
from gongkai_lint.reading.term import Term, start_of
from gongkai_lint.sought import Sought, pair_codes, pairs_of
from gongkai_lint.text import line_of, line_starts, lines_with

_LAW = compiled(r"(?:法|条例|法典|法实施(?:条例|细则))(?:（[^（）]*）)?$")
TITLE = compiled("《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
_MEDIUM = compiled(r"(?:报|网|杂志|周刊|公报|客户端|频道)$")
_TIMES = {
    kind: frozenset({"time", f"time_{kind}"})
    for kind in ("absolute", "relative", "yearless", "vague", "period", "recurring")
}
_ENDS = frozenset("。；;！？!?\n")
_Place = tuple[int, int]
_Codes = tuple[list[int], list[int]]


class Terms:
    """The terms of a document in order of place.

    Words inside a cited title are mentions and are left out, as are words inside a name, and a
    word of grammar inside a longer one (不 in 不得). Those of rare classes are there if ``seldom``.
    """

    def __init__(
        self, document: Document, text: str, vocabulary: Vocabulary, *, seldom: bool
    ) -> None:
        """Keep what is read; nothing is done yet."""
        self._document = document
        self._text = text
        self._vocabulary = vocabulary
        self._seldom = seldom
        self._words = (vocabulary.pairs, vocabulary.seldom) if seldom else (vocabulary.pairs,)
        self._classes: dict[str, tuple[Term, ...]] = {}
        self._lines: dict[int, list[Term]] = {}
        self._open: dict[int, list[Term]] = {}
        self._forms: dict[Form, list[Term]] = {}
        self._codes: dict[_Place, frozenset[int]] = {}

    def of(self, name: str) -> tuple[Term, ...]:
        """Give the terms of a class."""
        found = self._classes.get(name)
        if found is None:
            found = self._classes[name] = tuple(sorted(self._find(name)))
        return found

    def between(self, start: int, end: int) -> list[Term]:
        """Give the terms that begin at or behind one place and before another."""
        first, last = self._line_at(start), self._line_at(max(start, end - 1))
        if first == last and self._is_begun(start):
            return self._read(start, end, first)
        return [term for n in range(first, last + 1) for term in _within(self._line(n), start, end)]

    def _is_begun(self, place: int) -> bool:
        """Say whether no word stands across a place: a sentence ends before it."""
        return place == 0 or self._text[place - 1] in _ENDS

    def may_stand(self, names: frozenset[str], start: int, end: int) -> bool:
        """Say whether a term of some classes may begin between two places; nothing is read."""
        text = self._text
        wanted = self._vocabulary.wanted(names, seldom=self._seldom)
        for key in wanted.heads & self._codes_of(start, end):
            if any(text.find(word, start, end - 1 + len(word)) >= 0 for word in wanted.pairs[key]):
                return True
        if wanted.single and any(map(text[start:end].__contains__, wanted.single)):
            return True
        if any(_within(self._formed(form), start, end) for form in wanted.forms):
            return True
        facts = _within(self._facts, start, end)
        return any(not fact.classes.isdisjoint(names) for fact in facts)

    def _codes_of(self, start: int, end: int) -> frozenset[int]:
        """Give the pairs of characters that begin in a stretch: many rules ask of the same."""
        found = self._codes.get((start, end))
        if found is None:
            found = frozenset[int]().union(*pair_codes(self._text[start : end + 1]))
            self._codes[start, end] = found
        return found

    def _find(self, name: str) -> list[Term]:
        """Find the terms of a class; lines where one may be a word of grammar are read."""
        words = list(self._named(name))
        found = outside(words, self._names)
        found += (fact for fact in self._facts if name in fact.classes)
        for form in self._vocabulary.forms_of(name):
            found += self._formed(form)
        read = {self._line_at(w.start) for w in words if not w.classes.isdisjoint(GRAMMAR)}
        if read:
            found = [term for term in found if self._line_at(term.start) not in read]
            found += (term for n in read for term in self._line(n) if name in term.classes)
        return found

    def _named(self, name: str) -> Iterator[Term]:
        """Yield where the words of a class stand, whatever is around them."""
        text, known = self._text, pairs_of(self._text)
        for words in self._words:
            heads, by_head = words.of(name)
            for key in heads & known:
                for last, (word, length, classes, _, bound) in by_head[key]:
                    at = text.find(word) if last in known else -1
                    while at >= 0:
                        if bound is None or stands(text, at, length, bound):
                            yield Term(at, at + length, classes)
                        at = text.find(word, at + 1)

    @cached_property
    def _names(self) -> list[_Place]:
        """Where names and cited titles stand."""
        names = [(term.start, term.end) for term in self._named(WHOLE)]
        return sorted([*names, *((fact.start, fact.end) for fact in self._cited)])

    @cached_property
    def _facts(self) -> list[Term]:
        """The cited titles and the times."""
        return sorted([*self._cited, *_times(self._document)])

    @cached_property
    def _cited(self) -> list[Term]:
        return list(_citations(self._text))

    def _line(self, number: int) -> list[Term]:
        """Give all terms of a line."""
        found = self._lines.get(number)
        if found is None:
            found = self._lines[number] = self._read(*self._bounds(number), number)
        return found

    def _bounds(self, line: int) -> _Place:
        behind = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self._text)
        return self._starts[line], behind

    def _read(self, start: int, end: int, line: int) -> list[Term]:
        """Read a line, or a sentence of it."""
        codes = pair_codes(self._text[start : end + 1])
        near = slice(
            max(0, bisect_right(self._names, start, key=_begin) - 1),
            bisect_right(self._names, end, key=_begin),
        )
        words = outside(list(self._words_in(start, end, codes)), self._names[near])
        facts = _within(self._facts, start, end)
        forms = _within(self._forms_of(line), start, end)
        return sorted([*facts, *_longest_grammar(words), *forms])

    def _words_in(self, start: int, end: int, codes: _Codes) -> Iterator[Term]:
        text = self._text
        new, starts_with = tuple.__new__, text.startswith
        for words in self._words:
            begun = words.begun
            for place, key in _begins(text[start : end + 1], codes, words.packed.__contains__):
                at = start + place
                for word, length, classes, _, bound in begun[key]:
                    if starts_with(word, at) and (bound is None or stands(text, at, length, bound)):
                        yield new(Term, (at, at + length, classes))

    def _forms_of(self, line: int) -> list[Term]:
        """Give the open words of a line."""
        found = self._open.get(line)
        if found is None:
            found = self._open[line] = sorted(self._forms_in(*self._bounds(line)), key=start_of)
        return found

    def _forms_in(self, start: int, end: int) -> Iterator[Term]:
        line = self._text[start:end]
        pairs = frozenset[int]().union(*pair_codes(line))
        for form in self._vocabulary.forms_near(pairs):
            if not form.literals:
                yield from _within(self._formed(form), start, end + 1)
            elif any(map(line.__contains__, form.literals)):
                for found in form.pattern.finditer(self._text, start, end):
                    yield Term(*found.span(), form.classes)

    def _formed(self, form: Form) -> list[Term]:
        """Give the open words of one form in the whole text."""
        made = self._forms.get(form)
        if made is None:
            lines = [(0, len(self._text))]
            if form.literals:
                lines = lines_with(
                    _sought(form.literals).likely(self._text), self._text, 0, len(self._text)
                )
            made = self._forms[form] = [
                Term(*found.span(), form.classes)
                for start, end in lines
                for found in form.pattern.finditer(self._text, start, end)
            ]
        return made

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return line_starts(self._text)

    def _line_at(self, place: int) -> int:
        return line_of(self._starts, place)


@cache
def _sought(literals: tuple[str, ...]) -> Sought:
    return Sought(literals)


def _within(terms: list[Term], start: int, end: int) -> list[Term]:
    """Give those of some sorted terms that begin at or behind one place and before another."""
    first = bisect_left(terms, start, key=start_of)
    return terms[first : bisect_left(terms, end, first, key=start_of)]


def _begins(text: str, pairs: _Codes, known: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Yield where two characters stand that begin a word, with their number, in no order.

    The passes over the text are in C: most pairs begin no word.
    """
    wide = [at for at, one in enumerate(text) if one > "\uffff"] if _is_wide(text) else []
    wide = [at + number for number, at in enumerate(wide)]  # each counts as two
    for first, codes in enumerate(pairs):
        here = list(map(known, codes))
        places = zip(compress(count(first, 2), here), compress(codes, here), strict=True)
        if wide:
            yield from ((at - bisect_left(wide, at), code) for at, code in places)
        else:
            yield from places


def _is_wide(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


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
        yield Term(time.span.start, time.span.end, _TIMES[time.kind])


def _begin(place: _Place) -> int:
    return place[0]


def outside(terms: list[Term], names: Sequence[_Place]) -> list[Term]:
    """Leave out the terms that stand inside a name and are not the name itself."""
    if not names:
        return terms
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
