"""Where something absent is reported."""

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span

_LONGEST_SHOWN = 20


def where_absent(document: Document, kinds: tuple[str, ...]) -> Span:
    """Give the empty span behind the first element of the first kind present, else the start."""
    for kind in kinds:
        for element in document.of(kind):
            return Span(element.span.end, element.span.end)
    start = document.content[0].start if document.content else 0
    return Span(start, start)


def lines_around(document: Document, place: Span) -> tuple[str, str]:
    """Give the line that ends at a place and the one behind it, quoted and short; 空白 for none."""
    above = document.text[: place.start].rstrip().rpartition("\n")[2].strip()
    below = document.text[place.end :].lstrip().partition("\n")[0].strip()
    return _shown(above, above[-_LONGEST_SHOWN:]), _shown(below, below[:_LONGEST_SHOWN])


def _shown(words: str, part: str) -> str:
    if not words:
        return "空白"
    return (
        f"“{part}”" if part == words else f"“{part}……”" if words.startswith(part) else f"“……{part}”"
    )
