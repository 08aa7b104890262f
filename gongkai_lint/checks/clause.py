"""What a clause says: who does what to what, whether it must, may or must not, and when."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.registered import Relation, TermClasses
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.relations import EARLY, NEEDS, RELATIONS, UNREAD
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term

_NOBODY = frozenset[str]()
_READ = RELATIONS.keys() - UNREAD
Polarity = Literal["affirmed", "negated", "any"]
Mark = Literal["act", "clause", "sentence"]
Classes = tuple[TermClasses, ...]  # any of them; “a|b” in a list of groups


class ClauseSays(NamedTuple):
    """Groups of classes (``a|b``): of each a term stands in the place.

    ``subject`` is who acts, ``modality`` the word that governs the act; ``before`` and ``after``
    are the parts of its sentence round the act.
    """

    subject: Classes = ()
    modality: Classes = ()
    clause: Classes = ()
    sentence: Classes = ()
    before: Classes = ()
    after: Classes = ()


class ClauseLacks(NamedTuple):
    """Classes of which no term stands in the place."""

    subject: Classes = ()
    clause: Classes = ()
    sentence: Classes = ()
    article: Classes = ()
    heading: Classes = ()
    document: Classes = ()


class Clause(NamedTuple):
    """Report each term of the classes ``act`` whose clause says what the fields ask.

    ``says`` and ``lacks`` ask by place what stands there, and what does not. ``holds`` and
    ``fails`` are relations, see ``reading/relations``. ``mark`` is what is reported. With
    ``absent`` it is reported that no clause says so, at the first term of these classes; where
    there is none, nothing is expected. What is said ``aside``, in few texts, is not judged in a
    text that has no word of ``act``.
    """

    act: Classes
    polarity: Polarity = "affirmed"
    says: ClauseSays = ClauseSays()
    lacks: ClauseLacks = ClauseLacks()
    holds: tuple[Relation, ...] = ()
    fails: tuple[Relation, ...] = ()
    mark: Mark = "act"
    absent: Classes = ()
    aside: bool = False

    def sees(self, view: View) -> bool:
        """Say whether the text speaks of the act, where few do."""
        return not self.aside or bool(_in_scope(view, self.act))

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return bool(self.absent or self.lacks.document)

    def must_have(self, vocabulary: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield how the words begin of which one must stand in the text, group by group."""
        if self.absent:
            yield vocabulary.heads(self.absent)
            return
        groups = map(_names, (group for place in self.says for group in place))
        needed = (NEEDS[name] for name in self.holds if name in NEEDS)
        yield from map(vocabulary.heads, (self.act, *groups, *needed))

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what says so, in order of place, one match a place; or where nothing does."""
        if any(map(reading_of(view.document).of, self.lacks.document)):
            return
        if not self.absent:
            yield from self._said(view)
        elif next(self._said(view), None) is None:
            yield from (Match(term.span) for term in _in_scope(view, self.absent)[:1])

    def _said(self, view: View) -> Iterator[Match]:
        reading = reading_of(view.document)
        seen: set[Span] = set()
        for term in _in_scope(view, self.act):
            spot = Spot(reading, term)
            told = self._may_say(spot) and self._holds(spot, UNREAD) and spot.is_word
            span = self._says(spot) if told else None
            if span is not None and span not in seen:
                seen.add(span)
                yield Match(span, tuple(_words(spot)))

    def _may_say(self, spot: Spot) -> bool:
        """Say whether the words that it asks for may stand around a term, before this is read."""
        needed = (NEEDS[name] for name in self.holds if name in NEEDS)
        sentence = map(_names, (*self._in_sentence(), *self.says.modality))
        clause = map(_names, self.says.clause)
        return spot.reading.may_suit(spot.term, clause, (*sentence, *needed)) and all(
            EARLY[name](spot) for name in self.holds if name in EARLY
        )

    def _in_sentence(self) -> Classes:
        return (*self.says.sentence, *self.says.before, *self.says.after)

    def _says(self, spot: Spot) -> Span | None:
        if not (self._says_all(spot) and self._lacks_all(spot) and self._holds(spot, _READ)):
            return None
        return _place(spot, self.mark)

    def _holds(self, spot: Spot, asked: Collection[str]) -> bool:
        """Say whether those of the relations that are asked of a place are as they must be."""
        return all(RELATIONS[name](spot) for name in self.holds if name in asked) and not any(
            RELATIONS[name](spot) for name in self.fails if name in asked
        )

    def _says_all(self, spot: Spot) -> bool:
        says = self.says
        return (
            _each(says.clause, spot.clause.classes)
            and self._is_turned_right(spot)
            and all(spot.modality in _names(group) for group in says.modality)
            and _each(says.subject, _subject(spot))
            and _each(says.sentence, spot.sentence.classes)
            and all(spot.stands(group, before=True) for group in says.before)
            and all(spot.stands(group, before=False) for group in says.after)
        )

    def _lacks_all(self, spot: Spot) -> bool:
        lacks = self.lacks
        return (
            spot.clause.classes.isdisjoint(lacks.clause)
            and _subject(spot).isdisjoint(lacks.subject)
            and spot.sentence.classes.isdisjoint(lacks.sentence)
            and not (lacks.article and not spot.article_classes.isdisjoint(lacks.article))
            and not (lacks.heading and not spot.heading_classes.isdisjoint(lacks.heading))
        )

    def _is_turned_right(self, spot: Spot) -> bool:
        return self.polarity == "any" or spot.is_affirmed == (self.polarity == "affirmed")


def _in_scope(view: View, classes: Classes) -> list[Term]:
    reading = reading_of(view.document)
    terms = {term for name in classes for term in reading.of(name)}
    if not terms:
        return []
    scopes = SortedSpans(view.spans)
    return [term for term in _longest(terms) if scopes.cover(Span(term.start, term.start + 1))]


def _longest(terms: Iterable[Term]) -> Iterator[Term]:
    """Yield the terms in order of place, none inside another."""
    end = -1
    for term in sorted(terms, key=lambda term: (term.start, -term.end)):
        if term.end > end:
            end = term.end
            yield term


@cache
def _names(group: str) -> frozenset[str]:
    return frozenset(group.split("|"))


def _each(groups: Classes, held: frozenset[str]) -> bool:
    return all(not held.isdisjoint(_names(group)) for group in groups)


def _subject(spot: Spot) -> frozenset[str]:
    subject = spot.clause.subject
    return subject.classes if subject else _NOBODY


def _place(spot: Spot, mark: Mark) -> Span:
    if mark == "act":
        return spot.term.span
    whole = spot.sentence.span if mark == "sentence" else Span(spot.clause.start, spot.clause.end)
    return spot.reading.trimmed(whole)


def _words(spot: Spot) -> Iterator[tuple[str, str]]:
    """Yield the words that a message may name: act, subject."""
    yield "act", spot.words(spot.term)
    if spot.clause.subject:
        yield "subject", spot.words(spot.clause.subject)


KIND = Kind(Clause, "一个分句说了什么：谁做什么、必须还是不得、什么时候", words=("act", "subject"))
