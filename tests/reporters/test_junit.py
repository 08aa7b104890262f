from collections.abc import Callable
from functools import partial

from lxml import etree

from gongkai_lint.model.finding import Failure, Finding, Outcome, Report, Severity, Suppressed
from gongkai_lint.model.span import Span
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.reporters import junit
from gongkai_lint.reporters.tally import Tally

MakeReport = Callable[..., Report]
TITLES = {"X01": "时限含糊", "X02": "顿号", "X03": "标题", "X04": "附件"}


def _suite(report: Report, fails: Severity | None = "warning") -> etree._Element:
    say = partial(junit.document, titles=TITLES, fails=fails)
    text = junit.begin() + say(report) + junit.end(Tally(), ())
    (suite,) = etree.fromstring(text.encode())
    return suite


def _found(severity: Severity, rule: str = "X01", at: int = 1) -> Finding:
    return Finding(rule, TITLES[rule], severity, "violation", "“尽快”含糊。", Span(at, at + 2))


def test_a_rule_with_findings_is_one_failed_case(reported: MakeReport) -> None:
    findings = (_found("info"), _found("error", at=6))
    suite = _suite(reported("请尽快报。", "尽快", findings=findings))
    assert suite.get("name") == "稿 1.txt"
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    assert (suite.get("errors"), suite.get("skipped")) == ("0", "0")
    ((failure,),) = suite
    assert suite[0].get("name") == "X01 时限含糊"
    assert (failure.get("type"), failure.get("message")) == ("必改", "“尽快”含糊。")
    assert str(failure.text).splitlines() == [
        "第1行第2字 提示：“尽快”含糊。",
        "    原文：尽快",
        "    依据：行文惯例",
        "第2行第1字 必改：“尽快”含糊。",
        "    原文：尽快",
        "    依据：行文惯例",
    ]


def test_findings_that_do_not_count_are_told_in_a_case_that_passes(reported: MakeReport) -> None:
    report = reported("请尽快报。", findings=(_found("warning"),))
    for fails in (None, "error"):
        suite = _suite(report, fails)
        assert suite.get("failures") == "0"
        assert [child.tag for child in suite[0]] == ["system-out"]


def test_a_rule_that_had_nothing_to_look_at_did_not_pass(reported: MakeReport) -> None:
    outcomes: tuple[tuple[str, Outcome], ...] = (("X01", "pass"), ("X02", "inapplicable"))
    suite = _suite(reported("甲")._replace(outcomes=outcomes))
    assert [case.get("name") for case in suite] == ["X01 时限含糊"]
    assert len(suite[0]) == 0


def test_an_accepted_finding_is_skipped_with_its_reason(reported: MakeReport) -> None:
    accepted = (Suppressed(_found("error"), Suppression("S02", "沿用旧文号")),)
    report = reported("请尽快报。")._replace(outcomes=(("X01", "pass"),), suppressed=accepted)
    suite = _suite(report)
    assert suite.get("skipped") == "1"
    assert suite[0][0].get("message") == "已忽略：沿用旧文号"


def test_what_broke_is_an_error_with_its_traceback(reported: MakeReport) -> None:
    failures = (Failure("rule", "X03", "Traceback\nKeyError: 'x'"),)
    suite = _suite(reported("甲")._replace(failures=failures))
    assert suite.get("errors") == "1"
    assert suite[0].get("name") == "X03 规则出错"
    assert suite[0][0].text == "Traceback\nKeyError: 'x'"


def test_characters_that_xml_does_not_know_are_replaced(reported: MakeReport) -> None:
    finding = _found("error")._replace(message='<\x0b&"\udcff>\n')
    suite = _suite(reported("请尽\x00快。", findings=(finding,), path='a"<\x01.txt'))
    assert suite.get("name") == 'a"<\ufffd.txt'
    assert suite[0][0].get("message") == '<\ufffd&"\ufffd>\n'
