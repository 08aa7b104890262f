"""JSON as the contract has it: ``json`` one object, ``jsonl`` one document a line."""

import json
from collections.abc import Sequence
from typing import Any

from gongkai_lint import __version__
from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.model.document import Citation, Document, Task, TimeExpression
from gongkai_lint.model.dossier import STEP_WORDS, Ground, Submission
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import Covered, Finding, Fix, Report, Suppressed
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.reporters.views import context, position, type_name

Object = dict[str, Any]
_WITHOUT_TEXT = frozenset({"body", "issued_text", "attachment", "article", "item", "furniture"})


# They may stand in a JSON string, but end a line for Python's splitlines and for other tools.
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}


def begin(digest: str, rules: int) -> str:
    """Give the opening of the object, up to the first document."""
    ruleset = {"digest": digest, "rules": rules}
    head = _dump({"schema": "gongkai-lint/1", "version": __version__, "ruleset": ruleset})
    return f'{head[:-1]}, "documents": [\n'


def document(report: Report) -> str:
    """Give one element of ``documents`` on one line."""
    return _dump(describe(report))


def line(report: Report) -> str:
    """Give one element of ``documents`` as a line of jsonl, whatever ends a line elsewhere."""
    return f"{document(report).translate(_LINE_ENDS)}\n"


def end(tally: Tally, _kept: Sequence[object]) -> str:
    """Give the summary and close the object."""
    return f'\n], "summary": {_dump(summary(tally))}}}\n'


def summary(tally: Tally) -> Object:
    """Give the counts over all documents."""
    return {
        "documents": tally.documents,
        "failed": tally.failed,
        "findings": {
            "error": tally.findings("error"),
            "warning": tally.findings("warning"),
            "info": tally.findings("info"),
        },
        "review": tally.review,
        "suppressed": tally.accepted + tally.known,
        "baseline": {"known": tally.known, "gone": tally.gone},
        "by_rule": dict(tally.rules),
    }


def describe(report: Report) -> Object:
    """Give a report as plain data."""
    return {
        "path": report.path,
        "role": report.role,
        "digest": report.digest or None,
        "media_type": report.media_type or None,
        "profile": report.profile,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "region": report.region or None,
        **_recognized(report.document),
        "findings": [_finding(report.document, f) for f in report.findings if report.document],
        "outcomes": dict(report.outcomes),
        "coverage": [_covered(report.document, c) for c in report.coverage if report.document],
        "suppressed": [
            _suppressed(report.document, s) for s in report.suppressed if report.document
        ],
        "failures": [failure._asdict() for failure in report.failures],
        "notices": [n._asdict() for n in report.document.notices] if report.document else [],
        "dossier": _dossier(report.dossier) if report.dossier else None,
    }


def _dossier(dossier: Submission) -> Object:
    return {
        "folder": dossier.folder,
        "roles": dict(dossier.roles),
        "missing": dossier.missing,
        "unplaced": dossier.unplaced,
        "unread": dossier.unread,
        "return_grounds": [_ground(ground) for ground in dossier.grounds],
    }


def _ground(ground: Ground) -> Object:
    step, words = ground.returns
    findings = [cause._asdict() for cause in ground.causes]
    return {"ground": words, "step": step, "step_zh": STEP_WORDS[step], "findings": findings}


def _recognized(document: Document | None) -> Object:
    if document is None:
        nothing: Object = {"document_type": None, "document_type_zh": None, "elements": {}}
        return nothing | {"disclosure": None, "deadlines": [], "citations": [], "tasks": []}
    elements: dict[str, list[Object]] = {}
    for element in document.elements:
        elements.setdefault(element.kind, []).append(_element(document, element))
    return {
        "document_type": document.document_type,
        "document_type_zh": type_name(document),
        "elements": elements,
        "disclosure": document.disclosure,
        "deadlines": [_deadline(document, deadline) for deadline in document.deadlines],
        "citations": [_citation(citation) for citation in document.citations],
        "tasks": [_task(document, task) for task in document.tasks],
    }


def _element(document: Document, element: Element) -> Object:
    known: Object = {} if element.kind in _WITHOUT_TEXT else {"text": document.words(element.span)}
    known |= _range(element.span)
    known["paragraph"] = position(document, element.span.start).line
    extra = {"level": element.level, "value": element.value, "where": element.where}
    return known | {key: value for key, value in extra.items() if value is not None}


def _deadline(document: Document, deadline: TimeExpression) -> Object:
    return {
        "text": document.words(deadline.span),
        **_range(deadline.span),
        "kind": deadline.kind,
        "resolved": deadline.resolved.isoformat() if deadline.resolved else None,
        "anchor": deadline.anchor,
        "open_year": deadline.open_year,
        "amount": deadline.amount,
        "unit": deadline.unit,
        "role": deadline.role,
    }


def _citation(citation: Citation) -> Object:
    return {"title": citation.title, "number": citation.number, **_range(citation.span)}


def _task(document: Document, task: Task) -> Object:
    return {
        "text": document.task_words(task),
        "lead": task.lead,
        "others": task.others,
        "deadline": task.deadline.isoformat() if task.deadline else None,
        **_range(task.span),
    }


def _finding(document: Document, finding: Finding) -> Object:
    return {
        "rule": finding.rule,
        "fingerprint": finding.fingerprint,
        "title": finding.title,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "message": finding.message,
        "advice": finding.advice,
        "text": document.written(finding.span),
        "missing": finding.missing,
        "location": _location(document, finding),
        "related": [
            {**_range(span), "text": document.words(span), "message": message}
            for span, message in finding.related
        ],
        "fix": _fix(finding.fix) if finding.fix else None,
        "basis": [_basis(basis) for basis in finding.basis],
    }


def _covered(document: Document, covered: Covered) -> Object:
    return {
        "rule": covered.rule,
        "mechanism": covered.name,
        "asks": covered.asks,
        "present": bool(covered.places),
        "places": [
            {
                **_range(span),
                "text": document.words(span),
                "paragraph": position(document, span.start).line,
            }
            for span in covered.places
        ],
        "basis": [_basis(basis) for basis in covered.basis],
        "source": covered.origin,
    }


def _suppressed(document: Document, suppressed: Suppressed) -> Object:
    by = suppressed.by
    until = by.until.isoformat() if by.until else None
    where = {"kind": by.origin, "file": by.file or None, "line": by.line}
    told = {"reason": by.reason, "until": until, "suppressed_by": where}
    return _finding(document, suppressed.finding) | told


def _location(document: Document, finding: Finding) -> Object:
    line, column = position(document, finding.span.start)
    place = document.paragraph(finding.span.start).place
    return {
        **_range(finding.span),
        "paragraph": line,
        "line": line,
        "column": column,
        "element": finding.element,
        "place": place.kind,
        "table": place.table,
        "row": place.row,
        "cell": place.cell,
        "page": place.page,
        "context": context(document, finding.span),
    }


def _fix(fix: Fix) -> Object:
    edits = [{**_range(span), "text": text} for span, text in fix.edits]
    return {"safety": fix.safety, "title": fix.title, "edits": edits}


def _basis(basis: LegalBasis) -> Object:
    number = basis.number or basis.title
    return {"instrument": number, "title": basis.title, "provision": basis.provision}


def _range(span: Span) -> Object:
    return {"start": span.start, "end": span.end}


def _dump(value: Object) -> str:
    return json.dumps(value, ensure_ascii=False)
