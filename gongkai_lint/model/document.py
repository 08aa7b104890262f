"""The recognized 公文 that rules judge."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal

from gongkai_lint.law.calendar import NATIONAL, Calendar
from gongkai_lint.model.alignment import Alignment
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.element import Element
from gongkai_lint.model.level import Level
from gongkai_lint.model.record import Record
from gongkai_lint.model.source import Notice, Paragraph, Remark, Source, paragraph_starts
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import Table
from gongkai_lint.named import NamedTuple
from gongkai_lint.text import line_of, sentence_around

Disclosure = Literal["proactive", "on_request", "withheld"]
DISCLOSURE_WORDS: dict[Disclosure, str] = {
    "proactive": "主动公开",
    "on_request": "依申请公开",
    "withheld": "不予公开",
}
TimeKind = Literal["absolute", "relative", "yearless", "vague", "period", "recurring"]
TimeRole = Literal["task", "limit", "effective", "validity", "goal", "event", "comment", "other"]
TaskForm = Literal["row", "paragraph", "sentence"]
IssuerKind = Literal["government", "office", "department", "party", "joint", "other"]


_MAIN = ("body", "issued_text", "attachment")
_FRAME = ("title", "document_number", "addressee", "issuing_authority", "date_of_issue", "article")


class TimeExpression(NamedTuple):
    """A time expression in the text.

    ``resolved`` is the last day meant (年底前 → 31 December), ``anchor`` the words that a relative
    period runs from, ``amount`` and ``unit`` (``workday``, ``day``, ``hour``, ``month``, ``year``)
    a period's length; ``owner`` says that a responsible unit is named beside it. Where working
    days were counted into ``open_year``, whose arrangement nobody had announced, ``resolved`` is
    the earliest day meant.
    """

    span: Span
    kind: TimeKind
    resolved: date | None = None
    anchor: str | None = None
    amount: int | None = None
    unit: str | None = None
    role: TimeRole = "other"
    owner: bool = False
    open_year: int | None = None


class Citation(NamedTuple):
    """A cited text: 《title》（number）; ``title`` is without marks, ``number`` repaired."""

    span: Span
    title: str
    number: str | None
    title_span: Span
    number_span: Span | None
    article: int | None = None


class ToldTask(NamedTuple):
    """A person's word on a task: on the recognized one of a ``number``, or on one that was missed.

    ``number`` counts the recognized tasks in reading order from 0; one that was missed has none,
    but the 0-based ``paragraph`` that assigns it. None leaves the words, the units or the deadline
    (as a document writes it, empty for none) as recognized; one that is ``gone`` is no task.
    """

    number: int | None
    paragraph: int | None = None
    words: str | None = None
    lead: tuple[str, ...] | None = None
    others: tuple[str, ...] | None = None
    deadline: str | None = None
    gone: bool = False


class Task(NamedTuple):
    """A task that the document assigns, with its units and deadline.

    Its ``form`` is a table's ``row``, a ``paragraph`` behind which the units stand, or a
    ``sentence`` that names them. What a person ``told`` may be in other words than the text's.
    """

    span: Span
    lead: tuple[str, ...]
    others: tuple[str, ...]
    deadline: date | None
    deadline_span: Span | None
    form: TaskForm = "sentence"
    told: ToldTask | None = None


class Issuer(NamedTuple):
    """Who issues the document: names, level and kind."""

    names: tuple[str, ...] = ()
    level: Level = "unknown"
    kind: IssuerKind = "other"


def no_records(_: "Document") -> tuple[Record, ...]:
    """Give no records: what a document that was not recognized has."""
    return ()


NOBODY = Issuer()
_INNER_BLOCKS = frozenset({"article", "attachment", "attachment_note", "imprint"})
_BLOCKS = _INNER_BLOCKS | {"body", "issued_text"}
_IN_LINES = frozenset({"title_matter"})  # what stands there stands in the title


class _Document(NamedTuple):
    text: str
    source: Source
    elements: tuple[Element, ...]
    document_type: DocumentType | None = None
    date_of_issue: date | None = None
    disclosure: Disclosure | None = None
    issuer: Issuer = NOBODY
    traits: frozenset[str] = frozenset()
    deadlines: tuple[TimeExpression, ...] = ()
    citations: tuple[Citation, ...] = ()
    tasks: tuple[Task, ...] = ()
    tables: tuple[Table, ...] = ()
    judged_on: date | None = None
    remarks: tuple[Notice, ...] = ()
    read_records: Callable[["Document"], tuple[Record, ...]] = no_records
    calendar: Calendar = NATIONAL
    folding: "Folding | None" = None
    reading: object = None


class Document(_Document):
    """A text with its recognized elements; ``text`` is the paragraphs joined by newlines.

    Where a paragraph's soft break stands inside a sentence it is a line separator (U+2028).
    ``judged_on`` is the date of issue, else the printing or publication date. ``traits`` are what
    rules may ask of a document as a whole (``policy``, ``normative``, ``issuing``, ``openness``,
    ``halfwidth``…); see structure/traits.py for the list. ``folding`` is the document as it was
    recognized and as rules read it, where folding its characters changed them (traditional script,
    full-width digits, stray blanks…).
    ``remarks`` are what recognition has to say (no 公文, two in one file, a text that breaks off).
    ``read_records`` finds the records when they are first asked for.
    By the ``calendar`` its working days are counted. ``reading`` is how its sentences are read (a
    ``gongkai_lint.reading.reading.Reading``, which this floor does not know); it does not travel.
    """

    def __eq__(self, other: object) -> bool:
        """Compare what was recognized; how sentences are read follows from it."""
        return isinstance(other, Document) and self[:-1] == other[:-1]

    def __hash__(self) -> int:
        """Go by what was recognized."""
        return hash(self[:-1])

    def __getstate__(self) -> None:
        """Travel without what was found out on the way."""

    @property
    def read(self) -> "Document":
        """The document as rules read it: the folded one, or itself."""
        return self.folding.document if self.folding else self

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the reader has to say of the file, then recognition of how it was read."""
        return (*self.source.notices, *self.remarks)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Items, rows, labelled blocks, notes and articles, in reading order."""
        return self.read_records(self)

    def siblings(self, record: Record) -> tuple[Record, ...]:
        """Give the records of a record's list, in reading order, itself among them."""
        return self._families[record.group]

    @cached_property
    def _families(self) -> dict[int, tuple[Record, ...]]:
        found: dict[int, list[Record]] = {}
        for record in self.records:
            found.setdefault(record.group, []).append(record)
        return {group: tuple(records) for group, records in found.items()}

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offsets of the paragraphs' first characters."""
        return paragraph_starts(self.source.paragraphs)

    def of(self, kind: str) -> tuple[Element, ...]:
        """Give the elements of one kind in reading order."""
        return self._by_kind.get(kind, ())

    def spans_of(self, kind: str) -> SortedSpans:
        """Give the places of the elements of one kind, to be asked which of them hold a place."""
        found = self._places.get(kind)
        if found is None:
            found = self._places[kind] = SortedSpans(element.span for element in self.of(kind))
        return found

    @cached_property
    def _places(self) -> dict[str, SortedSpans]:
        return {}

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Element, ...]]:
        kinds: dict[str, list[Element]] = {}
        for element in self.elements:
            kinds.setdefault(element.kind, []).append(element)
        return {kind: tuple(found) for kind, found in kinds.items()}

    def part_at(self, span: Span) -> str:
        """Give the kind of the smallest element that holds the span; ``body`` where none does."""
        for spans, kinds in self._parts:
            held = [s for s in spans.touching(span) if s.covers(span)]
            if held:
                return kinds[min(held, key=lambda s: s.end - s.start)]
        return "body"

    @cached_property
    def _parts(self) -> tuple[tuple[SortedSpans, dict[Span, str]], ...]:
        """The elements of a line or two, then the blocks that hold many."""
        lines = {e.span: e.kind for e in self.elements if e.kind not in _BLOCKS | _IN_LINES}
        blocks = {e.span: e.kind for e in self.elements if e.kind in _INNER_BLOCKS}
        return (SortedSpans(lines), dict(lines)), (SortedSpans(blocks), dict(blocks))

    def is_tabled(self, span: Span) -> bool:
        """Say whether a table holds a span."""
        return self._table_spans.cover(span)

    @cached_property
    def _table_spans(self) -> SortedSpans:
        return SortedSpans(table.span for table in self.tables)

    def times_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """Give the time expressions that begin at or behind one place and before another."""
        first, last = (bisect_left(self._time_starts, place) for place in (start, end))
        return self.deadlines[first:last]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.span.start for time in self.deadlines]

    def words(self, span: Span) -> str:
        """Give the characters of a span."""
        return self.text[span.start : span.end]

    def task_words(self, task: Task) -> str:
        """Give the words of a task: those that a person told, else the text's."""
        told = task.told.words if task.told else None
        return self.words(task.span) if told is None else told

    def deadline_words(self, task: Task) -> str:
        """Give the words of a task's deadline, empty where it has none."""
        told = task.told.deadline if task.told else None
        if told is not None:
            return told
        return self.words(task.deadline_span) if task.deadline_span else ""

    def written(self, span: Span) -> str:
        """Give the characters of a span as the file has them, remarks to us among them."""
        words = self.words(span)
        for place in self._blanked.touching(span) if self.source.remarks else ():
            remark = self._blanked_words[place]
            if span.overlaps(place):
                start, end = max(span.start, remark.span.start), min(span.end, remark.span.end)
                said = remark.words[start - remark.span.start : end - remark.span.start]
                words = words[: start - span.start] + said + words[end - span.start :]
        return words

    @cached_property
    def _blanked(self) -> SortedSpans:
        return SortedSpans(self._blanked_words)

    @cached_property
    def _blanked_words(self) -> dict[Span, Remark]:
        return {remark.span: remark for remark in self.source.remarks if remark.kind != "comment"}

    def paragraph_at(self, offset: int) -> int:
        """Give the 0-based index of the paragraph that holds the offset."""
        return line_of(self.starts, offset)

    def paragraph_span(self, index: int) -> Span:
        """Give a paragraph's span without its newline."""
        start = self.starts[index]
        return Span(start, start + len(self.source.paragraphs[index].text))

    def goes_on(self, index: int) -> bool:
        """Say whether a paragraph ends at a soft break in the middle of a sentence."""
        end = self.paragraph_span(index).end
        return end < len(self.text) and self.text[end] != "\n"

    def paragraph(self, offset: int) -> Paragraph:
        """Give the paragraph that holds the offset."""
        return self.source.paragraphs[self.paragraph_at(offset)]

    def sentence(self, span: Span) -> Span:
        """Give the sentence (or semicolon clause) around a span."""
        return Span(*sentence_around(self.text, span.start, span.end))

    def within(self, scope: tuple[str, ...]) -> tuple[Span, ...]:
        """Give the spans that a scope names; see ``SCOPES`` for the words beside element kinds."""
        found = self._scopes.get(scope)
        if found is None:
            found = tuple(span for name in scope for span in self._scope(name))
            self._scopes[scope] = found
        return found

    @cached_property
    def _scopes(self) -> dict[tuple[str, ...], tuple[Span, ...]]:
        """What scopes were asked for: many rules share one."""
        return {}

    def _scope(self, name: str) -> Iterator[Span]:
        if name == "document":
            yield from self.content
        elif name == "main":
            main = [e.span for kind in _MAIN for e in self.of(kind)]
            yield from self.content if self.is_bare else main
        elif name == "citation":
            yield from (citation.span for citation in self.citations)
        elif name == "cited_number":
            yield from (c.number_span for c in self.citations if c.number_span)
        elif name == "deadline":
            yield from (deadline.span for deadline in self.deadlines)
        elif name == "table":
            yield from (table.span for table in self.tables)
        else:
            yield from (element.span for element in self.of(name))

    @cached_property
    def is_bare(self) -> bool:
        """Whether nothing of a 公文 was found: a piece of text is its own main part."""
        return not any(self.of(kind) for kind in (*_MAIN, *_FRAME))

    @cached_property
    def content(self) -> tuple[Span, ...]:
        """The text of the 公文 itself, without furniture; paragraphs that touch are joined."""
        spans: list[tuple[int, int]] = []
        furnished = bool(self.of("furniture"))
        # Not strict: a file without a paragraph begins at 0 all the same.
        for start, paragraph in zip(self.starts, self.source.paragraphs, strict=False):
            if not paragraph.text or paragraph.text.isspace():
                continue
            whole = Span(start, start + len(paragraph.text))
            for part in self._kept(whole) if furnished else (whole,):
                if spans and spans[-1][1] + 1 >= part[0]:
                    spans[-1] = spans[-1][0], part[1]
                else:
                    spans.append(part)
        return tuple(Span(*span) for span in spans)

    def _kept(self, paragraph: Span) -> Iterator[Span]:
        """Yield what furniture leaves of a paragraph."""
        start = paragraph.start
        for span in sorted(self.spans_of("furniture").touching(paragraph)):
            if paragraph.covers(span):
                if self.text[start : span.start].strip():
                    yield Span(start, span.start)
                start = span.end
        if self.text[start : paragraph.end].strip():
            yield Span(start, paragraph.end)


class Folding(NamedTuple):
    """A folded document, and where its characters stand in the text as written."""

    document: Document
    alignment: Alignment


SCOPES = ("document", "main", "citation", "cited_number", "deadline", "table")
