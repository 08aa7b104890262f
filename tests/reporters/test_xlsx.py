import io
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from openpyxl import load_workbook

from gongkai_lint.model.finding import Edit, Failure, Finding, Fix, Report, Suppressed
from gongkai_lint.model.span import Span
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.reporters import xlsx
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.ruleset.rule import RuleSet

Lint = Callable[[str], Report]
MakeReport = Callable[..., Report]
HEAD = ["序号", "位置", "要素", "原文", "问题", "建议", "依据", "级别", "规则"]
SOON = Finding(
    "X01",
    "时限含糊",
    "warning",
    "review",
    "“尽快”含糊。",
    Span(4, 6),
    fix=Fix("改为“按月”", (Edit(Span(4, 6), "按月"),), "unsafe"),
    advice="写明日期。",
    element="body",
)


def _book(rules: RuleSet, *reports: Report) -> Any:
    kept: Sequence[xlsx.Rows] = [row for report in reports for row in xlsx.document(report).kept]
    tally = reduce(Tally.plus, (tally_of(report) for report in reports))
    return load_workbook(io.BytesIO(xlsx.end(tally, kept, rules)))


def _rows(book: Any, name: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[name].iter_rows()]


def test_a_finding_is_a_row_with_the_columns_of_the_contract(
    builtin: RuleSet, reported: MakeReport
) -> None:
    book = _book(builtin, reported("甲", "请各尽快报。", findings=(SOON,)))
    assert book.sheetnames == ["核稿意见", "文件", "规则"]
    head, row = _rows(book, "核稿意见")
    assert head == HEAD
    assert row == [
        1,
        "第2段",
        "正文",
        "尽快",
        "“尽快”含糊。",
        "写明日期。\n改为“按月”",
        "行文惯例",
        "建议·待核",
        "X01",
    ]


def test_what_is_absent_and_what_is_long_can_be_read(
    builtin: RuleSet, reported: MakeReport
) -> None:
    findings = (SOON._replace(span=Span(0, 0)), SOON._replace(span=Span(0, 900)))
    _, absent, long = _rows(_book(builtin, reported("甲" * 900, findings=findings)), "核稿意见")
    assert absent[3] == "（缺）"
    assert long[3] == "甲" * 500 + "…"


def test_several_documents_have_a_column_for_their_names(
    builtin: RuleSet, reported: MakeReport
) -> None:
    first = reported("请请请请尽快", findings=(SOON,), path="=甲.txt")
    second = reported("请请请请尽快", findings=(SOON, SOON), path="乙.txt")
    head, *rows = _rows(_book(builtin, first, second), "核稿意见")
    assert head == [*HEAD, "文件"]
    assert [(row[0], row[9]) for row in rows] == [(1, "'=甲.txt"), (2, "乙.txt"), (3, "乙.txt")]


def test_every_document_is_listed_and_what_went_wrong_with_it(
    builtin: RuleSet, reported: MakeReport
) -> None:
    failures = (Failure("read", None, "文件是空的。"),)
    unread = reported("甲", path="空.txt")._replace(document=None, failures=failures)
    accepted = reported("请请请请尽快", findings=(SOON,))._replace(
        suppressed=(Suppressed(SOON, Suppression(SOON.rule, "沿用")),)
    )
    _, first, second = _rows(_book(builtin, unread, accepted), "文件")
    assert first == [1, "空.txt", *[None] * 2, "2024-09-02", *[None] * 5, "读不出来：文件是空的。"]
    assert second == [2, "稿 1.txt", None, None, "2024-09-02", 0, 1, 0, 1, 1, None]


def test_every_rule_is_listed_with_its_number_of_findings(builtin: RuleSet, judged: Lint) -> None:
    report = judged("云岭市人民政府关于秋收的通知\n各镇人民政府\n请抓紧办。\n2024年9月2日\n")
    head, *rows = _rows(_book(builtin, report), "规则")
    assert head[:4] == ["编号", "规则", "类别", "处数"]
    counts = {row[0]: row[3] for row in rows}
    assert len(counts) == len(builtin.rules)
    assert counts["A01"] == 1
    assert sum(counts.values()) == len(report.findings)
