"""What checks of names ask of the text around them."""

from collections.abc import Iterable, Iterator

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span

_REACH = 40  # what tells a name apart stands in the words right behind it


def stands_before(document: Document, span: Span, shapes: Iterable[Pattern]) -> bool:
    """Say whether the words behind a span, in its line, match one of the shapes."""
    behind = document.text[span.end : span.end + _REACH].partition("\n")[0]
    return any(shape.occurs(behind) for shape in shapes)


def defined(document: Document, shapes: Iterable[Pattern]) -> Iterator[str]:
    """Yield the short names (group ``name``) that a text explains."""
    whole = Span(0, len(document.text))
    for shape in shapes:
        yield from (found["name"] for _, found in shape.finditer(document.text, whole))
