"""Which file of a submission is what."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.dossier import Role
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.structure.roles import File, Seating, seat

Read = Callable[[str], Document]
WORDS = load_ruleset().roles
NOTICE = (
    "云岭市人民政府关于印发云岭市公园管理办法的通知\n各县人民政府：\n现印发给你们。\n云岭市人民政府"
)
NAMES: dict[str, Role] = {
    "01 发文稿纸.docx": "processing_sheet",
    "呈批单（定稿）.docx": "processing_sheet",
    "政策解读方案v2.docx": "interpretation_plan",
    "附件2：解读方案.docx": "interpretation_plan",
    "《云岭市公园管理办法》政策解读_20250301.txt": "interpretation_text",
    "一图读懂公园管理办法.png": "interpretation_text",
    "关于《云岭市公园管理办法》的起草说明.docx": "drafting_note",
    "市司法局合法性审核意见书.pdf": "legality_review",
    "公平竞争审查表.xlsx": "fair_competition_review",
    "3.保密审查表（扫描件）.docx": "secrecy_review",
    "征求意见采纳情况汇总表.docx": "consultation_report",
    "征求有关部门意见情况.docx": "consultation_report",
    "会签单.docx": "consultation_report",
    "附件1-任务分工表.docx": "attachment",
}


def sit(*files: tuple[str, Document | None], stated: dict[str, Role] | None = None) -> Seating:
    roles = stated or {}
    return seat("", [File(name, name, roles.get(name), found) for name, found in files], WORDS)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_tells_the_role(read: Read, name: str) -> None:
    dossier, trouble = sit(("稿.txt", read(NOTICE)), (name, None))
    assert [paper.path for paper in dossier.of((NAMES[name],))] == [name]
    assert trouble == ""


@pytest.mark.parametrize(
    "name",
    ["云岭市公平竞争审查实施办法.docx", "关于做好保密审查工作的通知.docx", "解读工作制度.docx"],
)
def test_a_name_that_only_speaks_of_a_matter_tells_no_role(read: Read, name: str) -> None:
    dossier, _ = sit((name, read(NOTICE)))
    assert dossier.draft is not None


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("云岭市人民政府办公室发文稿纸\n标题：关于做好防汛工作的通知", "processing_sheet"),
        ("《云岭市公园管理办法》政策解读方案\n一、解读主体", "interpretation_plan"),
        ("关于《云岭市公园管理办法（送审稿）》\n的起草说明\n一、起草背景", "drafting_note"),
        ("云岭市司法局\n关于《云岭市公园管理办法》的合法性审核意见\n经审核", "legality_review"),
        ("附件1\n任务分工表\n序号 | 任务", "attachment"),
    ],
)
def test_a_title_tells_the_role_where_the_name_does_not(read: Read, title: str, role: Role) -> None:
    dossier, _ = sit(("稿.txt", read(NOTICE)), ("2.txt", read(title)))
    assert dossier.documents((role,))[0].text == title


def test_a_stated_role_wins_over_the_name(read: Read) -> None:
    dossier, _ = sit(
        ("解读方案.txt", read(NOTICE)), ("2.txt", read("丙")), stated={"解读方案.txt": "draft"}
    )
    assert dossier.draft is not None
    assert dossier.draft.text == NOTICE
    assert [paper.path for paper in dossier.papers if paper.role is None] == ["2.txt"]


def test_the_named_draft_wins_then_what_is_issued_then_the_only_text(read: Read) -> None:
    request = read("云岭市城管局关于提请印发公园管理办法的请示\n云岭市人民政府：\n妥否，请批示。")
    assert sit(("甲.txt", read(NOTICE)), ("乙送审稿.txt", request))[0].draft == request
    chosen = sit(("甲.txt", request), ("乙.txt", read(NOTICE)))[0].draft
    assert chosen is not None
    assert chosen.text == NOTICE
    assert sit(("甲.txt", read("丙")), ("解读方案.txt", read("丁")))[0].draft is not None


def test_a_covering_letter_gives_way_to_the_draft_attached(read: Read) -> None:
    request = read("云岭市城管局关于提请印发公园管理办法的请示\n云岭市人民政府：\n妥否，请批示。")
    rules = read("云岭市公园管理办法\n第一条　为加强管理，制定本办法。\n第二条　不得攀折花木。")
    dossier, trouble = sit(("请示.txt", request), ("附件1 公园管理办法（送审稿）.txt", rules))
    assert trouble == ""
    assert dossier.draft is not None
    assert dossier.draft.text == rules.text
    alone = sit(("请示.txt", request), ("附件1 公园管理办法.txt", rules)).dossier
    assert alone.draft == request


def test_no_draft_and_two_drafts_are_told(read: Read) -> None:
    none = sit(("解读方案.txt", read("丁")))
    assert none.dossier.draft is None
    assert "没有认出文稿" in none.trouble
    two = sit(("甲.txt", read(NOTICE)), ("乙.txt", read(NOTICE)))
    assert two.dossier.draft is None
    assert "有 2 份像文稿的文件（甲.txt、乙.txt）" in two.trouble


def test_a_role_makes_a_document_what_it_is(read: Read) -> None:
    text = read("公园管理办法问题汇编\n问：哪些人适用？")
    stated: dict[str, Role] = {"2.txt": "interpretation_text"}
    dossier, _ = sit(("稿.txt", read(NOTICE)), ("2.txt", text), stated=stated)
    (found,) = dossier.documents(("interpretation_text",))
    assert found.document_type is DocumentType.INTERPRETATION


def test_the_draft_knows_what_its_sheet_declares(read: Read) -> None:
    sheet = read("发文稿纸\n公开属性：不予公开\n密级：秘密\n重大行政决策：是")
    dossier, _ = sit(("稿.txt", read(NOTICE)), ("发文稿纸.txt", sheet))
    assert dossier.draft is not None
    assert dossier.draft.disclosure == "withheld"
    assert {"has_sheet", "classified", "major_decision"} <= dossier.draft.traits


@pytest.mark.parametrize(
    ("said", "is_major"),
    [
        ("本办法属于重大行政决策事项。", True),
        ("本事项列入2025年度重大行政决策目录。", True),
        ("本办法不属于重大行政决策事项。", False),
        ("本办法未列入重大行政决策事项目录。", False),
    ],
)
def test_a_note_may_tell_a_major_decision(read: Read, said: str, *, is_major: bool) -> None:
    dossier, _ = sit(("稿.txt", read(NOTICE)), ("起草说明.txt", read(said)))
    assert dossier.draft is not None
    assert ("major_decision" in dossier.draft.traits) is is_major
