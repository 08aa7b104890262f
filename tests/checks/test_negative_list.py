from collections.abc import Callable

from gongkai_lint.checks.special.negative_list import NegativeList
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]
TITLE = "云岭市政务公开负面清单"


def _found(document: Document, view: Look) -> list[str]:
    return [
        document.words(match.span)
        for match in NegativeList().matches(view(document, "main", "table"))
    ]


def test_an_item_without_basis_is_reported_without_its_ordinal(notice: Notice, view: Look) -> None:
    body = (
        "一、不予公开的信息\n"
        "（一）水库安防布设图。\n"
        "（二）统计原始报表。依据：《统计法》第二十五条。"
    )
    assert _found(notice(body, title=TITLE), view) == ["水库安防布设图。"]


def test_the_basis_of_a_heading_or_its_lead_in_serves_its_items(notice: Notice, view: Look) -> None:
    body = (
        "一、依据《条例》第十六条不予公开的信息\n"
        "（一）调度记录。\n"
        "二、涉及第三方的信息\n"
        "下列信息依据《条例》第十五条不予公开：\n"
        "（一）工艺配方。"
    )
    assert _found(notice(body, title=TITLE), view) == []


def test_rules_about_the_list_are_no_items(notice: Notice, view: Look) -> None:
    body = (
        "一、不予公开的信息\n"
        "（一）工艺配方。依据：《条例》第十五条。\n"
        "二、管理要求\n"
        "（一）每年评估一次。"
    )
    assert _found(notice(body, title=TITLE), view) == []


def test_an_item_with_items_below_it_is_a_heading(notice: Notice, view: Look) -> None:
    body = (
        "一、不予公开的信息\n（一）内部事务信息\n1.调度记录。依据：《条例》第十六条。\n2.值班记录。"
    )
    assert _found(notice(body, title=TITLE), view) == ["值班记录。"]


def test_an_empty_basis_cell_is_reported(notice: Notice, view: Look) -> None:
    body = (
        "下列信息不予公开。\n序号 | 事项 | 依据\n1 | 工艺配方 | 《条例》第十五条\n2 | 调度记录 | /"
    )
    assert _found(notice(body, title=TITLE), view) == ["/"]
