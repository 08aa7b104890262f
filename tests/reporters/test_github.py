from collections.abc import Callable

from gongkai_lint.model.finding import Edit, Failure, Finding, Fix, Report
from gongkai_lint.model.span import Span
from gongkai_lint.reporters import github

MakeReport = Callable[..., Report]


def test_a_finding_is_an_annotation_on_its_characters(reported: MakeReport) -> None:
    fix = Fix("改为“按月”", (Edit(Span(5, 7), "按月"),), "safe")
    finding = Finding(
        "X01", "时限含糊", "warning", "review", "“尽快”没有日期。", Span(5, 7), fix=fix
    )
    assert github.document(reported("甲", "请各尽快报。", findings=(finding,))) == (
        "::warning file=稿 1.txt,line=2,col=4,endLine=2,endColumn=5,"
        "title=X01 建议·待核 时限含糊::“尽快”没有日期。%0A依据：行文惯例%0A改法：改为“按月”\n"
    )


def test_what_would_end_a_command_is_escaped(reported: MakeReport) -> None:
    finding = Finding("X01", "a,b::c", "info", "violation", "50%\r\n::error::", Span(0, 0))
    report = reported("甲", findings=(finding,), path="a,b:c%.txt")
    assert github.document(report) == (
        "::notice file=a%2Cb%3Ac%25.txt,line=1,col=1,endLine=1,"
        "title=X01 提示 a%2Cb%3A%3Ac::50%25%0D%0A::error::%0A依据：行文惯例\n"
    )


def test_what_could_not_be_read_is_an_error(reported: MakeReport) -> None:
    failures = (Failure("read", None, "文件是空的。"),)
    report = reported("甲")._replace(document=None, failures=failures)
    assert github.document(report) == (
        "::error file=稿 1.txt,title=没有查完::读不出来：文件是空的。\n"
    )


def test_a_clean_document_is_silent(reported: MakeReport) -> None:
    assert github.document(reported("甲")) == ""
