"""A term in its clause, its sentence and its document: what a rule asks about."""

from bisect import bisect_left
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.reading.sentence import Clause, Sentence
from gongkai_lint.reading.term import Term, start_of

if TYPE_CHECKING:
    from gongkai_lint.reading.reading import Reading


class Spot:
    """A place that a rule looks at; its sentence is read when something first asks for it."""

    def __init__(self, reading: "Reading", term: Term) -> None:
        """Keep the term."""
        self.reading = reading
        self.term = term

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence that holds the term."""
        return self.reading.sentence_of(self.term.start)

    @cached_property
    def clause(self) -> Clause:
        """The clause that holds the term."""
        return self.sentence.clause_at(self.term.start)

    @property
    def is_word(self) -> bool:
        """Whether the term means itself, and is no part of an organ's name."""
        terms = self.clause.terms
        at = bisect_left(terms, self.term.start, key=start_of)
        alike = takewhile(lambda other: other.start == self.term.start, islice(terms, at, None))
        return self.term in alike

    @property
    def document(self) -> Document:
        """The document."""
        return self.reading.document

    @property
    def is_affirmed(self) -> bool:
        """Whether the clause affirms the term."""
        return self.reading.affirms(self.clause, self.term)

    @property
    def modality(self) -> str | None:
        """The nearest modality before the term, in its clause or handed down by the one before."""
        own = self.clause.modality(self.term)
        if own:
            return own
        said = None
        for clause in self.sentence.clauses:
            if clause.start >= self.clause.start:
                break
            said = clause.modality(Term(clause.end, clause.end, frozenset())) or said
        return said

    @property
    def article_classes(self) -> frozenset[str]:
        """The classes of the terms in the article, else the paragraph, that holds the term."""
        first = Span(self.term.start, self.term.start + 1)
        article = self.document.spans_of("article").covering(first)
        paragraph = self.document.paragraph_span(self.sentence.paragraph)
        return self.reading.classes_in(article or paragraph)

    @property
    def heading_classes(self) -> frozenset[str]:
        """The classes of the terms in the headings above."""
        over = self.reading.outline.headings(self.sentence.paragraph)
        return frozenset(name for span in over for name in self.reading.classes_in(span))

    def object_of(self, classes: tuple[str, ...]) -> Term | None:
        """Give what the act is done to: behind it, before it behind 将, or the topic before.

        A topic is the last such term in a clause before that has it as its first party or thing
        (本办法印发后，在网站公布).
        """
        wanted = frozenset(classes)
        behind = self.clause.first(wanted, self.term.end)
        if behind:
            return behind
        before = [t for t in self.clause.terms if t.end <= self.term.start and t.classes & wanted]
        if before:
            return before[-1]
        held = self.term if self.term.classes & wanted else None
        for clause in reversed(self.sentence.clauses):
            if held is None and clause.end <= self.clause.start:
                held = clause.first(wanted)
        return held

    def stands(self, group: str, *, before: bool) -> bool:
        """Say whether a term of the classes (``a|b``) stands before or behind it."""
        terms = self.sentence.terms(group.split("|"))
        if before:
            return any(other.end <= self.term.start for other in terms)
        return any(other.start >= self.term.end for other in terms)

    def words(self, term: Term) -> str:
        """Give the characters of a term."""
        return self.document.text[term.start : term.end]
