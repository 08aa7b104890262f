"""The order of recognition."""

from gongkai_lint.model.document import Document
from gongkai_lint.model.source import Source


def recognize(source: Source) -> Document:
    """Recognize the elements of a 公文 in what a reader found."""
    text = "\n".join(paragraph.text for paragraph in source.paragraphs)
    return Document(text, source, ())
