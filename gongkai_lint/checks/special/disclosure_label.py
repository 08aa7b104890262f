"""A04: a label that stands as a note has its place and its brackets."""

import re
from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_OPEN, _CLOSE = "（([〔［【《“", "）)]〕］】》”"
_LINE = compiled(
    rf"[{re.escape(_OPEN)}]?\s*"
    rf"(?P<label>[^{re.escape(_OPEN + _CLOSE)}]*[^\s{re.escape(_OPEN + _CLOSE)}])"
    rf"\s*[{re.escape(_CLOSE)}]?。?"
)
_WITHIN = compiled(r"（(?:[^（）]|（[^（）]{1,20}）)+）")  # （此件发至各村（社区），公开发布）


class DisclosureLabel(NamedTuple):
    """Yield the labels that stand as notes out of place or without full-width brackets."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        document = view.document
        parts = ("issued_text", "attachment")
        inner = SortedSpans(e.span for kind in parts for e in document.of(kind))
        for note in document.of("disclosure_note"):
            if note.where == "note" and not inner.cover(note.span):
                line = _trimmed(
                    document, document.paragraph_span(document.paragraph_at(note.span.start))
                )
                alone = note.span.start == line.start  # not 特此通知。（此件公开发布）
                span = line if alone else note.span
                match = _misplaced(document, span) or (
                    _misshapen(document, line, note.span) if alone else Match(span, case="joined")
                )
                if match:
                    yield match


def _trimmed(document: Document, span: Span) -> Span:
    words = document.words(span)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + len(words.rstrip()))


def _misplaced(document: Document, span: Span) -> Match | None:
    dates = document.of("date_of_issue")
    if not dates:
        return None
    if span.end <= dates[0].span.start:
        return Match(span, case="early")
    behind = (
        e.span for kind in ("issued_text", "attachment", "imprint") for e in document.of(kind)
    )
    return Match(span, case="late") if any(other.end <= span.start for other in behind) else None


def _misshapen(document: Document, line: Span, note: Span) -> Match | None:
    words = document.words(line)
    if _WITHIN.fullmatch(words):
        return None
    found = _LINE.fullmatch(words)
    if found is None:
        return Match(note, case="joined")
    bare = words[0] not in _OPEN and words[-1] not in _CLOSE
    return Match(
        line, case="bare" if bare else "half", edits=(Edit(line, f"（{found['label']}）"),)
    )


KIND = Kind(
    DisclosureLabel, "公开属性附注的写法和位置", tells=("half", "bare", "joined", "early", "late")
)
