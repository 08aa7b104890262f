"""The card of one finding on a page: what is wrong, what to do, on what basis."""

from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding
from gongkai_lint.reporters.markup import shown, tag
from gongkai_lint.reporters.views import place_words, position
from gongkai_lint.reporters.words import SCOPES, grade, rests_on


def card(found: Document, finding: Finding, number: int, key: str) -> str:
    """Give the card of one finding; its anchors begin with ``key``."""
    line = position(found, finding.span.start).line
    where = place_words(found, finding) or SCOPES.get(finding.element, "")
    head = (
        tag("a", str(number), class_="number", href=f"#{key}t{number}", title="在原文中查看")
        + tag("span", grade(finding), class_="grade")
        + tag("a", finding.rule, class_="rule", href=f"#r-{finding.rule}", title=finding.title)
        + tag("span", shown(f"第{line}段 {where}".rstrip()), class_="where")
    )
    return (
        tag(
            "li",
            tag("div", head, class_="head") + "".join(_said(found, finding, key)),
            id=f"{key}c{number}",
            class_=f"card {finding.severity}",
            data_n=number,
            data_rule=finding.rule,
            data_title=finding.title,
            data_review=1 if finding.outcome == "review" else None,
        )
        + "\n"
    )


def _said(found: Document, finding: Finding, key: str) -> Iterator[str]:
    yield tag("p", shown(finding.message), class_="message")
    if finding.advice:
        yield _labelled("建议", shown(finding.advice), "advice")
    if finding.fix:
        yield _labelled("改为", _fix(found, finding), "fix")
    for span, message in finding.related:
        line = position(found, span.start).line
        link = tag("a", f"第{line}段", href=f"#{key}p{line}")
        note = f"（{shown(message)}）" if message else ""
        yield _labelled("另见", f"{link} “{shown(found.words(span))}”{note}", "related")
    yield _labelled("依据", shown(rests_on(finding)), "basis")


def _labelled(label: str, inside: str, kind: str) -> str:
    return tag("p", tag("span", label, class_="label") + inside, class_=kind)


def _fix(found: Document, finding: Finding) -> str:
    if finding.fix is None or len(finding.fix.edits) != 1:
        return shown(finding.fix.title) if finding.fix else ""
    ((span, text),) = finding.fix.edits
    old = tag("del", shown(found.written(span))) if span.start < span.end else ""
    new = tag("ins", shown(text)) if text else ""
    return f"{old}{new}" if old or new else shown(finding.fix.title)
