"""Cases: when each looks, where, and what it says."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.api import Paper, Request, lint_bytes, lint_papers, load_ruleset
from gongkai_lint.errors import RuleFileError
from gongkai_lint.model.dossier import Role
from gongkai_lint.model.finding import Finding, Profile
from gongkai_lint.readers.text import read_text

HEAD = """\
id: X01
title: 例
severity: warning
scope: [body]
cases:
"""
TAIL = """\
in_force: always
examples: {violation: [甲, 甲], pass: [乙, 乙]}
"""
DRAFT = """\
云岭市人民政府关于做好本周检查工作的通知
各县人民政府：
本周检查，今日报告。
云岭市人民政府
2024年9月2日
（此件公开发布）
"""
Judge = Callable[..., list[Finding]]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    def look(*cases: str, profile: Profile = "draft", day: date | None = None) -> list[Finding]:
        (tmp_path / "X01-a.yaml").write_text(HEAD + "\n".join(cases) + "\n" + TAIL, "utf-8")
        rules = load_ruleset(tmp_path).select(("X01",), ())
        request = Request(rules, today=date(2024, 9, 2), profile=profile, as_of=day)
        return list(lint_bytes(DRAFT.encode(), "a.txt", request).findings)

    return look


def _case(name: str, pattern: str, more: str = "") -> str:
    look = f"{{kind: existence, patterns: ['{pattern}']}}"
    return f"  {name}: {{look: {look}, say: '{name}说{{text}}。'{more}}}"


def test_of_several_cases_at_one_place_the_first_speaks(judge: Judge) -> None:
    found = judge(_case("week", "本周"), _case("day", "今日|本周"))
    assert [finding.message for finding in found] == ["week说本周。", "day说今日。"]


def test_a_case_may_have_a_scope_of_its_own(judge: Judge) -> None:
    (found,) = judge(_case("week", "本周", ", when: {scope: [title]}"))
    assert found.element == "title"


def test_a_case_may_be_for_one_profile(judge: Judge) -> None:
    case = _case("week", "本周", ", when: {profiles: [archive]}")
    assert judge(case) == []
    assert len(judge(case, profile="archive")) == 1


@pytest.mark.parametrize(
    ("term", "before", "after"),
    [("since: 2024-09-01", 0, 1), ("until: 2024-08-31", 1, 0)],
)
def test_a_case_may_begin_or_end_later_than_its_rule(
    judge: Judge, term: str, before: int, after: int
) -> None:
    case = _case("week", "本周", f", when: {{{term}}}")
    assert len(judge(case, day=date(2024, 8, 31))) == before
    assert len(judge(case, day=date(2024, 9, 1))) == after


def test_a_case_may_ask_for_an_element_beside(judge: Judge) -> None:
    assert len(judge(_case("week", "本周", ", when: {present: [disclosure_note]}"))) == 1
    assert judge(_case("week", "本周", ", when: {present: [distribution_scope]}")) == []


def test_a_case_may_ask_for_an_element_to_be_absent(judge: Judge) -> None:
    assert judge(_case("week", "本周", ", when: {absent: [disclosure_note]}")) == []
    assert len(judge(_case("week", "本周", ", when: {absent: [distribution_scope]}"))) == 1


def test_a_case_may_ask_how_open_the_document_is(judge: Judge) -> None:
    assert judge(_case("week", "本周", ", when: {disclosure: [withheld, none]}")) == []
    assert len(judge(_case("week", "本周", ", when: {disclosure: [proactive]}"))) == 1


def test_a_case_may_ask_for_a_title(judge: Judge) -> None:
    assert len(judge(_case("week", "本周", ", when: {titled: ['检查.*通知$']}"))) == 1
    assert judge(_case("week", "本周", ", when: {titled: ['请示$']}")) == []


def test_a_case_may_weigh_less_than_its_rule_but_not_more(judge: Judge) -> None:
    (lighter,) = judge(_case("week", "本周", ", severity: {draft: info, archive: warning}"))
    assert lighter.severity == "info"
    (graver,) = judge(_case("week", "本周", ", severity: error"))
    assert graver.severity == "warning"
    assert judge(_case("week", "本周", ", severity: {draft: 'off', archive: info}")) == []


def test_a_case_has_its_own_certainty_basis_advice_and_fix(judge: Judge) -> None:
    more = (
        ", certainty: review, advice: '写{text}的日期。'"
        ", basis: [{instrument: gb-t-9704-2012, provision: '7'}]"
        ", fix: {safety: unsafe, replace_with: 9月}"
    )
    (own, plain) = judge(_case("week", "本周", more), _case("day", "今日"))
    assert (own.outcome, own.advice) == ("review", "写本周的日期。")
    assert [(basis.instrument, basis.provision) for basis in own.basis] == [("gb-t-9704-2012", "7")]
    assert own.fix is not None
    assert [edit.text for edit in own.fix.edits] == ["9月"]
    assert (plain.outcome, plain.basis, plain.fix) == ("violation", (), None)


def test_what_a_check_tells_apart_has_words_of_its_own(judge: Judge) -> None:
    (found,) = judge(
        "  kept: {look: {kind: companion, roles: [drafting_note]},"
        " say: {missing: 报批件里没有。, alone: {say: 请确认已经备好。, severity: info}}}"
    )
    assert (found.message, found.severity) == ("请确认已经备好。", "info")


def test_only_the_first_place_of_a_document_may_be_told(judge: Judge) -> None:
    assert len(judge(_case("day", "检查|报告"))) == 2
    (found,) = judge(_case("day", "检查|报告", ", once: true"))
    assert found.message == "day说检查。"


def test_a_case_may_ask_what_stands_around_each_place(judge: Judge) -> None:
    near = ", near: [{{around: {}, unless: [检查]}}]"
    assert judge(_case("day", "今日", near.format("before"))) == []
    assert judge(_case("day", "今日", near.format("document"))) == []
    assert len(judge(_case("day", "本周", near.format("before")))) == 1


def test_a_fix_fills_in_captures_or_swaps_the_words(judge: Judge) -> None:
    (filled,) = judge(
        _case("day", "(?P<day>今日)报告", ", fix: {safety: safe, replace_with: '{day}{text}'}")
    )
    (swapped,) = judge(_case("day", "今日", ", fix: {safety: safe, swap: {今日: 9月2日}}"))
    assert filled.fix is not None
    assert swapped.fix is not None
    assert filled.fix.edits[0].text == "今日今日报告"
    assert swapped.fix.edits[0].text == "9月2日"
    assert judge(_case("day", "今日", ", fix: {safety: safe, swap: {明日: 9月2日}}"))[0].fix is None


def test_a_fix_says_only_what_differs_from_its_rule(judge: Judge, tmp_path: Path) -> None:
    more = ", fix: {replace_with: 9月2日}"
    with pytest.raises(RuleFileError, match=r"“fix”要写明 safety"):
        judge(_case("day", "今日", more))
    file = tmp_path / "X01-a.yaml"
    whole = file.read_text("utf-8").replace("cases:", "fix: {safety: safe, title: 改}\ncases:")
    file.write_text(whole, "utf-8")
    rules = load_ruleset(tmp_path).select(("X01",), ())
    (found,) = lint_bytes(DRAFT.encode(), "a.txt", Request(rules, date(2024, 9, 2))).findings
    assert found.fix is not None
    assert (found.fix.safety, found.fix.title, found.fix.edits[0].text) == ("safe", "改", "9月2日")


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("filled: ['^是否需要解读：是']", 1),
        ("filled: ['^是否需要解读：否']", 0),
        ("not_filled: ['^是否需要解读：是']", 0),
        ("beside: [drafting_note]", 1),
        ("beside: [drafting_note, legality_review]", 0),
    ],
)
def test_a_case_may_ask_for_the_sheet_and_for_what_travels(
    judge: Judge, tmp_path: Path, when: str, found: int
) -> None:
    judge(_case("week", "本周", f", when: {{{when}}}"))
    rules = load_ruleset(tmp_path).select(("X01",), ())
    texts: dict[Role, str] = {
        "draft": DRAFT,
        "processing_sheet": "发文稿纸\n是否需要解读：是\n",
        "drafting_note": "起草说明\n",
    }
    papers = [
        Paper(f"{role}.txt", role, read_text(text.encode(), markdown=False))
        for role, text in texts.items()
    ]
    reports = lint_papers("", papers, Request(rules, date(2024, 9, 2)))
    assert len([one for report in reports for one in report.findings]) == found
