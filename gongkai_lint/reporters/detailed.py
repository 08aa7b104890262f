"""Findings at length: each with its line and a mark under the exact characters."""

from collections.abc import Iterator
from unicodedata import category

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding, Suppressed
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.ansi import COLOURS, DIM, RESET
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.words import grade, notes
from gongkai_lint.text import display_width

_WINDOW = 76
_LEAD = 24
_CUT = "…"


def detailed(path: str, found: Document, finding: Finding) -> Iterator[str]:
    """Yield a finding's line, the words it is about, its notes and its fingerprint."""
    line, column = position(found, finding.span.start)
    tone = COLOURS[finding.severity]
    yield f"{path}:{line}:{column} {tone}{grade(finding)} {finding.rule}{RESET} {finding.message}"
    shown, mark = _marked(found, finding.span)
    if shown:
        yield f"    {DIM}│{RESET} {shown}"
        yield f"    {DIM}│{RESET} {tone}{mark}{RESET}"
    for span, message in finding.related:
        there = position(found, span.start)
        note = "" if message in found.words(span) or message.isascii() else f"（{message}）"
        yield f"    另见：{there.line}:{there.column} “{found.words(span)}”{note}"
    for note in notes(finding):
        yield f"    {note}"
    yield f"    指纹：{finding.fingerprint}"


def accepted(path: str, found: Document, suppressed: Suppressed) -> Iterator[str]:
    """Yield a finding that somebody accepted, and why."""
    finding, by = suppressed.finding, suppressed.by
    line, column = position(found, finding.span.start)
    yield f"{DIM}{path}:{line}:{column} 已忽略 {finding.rule} {finding.message}{RESET}"
    until = f"（到 {by.until} 为止）" if by.until else ""
    yield f"    理由：{by.reason}{until}"
    yield f"    指纹：{finding.fingerprint}"


def _marked(found: Document, span: Span) -> tuple[str, str]:
    """Give the paragraph, cut to a window around the span, and the marks below it."""
    paragraph = found.paragraph_span(found.paragraph_at(span.start))
    near = Span(
        max(paragraph.start, span.start - _WINDOW), min(paragraph.end, span.start + _WINDOW)
    )
    text = "".join(_visible(character) for character in found.written(near))
    start, end = span.start - near.start, min(span.end, near.end) - near.start
    left = _fit_before(text, start)
    right = _fit_after(text, left)
    before = (_CUT if near.start + left > paragraph.start else "") + text[left:start]
    shown = before + text[start:right] + (_CUT if near.start + right < paragraph.end else "")
    marked = text[start : min(end, right)]
    return shown.rstrip(), " " * display_width(before) + "^" * max(1, display_width(marked))


def _fit_before(text: str, start: int) -> int:
    if display_width(text) <= _WINDOW:
        return 0
    room = max(_LEAD, _WINDOW - display_width(text[start:]))
    left = start
    while left > 0 and room > 0:
        left -= 1
        room -= display_width(text[left])
    return left


def _fit_after(text: str, left: int) -> int:
    room = _WINDOW
    right = left
    while right < len(text) and room > 0:
        room -= display_width(text[right])
        right += 1
    return right


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    return "·" if category(character) in {"Cc", "Cf", "Mn", "Me"} else character
