"""What the page shows of a document, as plain data and ready-made markup."""

from typing import Any

from gongkai_lint.model.document import Document
from gongkai_lint.model.document_type import NAMES
from gongkai_lint.model.finding import Finding, Report, Suppressed
from gongkai_lint.page.corrections import corrections, tasks_of
from gongkai_lint.page.draft import Draft
from gongkai_lint.page.saving import files_of
from gongkai_lint.reporters.cards import card
from gongkai_lint.reporters.marked_text import MarkedText
from gongkai_lint.reporters.views import facts, position, type_name
from gongkai_lint.reporters.words import failure_words
from gongkai_lint.revise import REVISED
from gongkai_lint.ruleset.rule import RuleSet

Object = dict[str, Any]
# Nobody reads more one by one; ten thousand cards are more than a browser lays out in a second.
MOST_LISTED = 1000
_HEAD, _LONGEST = 40, 60  # lines among which an addressee is chosen, characters shown of each


def view_of(key: str, draft: Draft, rules: RuleSet) -> Object:
    """Describe a judged draft; its markup's anchors begin with ``key``."""
    report = draft.report
    if report is None:
        raise AssertionError(draft.name)
    told: Object = {
        "key": key,
        "name": draft.name,
        "failures": [failure_words(failure) for failure in report.failures],
        "facts": list(facts(report)),
        "judged": not draft.apart,
        "role": report.role,
        "changed": draft.changed,
        "steps": len(draft.steps),
        "findings": [_finding(n, one, report) for n, one in enumerate(report.findings, 1)],
        "outcomes": _outcomes(report, rules),
        "types": [{"key": kind, "name": name} for kind, name in NAMES.items()],
        "files": [file._asdict() for file in files_of(report)],
    }
    if report.document is None:
        return told | {"read": False, "notices": []}
    return told | _shown(key, draft, report, report.document)


def _shown(key: str, draft: Draft, report: Report, document: Document) -> Object:
    listed = report.findings[:MOST_LISTED]
    return {
        "read": True,
        "media_type": report.media_type,
        "notices": [*_left(report), *(notice.message for notice in document.source.notices)],
        "paper": "".join(MarkedText(document, listed, key).blocks()),
        "cards": [card(document, one, number, key) for number, one in enumerate(listed, 1)],
        "recognized": _recognized(document),
        "suppressed": [_suppressed(document, one) for one in report.suppressed],
        "tasks": list(tasks_of(report.path, document, draft.told)),
        "told": corrections(draft.told),
    }


def _left(report: Report) -> list[str]:
    count = len(report.findings)
    if count <= MOST_LISTED:
        return []
    return [f"共 {count} 处问题，这里只列前 {MOST_LISTED} 处；全部的在“下载”里的核稿意见。"]


def _finding(number: int, finding: Finding, report: Report) -> Object:
    fix = finding.fix if report.media_type in REVISED else None
    return {
        "number": number,
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity,
        "review": finding.outcome == "review",
        "fix": fix.safety if fix else None,
    }


def _outcomes(report: Report, rules: RuleSet) -> list[Object]:
    titles = {rule.id: rule.title for rule in (*rules.rules, *rules.regional)}
    return [
        {
            "rule": id_,
            "title": titles.get(id_, ""),
            "outcome": outcome,
        }
        for id_, outcome in report.outcomes
    ]


def _recognized(document: Document) -> Object:
    addressees = document.of("addressee")
    issued = document.date_of_issue
    at = position(document, addressees[0].span.start).line - 1 if addressees else None
    return {
        "document_type": document.document_type,
        "document_type_zh": type_name(document),
        "date_of_issue": issued.isoformat() if issued else None,
        "disclosure": document.disclosure,
        "addressee": at,
        "lines": [p.text[:_LONGEST] for p in document.source.paragraphs[:_HEAD]],
        "issuer": "、".join(document.issuer.names),
        "title": next((document.words(e.span) for e in document.of("title")), ""),
        "number": next((document.words(e.span) for e in document.of("document_number")), ""),
        "sheet": [(e.value or "", document.words(e.span)) for e in document.of("sheet_field")],
    }


def _suppressed(document: Document, suppressed: Suppressed) -> Object:
    finding = suppressed.finding
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "line": position(document, finding.span.start).line,
        "message": finding.message,
        "reason": suppressed.reason,
        "own": suppressed.by.origin == "config",
    }
