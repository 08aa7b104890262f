"""Workflow commands of GitHub Actions: each finding as an annotation beside its line."""

from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding, Report, Severity
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.words import failure_words, grade, notes

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def document(report: Report) -> str:
    """Give one command a line."""
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    for failure in report.failures:
        yield _command("error", {"file": report.path, "title": "没有查完"}, failure_words(failure))
    if report.document:
        for finding in report.findings:
            yield _finding(report.path, report.document, finding)


def _finding(path: str, found: Document, finding: Finding) -> str:
    first, last = position(found, finding.span.start), position(found, finding.span.end)
    about: dict[str, str | int] = {
        "file": path,
        "line": first.line,
        "col": first.column,
        "endLine": last.line,
    }
    if last.line == first.line and last.column > first.column:
        about["endColumn"] = last.column - 1
    about["title"] = f"{finding.rule} {grade(finding)} {finding.title}"
    message = "\n".join([finding.message, *notes(finding)])
    return _command(_COMMANDS[finding.severity], about, message)


def _command(name: str, about: dict[str, str | int], message: str) -> str:
    said = ",".join(f"{key}={str(value).translate(_IN_PROPERTIES)}" for key, value in about.items())
    return f"::{name} {said}::{message.translate(_IN_MESSAGES)}"
