"""Records of notes: （此件公开发布，发至县级） states two things."""

from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.record import Field
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.draft import Draft, family_of

_KINDS = ("note", "disclosure_note", "distribution_scope")
_STATEMENT = compiled(r"[^（），；。、：\s](?:[^（），；。：\n]*[^（），；。：\s])?")
_SAYS = (
    ("redaction", compiled("删[减节略]|节[选录]")),
    ("distribution", compiled(r"(?:印?发|传达|下发|分发)[至到](?!之日)")),
    ("disclosure", compiled("公开")),
)


def note_records(document: Document, folded: str) -> list[Draft]:
    """Give a record a line of notes, a field each: disclosure, distribution, redaction."""
    spans = {
        document.paragraph_span(document.paragraph_at(place.start)) for place in _places(document)
    }
    drafts = (_record(folded, span) for span in sorted(spans))
    return family_of(draft for draft in drafts if draft.fields)


def _places(document: Document) -> Iterator[Span]:
    for kind in _KINDS:
        yield from (element.span for element in document.of(kind))


def _record(folded: str, line: Span) -> Draft:
    return Draft("note", line, list(_fields(folded, line)))


def _fields(folded: str, line: Span) -> Iterator[Field]:
    for found in _STATEMENT.finditer(folded, *line):
        name = next((name for name, shape in _SAYS if shape.search(found[0])), "")
        if name:
            yield Field(name, Span(*found.span()))
