"""Where what patterns find is reported, and what is absent."""

from collections.abc import Iterator, Sequence

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span

_LONGEST_SHOWN = 20


def each_match(patterns: Sequence[Pattern], view: View) -> Iterator[Match]:
    """Yield what the patterns match in the scope, pattern by pattern, each place once.

    The place is the group ``mark``, where there is one and it takes part.
    """
    seen: set[Span] = set()
    for pattern in patterns:
        for offset, found in pattern.finditer(view.document.text, *view.spans):
            group = "mark" if "mark" in found.re.groupindex and found["mark"] else 0
            span = Span(*found.span(group)).shifted(offset)
            if span not in seen:
                seen.add(span)
                words = (item for item in found.groupdict().items() if item[1] is not None)
                yield Match(span, tuple(words))


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
