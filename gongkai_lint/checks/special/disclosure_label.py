"""A04: a label that stands as a note has its place and its brackets."""

import re
from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span

_OPEN, _CLOSE = "（(【[〔［", "）)】]〕］"
_LABEL = re.compile(
    r"[（(【\[〔［]?\s*(?P<words>(?:此件|本件|主动公开|依申请公开|不予公开|公开发布)[^（()）【】\[\]〔〕［］\n]*?)"
    r"\s*[）)】\]〕］]?"
)


def find(view: View) -> Iterator[Match]:
    """Yield the labels that stand as notes out of place or without full-width brackets."""
    document = view.document
    inner = [e.span for kind in ("issued_text", "attachment") for e in document.of(kind)]
    for note in document.of("disclosure_note"):
        if note.where != "note" or any(span.covers(note.span) for span in inner):
            continue
        found = _LABEL.search(document.text, note.span.start, note.span.end)
        if found is None:
            continue
        span = _with_brackets(document, Span(*found.span()))
        match = _misplaced(document, span) or _misshapen(document, span, found["words"])
        if match:
            yield match


def _with_brackets(document: Document, span: Span) -> Span:
    """Take in brackets that stand just outside the recognized label."""
    before, after = document.text[span.start - 1 : span.start], document.text[span.end : span.end + 1]
    return Span(span.start - (before in tuple(_OPEN)), span.end + (after in tuple(_CLOSE)))


def _misplaced(document: Document, span: Span) -> Match | None:
    dates = document.of("date_of_issue")
    if dates and span.end <= dates[0].span.start:
        return Match(span, case="early")
    behind = [e.span for kind in ("issued_text", "attachment", "imprint") for e in document.of(kind)]
    if dates and any(other.end <= span.start for other in behind):
        return Match(span, case="late")
    return None


def _misshapen(document: Document, span: Span, label: str) -> Match | None:
    line = document.paragraph_span(document.paragraph_at(span.start))
    around = document.text[line.start : span.start] + document.text[span.end : line.end]
    if around.strip(" \t\u3000\xa0。"):
        return Match(span, case="joined")
    words = document.words(span)
    if words.startswith("（") and words.endswith("）"):
        return None
    bare = words[0] not in _OPEN and words[-1] not in _CLOSE
    return Match(span, case="bare" if bare else "half", edits=(Edit(span, f"（{label}）"),))
