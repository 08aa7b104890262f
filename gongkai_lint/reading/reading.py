"""A document as its sentences: terms found once, clauses made where a rule asks for them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.model.vocabulary import Phrase, Vocabulary
from gongkai_lint.reading.character import character
from gongkai_lint.reading.cut import Cut, sentence_cuts
from gongkai_lint.reading.grammar import COLLECTIVE, MUST_NOT, ORGAN, ORGANS
from gongkai_lint.reading.organs import organ_spans
from gongkai_lint.reading.outline import Outline
from gongkai_lint.reading.phrases import phrases
from gongkai_lint.reading.polarity import Turn, affirms, turns_of
from gongkai_lint.reading.sentence import Clause, Sentence
from gongkai_lint.reading.singles import singles
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.subject import subject_of
from gongkai_lint.reading.term import Term
from gongkai_lint.reading.terms import Terms, outside


class Reading:
    """The terms of a document by class, and its sentences paragraph by paragraph."""

    def __init__(self, document: Document, vocabulary: Vocabulary, *, seldom: bool = False) -> None:
        """Keep what is read, with the words of rare classes if ``seldom``; nothing is done yet."""
        self._seldom = seldom
        self.document = document
        self.text = document.text
        self._vocabulary = vocabulary
        self._classes: dict[Span, frozenset[str]] = {}
        self._cuts: dict[int, tuple[tuple[Cut, ...], ...]] = {}
        self._sentences: dict[tuple[int, int], Sentence] = {}
        self._phrased: dict[str, tuple[Term, ...]] = {}
        self._turns: dict[tuple[int, int], tuple[Turn, ...]] = {}

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Stay behind: where a document travels, it is read again if a rule asks."""
        return type(None), ()

    def telling(self, names: Iterable[str]) -> "Reading":
        """Give the reading that has the words of some classes: another one if one is rare."""
        return self if self._vocabulary.rare.isdisjoint(names) else self._full

    @cached_property
    def _full(self) -> "Reading":
        return self if self._seldom else Reading(self.document, self._vocabulary, seldom=True)

    @cached_property
    def outline(self) -> Outline:
        """What stands over the paragraphs."""
        return Outline(self.document, self.text)

    @cached_property
    def _terms(self) -> Terms:
        """The terms of the text, without phrases and single characters."""
        return Terms(self.document, self.text, self._vocabulary, seldom=self._seldom)

    def of(self, name: str) -> tuple[Term, ...]:
        """Give the terms of a class, or the phrases that make it, in order of place."""
        plain = self._terms.of(name)
        makers = self._vocabulary.makers.get(name)
        if not makers:
            return plain
        if name not in self._phrased:
            self._phrased[name] = tuple(sorted({*plain, *self._made(name, makers)}))
        return self._phrased[name]

    def _made(self, name: str, makers: Iterable[Phrase]) -> list[Term]:
        """Give the phrases of a class in the sentences where each of their parts may stand."""
        places = {
            place
            for phrase in makers
            for line in self._lines_of(phrase)
            for place in self._holding(line, phrase)
        }
        return [
            term
            for place in places
            for clause in self._sentence(*place).clauses
            for term in clause.terms
            if name in term.classes
        ]

    def _lines_of(self, phrase: Phrase) -> set[int]:
        """Give the paragraphs that hold terms of all parts; single characters are not asked for."""
        held: set[int] | None = None
        for part in phrase.parts:
            if part.isdisjoint(self._alone):
                terms = (term for name in part if name != phrase.makes for term in self.of(name))
                lines = {self.document.paragraph_at(term.start) for term in terms}
                held = lines if held is None else held & lines
                if not held:
                    break
        return held or set()

    def _holding(self, paragraph: int, phrase: Phrase) -> Iterator[tuple[int, int]]:
        """Yield the sentences of a paragraph with a clause that may hold all parts of a phrase."""
        for number, clauses in enumerate(self._cuts_of(paragraph)):
            for cut in clauses:
                if all(self.may_hold(part, (cut.start, cut.end)) for part in phrase.parts):
                    yield paragraph, number
                    break

    @cached_property
    def _alone(self) -> frozenset[str]:
        """The classes that are seen in clauses only."""
        return self._vocabulary.alone | ORGANS

    def may_hold(self, names: frozenset[str], bounds: tuple[int, int]) -> bool:
        """Say whether a term of one of the classes may stand between two offsets.

        To read a sentence costs a hundred times as much as this question. Only a clause that was
        read tells whether it holds an organ or a phrase.
        """
        unforeseen = not names.isdisjoint(ORGANS) or not names.isdisjoint(self._vocabulary.makers)
        return unforeseen or self._terms.may_stand(names, *bounds)

    def bounds_of(self, offset: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Give the bounds of the clause and of the sentence that hold an offset."""
        paragraph, number = self._place_of(offset)
        sentence = self._cuts_of(paragraph)[number]
        at = bisect_right(sentence, offset, key=_end_of)
        clause = sentence[min(at, len(sentence) - 1)]
        return (clause.start, clause.end), (sentence[0].start, sentence[-1].end)

    def may_suit(
        self,
        term: Term,
        clause: Iterable[frozenset[str]],
        sentence: Iterable[frozenset[str]] = (),
    ) -> bool:
        """Say whether terms of each of these classes may stand in a term's clause and sentence."""
        near, around = self.bounds_of(term.start)
        return all(self.may_hold(names, near) for names in clause) and all(
            self.may_hold(names, around) for names in sentence
        )

    def between(self, span: Span) -> list[Term]:
        """Give the terms that begin inside a span."""
        return self._terms.between(span.start, span.end)

    def classes_in(self, span: Span) -> frozenset[str]:
        """Give the classes of all terms inside a span."""
        found = self._classes.get(span)
        if found is None:
            found = frozenset(name for term in self.between(span) for name in term.classes)
            self._classes[span] = found
        return found

    def sentence_of(self, offset: int) -> Sentence:
        """Give the sentence that holds an offset."""
        return self._sentence(*self._place_of(offset))

    def sentences(self, paragraph: int) -> tuple[Sentence, ...]:
        """Give the sentences of a paragraph (its 0-based index)."""
        numbers = range(len(self._cuts_of(paragraph)))
        return tuple(self._sentence(paragraph, number) for number in numbers)

    def _place_of(self, offset: int) -> tuple[int, int]:
        """Give the paragraph that holds an offset, and the number of the sentence in it."""
        paragraph = self.document.paragraph_at(offset)
        known = self._cuts_of(paragraph)
        return paragraph, min(bisect_right(known, offset, key=_last_end), len(known) - 1)

    def _cuts_of(self, paragraph: int) -> tuple[tuple[Cut, ...], ...]:
        found = self._cuts.get(paragraph)
        if found is None:
            found = sentence_cuts(self.text, *self.document.paragraph_span(paragraph))
            self._cuts[paragraph] = found
        return found

    def _sentence(self, paragraph: int, number: int) -> Sentence:
        found = self._sentences.get((paragraph, number))
        if found is None:
            found = self._read(paragraph, self._cuts_of(paragraph)[number])
            self._sentences[paragraph, number] = found
        return found

    def spot(self, term: Term) -> Spot | None:
        """Give a term in its sentence and clause; None where it is a part of an organ's name."""
        spot = Spot(self, term)
        return spot if spot.is_word else None

    def trimmed(self, span: Span) -> Span:
        """Give a span without the blanks at its ends."""
        words = self.text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.start + len(words.rstrip())))

    def affirms(self, clause: Clause, term: Term) -> bool:
        """Say whether a clause affirms a term (no turn, or an even number of them)."""
        place = clause.start, clause.end
        turns = self._turns.get(place)
        if turns is None:  # once for all terms of a clause: a long one has hundreds
            turns = self._turns[place] = turns_of(clause, self._vocabulary.acts)
        return affirms(clause, term, turns)

    def _read(self, paragraph: int, cuts: tuple[Cut, ...]) -> Sentence:
        """Read a sentence: what it does not name comes from the lead-in, never from another."""
        span = Span(cuts[0].start, cuts[-1].end)
        organs = list(organ_spans(self.document, self.text, span))
        terms = outside(self.between(span), [(organ.start, organ.end) for organ in organs])
        terms = sorted([*terms, *organs])
        starts = [term.start for term in terms]
        subject, forbidden = self._led(paragraph)
        clauses: list[Clause] = []
        for cut in cuts:
            own = terms[bisect_left(starts, cut.start) : bisect_left(starts, cut.end)]
            clause = self._clause(cut, own, subject, forbidden=forbidden)
            subject = clause.subject
            clauses.append(clause)
        classes = frozenset[str]().union(*(clause.classes for clause in clauses))
        return Sentence(clauses[0].start, clauses[-1].end, paragraph, tuple(clauses), classes)

    def _led(self, paragraph: int) -> tuple[Term | None, bool]:
        """Give the subject that a lead-in hands down, and whether it forbids."""
        lead = self.outline.lead(paragraph)
        if lead is None or not self._cuts_of(lead):
            return None, False
        last = self._sentence(lead, len(self._cuts_of(lead)) - 1).clauses[-1]
        return last.subject, bool(last.first({MUST_NOT}))

    @cached_property
    def _parties(self) -> frozenset[str]:
        """The classes of who may act."""
        return self._vocabulary.parties | {ORGAN, COLLECTIVE}

    def _clause(
        self, cut: Cut, own: list[Term], subject: Term | None, *, forbidden: bool
    ) -> Clause:
        terms = sorted([*own, *singles(self.text, cut, own, self._vocabulary)])
        if len(terms) > 1:
            made = phrases(terms, self._vocabulary.phrases)
            terms = sorted([*terms, *made]) if made else terms
        classes = frozenset[str]().union(*(term.classes for term in terms))
        found = subject_of(terms, self._parties, self._vocabulary.acts)
        return Clause(
            cut.start,
            cut.end,
            tuple(terms),
            classes,
            found or subject,
            found is not None,
            forbidden,
        )


def with_reading(document: Document, vocabulary: Vocabulary) -> Document:
    """Give the document with its reading and the traits that its sentences show."""
    if document.folding:
        folded = with_reading(document.folding.document, vocabulary)
        traits = folded.traits
        return document._replace(traits=traits, folding=document.folding._replace(document=folded))
    reading = Reading(document, vocabulary)
    known = document._replace(traits=character(reading, document.traits))
    # The reading knows a document that does not know it, else each would stay until the garbage
    # collector finds the circle. What is found out on the way, both know.
    reading.document = known
    read = known._replace(reading=reading)
    vars(read).update(vars(document))
    known.__dict__ = vars(read)
    return read


def reading_of(document: Document) -> Reading:
    """Give the reading of a document; raises ``TypeError`` where nobody has read it."""
    if not isinstance(document.reading, Reading):
        raise TypeError("the document has not been read")
    return document.reading


def _end_of(cut: Cut) -> int:
    return cut.end


def _last_end(cuts: tuple[Cut, ...]) -> int:
    return cuts[-1].end
