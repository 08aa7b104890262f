"""A report as rows of the audit's tables."""

from typing import Any

from gongkai_lint.audit.item import Item
from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.model.document import Citation, Document, Task
from gongkai_lint.model.finding import Finding, Report
from gongkai_lint.model.fingerprint import fingerprints
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.views import context, position, type_name

Row = dict[str, Any]
Rows = dict[str, list[Row]]


class Mark(NamedTuple):
    """What every row of a document carries: the run, what it rests on, the document's digest."""

    run: int
    basis: str
    digest: str = ""


def rows_of(item: Item, report: Report, mark: Mark) -> Rows:
    """Give the rows of one judged document by table."""
    document = report.document
    head = head_row(item, mark) | _judged(report)
    if document is None:
        return {"documents": [head]}
    own = {"key": item.place.key, "path": item.place.shown, "run": mark.run}
    tables = {
        "findings": _findings(report),
        "outcomes": [{"rule": rule, "outcome": outcome} for rule, outcome in report.outcomes],
        "tasks": [_task(document, task) for task in document.tasks],
        "citations": [_citation(citation) for citation in document.citations],
    }
    rows = {name: [own | row for row in found] for name, found in tables.items()}
    return {"documents": [head | _recognized(document)], **rows}


def _task(document: Document, task: Task) -> Row:
    return {
        "text": document.task_words(task),
        "lead": "、".join(task.lead),
        "others": "、".join(task.others),
        "deadline": task.deadline,
        "start": task.span.start,
        "end": task.span.end,
    }


def _citation(citation: Citation) -> Row:
    return {
        "title": citation.title,
        "number": citation.number,
        "start": citation.span.start,
        "end": citation.span.end,
    }


def head_row(item: Item, mark: Mark) -> Row:
    """Give what is known of a document before it is judged."""
    return {
        "key": item.place.key,
        "path": item.place.shown,
        "size": item.size,
        "changed": item.changed,
        "digest": mark.digest,
        "run": mark.run,
        "basis": mark.basis,
        "url": item.about.url,
        "published": item.about.published,
        "web_issuer": item.about.issuer,
        "web_label": item.about.label,
    }


def failed_row(item: Item, reason: str, mark: Mark) -> Row:
    """Give the row of a document that could not be judged."""
    return head_row(item, mark) | {"failed_stage": "read", "failure": reason}


def _judged(report: Report) -> Row:
    levels = [finding.severity for finding in report.findings]
    failure = next(iter(report.failures), None)
    return {
        "media_type": report.media_type or None,
        "profile": report.profile,
        "as_of": report.as_of,
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "infos": levels.count("info"),
        "reviews": sum(finding.outcome == "review" for finding in report.findings),
        "suppressed": len(report.suppressed),
        "failed_stage": failure.stage if failure else None,
        "failure": failure.message if failure else None,
    }


def _recognized(document: Document) -> Row:
    number = next(iter(document.of("document_number")), None)
    title = next((e.value for e in document.of("title")), None)
    return {
        "title": title,
        "document_number": (number.value or document.words(number.span)) if number else None,
        "document_type": type_name(document),
        "issuer": "、".join(document.issuer.names) or None,
        "issuer_level": document.issuer.level,
        "issuer_kind": document.issuer.kind,
        "date_of_issue": document.date_of_issue,
        "disclosure": document.disclosure,
        "traits": sorted(document.traits),
        "characters": len(document.text),
    }


def _findings(report: Report) -> list[Row]:
    document = report.document
    if document is None:
        return []
    told = [(finding, None) for finding in report.findings]
    accepted = [(one.finding, one.reason) for one in report.suppressed]
    both: list[tuple[Finding, str | None]] = [*told, *accepted]
    prints = fingerprints(document, [finding for finding, _ in both])
    return [
        _finding(document, finding) | {"fingerprint": print_, "suppressed": reason}
        for (finding, reason), print_ in zip(both, prints, strict=True)
    ]


def _finding(document: Document, finding: Finding) -> Row:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "message": finding.message,
        "text": document.words(finding.span),
        "start": finding.span.start,
        "end": finding.span.end,
        "paragraph": position(document, finding.span.start).line,
        "page": document.paragraph(finding.span.start).place.page,
        "element": finding.element,
        "context": context(document, finding.span),
        "basis": "；".join(_basis(basis) for basis in finding.basis),
        "returns_at": finding.returns.step if finding.returns else None,
        "returns_for": finding.returns.ground if finding.returns else None,
    }


def _basis(basis: LegalBasis) -> str:
    return f"{basis.number or basis.title}{basis.provision}"
