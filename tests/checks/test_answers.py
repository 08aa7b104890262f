"""Which answer to an event, or which opening of information, a period belongs to."""

from collections.abc import Callable

import pytest

from gongkai_lint.checks.openness_steps import NAME, openness_steps
from gongkai_lint.checks.response_steps import NAMES, response_steps
from gongkai_lint.model.document import Document

Notice = Callable[..., Document]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("重大突发事件发生后8小时内发布权威信息。", [("first_word", 8)]),
        ("特别重大突发事件的信息发布，时限为8小时。", [("first_word", 8)]),
        ("发生突发事件的，发布会应当在3日内召开。", [("press", 3)]),
        ("其他政务舆情，主管部门在60小时内作出回应。", [("reply", 60)]),
        ("较大突发事件8小时内发布权威信息。", []),
        ("舆情专报3日内报送市政府。", []),
        ("重大突发事件处置结束后7日内公布情况。", []),
        ("突发事件发生后，市政府48小时内召开了发布会。", []),
        ("舆情平稳。市政府3日内召开年会。", []),
    ],
)
def test_a_period_belongs_to_the_answer_of_its_clause(
    notice: Notice, body: str, told: list[tuple[str, int]]
) -> None:
    document = notice(f"现通知如下。\n{body}")
    found = response_steps(document, document.within(("body",)), NAMES)
    assert [(step.name, step.amount) for step in found] == told


def test_a_cell_has_the_grade_of_its_row(notice: Notice) -> None:
    rows = "事件级别 | 首次发布\n重大突发事件 | 6小时\n较大突发事件 | 12小时"
    document = notice(f"现通知如下。\n{rows}")
    found = response_steps(document, document.within(("body",)), NAMES)
    assert [(step.name, step.amount) for step in found] == [("first_word", 6)]


def test_channels_to_tick_and_laws_are_no_answer(notice: Notice) -> None:
    rows = (
        "公开事项 | 公开依据 | 公开时限 | 公开渠道\n"
        "应急预案 | 《突发事件应对法》 | 20个工作日 | ■政府网站□发布会\n"
        "突发信息 | 《条例》 | 自信息形成之日起20个工作日内发布信息 | ■政府网站"
    )
    document = notice(f"现通知如下。\n{rows}")
    assert not list(response_steps(document, document.within(("body",)), NAMES))


@pytest.mark.parametrize(
    ("body", "amounts"),
    [
        ("政府信息自形成之日起25个工作日内，由制作单位在网站公开。", [25]),
        ("公文印发后，承办处室应在60日内将全文上网。", [60]),
        ("整改方案自形成之日起25日内公开。", []),
        ("有关文件印发后60日内，由各县制定细则并公布。", []),
        ("文件印发后60日内公布配套清单。", []),
        ("收到申请人的信息更正申请，自变更之日起25日内公开。", []),
    ],
)
def test_information_is_opened_from_when_it_was_formed(
    notice: Notice, body: str, amounts: list[int]
) -> None:
    document = notice(f"现通知如下。\n{body}")
    found = openness_steps(document, document.within(("body",)), frozenset({NAME}))
    assert [step.amount for step in found] == amounts


def test_other_steps_are_not_looked_for(notice: Notice) -> None:
    document = notice("现通知如下。\n重大突发事件发生后8小时内发布权威信息。")
    spans = document.within(("body",))
    assert not list(response_steps(document, spans, frozenset({"review"})))
    assert not list(openness_steps(document, spans, frozenset({"review"})))
