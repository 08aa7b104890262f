"""Cases: when each looks, where, and what it says."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.model.finding import Finding, Profile

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
        "  many: {look: {kind: occurrence, patterns: [本周, 今日], most: 1},"
        " say: {few: 太少。, many: {say: '有{count}处。', severity: info}}}"
    )
    assert (found.message, found.severity) == ("有2处。", "info")
