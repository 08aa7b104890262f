from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.structure.frame.headings import level_of

Read = Callable[[str], Document]

TOP = "关于做好防汛工作的通知\n各县人民政府：\n现就有关事项通知如下。\n"


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("一、总体要求", 1),
        ("十一.总体要求", 1),
        ("（一）指导思想。", 2),
        ("㈠指导思想", 2),
        ("1．加强领导", 3),
        ("12、加强领导", 3),
        ("3.5万元", None),
        ("（1）加强领导", 4),
        ("①加强领导", 4),
        ("1）加强领导", 4),
        ("㉑加强领导", 4),
        ("㊿加强领导", 4),
        ("⒈加强领导", 3),
        ("⒛加强领导", 3),
        ("卅、加强领导", 1),
        ("第一条　总则", None),
        ("二十万元", None),
    ],
)
def test_an_ordinal_tells_the_level(words: str, level: int | None) -> None:
    assert level_of(words) == level


def test_a_run_in_heading_ends_with_its_full_stop(read: Read) -> None:
    document = read(f"{TOP}一、加强领导。各县要落实责任。\n（一）明确任务\n云岭市人民政府")
    headings = document.of("heading")
    assert [document.words(h.span) for h in headings] == ["一、加强领导。", "（一）明确任务"]
    assert [(h.level, h.value) for h in headings] == [(1, "1"), (2, "1")]


def test_an_article_holds_its_paragraphs_and_items_up_to_the_next(read: Read) -> None:
    document = read("""\
云岭市公园管理办法
第一章　总则
第一条　公园应当具备下列条件：
（一）面积达标；
（二）设施齐全。
前款规定以外的，从其规定。
第二章　附则
第二条　本办法自印发之日起施行。
""")
    articles = document.of("article")
    assert [article.value for article in articles] == ["1", "2"]
    assert document.words(articles[0].span).endswith("前款规定以外的，从其规定。")
    assert [item.value for item in document.of("item")] == ["1", "2"]
    assert not document.of("heading")


def test_one_cited_article_makes_no_statute(read: Read) -> None:
    document = read(f"{TOP}第一条规定如下。\n第五条　应当执行。\n一、请执行。")
    assert not document.of("article")
    assert len(document.of("heading")) == 1


def test_ordinals_in_attachments_and_flat_tables_are_no_headings(read: Read) -> None:
    document = read(f"""\
{TOP}一、请执行。
1. 编制目录 | 市财政局 | 9月底前
云岭市人民政府
2024年4月8日
附件1
一、任务
""")
    assert [document.words(h.span) for h in document.of("heading")] == ["一、请执行。"]


def test_an_article_may_have_a_thousand_before_it(read: Read) -> None:
    lines = "第九百九十九条　甲。\n第一千条　乙。\n第一千零一条　丙。\n第一千二百六十一条　丁。"
    articles = read(f"云岭市若干规定\n{lines}").of("article")
    assert [article.value for article in articles] == ["999", "1000", "1001", "1261"]


def test_signs_in_circles_count_beyond_twenty(read: Read) -> None:
    document = read(f"{TOP}㉑加强领导。各县要落实责任。\n㊱明确任务。\n⒉报送情况。\n云岭市人民政府")
    assert [heading.value for heading in document.of("heading")] == ["21", "36", "2"]
