"""Text for people: each finding with its line and a mark under the exact characters."""

from collections.abc import Iterator
from unicodedata import category

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITY_WORDS, Finding, Report, Severity, Suppressed
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.coverage_table import coverage_lines
from gongkai_lint.reporters.dossier_block import dossier_lines
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.reporters.views import facts, position
from gongkai_lint.reporters.words import failure_words, grade, notes
from gongkai_lint.text import display_width

_WINDOW = 76
_LEAD = 24
_CUT = "…"
_RESET = "\x1b[0m"
_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_COLOURS: dict[Severity, str] = {"error": "\x1b[31m", "warning": "\x1b[33m", "info": "\x1b[36m"}


def document(
    report: Report, *, colour: bool = False, verbose: bool = False, quiet: bool = False
) -> str:
    """Give what is to be said of one document; nothing where all is well.

    ``verbose`` adds the fingerprints and what was accepted; ``quiet`` leaves out the lists of
    mechanisms, which accuse of nothing.
    """
    report = report._replace(coverage=()) if quiet else report
    text = "\n".join(_lines(report, verbose=verbose)) + "\n"
    if text == "\n":
        return ""
    return text if colour else _without_colour(text)


def end(tally: Tally, rules: int) -> str:
    """Give the summary line."""
    found = "、".join(
        f"{word} {tally.findings(severity)} 处" for severity, word in SEVERITY_WORDS.items()
    )
    words = f"{tally.documents} 个文件，{rules} 条规则，{found}"
    if tally.review:
        words += f"（其中待核 {tally.review} 处）"
    if tally.accepted:
        words += f"；另有 {tally.accepted} 处已按理由忽略"
    if tally.known or tally.gone:
        words += f"；基线中已有 {tally.known} 处"
    if tally.gone:
        words += f"、已消除 {tally.gone} 处（可用 baseline --update 更新）"
    if tally.unread:
        words += f"；{tally.unread} 个文件读不出来"
    if tally.broken:
        words += f"；{tally.broken} 个文件有规则出错，没有查完"
    return f"{words}。\n"


def _lines(report: Report, *, verbose: bool) -> Iterator[str]:
    found = report.document
    if report.dossier:
        yield from dossier_lines(report.dossier)
    for failure in report.failures:
        yield f"{report.path}: {_COLOURS['error']}{failure_words(failure)}{_RESET}"
    if found is None:
        yield ""
        return
    notices = found.notices
    accepted = report.suppressed if verbose else ()
    if report.findings or notices or accepted or report.coverage:
        yield f"{_BOLD}{report.path}{_RESET}{_DIM}（{'，'.join(facts(report))}）{_RESET}"
    for notice in notices:
        yield f"  说明：{notice.message}"
    for finding in report.findings:
        yield from _finding(report.path, found, finding)
        if verbose:
            yield f"    指纹：{finding.fingerprint}"
    for suppressed in accepted:
        yield from _accepted(report.path, found, suppressed)
    yield from coverage_lines(found, report.coverage)
    if report.failures or report.findings or notices or accepted or report.coverage:
        yield ""


def _finding(path: str, found: Document, finding: Finding) -> Iterator[str]:
    line, column = position(found, finding.span.start)
    tone = _COLOURS[finding.severity]
    yield f"{path}:{line}:{column} {tone}{grade(finding)} {finding.rule}{_RESET} {finding.message}"
    shown, mark = _marked(found, finding.span)
    if shown:
        yield f"    {_DIM}│{_RESET} {shown}"
        yield f"    {_DIM}│{_RESET} {tone}{mark}{_RESET}"
    for span, message in finding.related:
        there = position(found, span.start)
        note = "" if message in found.words(span) or message.isascii() else f"（{message}）"
        yield f"    另见：{there.line}:{there.column} “{found.words(span)}”{note}"
    for note in notes(finding):
        yield f"    {note}"


def _accepted(path: str, found: Document, suppressed: Suppressed) -> Iterator[str]:
    finding, by = suppressed.finding, suppressed.by
    line, column = position(found, finding.span.start)
    yield f"{_DIM}{path}:{line}:{column} 已忽略 {finding.rule} {finding.message}{_RESET}"
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


def _without_colour(text: str) -> str:
    for code in (_RESET, _BOLD, _DIM, *_COLOURS.values()):
        text = text.replace(code, "")
    return text
