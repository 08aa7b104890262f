"""Where something absent is reported."""

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span


def where_absent(document: Document, kinds: tuple[str, ...]) -> Span:
    """Give the empty span behind the first element of the first kind present, else the start."""
    for kind in kinds:
        for element in document.of(kind):
            return Span(element.span.end, element.span.end)
    start = document.content[0].start if document.content else 0
    return Span(start, start)
