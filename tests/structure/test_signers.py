"""Who signs: organs by the document's own words, whatever they end with."""

from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
TEXT = "各科室：\n现就做好检查工作通知如下。\n一、各科室要在10月底前完成自查。\n"


def signers(document: Document) -> list[tuple[str, str | None]]:
    return [
        ("".join(document.words(e.span).split()), e.where) for e in document.of("issuing_authority")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "云岭市青石戒毒所",
        "云岭监狱",
        "青禾县北坡国有林场",
        "云岭市工人文化宫",
        "云岭市营商环境提升工作专班",
        "云岭市老旧小区改造推进组",
        "云岭市古城墙保护联盟",
        "青禾县烟草基地",
        "云岭市数字云岭运营体",
    ],
)
def test_whom_the_title_names_may_sign(read: Read, name: str) -> None:
    title = f"{name}关于做好检查工作的通知\n\n"
    assert signers(read(f"{title}{TEXT}{name}\n2024年9月8日\n")) == [(name, "signature")]
    assert signers(read(f"{title}{TEXT}{name}\n")) == [(name, "signature")]


@pytest.mark.parametrize("name", ["云岭市古城墙保护联盟", "青禾县烟草基地", "云岭江航道"])
def test_whom_the_letterhead_names_may_sign(read: Read, name: str) -> None:
    text = f"{name}文件\n\n云基发〔2024〕2号\n\n关于做好检查工作的通知\n\n{TEXT}"
    assert signers(read(f"{text}{name}\n2024年9月8日\n")) == [(name, "signature")]


def test_a_last_line_that_nobody_names_signs_nothing(read: Read) -> None:
    text = f"关于做好检查工作的通知\n\n{TEXT}重在落实\n2024年9月8日\n"
    assert signers(read(text)) == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ["青石新区管理局", "防汛抗旱指挥部（青石新区管理局代章）"],
            "青石新区管理局防汛抗旱指挥部",
        ),
        (["云岭市推进职能转变", "协调小组办公室"], "云岭市推进职能转变协调小组办公室"),
        (
            ["云岭市实施乡村建设行动", "工作专班（市农业农村局代章）"],
            "云岭市实施乡村建设行动工作专班",
        ),
        (["云岭市第三次全国土壤普查", "领导小组"], "云岭市第三次全国土壤普查领导小组"),
        (["云岭市招生考试委员会（代）"], "云岭市招生考试委员会"),
        (["云岭市森林防火指挥部（市林业局代章）"], "云岭市森林防火指挥部"),
    ],
)
def test_a_name_over_two_lines_or_with_another_s_seal_is_one(
    read: Read, lines: list[str], name: str
) -> None:
    written = "\n".join(lines)
    text = f"{name}关于做好检查工作的通知\n\n{TEXT}{written}\n2024年9月8日\n（此件公开发布）\n"
    assert signers(read(text)) == [(name, "signature")]


@pytest.mark.parametrize(
    ("title", "lines", "names"),
    [
        ("教育部 国家疾控局", "教育部 国家疾控局", ["教育部", "国家疾控局"]),
        ("司法部　国家数据局", "司法部　国家数据局", ["司法部", "国家数据局"]),
        ("水利部 国家林草局", "水利部　　　国家林草局", ["水利部", "国家林草局"]),
        ("审计署 国务院国资委", "审计署 国务院国资委", ["审计署", "国务院国资委"]),
        ("应急部", "应急部 国家消防救援局", ["应急部", "国家消防救援局"]),
        (
            "云岭市教育局云岭市民政局",
            "云岭市教育局\n云岭市民政局",
            ["云岭市教育局", "云岭市民政局"],
        ),
        ("中共青禾县委宣传部", "中共青禾县委 宣传部", ["中共青禾县委宣传部"]),
        (
            "中共云岭市委办公室云岭市人民政府办公室",
            "中共云岭市委办公室\n云岭市人民政府办公室",
            ["中共云岭市委办公室", "云岭市人民政府办公室"],
        ),
        (
            "云岭市教育局等部门",
            "云岭市“双减”办、云岭市教育局\n云岭市民政局、云岭市财政局",
            ["云岭市“双减”办", "云岭市教育局", "云岭市民政局", "云岭市财政局"],
        ),
        (
            "青禾县教育局等部门",
            "青禾县教育局　　　　中共青禾县委\n机构编制委员会办公室\n青禾县财政局",
            ["青禾县教育局", "中共青禾县委机构编制委员会办公室", "青禾县财政局"],
        ),
        (
            "青禾县教育局青禾县财政局中共青禾县委编办",
            "青禾县教育局青禾县财政局中共青禾县委编办",
            ["青禾县教育局", "青禾县财政局", "中共青禾县委编办"],
        ),
        ("云岭市水利局 南山林场", "云岭市水利局\n南山林场", ["云岭市水利局", "南山林场"]),
    ],
)
def test_joint_organs_are_told_from_one_organ_s_parts(
    read: Read, title: str, lines: str, names: list[str]
) -> None:
    text = f"{title}关于做好检查工作的通知\n\n各省有关部门：\n请执行。\n{lines}\n2024年9月8日\n"
    assert signers(read(text)) == [(name, "signature") for name in names]


@pytest.mark.parametrize(
    "printed", ["云岭市考试院办公室 2024年4月15日", "云岭市招生办公室2024年4月16日"]
)
def test_an_imprint_without_its_word_does_not_sign(read: Read, printed: str) -> None:
    document = read(
        "云岭市招生委员会文件\n云招委〔2024〕3号\n云岭市招生委员会关于印发《云岭市体育加试规定》的通知\n"
        "各县招生委员会：\n现将《云岭市体育加试规定》印发给你们，请执行。\n2024年4月13日\n（此件主动公开）\n"
        f"云岭市体育加试规定\n一、报名\n考生应当报名。\n（共印230份）\n{printed}\n"
    )
    assert str(document.date_of_issue) == "2024-04-13"
    assert [where for _, where in signers(document)] == ["title"]
    assert [e.value for e in document.of("disclosure_note")] == ["proactive"]


def test_organs_that_run_together_in_a_title_are_told_apart(read: Read) -> None:
    document = read(f"青禾县教育局青禾县民政局关于做好检查工作的通知\n\n{TEXT}2024年9月8日\n")
    assert signers(document) == [("青禾县教育局", "title"), ("青禾县民政局", "title")]
    assert "joint" in document.traits


def test_another_name_and_a_stamp_in_brackets_may_stand_below_who_signs(read: Read) -> None:
    title = "健康云岭建设委员会关于做好检查工作的通知\n\n"
    closing = "健康云岭建设委员会\n（爱国卫生运动委员会）（代章）\n2024年9月8日\n"
    document = read(f"{title}{TEXT}{closing}")
    assert signers(document) == [("健康云岭建设委员会", "signature")]
    assert document.date_of_issue == date(2024, 9, 8)
