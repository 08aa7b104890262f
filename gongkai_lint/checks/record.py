"""Records of lists: fields that are missing, empty or say what they must not."""

import re
from collections.abc import Iterator
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, any_occurs, heads_of
from gongkai_lint.checks.registered import TermClasses
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.record import (
    Field,
    FieldName,
    ListKind,
    Record,
    alone,
    ancestors,
    has,
    is_filled,
    lacking,
)
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.reading import reading_of

_TASKS = ("task",)
_MATTER = ("name", "scope", "text")
_NONE = frozenset[str]()
_LONGEST = 30
_DUE = compiled("限|完成|节点|要求|进度")
_DAY = compiled(r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底)?")


class Records(NamedTuple):
    """Report the records of lists of the kinds ``of`` that meet every condition.

    ``lacks`` are fields of which neither a record nor what it stands below has one with words; of
    its ``siblings`` in the list ``half`` at least must have them, or nearly ``all`` of those that
    are told in sentences. ``words`` and ``not_words`` are what one
    of the fields ``field`` must, and none must, match; ``not_whole`` is what nothing that the
    record says, or stands below, must match. Of the words of ``first`` and ``not_first`` in its
    matter (name, scope and text) the first must be of ``first``: 建成巡查系统 ends, 巡查 goes on.
    ``says`` are classes of which a term must stand in one of the fields ``field``.
    ``past`` asks that one of the fields ``field`` is nothing but a day or month over when issued.
    Reported is the group ``mark`` of ``words``, or the field that matches; else the record's name.
    """

    of: tuple[ListKind, ...]
    lacks: tuple[FieldName, ...] = ()
    siblings: Literal["half", "all"] | None = None
    field: tuple[FieldName, ...] = ("name",)
    words: tuple[Pattern, ...] = ()
    not_words: tuple[Pattern, ...] = ()
    not_whole: tuple[Pattern, ...] = ()
    first: tuple[TermClasses, ...] = ()
    not_first: tuple[TermClasses, ...] = ()
    past: bool = False
    says: tuple[TermClasses, ...] = ()

    def must_have(self, vocabulary: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield how the words begin of which one must stand in a record."""
        if self.first:
            yield vocabulary.heads(name for group in self.first for name in group.split("|"))
        if self.says and not self.past:
            yield vocabulary.heads(name for group in self.says for name in group.split("|"))
        elif self.words and not self.past:
            yield heads_of(self.words)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what is missing, or what a field says, record by record."""
        document = view.document
        if self.of == _TASKS and not self.past and not document.tasks:
            return  # most documents assign none: their lists need not be read
        if self.past and not any(_before_issue(document, d) for d in _DAY.finditer(document.text)):
            return  # nor where no day is over
        scopes = SortedSpans(view.spans)
        for record in document.records:
            if record.kind in self.of and not record.inner and scopes.overlap(record.span):
                place = self._place(view, record)
                if place is not None:
                    yield Match(
                        place, (("item", _short(document.words(_named(document, record)))),)
                    )

    def _place(self, view: View, record: Record) -> Span | None:
        document = view.document
        if self.lacks and not self._lacks(document, record):
            return None
        if not self._is_free(document, record) or not self._is_about(view, record):
            return None
        if self.past:
            return next((f.span for f in record.of(*self.field) if _is_over(document, f)), None)
        if self.says:
            return self._told(view, record)
        return self._said(document, record) if self.words else _named(document, record)

    def _lacks(self, document: Document, record: Record) -> bool:
        lineage = (record, *ancestors(document.records, record))
        if any(has(document.text, one, *self.lacks) for one in lineage):
            return False
        siblings = document.siblings(record)
        if self.siblings == "all":
            without = alone(document.text, siblings, *self.lacks)
            return record in without and not _is_timed(document, siblings[0])
        return not self.siblings or record in lacking(document.text, siblings, *self.lacks)

    def _is_free(self, document: Document, record: Record) -> bool:
        """Say whether a record has nothing that it must not match."""
        own = any(
            any_occurs(self.not_words, document.text, one.span) for one in record.of(*self.field)
        )
        if own or not self.not_whole:
            return not own
        lineage = (record, *ancestors(document.records, record))
        spans = (field.span for one in lineage for field in one.fields)
        return not any(any_occurs(self.not_whole, document.text, span) for span in spans)

    def _is_about(self, view: View, record: Record) -> bool:
        if not (self.first or self.not_first):
            return True
        told = frozenset({*self.first, *self.not_first})
        reading = reading_of(view.document).telling(told)
        terms = (t for field in record.of(*_MATTER) for t in reading.between(field.span))
        first = next((term.classes for term in terms if not term.classes.isdisjoint(told)), _NONE)
        return first.isdisjoint(self.not_first) and not (
            self.first and first.isdisjoint(self.first)
        )

    def _told(self, view: View, record: Record) -> Span | None:
        """Give the first field that says what it must."""
        reading = reading_of(view.document).telling(self.says)
        wanted = frozenset(self.says)
        for field in self._filled(view.document, record):
            if any(not term.classes.isdisjoint(wanted) for term in reading.between(field.span)):
                return field.span
        return None

    def _filled(self, document: Document, record: Record) -> Iterator[Field]:
        for field in record.of(*self.field):
            if is_filled(document.text, field):
                yield field

    def _said(self, document: Document, record: Record) -> Span | None:
        """Give the place in the first field whose words are as they must be."""
        for field in self._filled(document, record):
            for pattern in self.words:
                for offset, found in pattern.finditer(document.text, field.span):
                    marked = "mark" in found.re.groupindex
                    return Span(*found.span("mark")).shifted(offset) if marked else field.span
        return None


def _named(document: Document, record: Record) -> Span:
    """Give the words that name a record, its own where several share a merged cell."""
    shared = {one.span for sibling in _beside(document, record) for one in sibling.of("name")}
    matter = [one.span for one in record.of(*_MATTER) if is_filled(document.text, one)]
    own = [span for span in matter if span not in shared]
    return (own or matter or [record.span])[0]


def _beside(document: Document, record: Record) -> tuple[Record, ...]:
    siblings = document.siblings(record)
    at = record.position - 1
    return siblings[max(0, at - 1) : at] + siblings[at + 1 : at + 2]


def _is_timed(document: Document, first: Record) -> bool:
    """Say whether the line above a list sets a time: 以下任务均于2026年10月底前完成."""
    number = document.paragraph_at(first.span.start)
    above = document.paragraph_span(number - 1) if number else Span(0, 0)
    return bool(document.times_in(*above))


def _is_over(document: Document, field: Field) -> bool:
    """Say whether a field is a day, or a month, that was over on the day of issue.

    时间 alone may be when a meeting is or was.
    """
    found = _DAY.fullmatch(document.words(field.span).strip())
    if found is None or not _DUE.search(field.key):
        return False
    return _before_issue(document, found)


def _before_issue(document: Document, found: re.Match[str]) -> bool:
    issued = document.date_of_issue
    if issued is None:
        return False
    day = int(found["day"] or 31)  # a month is over when its last day is
    return (int(found["year"]), int(found["month"]), day) < (issued.year, issued.month, issued.day)


def _short(words: str) -> str:
    words = "".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


KIND = Kind(Records, "清单、目录、表格里的一项缺了该有的内容，或者写法不对", words=("item",))
