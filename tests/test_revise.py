from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.model.document import Disclosure
from gongkai_lint.model.finding import Report
from gongkai_lint.revise import MENDED, Revision, Wish, revise

Builder = Callable[..., bytes]

NOON = datetime(2026, 11, 25, 12)  # noqa: DTZ001 (Word writes the time on the wall)
LINES = (
    "云岭市人民政府办公室关于开展秋粮收购检查的通知",
    "各县（区）人民政府,市政府各部门：",
    "　　根据《粮食流通管理条例》、《云岭市粮食收购办法》,请于10月15日前报送情况（含附表)。",
    "云岭市人民政府办公室",
    "2024年9月2日",
)


def word(make_docx: Builder, *lines: str) -> bytes:
    return make_docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))


def request(*ids: str) -> Request:
    return Request(load_ruleset().select(ids, ()), today=date(2026, 11, 25))


def text_of(report: Report) -> str:
    assert report.document is not None
    return report.document.text


def fixed(data: bytes, name: str, *ids: str, **wish: object) -> Revision:
    return revise(data, name, request(*ids), Wish(NOON, **wish))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["稿.txt", "稿.docx"])
def test_what_is_safe_is_fixed_and_then_passes(make_docx: Builder, name: str) -> None:
    data = "\r\n".join(LINES).encode() if name == "稿.txt" else word(make_docx, *LINES)
    done = fixed(data, name, "L01", "L04")
    assert text_of(done.after).split("\n")[1:3] == [
        "各县（区）人民政府，市政府各部门：",
        "　　根据《粮食流通管理条例》《云岭市粮食收购办法》，请于10月15日前报送情况（含附表）。",
    ]
    assert [repair.rule for repair in done.made] == ["L04", "L01", "L04", "L04"]
    again = lint_bytes(done.data, name, request("L01", "L04"))
    assert again.findings == ()
    assert dict(again.outcomes) == {"L01": "pass", "L04": "pass"}


def test_fixes_that_meet_are_made_in_rounds() -> None:
    text = "云岭市人民政府通知\n各单位要按照《甲办法》,、《乙办法》认真执行,不得拖延。\n"
    done = fixed(text.encode(), "稿.txt", "L")
    assert all(option.reason for option in done.left)
    again = fixed(done.data, "稿.txt", "L")
    assert again.data == done.data
    assert again.made == ()


def test_what_needs_judgement_is_fixed_only_when_wanted() -> None:
    text = "云岭市人民政府关于做好救助的通知\n各镇：\n请切实做好救助工作工作，确保落实。\n"
    data = text.encode()
    assert fixed(data, "稿.txt", "L06").data == data
    (left,) = fixed(data, "稿.txt", "L06").left
    assert left.reason == "要由人判断，--unsafe 可改"
    assert "救助工作，确保" in fixed(data, "稿.txt", "L06", unsafe=True).data.decode()


def test_archives_are_fixed_beyond_the_places_that_reports_sum_up() -> None:
    text = "\n".join([*LINES[:2], *["请贯彻《甲办法》、《乙办法》。"] * 9, *LINES[3:]])
    wanted = request("L01")._replace(profile="archive")
    assert len(revise(text.encode(), "稿.txt", wanted, Wish(NOON)).made) == 9


LABELS: list[tuple[Disclosure, str]] = [
    ("proactive", "（此件公开发布）"),
    ("on_request", "（此件依申请公开）"),
    ("withheld", "（此件不予公开）"),
]


@pytest.mark.parametrize("known", LABELS)
@pytest.mark.parametrize("name", ["稿.txt", "稿.docx"])
@pytest.mark.parametrize("last", [(), ("抄送：市委办公室。",)])
def test_a_missing_label_is_written_once_the_attribute_is_known(
    make_docx: Builder, name: str, last: tuple[str, ...], known: tuple[Disclosure, str]
) -> None:
    attribute, label = known
    lines = (*LINES, *last)
    data = "\n".join(lines).encode() if name == "稿.txt" else word(make_docx, *lines)
    unknown = fixed(data, name, "A01")
    assert unknown.made == ()
    assert ["--attribute" in one.reason for one in unknown.left] == [True]
    done = fixed(data, name, "A01", "A04", attribute=attribute)
    assert text_of(done.after).split("\n")[4:] == ["2024年9月2日", f"　　{label}", *last]
    assert done.left == ()
    assert dict(lint_bytes(done.data, name, request("A01", "A04")).outcomes) == {
        "A01": "pass",
        "A04": "pass",
    }
    assert fixed(done.data, name, "A01", attribute=attribute).made == ()


def test_a_label_goes_below_a_date_that_is_being_fixed(make_docx: Builder) -> None:
    data = word(make_docx, *LINES[:4], "二〇二四年九月二日")
    done = fixed(data, "稿.docx", "A01", "S02", attribute="proactive")
    assert [repair.rule for repair in done.made] == ["S02", "A01"]
    assert text_of(done.after).endswith("\n2024年9月2日\n　　（此件公开发布）")


def test_the_label_of_the_processing_sheet_is_written_below_the_date() -> None:
    text = "---\n公开属性: 依申请公开\n---\n" + "\n".join(LINES)
    done = fixed(text.encode(), "稿.txt", "A01", "A03")
    assert text_of(done.after).endswith("2024年9月2日\n　　（此件依申请公开）")
    assert done.after.findings == ()


def test_a_sheet_that_says_otherwise_stands_in_the_way() -> None:
    text = "---\n公开属性: 依申请公开\n---\n" + "\n".join(LINES)
    done = fixed(text.encode(), "稿.txt", "A01", attribute="proactive")
    assert done.made == ()
    assert done.notices == (
        "没有补写公开属性标注：发文稿纸写的是依申请公开，--attribute 是主动公开，请核对。",
    )


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (LINES[:3], "没有认出单独成行的成文日期"),
        ((*LINES, "（此件发至县级）"), "已经写了发至范围"),
    ],
)
def test_a_label_whose_place_is_not_clear_is_not_written(
    lines: tuple[str, ...], reason: str
) -> None:
    done = fixed("\n".join(lines).encode(), "稿.txt", "A01", attribute="proactive")
    assert done.made == ()
    assert [reason in notice for notice in done.notices] == [True]


def test_a_label_that_is_there_is_enough() -> None:
    data = "\n".join([*LINES, "（此件公开发布）"]).encode()
    assert fixed(data, "稿.txt", "A01", attribute="proactive").made == ()


def test_a_rule_that_is_not_asked_writes_no_label() -> None:
    data = "\n".join(LINES).encode()
    assert (
        fixed(data, "稿.txt", "L01", "L04", attribute="proactive").data.count("此件".encode()) == 0
    )


def test_a_place_that_cannot_be_changed_is_named_and_commented(make_docx: Builder) -> None:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES[:1])
    field = (
        '<w:p><w:fldSimple w:instr="REF a"><w:r><w:t>《甲》、《乙》</w:t></w:r></w:fldSimple></w:p>'
    )
    data = make_docx(body + field)
    done = fixed(data, "稿.docx", "L01")
    assert done.made == ()
    (left,) = done.left
    assert left.fixable
    assert "在域或锁定的控件里" in left.reason
    assert done.data != data


def test_other_formats_and_broken_files_are_refused() -> None:
    page = "<html><body><p>云岭市人民政府通知</p></body></html>".encode()
    with pytest.raises(UsageError, match=r"只能改 \.docx"):
        fixed(page, "稿.html", "L01")
    with pytest.raises(UnreadableError):
        fixed(b"PK\x03\x04", "稿.docx", "L01")


@pytest.mark.parametrize(
    "file", sorted((Path(__file__).parent.parent / "corpus/drafts").glob("*.txt"))
)
def test_fixing_the_corpus_makes_no_new_findings_and_is_done_in_one_go(file: Path) -> None:
    data = file.read_bytes()
    done = revise(data, file.name, request(), Wish(NOON))
    assert {f.rule for f in done.after.findings} <= {f.rule for f in done.before.findings}
    again = revise(done.data, file.name, request(), Wish(NOON))
    assert again.made == ()


def test_a_review_remarks_on_what_was_mended_and_what_was_not(make_docx: Builder) -> None:
    data = word(make_docx, *LINES)
    done = fixed(data, "稿.docx", "L01", "L04", "A01", comments=True)
    said = [(one.finding.rule, one.remark == MENDED) for one in done.remarks]
    assert said == [("L04", True), ("L01", True), ("L04", True), ("L04", True), ("A01", False)]
    again = lint_bytes(done.data, "稿.docx", request("L01", "L04", "A01"))
    assert [finding.rule for finding in again.findings] == ["A01"]
    assert again.document is not None
    assert again.document.text == text_of(done.after)


def test_in_a_review_what_its_place_keeps_from_change_says_so(make_docx: Builder) -> None:
    field = '<w:fldSimple w:instr="TITLE"><w:r><w:t>各部门,</w:t></w:r></w:fldSimple>'
    data = make_docx(f"<w:p>{field}<w:r><w:t>各县,各区：</w:t></w:r></w:p>")
    done = fixed(data, "稿.docx", "L04", comments=True)
    remarks = [one.remark for one in done.remarks]
    assert remarks[0].startswith("未改：")
    assert remarks[1:] == [MENDED]
