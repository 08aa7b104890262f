"""A stated period against the table of statutory periods."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.openness_steps import openness_steps
from gongkai_lint.checks.registered import PeriodId
from gongkai_lint.checks.response_steps import response_steps
from gongkai_lint.checks.steps import steps
from gongkai_lint.law.period import LIMIT, PERIOD, UNIT_WORDS, Period, StepName
from gongkai_lint.law.tables import LawTables
from gongkai_lint.memory import latest, once
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.table import heads_over
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled

PeriodJudge = Literal["longer", "unit", "superseded", "step"]
_CELL_END = compiled(r"[^|\t\n，。；]{0,4}[ \u3000]*(?:[|\t\n]|$)")
_MOST = 1000  # periods that texts state in other ways: far fewer
_DATE = compiled(r"\d{4}年\d{1,2}月\d{1,2}日")
_DAY = compiled(r"([0-9０-９一二三四五六七八九十]+)月([0-9０-９一二三四五六七八九十]+)日")


class Stated(NamedTuple):
    """A period or a day of the year as the text states it: its number and unit alone."""

    span: Span
    amount: int
    unit: str
    day: tuple[int, int] | None = None


class PeriodFacts(NamedTuple):
    """Report periods that contradict the law's.

    ``judge`` says how: ``longer`` than a maximum or shorter than a minimum (case ``conditional``
    where the law itself says 一般); the ``unit`` 日 for 工作日 or the other way round; a number
    ``superseded`` by a revision; in any of these ways the period of a ``step`` of a procedure
    (review, suing, hearing, fine, licence) or of an answer to an event, of the rows that name one.
    Only the rows ``matters`` are looked at (all where empty), not those of ``without``.
    """

    judge: PeriodJudge
    matters: tuple[PeriodId, ...] = ()
    without: tuple[PeriodId, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the contradicting periods in the scope, each once."""
        if self.judge == "step":
            yield from self._of_steps(view)
            return
        scopes = SortedSpans(view.spans)
        told = [stated for span, stated in _all_stated(view.document) if scopes.cover(span)]
        rows = self._rows(view) if told else _NO_ROWS
        broken = [(stated, cases) for stated in told if (cases := rows.broken_by(stated))]
        opened = _opened(view, {row.step for _, cases in broken for row, _ in cases if row.step})
        for stated, cases in broken:
            places = _places(view.document, stated)
            for row, case in cases:
                if (row.step, stated.span) in opened or places.concern(row):
                    yield _match(view, stated, row, case)
                    break

    def _of_steps(self, view: View) -> Iterator[Match]:
        """Yield the periods of steps that break their row."""
        rows = {row.step: row for row in self._rows(view).rows if row.step}
        read, names = (view.document, view.spans), frozenset(rows)
        for step in chain(steps(*read, names), response_steps(*read, names)):
            row = rows[step.name]
            case = row.broken(step.amount, step.unit)
            if case:
                stated = Stated(step.span, step.amount, step.unit)
                match = _match(view, stated, row, case)
                yield match._replace(edits=())  # whom to give how long is told anew, not mended

    def limits(self, law: LawTables) -> tuple[Period, ...]:
        """Give the rows of the table that a document can contradict, at whatever time."""
        replaced = {row.matter for row in law.periods if row.replaced_by}
        return tuple(
            row
            for row in law.periods
            if self._wants(row)
            and row.verified
            and (row.step if self.judge == "step" else row.patterns)
            and (self.judge != "superseded" or row.matter in replaced)
        )

    def _wants(self, row: Period) -> bool:
        return (not self.matters or row.id in self.matters) and row.id not in self.without

    def _rows(self, view: View) -> "_Rows":
        late = self.judge == "superseded"
        rows = view.law.replaced_on(view.as_of) if late else view.law.periods_on(view.as_of)
        known = _known(rows)
        if self not in known:
            wanted = (row for row in rows if self._wants(row) and (late or row.verified))
            known[self] = _Rows(tuple(wanted), _JUDGES.get(self.judge))
        return known[self]


class _Rows:
    """The rows that a check looks at, with what was asked of them: texts state the same periods."""

    def __init__(
        self, rows: tuple[Period, ...], judge: Callable[[Period, Stated], str] | None
    ) -> None:
        self.rows = rows
        self._judge = judge
        self._broken: dict[tuple[object, ...], list[tuple[Period, str]]] = {}

    def broken_by(self, stated: Stated) -> list[tuple[Period, str]]:
        """Give the rows that a stated period breaks, each with how."""
        found = self._broken.get(stated[1:])
        if found is None and self._judge:
            if len(self._broken) >= _MOST:
                self._broken.clear()
            every = ((row, self._judge(row, stated)) for row in self.rows)
            found = self._broken[stated[1:]] = [(row, case) for row, case in every if case]
        return found or []


_NO_ROWS = _Rows((), None)


@once
def _known(rows: tuple[Period, ...]) -> dict[PeriodFacts, _Rows]:
    """Give what is known of some rows, check by check."""
    del rows
    return {}


def _opened(view: View, names: set[StepName]) -> set[tuple[StepName | None, Span]]:
    """Give where the periods of these steps stand that patterns do not tell."""
    steps_told = openness_steps(view.document, view.spans, frozenset(names))
    return {(step.name, step.span) for step in steps_told}


def _longer(row: Period, stated: Stated) -> str:
    swapped = row.other_unit(stated.amount, stated.unit)
    if swapped or not row.broken_by(stated.amount, stated.unit):
        return ""
    return "conditional" if row.conditional else row.bound


def _other_unit(row: Period, stated: Stated) -> str:
    return "unit" if row.other_unit(stated.amount, stated.unit) else ""


def _old_number(row: Period, stated: Stated) -> str:
    if stated.day:
        return "day" if stated.day == (row.month, row.day) else ""
    return "number" if (stated.amount, stated.unit) == (row.amount, row.unit) else ""


_JUDGES: dict[PeriodJudge, Callable[[Period, Stated], str]] = {
    "longer": _longer,
    "unit": _other_unit,
    "superseded": _old_number,
}


def _match(view: View, stated: Stated, row: Period, case: str) -> Match:
    now = view.law.period(row.replaced_by) or row if case in {"number", "day"} else row
    law = view.law.instrument(now.instrument)
    words = (
        ("matter", now.matter),
        ("limit", now.limit),
        ("anchor", "、".join(now.anchors)),
    )
    edits = () if case in {"max", "min", "conditional"} else (Edit(stated.span, now.limit),)
    basis = (law.basis(now.provision),) if law else ()
    return Match(stated.span, words, case=case, edits=edits, basis=basis)


@latest
def _all_stated(document: Document) -> list[tuple[Span, Stated]]:
    """Give what the times of a document state, each with the place of the time."""
    told = ((time.span, _stated(document, time)) for time in document.deadlines)
    return [(span, stated) for span, stated in told if stated is not None]


def _stated(document: Document, time: TimeExpression) -> Stated | None:
    """Give the number and unit of a period, or the day of a yearly date."""
    words = document.words(time.span)
    if time.amount is not None and (time.unit in UNIT_WORDS or time.unit == "week"):
        core = [*PERIOD.finditer(words)]
        if core:
            span = Span(*core[-1].span()).shifted(time.span.start)
            weeks = time.unit == "week"
            return Stated(span, time.amount * (7 if weeks else 1), "day" if weeks else time.unit)
    if time.role == "validity" and (found := _DATE.search(words)):
        years = _years(document, time)
        span = Span(*found.span()).shifted(time.span.start)
        return Stated(span, years, "year") if years else None
    if time.kind in {"recurring", "yearless", "absolute"} and (found := _DAY.search(words)):
        month, day = parse_number(found[1]), parse_number(found[2])
        if month and day:
            return Stated(Span(*found.span()).shifted(time.span.start), 0, "date", (month, day))
    return None


def _years(document: Document, end: TimeExpression) -> int:
    """Give the years that a validity ending on a day begins; 0 where it has no first day."""
    paragraph = document.paragraph_span(document.paragraph_at(end.span.start))
    beside = document.times_in(paragraph.start, paragraph.end + 1)
    starts = (time.resolved for time in beside if time.role == "effective")
    first, last = next(starts, None) or document.date_of_issue, end.resolved
    if first is None or last is None:
        return 0
    return last.year - first.year + ((last.month, last.day) > (first.month, first.day))


def _titles(document: Document) -> list[str]:
    """Give the titles; where none is known (流程, 征求意见书), what stands above the body."""
    named = [e for kind in ("title", "issued_text_title") for e in document.of(kind)]
    above = [document.text[: e.span.start] for e in document.of("body")[:1]]
    return [document.words(e.span) for e in named] or above


class _Places(NamedTuple):
    """The sentence of a period, itself ``◇``, and where the context of its matter may stand."""

    sentence: str
    paragraph: str
    titles: list[str]

    def concern(self, row: Period) -> bool:
        """Say whether they name the matter of a row."""
        return row.concerns(self.sentence, [self.paragraph, *self.titles]) and (
            not row.titled or any(compiled(p).search(t) for p in row.titled for t in self.titles)
        )


def _places(document: Document, stated: Stated) -> _Places:
    """Give where a period's matter may be named.

    In a table the row does so, with the name of its column behind it: ◇（回应时限）.
    """
    start, end = document.sentence(stated.span)
    text = document.text
    words = text[start : stated.span.start] + LIMIT
    head = _heads(document, stated.span) if document.is_tabled(stated.span) else ""
    if head:
        words = words.replace("|", "") + head
    words += text[stated.span.end : end]
    paragraph = document.words(document.paragraph_span(document.paragraph_at(stated.span.start)))
    return _Places(words, paragraph, _titles(document))


def _heads(document: Document, place: Span) -> str:
    """Give the name of the column whose cell a period ends; prose in a cell needs no name."""
    if not _CELL_END.match(document.text, place.end):
        return ""
    tables = (table for table in document.tables if table.span.covers(place))
    return "".join(document.words(head) for table in tables for head in heads_over(table, place))


KIND = Kind(
    PeriodFacts,
    "期限与法定期限对照",
    tells=("max", "min", "conditional", "unit", "number", "day"),
    words=("matter", "limit", "anchor"),
    uses=("law",),
)
