from datetime import date

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Failure, Finding, Related, Report
from gongkai_lint.model.source import Anchor, Notice, Paragraph, Source
from gongkai_lint.model.span import Span
from gongkai_lint.reporters import terminal
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.text import display_width


def _document(*lines: str, notices: tuple[Notice, ...] = ()) -> Document:
    paragraphs = tuple(Paragraph(line, Anchor(0, n)) for n, line in enumerate(lines))
    source = Source(paragraphs, "sha256:0", "text/plain", notices=notices)
    return Document("\n".join(lines), source, ())


def _report(document: Document | None, *spans: Span, failures: tuple[Failure, ...] = ()) -> Report:
    findings = tuple(
        Finding("X01", "标题", "warning", "violation", "有问题。", span) for span in spans
    )
    day = date(2024, 9, 2)
    return Report("稿.txt", "", "text/plain", "draft", day, document, findings, failures=failures)


def _marked(document: Document, span: Span) -> tuple[str, str]:
    lines = terminal.document(_report(document, span), verbose=True).splitlines()
    shown, marks = (line.removeprefix("    │ ") for line in lines if line.startswith("    │"))
    return shown, marks


@pytest.mark.parametrize("before", ["", "甲乙", "ab", "一a二b", "“甲”，"])
def test_marks_stand_under_the_characters_whatever_their_width(before: str) -> None:
    document = _document(f"{before}尽快办x理")
    shown, marks = _marked(document, Span(len(before), len(before) + 2))
    assert display_width(marks.rstrip("^")) == display_width(shown[: shown.index("尽")])
    assert marks.count("^") == 4


def test_a_long_paragraph_is_cut_to_a_window_around_the_finding() -> None:
    document = _document("甲" * 300 + "尽快" + "乙" * 300)
    shown, marks = _marked(document, Span(300, 302))
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert display_width(shown) <= 80
    assert display_width(shown[: shown.index("尽")]) == len(marks) - 4


def test_a_long_span_is_marked_as_far_as_it_is_shown() -> None:
    shown, marks = _marked(_document("甲" * 300), Span(0, 300))
    assert display_width(shown.rstrip("…")) == len(marks)


def test_something_absent_is_marked_by_one_sign() -> None:
    shown, marks = _marked(_document("甲乙"), Span(2, 2))
    assert (shown, marks) == ("甲乙", "    ^")


def test_invisible_characters_are_shown_so_that_marks_stay_below() -> None:
    shown, marks = _marked(_document("甲\u200b\t尽快"), Span(3, 5))
    assert (shown, marks) == ("甲· 尽快", "    ^^^^")


def test_related_places_and_notices_are_told() -> None:
    document = _document("甲", "乙", notices=(Notice("kind", "有修订。"),))
    finding = Finding(
        "X01", "", "error", "review", "不一致。", Span(2, 3), (Related(Span(0, 1), "正文的写法"),)
    )
    report = Report("稿.txt", "", "", "draft", None, document, (finding,))
    text = terminal.document(report, verbose=True)
    assert "  说明：有修订。\n" in text
    assert "稿.txt:2:1 必改·待核 X01 不一致。\n" in text
    assert "    另见：1:1 “甲”（正文的写法）\n" in text


def test_colour_changes_nothing_but_colour() -> None:
    report = _report(_document("甲乙丙"), Span(0, 1))
    coloured = terminal.document(report, colour=True)
    assert "\x1b[33m建议 X01\x1b[0m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[33m"):
        coloured = coloured.replace(code, "")
    assert coloured == terminal.document(report)


def test_nothing_is_said_of_a_clean_document() -> None:
    assert terminal.document(_report(_document("甲"))) == ""


def test_a_broken_rule_is_told_without_its_traceback() -> None:
    failure = Failure("rule", "X01", "Traceback\n  File …\nKeyError: 'x'")
    report = _report(_document("甲"), failures=(failure,))
    assert terminal.document(report) == (
        "稿.txt: 程序在规则 X01 上出错（KeyError: 'x'），请把这个文件和这句话反馈给维护者。\n\n"
    )


def test_the_summary_names_what_was_not_read_and_not_finished() -> None:
    unread = _report(None, failures=(Failure("read", None, "空。"),))
    broken = _report(_document("甲"), Span(0, 1), failures=(Failure("rule", "X01", "x"),))
    tally = tally_of(unread).plus(tally_of(broken)).plus(Tally())
    assert terminal.end(tally, 7, terminal.firsts(broken)) == (
        "2 个文件，7 条规则，必改 0 处、建议 1 处、提示 0 处；"
        "1 个文件读不出来；1 个文件有规则出错，没有查完；按 2024-09-02 的规定（没有成文日期）。\n"
        "下一步：逐条核对；gongkai-lint 稿.txt 写一份带修订和批注的副本，"
        "gongkai-lint explain X01 看规则，加 -v 看每一处的原文。\n"
    )
