"""核稿意见表: one sheet of findings, one of documents, one of rules."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.document import DISCLOSURE_WORDS, Document
from gongkai_lint.model.finding import SEVERITY_WORDS, Finding, Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.dossier_block import dossier_lines
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.rules.page import bases, requirement, severities, since_when
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.reporters.views import place_words, position, type_name
from gongkai_lint.reporters.words import (
    SCOPES,
    TOPICS,
    failure_words,
    grade,
    rests_on,
)
from gongkai_lint.reporters.workbook import Column, Sheet, Value, workbook_of
from gongkai_lint.ruleset.rule import RuleSet

_LONGEST_QUOTE = 500
_ABSENT = "（缺）"
_FINDINGS = (
    Column("序号", 6, centred=True),
    Column("位置", 13),
    Column("要素", 11),
    Column("原文", 28),
    Column("问题", 36),
    Column("建议", 30),
    Column("依据", 28),
    Column("级别", 9, centred=True),
    Column("规则", 7, centred=True),
)
_FILE = Column("文件", 24)
_FILES = (
    Column("序号", 6, centred=True),
    Column("文件", 44),
    Column("文种", 11),
    Column("公开属性", 12),
    Column("按哪天的规定", 14, centred=True),
    *(Column(word, 7, centred=True) for word in SEVERITY_WORDS.values()),
    Column("待核", 7, centred=True),
    Column("已忽略", 8, centred=True),
    Column("说明", 50),
)
_RULES = (
    Column("编号", 7, centred=True),
    Column("规则", 30),
    Column("类别", 14),
    Column("处数", 7, centred=True),
    Column("级别", 24),
    Column("要求", 46),
    Column("自何时起", 20),
    Column("依据", 40),
)


class Rows(NamedTuple):
    """A document's row of the documents' sheet and its rows of the findings' sheet."""

    file: tuple[Value, ...]
    findings: tuple[tuple[str, ...], ...]


def document(report: Report) -> Piece[Rows]:
    """Give a document's rows; nothing is written before the end."""
    found = report.document
    rows = (_finding(found, finding) for finding in report.findings) if found else ()
    return Piece(kept=(Rows(_file(report), tuple(rows)),))


def end(tally: Tally, kept: Sequence[Rows], rules: RuleSet) -> bytes:
    """Give the workbook."""
    several = len(kept) > 1
    lines = [(line, rows.file[0]) for rows in kept for line in rows.findings]
    findings = [
        (number, *line, *((path,) if several else ()))
        for number, (line, path) in enumerate(lines, start=1)
    ]
    files = [(number, *rows.file) for number, rows in enumerate(kept, start=1)]
    columns = (*_FINDINGS, _FILE) if several else _FINDINGS
    return workbook_of(
        [
            Sheet("核稿意见", columns, findings),
            Sheet("文件", _FILES, files),
            Sheet("规则", _RULES, list(_rules(rules, dict(tally.rules)))),
        ]
    )


def _finding(found: Document, finding: Finding) -> tuple[str, ...]:
    words = found.written(finding.span)
    cut = words[:_LONGEST_QUOTE] + "…" * (len(words) > _LONGEST_QUOTE)
    advice = [finding.advice, finding.fix.title if finding.fix else ""]
    place = place_words(found, finding)
    line = position(found, finding.span.start).line
    return (
        f"第{line}段{f'（{place}）' if place else ''}",
        SCOPES.get(finding.element, finding.element),
        cut or _ABSENT,
        finding.message,
        "\n".join(word for word in advice if word),
        rests_on(finding).replace("；", "\n"),
        grade(finding),
        finding.rule,
    )


def _file(report: Report) -> tuple[Value, ...]:
    found, tally = report.document, tally_of(report)
    return (
        report.path,
        type_name(found) if found else None,
        DISCLOSURE_WORDS[found.disclosure] if found and found.disclosure else None,
        report.as_of.isoformat() if report.as_of else None,
        *(tally.findings(severity) if found else None for severity in SEVERITY_WORDS),
        tally.review if found else None,
        len(report.suppressed) if found else None,
        "\n".join(_remarks(report)),
    )


def _remarks(report: Report) -> Iterator[str]:
    yield from (failure_words(failure) for failure in report.failures)
    if report.document:
        yield from (notice.message for notice in report.document.notices)
    if report.dossier:
        yield from dossier_lines(report.dossier)


def _rules(rules: RuleSet, spoken: dict[str, int]) -> Iterator[tuple[Value, ...]]:
    for rule in rules.rules:
        yield (
            rule.id,
            rule.title,
            TOPICS.get(rule.topic, rule.topic),
            spoken.get(rule.id, 0),
            severities(rule),
            requirement(rule),
            since_when(rule),
            "\n".join(bases(rule)),
        )
