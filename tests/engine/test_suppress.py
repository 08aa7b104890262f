"""Accepting findings by a remark in the text or from outside."""

from datetime import date

import pytest

from gongkai_lint.api import Request, lint_source, load_ruleset
from gongkai_lint.engine.suppress import Ran, suppress, unneeded
from gongkai_lint.model.finding import Finding, Report
from gongkai_lint.model.source import Remark, Source
from gongkai_lint.model.span import Span
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.readers.text import read_text
from gongkai_lint.structure.recognize import recognize

RULES = load_ruleset()
TODAY = date(2024, 9, 2)
HEAD = "云岭市人民政府关于做好工作的通知"
TAIL = "云岭市人民政府\n2024年9月2日"
FIRST = "请按《甲办法》、《乙办法》办理。"
SECOND = "另按《丙办法》、《丁办法》报送。"


def _source(*lines: str) -> Source:
    return read_text("\n".join([HEAD, *lines, TAIL]).encode(), markdown=False)


def _judge(source: Source, *outside: Suppression, select: tuple[str, ...] = ("L01", "Z")) -> Report:
    rules = RULES.select(select, ())
    return lint_source(source, "稿.txt", Request(rules, TODAY, suppressions=outside))


def _told(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def _lines_kept(report: Report) -> list[int]:
    assert report.document is not None
    return [report.document.paragraph_at(found.span.start) for found in report.findings]


def test_a_remark_speaks_of_the_next_line_with_words() -> None:
    remark = "<!-- gongkai-lint: ignore L01 -- 照录原文 -->"
    report = _judge(_source(remark, "", FIRST, SECOND))
    assert _lines_kept(report) == [4]
    (accepted,) = report.suppressed
    assert accepted.finding.rule == "L01"
    assert (accepted.reason, accepted.by.origin, accepted.by.line) == ("照录原文", "text", 2)


def test_remarks_may_stand_one_below_the_other() -> None:
    remarks = [f"<!-- gongkai-lint: ignore {rule} -- 照录 -->" for rule in ("L01", "A01")]
    report = _judge(_source(*remarks, FIRST), select=("L01", "A01", "Z"))
    assert _told(report) == []
    assert sorted(s.finding.rule for s in report.suppressed) == ["A01", "L01"]


def test_a_remark_behind_words_speaks_of_its_own_line() -> None:
    remark = "<!-- gongkai-lint: ignore L01 -- 照录原文 -->"
    assert _lines_kept(_judge(_source(FIRST + remark, SECOND))) == [2]


def test_a_remark_leaves_no_trace_in_the_text_and_moves_nothing() -> None:
    remark = "<!-- gongkai-lint: ignore L01 -- 见《甲》、《乙》 -->"
    source = _source(remark, FIRST)
    assert [p.text for p in source.paragraphs[1:3]] == [" " * len(remark), FIRST]
    report = _judge(source)
    assert _told(report) == []
    assert report.document is not None
    assert report.document.written(source.remarks[0].span) == remark


def test_what_is_absent_is_accepted_from_anywhere() -> None:
    remark = "<!-- gongkai-lint: ignore A01 -- 内部讨论用 -->"
    report = _judge(_source(FIRST, remark), select=("A01", "Z"))
    assert (_told(report), len(report.suppressed)) == ([], 1)


@pytest.mark.parametrize(
    "asked",
    [
        "ignore L01 -- 照录",
        "Ignore L01, L01 -- 照录",
        "ignore l01, A04 -- 照录",
        "忽略 L01、A04：照录",
        "忽略L01——照录",
        "ignore L01 until 2024-09-02 -- 照录",
        "ignore L01，至2024年12月31日 -- 照录",
    ],
)
def test_a_remark_may_be_worded_in_several_ways(asked: str) -> None:
    report = _judge(_source(f"<!-- gongkai-lint: {asked} -->", FIRST))
    assert (_told(report), len(report.suppressed)) == ([], 1)


@pytest.mark.parametrize(
    "asked",
    [
        "ignore L01",
        "ignore L01 -- ",
        "ignore L01 -- 。",
        "ignore L -- 照录",
        "ignore -- 照录",
        "ignore L01 至2024-02-30 -- 照录",
        "ignore L01 until 2024-09-01 -- 照录",
        "disable L01 -- 照录",
        "ignore L99 -- 照录",
    ],
)
def test_what_is_not_accepted_is_told_and_the_finding_stays(asked: str) -> None:
    report = _judge(_source(f"<!-- gongkai-lint: {asked} -->", FIRST))
    assert (sorted(_told(report)), report.suppressed) == (["L01", "Z01"], ())


def test_an_unused_remark_is_told_only_where_its_rule_was_run() -> None:
    source = _source("<!-- gongkai-lint: ignore L01 -- 照录 -->", "请办理。")
    assert _told(_judge(source)) == ["Z01"]
    assert _told(_judge(source, select=("A01", "Z"))) == ["A01"]
    assert _told(_judge(source, select=("L01",))) == []


def test_a_word_comment_speaks_of_the_characters_it_is_anchored_on() -> None:
    source = _source(FIRST, SECOND)
    start = len(HEAD) + 1 + FIRST.index("《")
    words = "〔忽略L01，至2024-12-31〕照录原文"
    anchored = Remark(words, Span(start, start + 5), "comment")
    report = _judge(source._replace(remarks=(anchored,)))
    assert _lines_kept(report) == [2]
    assert report.suppressed[0].by == Suppression(
        "L01", "照录原文", date(2024, 12, 31), origin="comment", line=2
    )


def test_other_comments_are_nobody_s_business() -> None:
    remark = Remark("请核对这里。", Span(0, 3), "comment")
    assert _told(_judge(_source(FIRST)._replace(remarks=(remark,)))) == ["L01"]


def test_a_fingerprint_narrows_a_suppression_to_one_place() -> None:
    source = _source(FIRST, SECOND)
    mark = _judge(source).findings[1].fingerprint
    report = _judge(source, Suppression("L01", "照录", fingerprint=mark))
    assert _lines_kept(report) == [1]
    moved = _judge(_source("新的一段。", SECOND, FIRST), Suppression("L01", "照录", None, mark))
    assert _lines_kept(moved) == [3]


def test_what_was_asked_from_outside_is_answered_where_its_rule_was_run() -> None:
    used, unused, other = (Suppression(rule, "照录") for rule in ("L01", "Z01", "A01"))
    late = Suppression("L01", "照录", date(2024, 9, 1))
    report = _judge(_source(FIRST), late, used, other)
    assert report.asked == ((late, False), (used, True))
    assert _told(report) == []
    assert unneeded({unused: False, late: True}, lambda _: False, TODAY) == {"": (late,)}
    assert unneeded({unused: False, used: True}, lambda _: True, TODAY) == {"": (unused,)}


def test_an_archive_counts_only_what_was_not_accepted() -> None:
    lines = [f"按《第{n}甲办法》、《第{n}乙办法》办理。" for n in range(6)]
    remark = "<!-- gongkai-lint: ignore L01 -- 照录 -->"
    source = _source(*lines[:5], remark, lines[5])
    request = Request(RULES.select(("L01",), ()), TODAY, profile="archive")
    report = lint_source(source, "稿.txt", request)
    assert len(report.findings) == 3
    assert report.findings[-1].message.endswith("（全文共 5 处）")


def test_a_remark_on_what_is_absent_in_one_place_hides_no_other_place() -> None:
    source = _source("第一行", "第二行 <!-- gongkai-lint: ignore L01 -- 照录 -->", "第三行")
    document = recognize(source)
    places = [document.paragraph_span(index).end for index in (1, 2, 3)]
    found = [
        Finding("L01", "缺", "warning", "violation", "缺一处。", Span(place, place))
        for place in places
    ]
    ran = Ran({"L01"}, {"L01"})
    settled = suppress(document, found, (), rules=ran, today=TODAY)
    assert [finding.span.start for finding in settled.findings] == [places[0], places[2]]
    (alone,) = suppress(document, found[:1], (), rules=ran, today=TODAY).suppressed
    assert alone.finding == found[0]  # one in the whole document has no place of its own
