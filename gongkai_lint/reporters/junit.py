"""JUnit XML: a suite for each document, a case for each rule that looked at it.

Names of cases stay the same from run to run, so that a server can tell new failures from old ones;
a rule that had nothing to look at has no case, for it did not pass.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITIES, Failure, Finding, Report, Severity
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.words import failure_words, grade, notes

_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_IN_ATTRIBUTES = _ESCAPES | str.maketrans({"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})

Verdict = Literal["failure", "error", "skipped", "system-out"]


class _Case(NamedTuple):
    """A case: its name, and what is said of it, if anything."""

    name: str
    verdict: Verdict | None = None
    kind: str = ""
    message: str = ""
    text: str = ""


def begin() -> str:
    """Give the opening of the file."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gongkai-lint">\n'


def end(_tally: Tally, _kept: Sequence[object]) -> str:
    """Close the file."""
    return "</testsuites>\n"


def document(report: Report, *, titles: Mapping[str, str], fails: Severity | None) -> str:
    """Give a document's suite; findings below the severity ``fails`` are only told."""
    cases = [_failed(failure) for failure in report.failures]
    if report.document:
        found = _by_rule(report.findings)
        spared = _by_rule(tuple(suppressed.finding for suppressed in report.suppressed))
        for rule, outcome in report.outcomes:
            name = f"{rule} {titles.get(rule, '')}"
            if rule in found:
                cases.append(_found(name, report.document, found[rule], fails))
            elif rule in spared:
                cases.append(_Case(name, "skipped", message=_spared(report, rule)))
            elif outcome != "inapplicable":
                cases.append(_Case(name))
    return "".join(_suite(report.path, cases))


def _by_rule(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    return rules


def _failed(failure: Failure) -> _Case:
    name = f"{failure.rule} 规则出错" if failure.rule else "读取"
    return _Case(name, "error", failure.stage, failure_words(failure), failure.message)


def _found(name: str, document: Document, findings: list[Finding], fails: Severity | None) -> _Case:
    worst = min(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    text = "\n".join(_lines(document, findings))
    if fails is None or SEVERITIES.index(worst.severity) > SEVERITIES.index(fails):
        return _Case(name, "system-out", text=text)
    return _Case(name, "failure", grade(worst), worst.message, text)


def _lines(document: Document, findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        line, column = position(document, finding.span.start)
        words = document.written(finding.span)
        yield f"第{line}行第{column}字 {grade(finding)}：{finding.message}"
        if words:
            yield f"    原文：{words}"
        yield from (f"    {note}" for note in notes(finding))


def _spared(report: Report, rule: str) -> str:
    reasons = dict.fromkeys(s.reason for s in report.suppressed if s.finding.rule == rule)
    return f"已忽略：{'；'.join(reasons)}"


def _suite(path: str, cases: list[_Case]) -> Iterator[str]:
    counts = {
        f"{name}s" if name != "skipped" else name: sum(case.verdict == name for case in cases)
        for name in ("failure", "error", "skipped")
    }
    yield f"<testsuite{_attributes(name=path, tests=len(cases), **counts)}>\n"
    yield from (_case(path, case) for case in cases)
    yield "</testsuite>\n"


def _case(path: str, case: _Case) -> str:
    head = f"<testcase{_attributes(classname=path, name=case.name, file=path)}"
    if case.verdict is None:
        return f"  {head}/>\n"
    about = {"type": case.kind, "message": case.message}
    said = _attributes(**{key: value for key, value in about.items() if value})
    inside = f"<{case.verdict}{said}>{_clean(case.text).translate(_ESCAPES)}</{case.verdict}>"
    return f"  {head}>{inside}</testcase>\n"


def _attributes(**values: str | int) -> str:
    return "".join(
        f' {key}="{_clean(str(value)).translate(_IN_ATTRIBUTES)}"' for key, value in values.items()
    )


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
