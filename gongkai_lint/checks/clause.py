"""What a clause says: who does what to what, whether it must, may or must not, and when."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.registered import Relation, TermClasses
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.reading.reading import Reading, reading_of
from gongkai_lint.reading.relations import NEEDS, RELATIONS
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term

Polarity = Literal["affirmed", "negated", "any"]
Mark = Literal["act", "object", "time", "clause", "sentence"]
ClauseTime = Literal["none", "absolute", "relative", "yearless", "vague", "period", "recurring"]
_TIME = frozenset({"time"})
Classes = tuple[TermClasses, ...]  # any of them; “a|b” in a list of groups


class Clause(NamedTuple):
    """Report each term of the classes ``act`` whose clause says what the fields ask.

    ``clause`` and ``sentence`` are groups of classes (``a|b``) of each of which a term must stand
    there, ``before`` and ``after`` the act in its sentence; the ``…_lacks`` are classes of which
    none may. ``subject`` and ``not_subject`` ask who acts, ``object`` what the act is done to,
    ``modality`` the word that governs the act, ``time`` the kinds of time in the clause (``none``
    for no time; 每月 alone is the class ``when_done``, a time only
    with a day: 每月5日前). ``holds`` and ``fails`` are relations, see ``reading/relations``.
    With ``once`` only the first place is reported. With ``absent`` it is reported that no clause
    says so, at the first term of ``topic``; where there is none, nothing is expected. What is said
    ``aside``, in few texts, is not judged in a text that has no word of ``act``.
    """

    act: Classes
    polarity: Polarity = "affirmed"
    modality: Classes = ()
    subject: Classes = ()
    not_subject: Classes = ()
    object: Classes = ()
    clause: Classes = ()
    clause_lacks: Classes = ()
    sentence: Classes = ()
    sentence_lacks: Classes = ()
    before: Classes = ()
    after: Classes = ()
    article_lacks: Classes = ()
    document_lacks: Classes = ()
    heading: Classes = ()
    heading_lacks: Classes = ()
    time: tuple[ClauseTime, ...] = ()
    holds: tuple[Relation, ...] = ()
    fails: tuple[Relation, ...] = ()
    mark: Mark = "act"
    once: bool = False
    absent: bool = False
    topic: Classes = ()
    aside: bool = False

    def sees(self, view: View) -> bool:
        """Say whether the text speaks of the act, where few do."""
        return not self.aside or next(_in_scope(view, self.act), None) is not None

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return self.absent or bool(self.document_lacks)

    def must_have(self, vocabulary: Vocabulary) -> frozenset[int] | None:
        """Give how the rarest words begin of which one must stand in the text."""
        if self.absent:
            return vocabulary.heads(self.topic)
        asked = (self.clause, self.sentence, self.before, self.after)
        groups = [_names(group) for groups in asked for group in groups]
        needed = [NEEDS[name] for name in self.holds if name in NEEDS]
        known = map(vocabulary.heads, (self.act, *groups, *needed, *filter(None, [self.object])))
        return min((heads for heads in known if heads is not None), key=len, default=None)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what says so, in order of place, one match a place; or where nothing does."""
        if any(map(reading_of(view.document).of, self.document_lacks)):
            return
        if not self.absent:
            yield from self._said(view)
        elif next(self._said(view), None) is None:
            yield from (Match(term.span) for term in islice(_in_scope(view, self.topic), 1))

    def _said(self, view: View) -> Iterator[Match]:
        reading = reading_of(view.document)
        seen: set[Span] = set()
        for term in _in_scope(view, self.act):
            spot = reading.spot(term) if self._may_say(reading, term) else None
            span = self._says(spot) if spot else None
            if spot and span is not None and span not in seen:
                seen.add(span)
                yield Match(span, tuple(_words(spot, self.object)))
                if self.once:
                    return

    def _may_say(self, reading: Reading, term: Term) -> bool:
        """Say whether the words that it asks for may stand around a term, before this is read."""
        clause = map(_names, self.clause)
        timed = [_TIME] if self.time and "none" not in self.time else []
        others = filter(None, (frozenset(self.object), frozenset(self.modality)))
        needed = (NEEDS[name] for name in self.holds if name in NEEDS)
        sentence = map(_names, (*self.sentence, *self.before, *self.after))
        return reading.may_suit(term, (*clause, *timed), (*sentence, *others, *needed))

    def _says(self, spot: Spot) -> Span | None:
        if not (self._clause_fits(spot) and self._sentence_fits(spot) and self._around_fits(spot)):
            return None
        if not all(RELATIONS[name](spot) for name in self.holds):
            return None
        if any(RELATIONS[name](spot) for name in self.fails):
            return None
        return _place(spot, self.mark, self.object)

    def _clause_fits(self, spot: Spot) -> bool:
        clause = spot.clause
        return (
            _each(self.clause, clause.classes)
            and clause.classes.isdisjoint(self.clause_lacks)
            and self._is_turned_right(spot)
            and (not self.modality or spot.modality in self.modality)
            and (not self.subject or _is(clause.subject, self.subject))
            and not _is(clause.subject, self.not_subject)
            and (not self.object or spot.object_of(self.object) is not None)
            and (not self.time or _timed(clause.classes, self.time))
        )

    def _sentence_fits(self, spot: Spot) -> bool:
        sentence = spot.sentence
        return (
            _each(self.sentence, sentence.classes)
            and sentence.classes.isdisjoint(self.sentence_lacks)
            and all(spot.stands(group, before=True) for group in self.before)
            and all(spot.stands(group, before=False) for group in self.after)
        )

    def _around_fits(self, spot: Spot) -> bool:
        if self.article_lacks and not spot.article_classes.isdisjoint(self.article_lacks):
            return False
        if not (self.heading or self.heading_lacks):
            return True
        over = spot.heading_classes
        return _each(self.heading, over) and over.isdisjoint(self.heading_lacks)

    def _is_turned_right(self, spot: Spot) -> bool:
        return self.polarity == "any" or spot.is_affirmed == (self.polarity == "affirmed")


def _in_scope(view: View, classes: Classes) -> Iterator[Term]:
    reading = reading_of(view.document)
    scopes = SortedSpans(view.spans)
    for term in _longest({term for name in classes for term in reading.of(name)}):
        if scopes.cover(Span(term.start, term.start + 1)):
            yield term


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


def _is(term: Term | None, classes: Classes) -> bool:
    return term is not None and not term.classes.isdisjoint(classes)


def _timed(held: frozenset[str], kinds: tuple[ClauseTime, ...]) -> bool:
    if "time" not in held:
        return "none" in kinds
    return any(f"time_{kind}" in held for kind in kinds)


def _place(spot: Spot, mark: Mark, object_: Classes) -> Span:
    if mark == "sentence":
        return spot.reading.trimmed(spot.sentence.span)
    if mark == "clause":
        return spot.reading.trimmed(Span(spot.clause.start, spot.clause.end))
    other = None
    if mark == "object":
        other = spot.object_of(object_)
    elif mark == "time":
        other = spot.clause.first({"time"})
    return (other or spot.term).span


def _words(spot: Spot, object_: Classes) -> Iterator[tuple[str, str]]:
    """Yield the words that a message may name: act, subject, object."""
    yield "act", spot.words(spot.term)
    if spot.clause.subject:
        yield "subject", spot.words(spot.clause.subject)
    found = spot.object_of(object_) if object_ else None
    if found:
        yield "object", spot.words(found)


KIND = Kind(
    Clause,
    "一个分句说了什么：谁做什么、必须还是不得、什么时候",
    words=("act", "subject", "object"),
)
