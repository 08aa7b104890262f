"""The label that a document lacks, written where it belongs, once it is known which one."""

from gongkai_lint.engine.repair import Repair
from gongkai_lint.model.document import DISCLOSURE_WORDS, Disclosure, Document
from gongkai_lint.model.finding import Edit, Report
from gongkai_lint.model.span import Span

RULE = "A01"
LABELS: dict[Disclosure, str] = {
    "proactive": "（此件公开发布）",
    "on_request": "（此件依申请公开）",
    "withheld": "（此件不予公开）",
}
_UNKNOWN = "不知道公开属性；定了以后用 --attribute 写明，就能补上标注"
_NO_DATE = "没有认出单独成行的成文日期，不知道标注该放在哪里"
_ONLY_SCOPE = "已经写了发至范围，标注请和它一并核定"
_BODY = ("body", "issued_text")
_SHORTEST = 20


def label_repair(report: Report, given: Disclosure | None) -> Repair | str | None:
    """Give the repair that writes the label below the date of issue, or why it cannot be made.

    The label is known from the processing sheet, or given; None where no label is asked for.
    """
    document = report.document
    outcome = dict(report.outcomes).get(RULE)
    if document is None or outcome in {None, "inapplicable"} or _is_printed(document):
        return None
    finding = next((f for f in report.findings if f.rule == RULE), None)
    known = given or document.disclosure
    if reason := _obstacle(document, given):
        return reason
    if known is None:
        return None if finding is None else _UNKNOWN
    if not _stands_alone(document):
        return _NO_DATE
    edit = _edit(document, LABELS[known])
    return Repair(RULE, f"在成文日期下一行标注“{LABELS[known]}”", (edit,))


def body_line(document: Document) -> int | None:
    """Give the index of the paragraph that a label imitates: the last one of running text."""
    dates = document.of("date_of_issue")
    last = document.paragraph_at(dates[0].span.start) if dates else 0
    bodies = [e.span for kind in _BODY for e in document.of(kind)]
    headings = {document.paragraph_at(e.span.start) for e in document.of("heading")}
    for index in range(last - 1, -1, -1):
        span = document.paragraph_span(index)
        is_long = len(document.words(span).strip()) >= _SHORTEST
        if is_long and index not in headings and any(body.overlaps(span) for body in bodies):
            return index
    return None


def _is_printed(document: Document) -> bool:
    return any(note.where != "sheet" for note in document.of("disclosure_note"))


def _obstacle(document: Document, given: Disclosure | None) -> str:
    said = document.disclosure
    if given and said and given != said:
        sheet, told = DISCLOSURE_WORDS[said], DISCLOSURE_WORDS[given]
        return f"发文稿纸写的是{sheet}，--attribute 是{told}，请核对"
    return _ONLY_SCOPE if document.of("distribution_scope") else ""


def _stands_alone(document: Document) -> bool:
    dates = document.of("date_of_issue")
    if not dates:
        return False
    line = document.paragraph_at(dates[0].span.start)
    rest = Span(dates[0].span.end, document.paragraph_span(line).end)
    is_body = document.source.paragraphs[line].place.kind == "body"
    return is_body and not document.words(rest).strip()


def _edit(document: Document, label: str) -> Edit:
    line = document.paragraph_at(document.of("date_of_issue")[0].span.start)
    end = document.paragraph_span(line).end
    model = body_line(document)
    words = "" if model is None else document.words(document.paragraph_span(model))
    indent = words[: len(words) - len(words.lstrip())]
    return Edit(Span(end, end), f"\n{indent}{label}")
