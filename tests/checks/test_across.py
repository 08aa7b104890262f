"""Titles, numbers and days of a draft as its companions have them."""

from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.deadlines_across import DeadlinesAcross
from gongkai_lint.checks.special.titles_across import TitlesAcross
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Dossier, Paper, Role
from gongkai_lint.model.finding import Match, View
from gongkai_lint.structure.frame.sheet_page import read_sheet

Notice = Callable[..., Document]
Look = Callable[..., View]
Find = Callable[[View], object]
TITLE = "云岭市人民政府关于印发云岭市公园管理办法（试行）的通知"


def beside(view: Look, draft: Document, role: Role, other: Document) -> View:
    papers = (Paper("稿", "draft", draft), Paper("他", role, other))
    return view(other, "document")._replace(dossier=Dossier("", papers), role=role)


def titles(view: Look, draft: Document, role: Role, other: Document) -> list[Match]:
    return list(TitlesAcross().matches(beside(view, draft, role, other)))


@pytest.mark.parametrize(
    "title",
    [
        "《云岭市公园管理办法（试行）》政策解读方案",
        "《云岭市公园管理办法（试行）（送审稿）》政策解读方案",
        "《云岭市停车收费标准》政策解读方案",
        "公园新规解读方案",
    ],
)
def test_a_title_that_agrees_or_is_of_another_text_is_no_contradiction(
    notice: Notice, view: Look, title: str
) -> None:
    draft = notice("正文。", title="关于印发《云岭市公园管理办法（试行）》的通知")
    assert titles(view, draft, "interpretation_plan", notice("一、主体", title=title)) == []


def test_a_near_title_is_told_at_its_characters(notice: Notice, view: Look) -> None:
    draft = notice("正文。", title="关于印发《云岭市公园管理办法（试行）》的通知")
    plan = notice("一、主体", title="《云岭市公园管理办法》政策解读方案")
    (match,) = titles(view, draft, "interpretation_plan", plan)
    assert (match.case, plan.words(match.span)) == ("title", "云岭市公园管理办法")


@pytest.mark.parametrize(
    ("field", "case"),
    [
        ("标题：关于印发云岭市公园管理办法（试行）的通知", None),
        ("标题：关于印发云岭市公园管理规定（试行）的通知", "title"),
        ("标题：", None),
        ("文号：云政发〔2024〕5号", None),
        ("文号：云政发[2024] 5 号", None),
        ("文号：云政发〔2024〕15号", "number"),
        ("文号：云政发〔2024〕　号", None),
    ],
)
def test_the_sheet_has_the_title_and_number_of_the_draft(
    notice: Notice, view: Look, field: str, case: str | None
) -> None:
    draft = notice("正文。", title=f"云政发〔2024〕5号\n{TITLE}")
    sheet = read_sheet(notice(field, title="发文稿纸", addressee=""))
    told = [match.case for match in titles(view, draft, "processing_sheet", sheet)]
    assert told == ([case] if case else [])


def days(notice: Notice, view: Look, policy: str, told: str) -> list[str]:
    other = notice(told, title="政策解读", addressee="")
    seen = beside(view, notice(policy), "interpretation_text", other)
    return [other.words(match.span) for match in DeadlinesAcross().matches(seen)]


def test_a_task_with_another_day_is_told(notice: Notice, view: Look) -> None:
    policy = "市民政局要在2024年10月底前编制养老服务设施专项规划。"
    assert days(notice, view, policy, "民政局2024年10月31日前编制养老服务设施专项规划。") == []
    told = days(notice, view, policy, "市民政局2024年12月底前编制养老服务设施专项规划。")
    assert told == ["2024年12月底前"]
    assert days(notice, view, policy, "市水利局2024年12月底前完成水库除险加固任务。") == []


def test_the_days_of_other_texts_are_left_alone(notice: Notice, view: Look) -> None:
    policy = "本办法自2024年10月1日起施行。"
    assert days(notice, view, policy, "原办法自2020年1月1日起施行。") == []
    assert days(notice, view, policy, "本办法自2024年11月1日起施行。") == ["自2024年11月1日起施行"]


def test_a_draft_that_gives_two_days_is_not_compared(notice: Notice, view: Look) -> None:
    policy = "本办法自2024年10月1日起施行。第五条自2025年1月1日起施行。"
    assert days(notice, view, policy, "本办法自2024年11月1日起施行。") == []


@pytest.mark.parametrize("find", [TitlesAcross().matches, DeadlinesAcross().matches])
def test_a_text_by_itself_is_compared_with_nothing(notice: Notice, view: Look, find: Find) -> None:
    assert list(find(view(notice("正文。"), "document"))) == []  # type: ignore[call-overload]
