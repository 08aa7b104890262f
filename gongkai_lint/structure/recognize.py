"""The order of recognition: the frame from outside in, then what stands inside."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai_lint.model.document import Disclosure, Document, Issuer
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.element import Element, ElementKind
from gongkai_lint.model.source import Source
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.citations import find_citations
from gongkai_lint.structure.closing import read_day
from gongkai_lint.structure.dates import find_times
from gongkai_lint.structure.disclosure import find_labels
from gongkai_lint.structure.frame import Frame, find_frame
from gongkai_lint.structure.furniture import is_furniture
from gongkai_lint.structure.headings import find_headings
from gongkai_lint.structure.kind import document_type, issuer_of
from gongkai_lint.structure.numbers import repair_number
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.shapes import is_organ
from gongkai_lint.structure.sheet import find_sheet, find_sheet_table
from gongkai_lint.structure.tables import find_tables
from gongkai_lint.structure.tasks import find_tasks
from gongkai_lint.structure.traits import Facts, find_traits
from gongkai_lint.structure.units import split_units
from gongkai_lint.text import line_starts

_PUBLISHED = compiled(
    r"(?:发布|成文|生成|公开|发表|录入|更新)?(?:时间|日期)[：|]?(?P<day>20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2})"
)
_ABOUT = compiled(r"关于|印发|[批转]转|转发|下发|发布|20\d\d年")
_MONTH_ONLY = compiled(r"[^年月日]{4}年[^年月日]{1,2}月(?=日?$)")
_LONG = 160
_CAPTION = compiled(r"(?:\d{1,2}[、.]\s*)?(?P<title>[^。，：]{4,40}?(?:表|清单|目录))(?=\s)")
_DISCLOSURES: tuple[Disclosure, ...] = ("proactive", "on_request", "withheld")
_LABEL_ORDER = ("note", "imprint", "key_value", "sheet", "metadata")
_SMALL_PARTS: tuple[tuple[ElementKind, re.Pattern[str]], ...] = (
    ("copy_number", compiled(r"^(?:№|No\.?)?\d{6}$")),
    ("classification", compiled(r"^(?:绝密|机密|秘密)(?:★.{0,8})?$")),
    ("urgency", compiled(r"^(?:特急|加急|特提|平急|急件)$")),
    ("signatory", compiled(r"^签发人[：].{2,20}$")),
)


def recognize(source: Source) -> Document:
    """Recognize the elements of a 公文 in what a reader found."""
    text = "\n".join(paragraph.text for paragraph in source.paragraphs)
    starts = line_starts(text)
    units = split_units(source.paragraphs, starts)
    frame = find_frame(text, units)
    elements = tuple(sorted(_elements(frame), key=lambda element: element.span))
    kind = _kind(frame, elements)
    issuer = _issuer(frame, elements)
    closing = frame.closing or frame.under_title
    issued = closing.day if closing else None
    content = _content(frame, elements)
    times = find_times(text, content, issued)
    tables = find_tables(source, text, starts)
    return Document(
        text=text,
        source=source,
        elements=elements,
        document_type=kind,
        date_of_issue=issued,
        disclosure=_disclosure(elements),
        issuer=issuer,
        traits=find_traits(_facts(frame, elements, kind, issuer)),
        deadlines=times,
        citations=find_citations(text, content),
        tasks=find_tasks(text, content, times, tables),
        tables=tables,
        judged_on=issued or _other_day(frame, elements),
    )


def _elements(frame: Frame) -> Iterator[Element]:
    yield from _head(frame)
    yield from _close(frame)
    yield from _inside(frame)
    imprint = frame.imprint
    if imprint:
        yield from imprint.elements
    head = frame.header.end
    span = imprint.elements[0].span if imprint else None
    yield from find_labels(frame.units, frame.text, span, head)
    yield from find_sheet(frame.units, frame.text)
    title = frame.header.title
    yield from find_sheet_table(frame.units, frame.text, title[0] if title else 0)
    yield from find_headings(_heading_units(frame), frame.text)


def _heading_units(frame: Frame) -> list:  # type: ignore[type-arg]
    stop = frame.attachments[0] if frame.attachments else frame.end
    return frame.units[frame.header.end : stop]


def _range(frame: Frame, first: int, last: int) -> Span:
    return Span(frame.units[first].span.start, frame.units[last - 1].span.end)


def _title_span(frame: Frame, first: int, last: int) -> Span:
    """Give the title's span; of a flattened table only its caption."""
    span = _range(frame, first, last)
    caption = _CAPTION.match(frame.text, span.start, span.end) if len(frame.title) > _LONG else None
    if frame.title.startswith("《") and frame.title.endswith("》"):
        return Span(span.start + 1, span.end - 1)
    return Span(*caption.span("title")) if caption else span


def _raw(frame: Frame, span: Span) -> str:
    return compiled(r"\s+").sub("", frame.text[span.start : span.end])


def _head(frame: Frame) -> Iterator[Element]:
    header, units = frame.header, frame.units
    known = set(header.letterhead)
    if header.title:
        span = _title_span(frame, *header.title)
        known.update(range(*header.title))
        yield Element("title", span, value=_raw(frame, span))
    if header.number is not None:
        known.add(header.number)
        yield _number(frame, units[header.number].span)
    elif header.number_inside:
        yield _number(frame, header.number_inside)
    if header.addressee is not None:
        known.add(header.addressee)
        line = units[header.addressee].span
        words = frame.text[line.start : line.end].rstrip("：: ")
        yield Element("addressee", Span(line.start, line.start + len(words)))
        yield Element("addressee_line", line)
    yield from (Element("letterhead", units[i].span) for i in header.letterhead)
    for index in range(min(header.end, len(units))):
        if index in known or units[index].place in {"front_matter", "properties"}:
            continue
        part = next((k for k, shape in _SMALL_PARTS if shape.match(units[index].words)), None)
        first = header.title[0] if header.title else 0
        if part:
            yield Element(part, units[index].span)
        elif units[index].place == "table":
            continue
        elif is_furniture(units[index]) or index < first:
            yield Element("furniture", units[index].span)
    for unit in units[frame.end :]:
        yield Element("furniture", unit.span)


def _number(frame: Frame, span: Span) -> Element:
    raw = frame.text[span.start : span.end]
    signed = compiled(r"[\s\u3000]*签发人").search(raw)
    if signed:
        raw = raw[: signed.start()]
        span = Span(span.start, span.start + len(raw))
    return Element("document_number", span, value=repair_number(raw))


def _close(frame: Frame) -> Iterator[Element]:
    closing = frame.closing or frame.under_title
    names = closing.authorities if closing else ()
    yield from (Element("issuing_authority", span, where="signature") for span in names)
    if not names:
        yield from _title_authority(frame)
    if closing is None:
        return
    if closing.date:
        value = closing.day.isoformat() if closing.day else None
        yield Element("date_of_issue", closing.date, value=value)
    yield from (Element("note", frame.units[index].span) for index in closing.notes)


def _title_authority(frame: Frame) -> Iterator[Element]:
    """Take the organ in front of 关于 (or of the year) in the title for the missing signature."""
    if not frame.header.title:
        return
    start = frame.units[frame.header.title[0]].span.start
    end = frame.units[frame.header.title[1] - 1].span.end
    found = _ABOUT.search(frame.text, start, end)
    if found and is_organ(fold(frame.text[start : found.start()])):
        name = frame.text[start : found.start()].rstrip()
        yield Element("issuing_authority", Span(start, start + len(name)), where="title")


def _inside(frame: Frame) -> Iterator[Element]:
    first, last = frame.body
    if last > first:
        yield Element("body", _range(frame, first, last))
    note = frame.attachment_note
    if note:
        yield Element("attachment_note", _range(frame, *note))
    behind = frame.imprint.start if frame.imprint else frame.end
    if frame.issued and behind <= frame.issued[0]:
        behind = frame.end
    stop = frame.attachments[0] if frame.attachments else behind
    if frame.issued:
        span = _range(frame, *frame.issued)
        yield Element("issued_text_title", span, value=_raw(frame, span))
        if stop > frame.issued[0]:
            yield Element("issued_text", _range(frame, frame.issued[0], stop))
    ends = [*frame.attachments[1:], max(behind, stop)]
    for index, end in zip(frame.attachments, ends, strict=True) if frame.attachments else ():
        if end > index:
            yield Element("attachment", _range(frame, index, end))


def _kind(frame: Frame, elements: tuple[Element, ...]) -> DocumentType | None:
    first, last = frame.body
    title = next((e.value or "" for e in elements if e.kind == "title"), "")
    kind = document_type(fold(title), frame.words(first, last)[:4000])
    issues = kind is None and not title and frame.issued and frame.closing
    return DocumentType.NOTICE if issues else kind


def _issuer(frame: Frame, elements: tuple[Element, ...]) -> Issuer:
    names = [
        fold(frame.text[e.span.start : e.span.end])
        for e in elements
        if e.kind == "issuing_authority"
    ]
    if not names:
        heads = [
            fold(frame.text[e.span.start : e.span.end]) for e in elements if e.kind == "letterhead"
        ]
        names = [head.removesuffix("文件") for head in heads]
    return issuer_of(tuple(names))


def _content(frame: Frame, elements: tuple[Element, ...]) -> tuple[Span, ...]:
    kinds = {"body", "issued_text", "attachment"}
    return tuple(element.span for element in elements if element.kind in kinds)


def _disclosure(elements: tuple[Element, ...]) -> Disclosure | None:
    labels = [e for e in elements if e.kind == "disclosure_note" and e.value in _DISCLOSURES]
    labels.sort(key=lambda label: _LABEL_ORDER.index(label.where or "metadata"))
    return labels[0].value if labels else None  # type: ignore[return-value]


def _other_day(frame: Frame, elements: tuple[Element, ...]) -> date | None:
    for element in elements:
        if element.kind == "printing_date" and element.value:
            return date.fromisoformat(element.value)
        if element.kind == "sheet_field" and element.value == "成文日期":
            return read_day(frame.text[element.span.start : element.span.end])
        if element.kind == "date_of_issue":
            return _first_of_month(fold(frame.text[element.span.start : element.span.end]))
    for element in elements:
        if element.kind == "furniture":
            found = _PUBLISHED.search(fold(frame.text[element.span.start : element.span.end]))
            if found and (day := read_day(found["day"])):
                return day
    return None


def _first_of_month(words: str) -> date | None:
    """Judge a document dated only to the month as of that month's first day."""
    found = _MONTH_ONLY.match(words)
    return read_day(f"{found[0]}1日") if found else None


def _facts(
    frame: Frame, elements: tuple[Element, ...], kind: DocumentType | None, issuer: Issuer
) -> Facts:
    number = next((e.value or "" for e in elements if e.kind == "document_number"), "")
    issued = frame.words(*frame.issued) if frame.issued else ""
    content = [u for u in frame.units[: frame.end] if u.place == "body"]
    one_line = len({unit.paragraph for unit in content}) * 2 < len(content)
    complete = bool(frame.header.title) and len(content) >= 3
    return Facts(
        text=frame.text,
        title=frame.title + issued,
        number=number,
        kind=kind,
        issuer=issuer,
        elements=elements,
        issuing=frame.name is not None,
        complete=complete,
        one_line=one_line,
    )
