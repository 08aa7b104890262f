from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
Parts = Callable[[str, str], list[str]]

REDHEAD = """\
000012
秘密★1年
特急
云岭市人民政府办公室文件
云政办发〔2024〕5号　　　　签发人：沈怀远
云岭市人民政府办公室
关于做好2024年防汛工作的通知
各县（市、区）人民政府，市政府各部门：
现就有关事项通知如下。
一、落实责任
请认真贯彻执行。
云岭市人民政府办公室
2024年4月8日
"""


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("copy_number", ["000012"]),
        ("classification", ["秘密★1年"]),
        ("urgency", ["特急"]),
        ("letterhead", ["云岭市人民政府办公室文件"]),
        ("document_number", ["云政办发〔2024〕5号"]),
        ("title", ["云岭市人民政府办公室\n关于做好2024年防汛工作的通知"]),
        ("addressee", ["各县（市、区）人民政府，市政府各部门"]),
        ("addressee_line", ["各县（市、区）人民政府，市政府各部门："]),
        ("furniture", []),
    ],
)
def test_each_part_of_a_head_is_found_by_position_and_form(
    parts: Parts, kind: str, words: list[str]
) -> None:
    assert parts(REDHEAD, kind) == words


def test_an_organ_over_the_number_is_a_letterhead(parts: Parts) -> None:
    letter = """\
云岭市数据局
云数函〔2025〕36号
云岭市数据局
关于商请提供停车场数据的函
市公安局：
现函告如下。
云岭市数据局
2025年8月11日
"""
    assert parts(letter, "letterhead") == ["云岭市数据局"]
    assert parts(letter, "title") == ["云岭市数据局\n关于商请提供停车场数据的函"]


def test_the_number_behind_a_title_is_no_part_of_it(parts: Parts) -> None:
    page = """\
关于印发《云岭市农民工参保实施意见（试行）》的通知（云劳社（2006）093号）
各有关用人单位：
现印发给你们，请遵照执行。
二〇〇六年十二月十三日
"""
    assert parts(page, "title") == ["关于印发《云岭市农民工参保实施意见（试行）》的通知"]
    assert parts(page, "document_number") == ["云劳社（2006）093号"]


@pytest.mark.parametrize(
    "line", ["【文　　号】 云国土房〔2008〕291号", "云国土房〔2008〕291号 　发文时间： 2008-11-03"]
)
def test_the_number_is_found_in_a_pages_metadata(parts: Parts, line: str) -> None:
    page = f"关于落实住房管理暂行办法的通知\n{line}\n各有关单位：\n现通知如下。\n2008年4月20日"
    assert parts(page, "document_number") == ["云国土房〔2008〕291号"]


def test_the_title_may_be_broken_over_lines(parts: Parts) -> None:
    title = "云岭市教育局印发《关于做好随迁\n子女参加考试工作的\n实施方案（试行）》的通知"
    text = f"{title}\n各区教育局：\n现印发给你们。\n云岭市教育局\n2014年4月21日"
    assert parts(text, "title") == [title]


def test_of_a_cover_and_an_issued_text_that_follows_at_once_the_covers_title_counts(
    parts: Parts,
) -> None:
    text = """\
建设部关于印发《选址规划管理办法》的通知
选址规划管理办法
第一条　为了保障布局，制定本办法。
第二条　本办法自发布之日起施行。
"""
    assert parts(text, "title") == ["建设部关于印发《选址规划管理办法》的通知"]


def test_a_colon_makes_the_addressee_and_a_bare_organ_under_the_title_does_too(
    parts: Parts,
) -> None:
    bare = "关于拨付资金的批复\n青禾县财政局\n你局请示收悉。同意拨付。\n2024年5月6日"
    assert parts(bare, "addressee") == ["青禾县财政局"]
    without_colon = REDHEAD.replace("部门：", "部门")
    assert parts(without_colon, "addressee") == ["各县（市、区）人民政府，市政府各部门"]


def test_a_line_that_introduces_a_list_is_no_addressee(parts: Parts) -> None:
    text = "关于划定防火区的通告\n市政府决定下列单位负责：\n一、林业局。\n云岭市人民政府"
    assert parts(text, "addressee") == []


def test_the_organs_that_sign_a_communique_under_its_title_are_no_addressee(read: Read) -> None:
    document = read("""\
云岭市2012年国民经济和社会发展统计公报
云岭市统计局
国家统计局云岭调查队
2013年3月18日
2012年，全市经济平稳较快增长。
一、综合
初步核算，全年实现地区生产总值286.40亿元。
""")
    assert not document.of("addressee")
    assert document.issuer.names == ("云岭市统计局", "国家统计局云岭调查队")
    assert document.words(document.of("body")[0].span).startswith("2012年，全市")


@pytest.mark.parametrize(
    "first",
    [
        "为做好解读工作，制定本方案。",
        "根据市政府安排，现通告如下：",
        "为有效预防和扑救森林火灾，保障人民生命财产安全，根据《中华人民共和国森林法》有关规定，现通告如下：",
    ],
)
def test_the_text_begins_with_its_first_sentence_however_short(parts: Parts, first: str) -> None:
    text = f"云岭市森林防火通告\n{first}\n一、防火区\n林地为防火区。\n云岭市人民政府\n2022年8月22日"
    assert parts(text, "body")[0].startswith(first)


def test_the_text_of_a_table_begins_right_under_its_title(parts: Parts) -> None:
    table = "2023年政务公开工作督察表\n序号 | 任务 | 时限\n1 | 更新目录 | 9月底前"
    assert parts(table, "body") == ["序号 | 任务 | 时限\n1 | 更新目录 | 9月底前"]


def test_site_furniture_stands_apart_and_a_title_repeated_above_it_too(read: Read) -> None:
    document = read("""\
首页
当前位置：首页 > 政务公开 > 通知
索引号：000014349/2024-00021
关于做好防汛工作的通知
发布时间：2024-04-09 　来源：市政府办
关于做好防汛工作的通知
各县人民政府：
现就有关事项通知如下。
云岭市人民政府
2024年4月8日
【打印】 【关闭】
主办单位：云岭市人民政府　承办单位：云岭市人民政府办公室
""")
    assert document.words(document.of("title")[0].span) == "关于做好防汛工作的通知"
    assert len(document.of("furniture")) == 7
    shown = "\n".join(document.words(span) for span in document.content)
    assert shown.startswith("关于做好防汛工作的通知\n各县人民政府：")
    assert shown.endswith("2024年4月8日")


def test_a_clause_with_an_organ_in_charge_is_no_furniture(parts: Parts) -> None:
    text = """\
云岭市信访办法
第一条 为规范信访，制定本办法。
第二条 承办单位应当在十日内答复。
第三条 会议由市政府办公室主办。
"""
    assert len(parts(text, "article")) == 3
    assert parts(text, "furniture") == []


def test_nothing_of_the_text_follows_the_links_to_the_pages_beside_it(parts: Parts) -> None:
    text = (
        "云岭市关于做好防汛工作的通知\n各县人民政府：\n现就有关事项通知如下。\n云岭市水利局\n"
        "2024年4月8日\n上一篇：云岭市公园管理办法(试行)\n云岭市人民政府发布\n"
    )
    assert parts(text, "furniture") == ["上一篇：云岭市公园管理办法(试行)", "云岭市人民政府发布"]


def test_the_number_of_an_order_may_stand_with_its_year_in_brackets(parts: Parts) -> None:
    text = (
        "云岭市人民政府令\n（〔2011〕第20号）\n《公园管理规定》已经市政府第99次常务会议通过，"
        "现予公布，自2012年3月1日起施行。\n市长　沈怀远\n二○一一年十二月三十一日\n"
    )
    assert parts(text, "document_number") == ["（〔2011〕第20号）"]


def test_a_list_of_metadata_names_no_addressee(parts: Parts) -> None:
    text = (
        "云岭县人民政府工作规则\n• 索引号：\n云政〔2024〕\n• 发文机构：\n云岭县人民政府办公室\n"
        "一、根据有关法律，结合本县实际，制定本规则。\n"
    )
    assert parts(text, "addressee") == []
