"""Which step of a procedure a period belongs to."""

from collections.abc import Callable

import pytest

from gongkai_lint.checks.steps import steps
from gongkai_lint.law.period import StepName
from gongkai_lint.model.document import Document

ALL: frozenset[StepName] = frozenset(
    {"review", "sue", "sue_after_review", "hearing", "hearing_notice", "fine", "licence"}
)
Notice = Callable[..., Document]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("可以自收到之日起30日内申请行政复议。", [("review", 30, "day")]),
        ("行政复议：自知悉之日起30日，受理机关为市政府。", [("review", 30, "day")]),
        ("于15日内，向人民法院起诉。", [("sue", 15, "day")]),
        ("对复议决定不服的，半年内可以起诉。", [("sue_after_review", 6, "month")]),
        ("先申请行政复议，仍不服，再于15日内起诉。", [("sue_after_review", 15, "day")]),
        ("当事人要求听证的，应当在三日内提出。", [("hearing", 3, "day")]),
        ("处罚听证举行5日前，通知当事人时间、地点。", [("hearing_notice", 5, "day")]),
        ("罚款应在7个工作日内缴至银行。", [("fine", 7, "workday")]),
        ("许可申请自受理之日起40个工作日内办结。", [("licence", 40, "workday")]),
    ],
)
def test_a_period_belongs_to_the_act_of_its_clause(
    notice: Notice, body: str, told: list[tuple[str, int, str]]
) -> None:
    document = notice(f"现通知如下。\n{body}")
    found = steps(document, document.within(("body",)), ALL)
    assert [(step.name, step.amount, step.unit) for step in found] == told


@pytest.mark.parametrize(
    "body",
    [
        "复议机关应当在60日内作出行政复议决定。",
        "收到当事人的听证申请后，应当在3日内确定听证主持人。",
        "行政机关两个月内不履行职责的，可以向人民法院起诉。",
        "依照《中华人民共和国土地管理法》第八十三条，可以在15日内起诉。",
        "有的单位将复议申请期限写成30日，请更正。",
        "对仲裁裁决不服的，可在15日内起诉。",
        "2026年行政诉讼案件明显减少。",
    ],
)
def test_the_period_of_others_or_of_another_law_is_none(notice: Notice, body: str) -> None:
    document = notice(f"现通知如下。\n{body}")
    assert list(steps(document, document.within(("body",)), ALL)) == []


def test_a_cell_belongs_to_what_its_row_names(notice: Notice) -> None:
    rows = "途径 | 期限 | 受理单位\n行政复议 | 30日 | 市政府\n行政诉讼 | 3个月 | 法院"
    document = notice(f"现通知如下。\n{rows}")
    found = steps(document, document.within(("body",)), ALL)
    assert [(step.name, document.words(step.span)) for step in found] == [
        ("review", "30日"),
        ("sue", "3个月"),
    ]
