"""One line a finding, for editors, ``grep`` and lists."""

from collections.abc import Iterator

from gongkai_lint.model.finding import Report
from gongkai_lint.reporters.ansi import COLOURS, RESET, without_colour
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.words import failure_words, grade


def document(report: Report, *, colour: bool = False) -> str:
    """Give the findings in order of place, and what was not read or judged."""
    text = "".join(f"{_on_one_line(line)}\n" for line in _lines(report))
    return text if colour else without_colour(text)


def _lines(report: Report) -> Iterator[str]:
    for failure in report.failures:
        yield f"{report.path}: {failure_words(failure)}"
    if report.document is None:
        return
    for notice in report.document.notices:
        yield f"{report.path}: 说明 {notice.message}"
    for finding in report.findings:
        line, column = position(report.document, finding.span.start)
        tone = COLOURS[finding.severity]
        head = f"{tone}{grade(finding)} {finding.rule}{RESET}"
        yield f"{report.path}:{line}:{column}: {head} {finding.message}"


def _on_one_line(text: str) -> str:
    return " ".join(text.splitlines())
