"""All records of a document, found when they are first asked for."""

from bisect import bisect_left
from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.record import Field, Record, is_filled
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.structure.records.attached import attachment_records
from gongkai_lint.structure.records.draft import Draft, numbered
from gongkai_lint.structure.records.items import prose_records
from gongkai_lint.structure.records.kinds import tell_kinds
from gongkai_lint.structure.records.notes import note_records
from gongkai_lint.structure.records.outline import outline
from gongkai_lint.structure.records.rows import row_records
from gongkai_lint.structure.script import align

_PARTS = ("body", "issued_text", "attachment")
_TITLES = ("title", "issued_text_title")
_ABOVE = 80


def find_records(document: Document) -> tuple[Record, ...]:
    """Give the records of a document in reading order."""
    folded = align(document.text)
    tables = SortedSpans(table.span for table in document.tables)
    drafts: list[Draft] = []
    for part in _parts(document):
        drafts += prose_records(folded, outline(folded, part, tables.overlap))
    for table in document.tables:
        drafts += row_records(document.text, table)
    tell_kinds(folded, _families(drafts), _captions(document, folded, drafts))
    _complete(document, drafts)
    for element in document.of("attachment_note"):
        attached = attachment_records(folded, element.span)
        for draft in attached:
            draft.kind = "attachment"
        drafts += attached
    return numbered([*drafts, *note_records(document, folded)])


def _complete(document: Document, drafts: list[Draft]) -> None:
    """Add the days and the units of an item's own sentences, where no label or column gave them."""
    days = [time.span for time in document.deadlines if time.role == "task"]
    tasks = [task for task in document.tasks if task.lead and task.form != "row"]
    starts = [span.start for span in days], [task.span.start for task in tasks]
    for draft in drafts:
        filled = {field.name for field in draft.fields if is_filled(document.text, field)}
        if not draft.inner and "deadline" not in filled:
            first, last = (bisect_left(starts[0], edge) for edge in draft.span)
            draft.fields += [_day(draft, span) for span in days[first:last]]
        if not draft.inner and "unit" not in filled:
            first, last = (bisect_left(starts[1], edge) for edge in draft.span)
            draft.fields += [
                Field("unit", task.span, told=task.form == "sentence") for task in tasks[first:last]
            ]


def _day(draft: Draft, span: Span) -> Field:
    """Make the field of a day; one in the bracket of the units is not said by the way."""
    beside = any(field.name == "unit" and field.span.covers(span) for field in draft.fields)
    return Field("deadline", span, told=not beside)


def _parts(document: Document) -> Iterator[Span]:
    """Yield the parts that hold lists, none twice."""
    end = 0
    for span in sorted(e.span for kind in _PARTS for e in document.of(kind)):
        if span.start >= end:
            yield span
            end = span.end


def _families(drafts: list[Draft]) -> Iterator[list[Draft]]:
    seen: set[int] = set()
    for draft in drafts:
        if id(draft.family) not in seen:
            seen.add(id(draft.family))
            yield draft.family


def _captions(document: Document, folded: str, drafts: list[Draft]) -> dict[int, str]:
    """Give the titles of the document, and above a table the words just before it."""
    titles = "".join(
        folded[element.span.start : element.span.end] + "\n"
        for kind in _TITLES
        for element in document.of(kind)
    )
    return {id(family[0]): titles + _before(folded, family[0]) for family in _families(drafts)}


def _before(folded: str, draft: Draft) -> str:
    start = draft.span.start
    return folded[max(0, start - _ABOVE) : start] if draft.form == "row" else ""
