"""Line, column and context of a span, facts of a document: computed at the end."""

from collections.abc import Iterator

from gongkai_lint.model.document import DISCLOSURE_WORDS, Document
from gongkai_lint.model.document_type import NAMES, DocumentType
from gongkai_lint.model.finding import Finding, Report
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.words import PLACES

_CONTEXT = 200


class Position(NamedTuple):
    """A 1-based line (= paragraph of the text) and the column in it, in characters."""

    line: int
    column: int


def position(document: Document, offset: int) -> Position:
    """Give the line and column of an offset."""
    index = document.paragraph_at(offset)
    return Position(index + 1, offset - document.starts[index] + 1)


def context(document: Document, span: Span) -> str:
    """Give the paragraph that a span begins in, cut to 200 characters around it."""
    paragraph = document.paragraph_span(document.paragraph_at(span.start))
    if paragraph.end - paragraph.start <= _CONTEXT:
        return document.written(paragraph)
    length = min(span.end, paragraph.end) - span.start
    start = span.start - max(0, _CONTEXT - length) // 2
    start = max(paragraph.start, min(start, paragraph.end - _CONTEXT))
    return document.written(Span(start, start + _CONTEXT))


def type_name(document: Document) -> str | None:
    """Give the Chinese name of the 文种, as the title has it where one kind has several names."""
    kind = document.document_type
    if kind is None:
        return None
    if kind is DocumentType.OUTLINE:
        titles = [*document.of("issued_text_title"), *document.of("title")]
        words = "".join(document.words(title.span) for title in titles)
        return "纲要" if words.rstrip("》").endswith("纲要") else NAMES[kind]
    return NAMES[kind]


def facts(report: Report) -> Iterator[str]:
    """Yield what was recognized of a document, and by what it was judged."""
    if report.document and (name := type_name(report.document)):
        yield name
    if report.document and report.document.disclosure:
        yield DISCLOSURE_WORDS[report.document.disclosure]
    if report.as_of:
        yield f"按 {report.as_of} 的规定"
    if report.region:
        yield f"地区 {report.region}"


def place_words(document: Document, finding: Finding) -> str:
    """Say on which page a finding stands, and where it is not in the running text."""
    place = document.paragraph(finding.span.start).place
    page = f"第{place.page}页" if place.page else ""
    table = f"表{place.table}第{place.row}行" if place.table else PLACES.get(place.kind, "")
    return " ".join(word for word in (page, table) if word)
