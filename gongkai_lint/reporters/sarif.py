"""SARIF 2.1.0: one run, for code scanning and viewers.

A line is a paragraph of the extracted text, a column a character in it, an offset counts the
characters of that text, in a text file those of the file. What is no text file has no ``fixes``:
nothing can edit it by line and column.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from gongkai_lint import __version__
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Failure, Finding, Fix, Report, Severity, Suppressed
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.local_words import changes_of
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.rules.page import markdown, page, requirement
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.words import SCOPES, basis_words, failure_words, notes
from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.rule import Rule, RuleSet

Object = dict[str, Any]
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_AS_WRITTEN = frozenset({"text/plain", "text/markdown"})
_PRECISION = {"certain": "very-high", "review": "medium"}


class Aside(NamedTuple):
    """What a document adds to the end of the run: itself, and what went wrong with it."""

    artifact: str
    notifications: tuple[str, ...]
    failed: bool
    spoke: frozenset[str] = frozenset()


def begin() -> str:
    """Give the opening of the run, up to the first result."""
    head = _dump({"$schema": _SCHEMA, "version": "2.1.0"})
    return f'{head[:-1]}, "runs": [{{"columnKind": "unicodeCodePoints", "results": [\n'


def document(report: Report, *, numbers: Mapping[str, int] | None = None) -> Piece[Aside]:
    """Give a document's results, and what waits for the end of the run.

    ``numbers`` are the rules' places in the list of all of them, where that is written.
    """
    results = list(_results(report, numbers))
    notifications = tuple(_dump(told) for told in _notifications(report, numbers))
    spoke = {result["ruleId"] for result in results} | {one.rule or "" for one in report.failures}
    aside = Aside(_dump(_artifact(report)), notifications, bool(report.failures), frozenset(spoke))
    return Piece(",\n".join(map(_dump, results)), (aside,))


def end(_tally: Tally, kept: Sequence[Aside], *, rules: RuleSet, full: bool = False) -> str:
    """Give what follows the results: the documents, whether all went well, the rules that spoke.

    In ``full`` there are all rules.
    """
    spoke = frozenset[str]().union(*(aside.spoke for aside in kept))
    shown = [rule for rule in rules.rules if full or rule.id in spoke]
    tool = _dump({"driver": _driver(shown, rules)})
    artifacts = ",\n".join(aside.artifact for aside in kept)
    told = ",\n".join(words for aside in kept for words in aside.notifications)
    success = json.dumps(not any(aside.failed for aside in kept))
    invocation = f'{{"executionSuccessful": {success}, "toolExecutionNotifications": [{told}]}}'
    return (
        f'\n], "artifacts": [\n{artifacts}\n], "invocations": [{invocation}], "tool": {tool}}}]}}\n'
    )


def _driver(shown: Sequence[Rule], rules: RuleSet) -> Object:
    return {
        "name": "gongkai-lint",
        "fullName": "gongkai-lint 公文规范核查",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "zh-CN",
        "rules": [_rule(rule, rules) for rule in shown],
        "properties": {"ruleset": rules.digest},
    }


def _number(rule: str, numbers: Mapping[str, int] | None, name: str) -> Object:
    """Give a rule's place in the list; by its id it is found without."""
    return {name: numbers.get(rule, -1)} if numbers is not None else {}


def _rule(rule: Rule, rules: RuleSet) -> Object:
    examples, local = read_examples(rule), changes_of(rules.regions, rule.id)
    severity = rule.severity_in("draft") or rule.severity_in("archive")
    return {
        "id": rule.id,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": requirement(rule)},
        "help": {"text": page(rule, examples, local), "markdown": markdown(rule, examples, local)},
        "defaultConfiguration": {"level": _LEVELS[severity or "info"]},
        "properties": {
            "tags": [rule.topic],
            "precision": _PRECISION[rule.certainty.text],
            "basis": [basis_words(dated.basis) for dated in rule.basis],
        },
    }


def _results(report: Report, numbers: Mapping[str, int] | None) -> Iterator[Object]:
    found = report.document
    if found is None:
        return
    accepted = {suppressed.finding: suppressed for suppressed in report.suppressed}
    for finding in sorted([*report.findings, *accepted], key=lambda f: (f.span, f.rule)):
        result = {
            "ruleId": finding.rule,
            **_number(finding.rule, numbers, "ruleIndex"),
            "level": _LEVELS[finding.severity],
            "message": {"text": "\n".join([finding.message, *notes(finding)])},
            "locations": [_location(report, found, finding)],
            "partialFingerprints": {"gongkaiLint/v1": finding.fingerprint},
            "properties": {"outcome": finding.outcome},
        }
        yield result | _extras(report, found, finding, accepted.get(finding))


def _extras(
    report: Report, found: Document, finding: Finding, accepted: Suppressed | None
) -> Object:
    extras: Object = {}
    if finding.related:
        extras["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(report, found, span),
                "message": {"text": message or found.words(span)},
            }
            for number, (span, message) in enumerate(finding.related, start=1)
        ]
    if finding.fix and _is_text(report):
        extras["fixes"] = [_fix(report, found, finding.fix)]
    if accepted:
        extras["suppressions"] = [_suppression(accepted)]
        if accepted.by.origin == "baseline":
            extras["baselineState"] = "unchanged"
    return extras


def _suppression(accepted: Suppressed) -> Object:
    until = {"properties": {"until": accepted.until.isoformat()}} if accepted.until else {}
    kind = "inSource" if accepted.by.origin in {"text", "comment"} else "external"
    told = {"kind": kind, "status": "accepted", "justification": accepted.reason}
    return told | until


def _location(report: Report, found: Document, finding: Finding) -> Object:
    name = SCOPES.get(finding.element, finding.element)
    logical = {"name": name, "fullyQualifiedName": finding.element, "kind": "element"}
    place: Object = {"physicalLocation": _place(report, found, finding.span)}
    return place | ({"logicalLocations": [logical]} if finding.element else {})


def _place(report: Report, found: Document, span: Span) -> Object:
    region = _region(found, span)
    words = found.written(span)
    snippet = {"snippet": {"text": words}} if words else {}
    return {"artifactLocation": {"uri": _uri(report.path)}, "region": region | snippet}


def _region(found: Document, span: Span) -> Object:
    first, last = position(found, span.start), position(found, span.end)
    region = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }
    return region | _characters(found, span)


def _characters(found: Document, span: Span) -> Object:
    """Give a span's offset in the file, whose line ends may be two characters; none if mixed."""
    longer = len(found.source.line_end) - 1
    if longer < 0:
        return {}
    start, end = (at + longer * (position(found, at).line - 1) for at in span)
    return {"charOffset": start, "charLength": end - start}


def _fix(report: Report, found: Document, fix: Fix) -> Object:
    replacements = [
        {"deletedRegion": _region(found, span), "insertedContent": {"text": text}}
        for span, text in fix.edits
    ]
    change = {"artifactLocation": {"uri": _uri(report.path)}, "replacements": replacements}
    return {
        "description": {"text": fix.title},
        "artifactChanges": [change],
        "properties": {"safety": fix.safety},
    }


def _artifact(report: Report) -> Object:
    artifact: Object = {"location": {"uri": _uri(report.path)}, "roles": ["analysisTarget"]}
    if report.media_type:
        artifact["mimeType"] = report.media_type
    if report.digest:
        artifact["hashes"] = {"sha-256": report.digest.removeprefix("sha256:")}
    return artifact


def _notifications(report: Report, numbers: Mapping[str, int] | None) -> Iterator[Object]:
    place = [{"physicalLocation": {"artifactLocation": {"uri": _uri(report.path)}}}]
    for failure in report.failures:
        yield _failure(failure, numbers) | {"locations": place}
    if report.document:
        for notice in report.document.notices:
            yield {"level": "note", "message": {"text": notice.message}, "locations": place}


def _failure(failure: Failure, numbers: Mapping[str, int] | None) -> Object:
    told: Object = {"level": "error", "message": {"text": failure_words(failure)}}
    if failure.rule is not None:
        told["associatedRule"] = {"id": failure.rule, **_number(failure.rule, numbers, "index")}
    if "\n" in failure.message:
        told["exception"] = {"message": failure.message}
    return told


def _is_text(report: Report) -> bool:
    return report.media_type in _AS_WRITTEN


def _uri(path: str) -> str:
    place = Path(path)
    if place.is_absolute():
        return place.as_uri()
    return quote(os.fsencode(place.as_posix()))


def _dump(value: Object) -> str:
    return json.dumps(value, ensure_ascii=False)
