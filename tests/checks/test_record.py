from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.record import Records
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.model.record import FieldName

Notice = Callable[..., Document]
Look = Callable[..., View]
Told = Callable[..., list[str]]
TITLE = "云岭市政务公开负面清单"
TASKS = "附件\n任务分工表\n| 工作任务 | 责任单位 | 完成时限 |\n"
BASIS = Records(("negative",), lacks=("basis",))


@pytest.fixture
def without_basis(notice: Notice, view: Look) -> Callable[[str], list[str]]:
    def look(body: str) -> list[str]:
        document = notice(body, title=TITLE)
        return [document.words(m.span) for m in BASIS.matches(view(document, "document"))]

    return look


@pytest.fixture
def told(notice: Notice, view: Look) -> Told:
    def look(lacks: FieldName, body: str = "请落实。", rows: str = "") -> list[str]:
        parts = {"behind": TASKS + rows} if rows else {}
        document = notice(body, **parts)
        check = Records(("task",), (lacks,), siblings="half", not_words=(Pattern("持续"),))
        return [document.words(m.span) for m in check.matches(view(document, "document"))]

    return look


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "一、不予公开的信息\n（一）水库安防布设图。\n（二）统计报表。依据：《统计法》第二十五条。",
            ["水库安防布设图"],
        ),
        (
            "一、依据《条例》第十六条不予公开的信息\n（一）调度记录。",
            [],
        ),
        (
            "一、第三方信息\n下列信息依据《条例》第十五条不予公开：\n（一）工艺配方。",
            [],
        ),
        (
            "一、不予公开的信息\n（一）配方。依据：《条例》第十五条。\n二、管理要求\n（一）每年评估。",
            [],
        ),
        (
            "一、不予公开的信息\n（一）内部事务信息\n1.调度记录。依据：《条例》第十六条。\n2.值班记录。",
            ["值班记录"],
        ),
        ("一、工艺配方\n（一）内容：企业的配方。\n（二）依据：《条例》第十五条。", []),
        (
            "下列信息不予公开。\n序号 | 事项 | 依据\n1 | 配方 | 《条例》第十五条\n2 | 调度记录 | /",
            ["调度记录"],
        ),
    ],
)
def test_an_item_of_a_list_lacks_what_neither_it_nor_its_headings_say(
    without_basis: Callable[[str], list[str]], body: str, found: list[str]
) -> None:
    assert without_basis(body) == found


def test_a_row_without_units_among_rows_with_units_is_reported(told: Told) -> None:
    rows = "| 编制目录 | 市司法局 | 6月 |\n| 公布目录 | | 7月 |\n| 更新目录 | 市司法局 | |"
    assert told("unit", rows=rows) == ["公布目录"]
    assert told("deadline", rows=rows) == ["更新目录"]


def test_a_stroke_or_a_slash_is_no_deadline(told: Told) -> None:
    rows = (
        "| 编制目录 | 市司法局 | 6月 |\n| 公布目录 | 市司法局 | / |\n| 更新目录 | 市司法局 | 长期 |"
    )
    assert told("deadline", rows=rows) == ["公布目录"]


def test_where_more_than_half_of_the_rows_lack_it_nothing_is_reported(told: Told) -> None:
    rows = "| 编制目录 | 市司法局 | 6月 |\n| 公布目录 | | |"
    assert told("unit", rows=rows) == told("deadline", rows=rows) == ["公布目录"]
    rows += "\n| 更新目录 | | |"
    assert told("unit", rows=rows) == told("deadline", rows=rows) == []


def test_a_task_of_another_kind_does_not_count(told: Told) -> None:
    rows = "| 编制目录 | 市司法局 | 6月 |\n| 持续更新 | | |\n| 公布目录 | 市司法局 | 7月 |"
    assert told("unit", rows=rows) == told("deadline", rows=rows) == []


def test_the_deadline_may_stand_in_the_words_of_the_task(told: Told) -> None:
    rows = "| 编制目录 | 市司法局 | 2025年6月 |\n| 2025年7月底前公布目录 | 市司法局 | |\n"
    assert told("deadline", rows=rows + "| 更新目录 | 市司法局 | 2025年8月 |") == []


def test_items_are_siblings_of_one_list_alone(told: Told) -> None:
    body = (
        "一、主要任务\n（一）编制目录。10月底前完成。〔市司法局负责〕\n（二）公布目录。接受监督。\n"
        "（三）检查目录。通报结果。〔市政府办负责〕\n二、工作要求\n（一）加强领导。\n（二）做好宣传。"
    )
    assert told("unit", body) == ["公布目录"]


def test_a_lead_in_answers_for_its_items(told: Told) -> None:
    body = (
        "一、主要任务\n以下任务由市司法局牵头。\n（一）编制目录。10月底前编制完成。\n"
        "（二）公布目录。11月底前公布。"
    )
    assert told("unit", body) == []


def test_a_cell_shared_by_several_rows_names_none_of_them(told: Told) -> None:
    rows = (
        "工作任务 | 工作要求 | 责任单位 | 完成时限\n办好庙会 | 搭好戏台 | 市文旅局 | 6月底\n"
        "请好戏班 | 市文旅局 | 7月底\n贴好海报 | 市广电局 |\n做好收尾 | 清点器物 | 市文旅局 | 8月底"
    )
    assert "办好庙会" not in told("deadline", rows=rows)


def test_the_words_of_a_field_are_the_place(notice: Notice, view: Look) -> None:
    document = notice("请落实。", behind=TASKS + "| 编制目录 | 市司法局 | 长期坚持 |\n")
    check = Records(("task",), field=("deadline",), words=(Pattern("(?P<mark>长期)"),))
    found = [match.captures for match in check.matches(view(document, "document"))]
    assert found == [(("item", "编制目录"),)]
