"""How the parts of a document are set, as far as its file says."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from gongkai_lint.checks.place import where_absent
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.model.formatting import Alignment, Face, Section
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_IDEOGRAPH = compiled(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_BLANKS = compiled(r"[ \xa0\u2002\u2003\u3000]*")
_WIDE = "\u2003\u3000"
_CLOSED = compiled(r"[。！？；：…”’）)】》]\s*$")
_DISPLAYED = frozenset({"center", "right"})
_FEW = 20
_LONGEST_RUN_IN, _LONGEST_LABEL, _LONGEST_LINE = 24, 12, 40
_STOPS = ("。", "；", ";", "，", ",")
_TALLEST = 1.2
_NOTHING: Mapping[str, float] = {}


class Setting(NamedTuple):
    """How one place is set; what the file does not say is left out."""

    span: Span
    face: Face = Face()
    alignment: Alignment | None = None
    measures: Mapping[str, float] = _NOTHING
    text: str = ""


def title_settings(view: View) -> Iterator[Setting]:
    """Give the setting of each title of the scope: its face, and its first line's alignment."""
    document = view.document
    for span in view.spans:
        formatting = document.paragraph(span.start).formatting
        face = _face(document, span)
        if formatting is not None and face is not None:
            yield Setting(span, face, formatting.alignment)


def heading_settings(view: View, levels: tuple[int, ...]) -> Iterator[Setting]:
    """Give the setting of each heading of the levels, or of all: of its own characters alone."""
    document = view.document
    for element in document.of("heading"):
        if (not levels or element.level in levels) and _is_heading(document, element.span):
            face = _face(document, element.span)
            if face is not None:
                yield Setting(element.span, face)


def text_settings(view: View) -> Iterator[Setting]:
    """Give the setting of each paragraph of prose in the scope, without the heading it opens.

    The face of a numbered item is left out: it may be that of the headings of its level.
    """
    document = view.document
    numbered = {element.span.start: element.span for element in document.of("heading")}
    for scope in view.spans:
        lines = range(document.paragraph_at(scope.start), document.paragraph_at(scope.end) + 1)
        for index in lines:
            paragraph = document.source.paragraphs[index]
            formatting = paragraph.formatting
            if formatting is None or formatting.alignment in _DISPLAYED:
                continue
            start, end = document.paragraph_span(index)
            start += _blanks(paragraph.text)
            head = numbered.get(start)
            is_heading = head is not None and _is_heading(document, head)
            prose = Span(head.end if head and is_heading else start, min(end, scope.end))
            if scope.start <= start and _ideographs(document, prose) >= _FEW:
                face = _face(document, prose) or Face()
                measures = _measures(document, index, face.size)
                known = Face() if head and not is_heading else face
                yield Setting(Span(start, prose.end), known, measures=measures)


def page_settings(document: Document) -> Iterator[Setting]:
    """Give the setting of the upright page on which the title, else the text, stands."""
    section = _section(document, _start(document))
    if section is None:
        return
    measures = {
        name: value
        for name in ("width", "height", "top", "right", "bottom", "left")
        if (value := getattr(section, name)) is not None
    }
    if measures.get("width", 0) <= measures.get("height", 0):
        yield Setting(where_absent(document, ()), measures=measures)


def number_settings(document: Document) -> Iterator[Setting]:
    """Give the setting of each page number of the document's footers, once."""
    numbers = (number for section in document.source.sections for number in section.page_numbers)
    for number in dict.fromkeys(numbers):
        face = number.face._replace(font=number.face.latin)
        yield Setting(where_absent(document, ()), face, text=number.text.strip())


def _start(document: Document) -> int:
    """Give the paragraph in which the document proper starts."""
    first = (*document.of("title"), *document.of("body"))
    return document.paragraph_at(first[0].span.start) if first else 0


def _section(document: Document, paragraph: int) -> Section | None:
    sections = document.source.sections
    index = bisect_right([section.start for section in sections], paragraph) - 1
    return sections[index] if index >= 0 else None


def _face(document: Document, span: Span) -> Face | None:
    """Give the face in which most Chinese characters of a span are set."""
    count: Counter[Face] = Counter()
    for index in range(document.paragraph_at(span.start), document.paragraph_at(span.end) + 1):
        formatting = document.source.paragraphs[index].formatting
        start = document.starts[index]
        for run in formatting.runs if formatting else ():
            inside = Span(max(span.start, start + run.start), min(span.end, start + run.end))
            if inside.start < inside.end:
                count[run.face] += _ideographs(document, inside)
    face, most = next(iter(count.most_common(1)), (None, 0))
    return face if most else None


def _ideographs(document: Document, span: Span) -> int:
    return len(_IDEOGRAPH.findall(document.text, *span))


def _blanks(text: str) -> int:
    found = _BLANKS.match(text)
    return found.end() if found else 0


def _is_heading(document: Document, span: Span) -> bool:
    """Say whether a numbered line is a heading and no item: alone on its line, or run in."""
    line = document.paragraph_span(document.paragraph_at(span.start))
    words = document.words(span).strip()
    if document.text[span.end : line.end].strip():
        return words.endswith("。") and len(words) <= _LONGEST_RUN_IN
    longest = _LONGEST_LABEL if words.endswith(("：", ":")) else _LONGEST_LINE
    return not words.endswith(_STOPS) and len(words) <= longest


def _measures(document: Document, index: int, size: float | None) -> dict[str, float]:
    """Give the line pitch of a paragraph and how far its first line is set in."""
    formatting = document.source.paragraphs[index].formatting
    measures: dict[str, float] = {}
    if formatting is None:
        return measures
    if formatting.first is not None and _opens(document, index):
        text = document.source.paragraphs[index].text
        blanks = sum(1 if blank in _WIDE else 0.5 for blank in text[: _blanks(text)])
        measures["first"] = formatting.first + blanks
    pitch = formatting.pitch or _grid_pitch(document, index, size)
    if pitch is not None:
        measures["pitch"] = pitch
    return measures


def _grid_pitch(document: Document, index: int, size: float | None) -> float | None:
    """Give the pitch of lines that keep to the page's grid, if a line of this size fits into it."""
    section = _section(document, index)
    formatting = document.source.paragraphs[index].formatting
    if section is None or section.grid is None or formatting is None or size is None:
        return None
    fits = formatting.spacing is not None and size * _TALLEST <= section.grid
    return section.grid * formatting.spacing if fits and formatting.spacing else None


def _opens(document: Document, index: int) -> bool:
    """Say whether a paragraph begins here: the line above is closed, or no full line."""
    before = index - 1
    while before >= 0 and not document.source.paragraphs[before].text.strip():
        before -= 1
    above = document.source.paragraphs[before].text if before >= 0 else ""
    return len(above.strip()) < _FEW or bool(_CLOSED.search(above))
