"""附件说明 under the text and behind what it issues; attachments that are no issued text."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
Parts = Callable[[str, str], list[str]]
COVER = (
    "青禾县人民政府关于印发《青禾县晒谷场管理办法》的通知\n各镇人民政府：\n"
    "现将《青禾县晒谷场管理办法》印发给你们，请遵照执行。\n青禾县人民政府\n2024年9月2日\n"
    "（此件公开发布）\n青禾县晒谷场管理办法\n"
)
ARTICLES = "第一条　为了管好晒谷场，制定本办法。\n第二条　本办法自2024年10月1日起施行。\n"
HEADINGS = "一、范围\n全县晒谷场。\n二、附则\n本办法自2024年10月1日起施行。\n"


@pytest.mark.parametrize("text", [ARTICLES, HEADINGS])
@pytest.mark.parametrize(
    "note",
    [
        "附件：晒谷场一览表",
        "附件：1.晒谷场一览表\n2.收费标准",
        "附件：\n1.晒谷场一览表\n2.收费标准",
        "附件：\n１．晒谷场一览表\n２．收费标准\n３．申请表",
        "附件1：晒谷场一览表\n附件2：收费标准",
    ],
)
def test_a_note_may_stand_behind_the_issued_text(read: Read, text: str, note: str) -> None:
    document = read(f"{COVER}{text}{note}\n")
    told = [document.words(e.span) for e in document.of("attachment_note")]
    headings = {document.words(e.span) for e in (*document.of("heading"), *document.of("item"))}
    if not note.startswith("附件1"):
        assert told == [note]
    assert not any("收费标准" in heading for heading in headings)


def test_attachments_behind_the_issued_text_s_note_are_attachments(parts: Parts) -> None:
    note = "附件：1.晒谷场一览表\n2.收费标准"
    text = f"{COVER}{ARTICLES}{note}\n附件1\n晒谷场一览表\n东场。\n附件2\n收费标准\n每吨1元。\n"
    assert parts(text, "attachment_note") == [note]
    assert parts(text, "attachment") == [
        "附件1\n晒谷场一览表\n东场。",
        "附件2\n收费标准\n每吨1元。",
    ]


def test_a_mark_over_text_opens_an_attachment(parts: Parts) -> None:
    text = f"{COVER}{ARTICLES}附件：\n1.东场由东村管理，西场由西村管理。\n2.收费标准另定。\n"
    assert parts(text, "attachment_note") == []
    assert len(parts(text, "attachment")) == 1


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("发布退出示范名录晒谷场（2024年第二批）", "青禾县退出示范名录晒谷场名单（2024年第二批）"),
        ("公布第三批放心粮店", "青禾县第三批放心粮店名单"),
        ("公布2024年秋粮收购站点", "青禾县2024年秋粮收购站点一览表"),
    ],
)
def test_what_a_notice_makes_known_is_an_attachment(read: Read, title: str, listed: str) -> None:
    document = read(
        f"青禾县粮食局关于{title}的公告\n现予以公告。\n附件：{listed}\n青禾县粮食局\n2024年9月2日\n"
        f"附件\n{listed}\n序号 | 名称\n1 | 东村粮店\n"
    )
    assert not document.of("issued_text_title")
    assert len(document.of("attachment")) == 1


def test_what_is_issued_as_an_attachment_is_the_issued_text(parts: Parts) -> None:
    text = COVER.replace("青禾县晒谷场管理办法\n", "").replace("（此件", "附件：管理办法\n（此件")
    text += f"附件\n青禾县晒谷场管理暂行办法\n{ARTICLES}"
    assert parts(text, "issued_text_title") == ["青禾县晒谷场管理暂行办法"]


def test_a_name_of_the_note_may_go_on_in_the_next_line(read: Read) -> None:
    note = "附件：晒谷场租用资格审核\n及材料清单"
    text = COVER + ARTICLES + note + "\n附件\n晒谷场租用资格审核及材料清单\n户名 | 面积\n"
    document = read(text)
    assert [document.words(e.span) for e in document.of("attachment_note")] == [note]
