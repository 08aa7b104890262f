"""Where findings stand, as one finds it in Word: the heading and the words, for pages are unknown.

A text file has lines, which editors count; a PDF has pages.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.views import place_words, position
from gongkai_lint.reporters.words import SCOPES

_TEXTS = frozenset({"text/plain", "text/markdown"})
# Long or many: their name alone leads nowhere, the heading does.
_WIDE = frozenset(
    {"", "article", "attachment", "body", "citation", "cited_number", "deadline", "document"}
    | {"dossier", "heading", "issued_text", "item", "main", "table"}
)
# More places of one and the same finding than an eye takes in are counted.
_PLACES = 3
# Enough words to find a place by searching for them; fewer stand on every page.
_LONGEST, _SHORTEST, _AROUND = 20, 6, 5
_HEADING = 16
_CUT = "…"


class Whereabouts(NamedTuple):
    """A part of the document, and the words there."""

    part: str
    words: str


def places(document: Document, found: Iterable[Finding]) -> str:
    """Give the places of findings that say the same; of many the first, and how many there are."""
    every = [whereabouts(document, one) for one in found]
    distinct = list(dict.fromkeys(every))
    shown = "、".join(_by_part(distinct[:_PLACES]))
    if len(distinct) > _PLACES:
        return f"{shown}等 {len(every)} 处"
    return shown if len(every) == len(distinct) else f"{shown}（{len(every)} 处）"


def whereabouts(document: Document, finding: Finding) -> Whereabouts:
    """Give the part that a finding stands in, and the words by which it is found."""
    return Whereabouts(_part(document, finding), _words(document, finding.span))


def _by_part(found: Iterable[Whereabouts]) -> Iterator[str]:
    parts: dict[str, str] = {}
    for part, words in found:
        parts[part] = parts.get(part, "") + words
    return (part + words for part, words in parts.items())


def _part(document: Document, finding: Finding) -> str:
    if document.source.media_type in _TEXTS:
        return f"第{position(document, finding.span.start).line}行"
    place = place_words(document, finding)
    if place:
        return place
    if finding.element not in _WIDE:
        return SCOPES.get(finding.element, "")
    heading = _heading(document, finding.span)
    return f"“{heading}”下" if heading else ""


def _heading(document: Document, span: Span) -> str:
    """Give the heading over a place; nothing over the heading itself, whose words are told."""
    headings = document.of("heading")
    index = bisect_right([heading.span.start for heading in headings], span.start) - 1
    if index < 0 or headings[index].span.end > span.start:
        return ""
    words = " ".join(document.words(headings[index].span).split()).rstrip("。：")
    return words if len(words) <= _HEADING else words[:_HEADING] + _CUT


def _words(document: Document, span: Span) -> str:
    """Quote the words of a place; few or none with those around it, or their short paragraph."""
    paragraph = document.paragraph_span(document.paragraph_at(span.start))
    if not document.words(span).strip():
        return _beside(document, span.start, paragraph)
    if span.end - span.start < _SHORTEST:
        start = max(paragraph.start, span.start - _AROUND)
        end = max(span.end, min(paragraph.end, span.end + _AROUND))
        is_short = paragraph.end - paragraph.start <= _LONGEST
        span = paragraph if is_short and paragraph.end >= span.end else Span(start, end)
    words = _on_one_line(document, span)
    return f"“{words[:_LONGEST]}{_CUT * (len(words) > _LONGEST)}”"


def _beside(document: Document, at: int, paragraph: Span) -> str:
    """Say behind or before which words something is missing."""
    before = _on_one_line(document, Span(max(paragraph.start, at - 2 * _AROUND), at))
    if before:
        return f"“{before}”后"
    after = _on_one_line(document, Span(at, min(paragraph.end, at + 2 * _AROUND)))
    return f"“{after}”前" if after else ""


def _on_one_line(document: Document, span: Span) -> str:
    return " ".join(document.written(span).split())
