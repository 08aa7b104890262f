"""The elements of a 公文 from the ranges of its frame."""

import re
from collections.abc import Iterator
from itertools import pairwise

from gongkai_lint.model.element import Element, ElementKind
from gongkai_lint.model.source import METADATA
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.disclosure import find_labels
from gongkai_lint.structure.frame.frame import Frame
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.headings import find_headings
from gongkai_lint.structure.frame.organs import is_organ, parted_spans
from gongkai_lint.structure.frame.sheet import find_sheet, find_sheet_above
from gongkai_lint.structure.frame.title import without_mark
from gongkai_lint.structure.numbers import repair_number
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.units import Unit, is_row

_ABOUT = compiled(
    r"关于|印发|[批转]转|转发|下发|发布|20\d\d年|(?:第.{1,6}号)?(?:令|公告|通告)(?:（.*）)?$"
)
_FLAT_TITLE = 160
_CAPTION = compiled(r"(?:\d{1,2}[、.]\s*)?(?P<title>[^。，：]{4,40}?(?:表|清单|目录))(?=\s)")
_NAME = compiled(r"[^\s、]+")
_PAPER = compiled(r"\s*文\s*件\s*$")
_SHORTEST_ORGAN = 3
_UNDER_MARK = 3  # under 附件 stand at most 密级 and 紧急程度 before the title
_SIGNATORY = compiled(r"(?<!\s)\s*签发人")
_WHITE = compiled(r"\s+")
_URGENT = "特急|加急|特提|平急|急件"
_SECRET = compiled(rf"(?:★\s*)?(?:绝\s*密|机\s*密|秘\s*密)(?:[^】〕］\]](?!{_URGENT}))*")
_SMALL_PARTS: tuple[tuple[ElementKind, re.Pattern[str]], ...] = (
    (
        "copy_number",
        compiled(
            r"^[〔（]?(?:份(?:数?序)?号|编号)[：|]?[^，。；：]{0,8}?\d{1,8}(?:号|份)?[〕）]?$"
            r"|^[〔（]?(?:(?:№|N[oO][.．]?)[：]?\d{1,8}|第?(?:\d{6}|0\d{1,7})(?:号|份)?|第\d{1,6}份)[〕）]?$"
        ),
    ),
    (
        "classification",
        compiled(
            rf"^[〔（]?(?:密级[：|]?)?(?:{_URGENT})?[·、，/|★]?(?:绝密|机密|秘密)级?(?:★.{{0,24}}?|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})个?[年月]|长期)?"
            rf"(?:[（(](?:[^（）()]*解密[^（）()]*|\d{{1,2}}个?[年月]|长期)[）)])?(?:[（(]?保密期限[：|]?.{{1,10}})?[·、，/|]?(?:{_URGENT})?[〕）]?$"
        ),
    ),
    (
        "urgency",
        compiled(
            rf"^(?:{_URGENT}|(?:十万)?火急|万急|急急|[急速即]办|限时办[理结]|特别紧急|非常紧急|紧急)$"
        ),
    ),
    ("signatory", compiled(r"^签发人[：].{2,20}$")),
)


def find_parts(frame: Frame) -> Iterator[Element]:
    """Give all elements of a text whose frame is known."""
    yield from _head(frame)
    yield from _between(frame)
    yield from _close(frame)
    yield from _inside(frame)
    yield from _marked_behind(frame)
    imprint = frame.imprint
    if imprint:
        yield from (_printed(frame, element) for element in imprint.elements)
    span = imprint.elements[0].span if imprint else None
    title = frame.header.title
    above = find_sheet_above(frame.units, frame.text, title[0] if title else 0)
    labels = find_labels(frame.units, frame.text, span, frame.header.end)
    yield from (one for one in labels if not any(one.span.overlaps(e.span) for e in above))
    yield from find_sheet(frame.units, frame.text)
    yield from above
    yield from find_headings(_own_lines(frame), frame.text)


def _printed(frame: Frame, element: Element) -> Element:
    """Give a part of the imprint; a printing date before the day of issue is early."""
    issued = frame.dated.day if frame.dated and frame.dated.date else None
    if element.kind != "printing_date" or not issued or not element.value:
        return element
    return element._replace(where="early") if element.value < issued.isoformat() else element


def _own_lines(frame: Frame) -> list[Unit]:
    """Give the lines of cover and issued text, without the attachments and their list."""
    stop = frame.attachments[0] if frame.attachments else frame.end
    notes = [note for note in (frame.attachment_note, frame.inner_note) if note]
    listed = {index for note in notes for index in range(*note)}
    lines = range(frame.header.end, stop)
    return [frame.units[index] for index in lines if index not in listed]


def _range(frame: Frame, first: int, last: int) -> Span:
    return Span(frame.units[first].span.start, frame.units[last - 1].span.end)


def _squeezed(frame: Frame, span: Span) -> str:
    return _WHITE.sub("", frame.text[span.start : span.end])


def _head(frame: Frame) -> Iterator[Element]:
    header, units = frame.header, frame.units
    if header.title:
        span = _title_span(frame, *header.title)
        yield Element("title", span, value=without_mark(_squeezed(frame, span)))
    number = header.number_inside if header.number is None else units[header.number].span
    if number:
        yield _number(frame, number)
    if header.addressee is not None:
        line = units[header.addressee].span
        words = frame.text[line.start : line.end].rstrip("：: ")
        yield Element("addressee", Span(line.start, line.start + len(words)))
        yield Element("addressee_line", line)
    yield from (Element("letterhead", units[i].span) for i in header.letterhead)


def _title_span(frame: Frame, first: int, last: int) -> Span:
    """Give the title's span: without marks or number around it, of a flat table its caption."""
    span = _range(frame, first, last)
    if frame.title.startswith("《") and frame.title.endswith("》"):
        return Span(span.start + 1, span.end - 1)
    inside = frame.header.number_inside
    if inside and span.covers(inside) and inside.end + 1 == span.end:
        return Span(span.start, inside.start - 1)
    caption = _CAPTION.match(frame.text, *span) if len(frame.title) > _FLAT_TITLE else None
    return Span(*caption.span("title")) if caption else span


def _number(frame: Frame, span: Span) -> Element:
    signed = _SIGNATORY.search(frame.text, *span)
    span = Span(span.start, signed.start()) if signed else span
    return Element("document_number", span, value=repair_number(frame.text[span.start : span.end]))


def _between(frame: Frame) -> Iterator[Element]:
    """Give the small parts and the furniture that stand between the named parts of the head."""
    header, units = frame.header, frame.units
    title = range(*header.title) if header.title else range(0)
    known = {*header.letterhead, *title, header.number, header.addressee, *range(*_text(frame))}
    for index, unit in enumerate(units[: header.end]):
        if index in known or unit.place in METADATA:
            continue
        part = next((kind for kind, shape in _SMALL_PARTS if shape.match(unit.words)), None)
        if part:
            yield Element(part, _classified(frame.text, unit.span) or unit.span)
        elif unit.place != "table" and (index < title.start or is_furniture(unit)):
            yield Element("furniture", unit.span)
    yield from (Element("furniture", unit.span) for unit in units[frame.end :])


def _classified(text: str, line: Span) -> Span | None:
    """Give the 密级 of a line and its term, without the label or the 紧急程度 beside it."""
    found = _SECRET.search(text, *line)
    return Span(*found.span()) if found else None


def _marked_behind(frame: Frame) -> Iterator[Element]:
    """Give the 密级 over an issued text or an attachment: a mark of that text, not of the cover."""
    units, shape = frame.units, dict(_SMALL_PARTS)["classification"]
    titles = [frame.issued[0]] if frame.issued else []
    behind = frame.closing.end if frame.closing else frame.header.end
    near = {index for title in titles for index in range(behind, title)}
    near |= {
        index for mark in frame.attachments for index in range(mark + 1, mark + 1 + _UNDER_MARK)
    }
    for index in sorted(near):
        if index < frame.end and units[index].place == "body" and shape.match(units[index].words):
            yield Element("classification", units[index].span, where="enclosed")


def _close(frame: Frame) -> Iterator[Element]:
    closing = frame.dated
    if closing and closing.authorities:
        for span in closing.authorities:
            yield Element("issuing_authority", span, where="signature")
    else:
        yield from _unsigned_authority(frame)
    if closing is None:
        return
    if closing.date:
        value = closing.day.isoformat() if closing.day else None
        yield Element("date_of_issue", closing.date, value=value)
    yield from (Element("note", frame.units[index].span) for index in closing.notes)


def _unsigned_authority(frame: Frame) -> Iterator[Element]:
    """Take the organ that opens the title, else the letterhead's, for the missing signature."""
    named = list(_titled_authority(frame))
    yield from named or _letterhead_authority(frame)


def _letterhead_authority(frame: Frame) -> Iterator[Element]:
    for index in frame.header.letterhead:
        line = frame.units[index].span
        paper = _PAPER.search(frame.text, *line)
        span = Span(line.start, paper.start() if paper else line.end)
        if is_organ(fold(frame.text[span.start : span.end])):
            yield Element("issuing_authority", span, where="letterhead")


def _titled_authority(frame: Frame) -> Iterator[Element]:
    if not frame.header.title:
        return
    start, end = _range(frame, *frame.header.title)
    found = _ABOUT.search(frame.text, start, end)
    if found and is_organ(fold(frame.text[start : found.start()])):
        for span in _organs(frame.text, Span(start, found.start())):
            yield Element("issuing_authority", span, where="title")


def _organs(text: str, span: Span) -> list[Span]:
    """Split organs that stand side by side in a title, by blanks or by 、."""
    parts = [Span(*found.span()) for found in _NAME.finditer(text, *span)]
    names = [fold(text[part.start : part.end]) for part in parts]
    if all(len(name) >= _SHORTEST_ORGAN and is_organ(name) for name in names):
        return [name for part in parts for name in parted_spans(text, part)]
    return parted_spans(text, Span(parts[0].start, parts[-1].end))


def _text(frame: Frame) -> tuple[int, int]:
    """Give the cover's text; where nothing but a dated title follows a table, that table."""
    first, last = frame.body
    title = frame.header.title
    if last > first or title is None or not all(map(is_row, frame.units[: title[0]])):
        return first, last
    return (0, title[0]) if title[0] > 1 else (first, last)


def _inside(frame: Frame) -> Iterator[Element]:
    first, last = _text(frame)
    if last > first:
        yield Element("body", _range(frame, first, last))
    if frame.attachment_note:
        yield Element("attachment_note", _range(frame, *frame.attachment_note))
    if frame.inner_note:
        yield Element("attachment_note", _range(frame, *frame.inner_note))
    behind = _behind(frame)
    if frame.issued:
        span = _range(frame, *frame.issued)
        yield Element("issued_text_title", span, value=_squeezed(frame, span))
    issued = frame.issued or frame.untitled
    if issued:
        stop = frame.attachments[0] if frame.attachments else behind
        stop = frame.untitled[1] if frame.untitled else stop
        if stop > issued[0]:
            yield Element("issued_text", _range(frame, issued[0], stop))
    for index, end in pairwise([*frame.attachments, behind]):
        if end > index:
            yield Element("attachment", _range(frame, index, end))


def _behind(frame: Frame) -> int:
    """Give the unit behind the issued text and the attachments."""
    behind = frame.imprint.start if frame.imprint else frame.end
    inner = frame.issued or frame.untitled
    return frame.end if inner and behind <= inner[0] else behind
