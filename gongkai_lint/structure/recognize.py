"""The order of recognition: the frame from outside in, then what stands inside."""

from collections.abc import Iterator, Sequence
from datetime import date

from gongkai_lint.law.calendar import NATIONAL, Calendar
from gongkai_lint.model.document import Document, Issuer
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.element import Element
from gongkai_lint.model.record import Record
from gongkai_lint.model.source import Source, paragraph_starts
from gongkai_lint.model.span import Span
from gongkai_lint.model.told import NOTHING, Told
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.aliases import aliases_of, hide, restore
from gongkai_lint.structure.citations import find_citations
from gongkai_lint.structure.folding.fold import folded
from gongkai_lint.structure.folding.restore import as_written
from gongkai_lint.structure.frame.closing import read_day
from gongkai_lint.structure.frame.disclosure import main_label
from gongkai_lint.structure.frame.enacted import enacted_on
from gongkai_lint.structure.frame.frame import Frame, find_frame
from gongkai_lint.structure.frame.further_numbers import further_numbers
from gongkai_lint.structure.frame.issued import issued_name
from gongkai_lint.structure.frame.kind import document_type, issuer_of
from gongkai_lint.structure.frame.organs import is_organ
from gongkai_lint.structure.frame.parts import find_parts
from gongkai_lint.structure.frame.remarks import breaks_off, find_remarks
from gongkai_lint.structure.frame.shapes import DATE_LINE
from gongkai_lint.structure.frame.title_matter import title_matter
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.soft_breaks import join_paragraphs
from gongkai_lint.structure.tables.tables import find_tables
from gongkai_lint.structure.tasks.tasks import find_tasks
from gongkai_lint.structure.times.times import find_times
from gongkai_lint.structure.told import addressed, with_told_tasks
from gongkai_lint.structure.traits import Facts, find_traits
from gongkai_lint.structure.units import Unit, split_units

_PUBLISHED = compiled(
    r"(?:发布|成文|生成|公开|发表|录入|更新|颁布|提供)?(?:时间|日期)[：|〕]?"
    r"(?P<day>20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2})"
)
_MONTH_ONLY = compiled(r"[^年月日]{4}年[^年月日]{1,2}月(?=日?$)")
_MOST_NOTES = 12  # lines: a text amended ten times, its adoption and its taking effect
_RUN_TOGETHER = compiled(
    r"关于[^。；《》]{4,80}(?:《[^《》]{2,60}》[^。；《》]{0,20})?(?:通知|意见|决定|公告|通告|函|批复|报告|请示)"
    r"(?!》)[^。；《》，]{2,80}(?:，[^。；《》，]{2,40}){0,5}："
)
_OPENING = 400  # a letterhead, a title and the addressees
_CONTENT = frozenset({"body", "issued_text", "attachment"})
_OPENING = 4000
_FEWEST_LINES = 3


def recognize(
    source: Source,
    units: tuple[str, ...] = (),
    calendar: Calendar = NATIONAL,
    told: Told = NOTHING,
) -> Document:
    """Recognize the elements of a 公文 in what a reader found.

    ``units`` are an office's own units, whose names need not look like those of organs; by the
    ``calendar`` working days are counted; what a person ``told`` stands in place of what the text
    seems to say.
    """
    folding = folded(source)
    if folding is None:
        return _named(source, units, calendar, told)
    return as_written(_named(folding.source, units, calendar, told), source, folding)


def _named(source: Source, units: tuple[str, ...], calendar: Calendar, told: Told) -> Document:
    aliases = aliases_of(units) if units else ()
    if not aliases:
        return _recognize(source, calendar, told)
    return restore(_recognize(hide(source, aliases), calendar, told), source, aliases)


def _recognize(source: Source, calendar: Calendar, told: Told) -> Document:
    text = join_paragraphs(source.paragraphs)
    starts = paragraph_starts(source.paragraphs)
    frame = find_frame(text, split_units(source.paragraphs, starts))
    elements = tuple(sorted(find_parts(frame), key=lambda element: element.span))
    elements = addressed(elements, told, source, starts)
    kind, issuer = told.document_type or _kind(frame, elements), _issuer(text, elements)
    elements = _with_head(text, elements, issuer.names)
    issued = told.date_of_issue or (frame.dated.day if frame.dated else None)
    content = tuple(element.span for element in elements if element.kind in _CONTENT)
    below_titles = tuple(_below_titles(elements))
    times = find_times(text, below_titles, issued, calendar)
    tables = find_tables(source, text, starts)
    traits = find_traits(_facts(frame, elements, kind, issuer))
    document = Document(
        text=text,
        source=source,
        elements=elements,
        document_type=kind,
        date_of_issue=issued,
        disclosure=told.disclosure or main_label(elements),
        issuer=issuer,
        traits=traits | _known_traits(source),
        deadlines=times,
        citations=find_citations(text, content),
        tasks=find_tasks(text, below_titles, times, tables),
        tables=tables,
        judged_on=(
            issued or _other_day(text, elements) or _day_under_title(frame) or _known_day(source)
        ),
        remarks=tuple(find_remarks(frame, elements)),
        read_records=_records,
        calendar=calendar,
    )
    return with_told_tasks(document, told.tasks) if told.tasks else document


def _with_head(
    text: str, elements: tuple[Element, ...], issuers: tuple[str, ...]
) -> tuple[Element, ...]:
    """Add what of the head only the issuers' names tell."""
    further = further_numbers(text, elements, issuers)
    more = (*further, *title_matter(text, elements, issuers))
    return tuple(sorted((*elements, *more), key=lambda element: element.span))


def _below_titles(elements: tuple[Element, ...]) -> Iterator[Span]:
    """Yield the parts of the content without the titles that they begin with."""
    titles = {e.span.start: e.span.end for e in elements if e.kind == "issued_text_title"}
    for element in elements:
        if element.kind in _CONTENT:
            start, end = element.span
            yield Span(min(titles.get(start, start), end), end)


def _records(document: Document) -> tuple[Record, ...]:
    """Find the records; their room is opened by the first rule that asks, not at every start."""
    from gongkai_lint.structure.records.records import find_records

    return find_records(document)


def _known_traits(source: Source) -> frozenset[str]:
    """Say that a document is published where its address or its page's date is known."""
    told = dict(source.properties)
    return frozenset({"published"} if told.get("网址") or told.get("发布日期") else ())


def _known_day(source: Source) -> date | None:
    """Read the day of publication that is known beside the text."""
    told = dict(source.properties).get("发布日期", "")
    return read_day(told) if told else None


def _is_complete(frame: Frame) -> bool:
    """Say whether a title opens the text, or an addressee does and a dated signature ends it."""
    closing = frame.closing
    signed = closing is not None and closing.date is not None and bool(closing.authorities)
    return bool(frame.header.title) or (frame.header.addressee is not None and signed)


def _issues(frame: Frame) -> bool:
    """Say whether the cover issues a text: its title says so, or the text stands behind it."""
    behind = frame.issued or frame.untitled or frame.attachments
    return frame.name is not None and (issued_name(frame.title, "") is not None or bool(behind))


def _words(text: str, span: Span) -> str:
    return fold(text[span.start : span.end])


def _kind(frame: Frame, elements: tuple[Element, ...]) -> DocumentType | None:
    title = fold(next((e.value or "" for e in elements if e.kind == "title"), ""))
    if title.count("《") > title.count("》"):  # the end of the title was lost
        title = ""
    kind = document_type(title, frame.words(*frame.body)[:_OPENING])
    unnamed = kind is None and not title
    renamed = frame.issued and title == frame.words(*frame.issued) and frame.header.addressee
    issues = frame.issued and frame.closing and (unnamed or renamed)
    return DocumentType.NOTICE if issues else kind


def _issuer(text: str, elements: tuple[Element, ...]) -> Issuer:
    names = [_words(text, e.span) for e in elements if e.kind == "issuing_authority"]
    if not names:
        heads = [_words(text, e.span) for e in elements if e.kind == "letterhead"]
        names = [name for head in heads if is_organ(name := head.removesuffix("文件"))]
    return issuer_of(tuple(names))


def _other_day(text: str, elements: tuple[Element, ...]) -> date | None:
    """Give the day that another element shows, else the day of publication."""
    told = [_told_day(element, _words(text, element.span)) for element in elements]
    published = [
        read_day(found["day"])
        for element in elements
        if element.kind == "furniture" and (found := _PUBLISHED.search(_words(text, element.span)))
    ]
    return next((day for day in (*told, *published) if day), None)


def _day_under_title(frame: Frame) -> date | None:
    """Read a line above the text that is a day: that of issue or publication; else the note."""
    first = frame.header.title[1] if frame.header.title else 0
    lines = (unit.words for unit in frame.units[first : frame.header.end])
    day = next((read_day(words) for words in lines if DATE_LINE.match(words)), None)
    return day or enacted_on([unit.words for unit in frame.units[1 : first + _MOST_NOTES]])


def _told_day(element: Element, words: str) -> date | None:
    """Read a printing date or 成文日期, of a date without its day the month's first."""
    if element.kind == "printing_date" and element.value:
        return date.fromisoformat(element.value)
    if element.kind == "sheet_field" and element.value == "成文日期":
        return read_day(words)
    found = _MONTH_ONLY.match(words) if element.kind == "date_of_issue" else None
    return read_day(f"{found[0]}1日") if found else None


def _is_one_line(content: Sequence[Unit]) -> bool:
    """Say whether lines were lost: many in a paragraph, or title and addressee in the only one."""
    if len(content) == 1:
        return bool(_RUN_TOGETHER.search(content[0].words[:_OPENING]))
    return len({unit.paragraph for unit in content}) * 2 < len(content)


def _facts(
    frame: Frame, elements: tuple[Element, ...], kind: DocumentType | None, issuer: Issuer
) -> Facts:
    number = next((e.value or "" for e in elements if e.kind == "document_number"), "")
    title = next((e.value or "" for e in elements if e.kind == "title"), "")
    issued = frame.words(*frame.issued) if frame.issued else ""
    content = [u for u in frame.units[: frame.end] if u.place == "body"]
    return Facts(
        text=frame.text,
        title=fold(title) + issued,
        number=number,
        kind=kind,
        issuer=issuer,
        elements=elements,
        issuing=_issues(frame),
        complete=(_is_complete(frame) and len(content) >= _FEWEST_LINES and not breaks_off(frame)),
        one_line=_is_one_line(content),
        enacted=_day_under_title(frame) is not None,
    )
