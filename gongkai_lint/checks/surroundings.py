"""What must or must not stand around a match."""

from typing import Literal

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

Around = Literal["sentence", "paragraph", "article", "scope", "document"]


class Surroundings(NamedTuple):
    """Conditions on the text around a match."""

    requires: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    around: Around

    def allow(self, document: Document, span: Span, scope: Span) -> bool:
        """Say whether every required pattern, and no forbidden one, occurs around the span."""
        if not self.requires and not self.unless:
            return True
        window = surroundings(document, span, scope, self.around)
        return all(p.occurs(document.text, window) for p in self.requires) and not any(
            p.occurs(document.text, window) for p in self.unless
        )


def surroundings(document: Document, span: Span, scope: Span, around: Around) -> Span:
    """Give the window around a span: its sentence, paragraph, article, scope or the document."""
    if around == "sentence":
        return document.sentence(span)
    if around == "paragraph":
        return document.paragraph_span(document.paragraph_at(span.start))
    if around == "article":
        paragraph = document.paragraph_span(document.paragraph_at(span.start))
        return document.spans_of("article").covering(span) or paragraph
    return scope if around == "scope" else Span(0, len(document.text))
