"""The fields of a processing sheet that is a file of its own."""

from collections.abc import Callable

from gongkai_lint.model.document import Document
from gongkai_lint.structure.frame.sheet_page import read_sheet

Read = Callable[[str], Document]


def fields(read: Read, text: str) -> list[tuple[str | None, str]]:
    sheet = read_sheet(read(text))
    return [(e.value, sheet.words(e.span)) for e in sheet.of("sheet_field")]


def test_lines_give_fields_several_on_a_line(read: Read) -> None:
    text = "发文稿纸\n标题：关于防汛的通知　　密级：\n会签：市财政局、市水利局"
    assert fields(read, text) == [
        ("标题", "关于防汛的通知"),
        ("密级", ""),
        ("会签", "市财政局、市水利局"),
    ]


def test_cells_give_fields_an_empty_cell_too(read: Read) -> None:
    text = "呈批单\n标题 | 关于防汛的通知 | 密级 | 无\n保密审查 |  | 签发 | 张三"
    assert fields(read, text) == [
        ("标题", "关于防汛的通知"),
        ("密级", "无"),
        ("保密审查", ""),
        ("签发", "张三"),
    ]


def test_the_ticked_option_is_the_value(read: Read) -> None:
    text = "发文稿纸\n公开属性：□主动公开 ☑依申请公开 □不予公开\n解读：是□ 否□\n密级：无√ 秘密"
    assert fields(read, text) == [("公开属性", "依申请公开"), ("解读", ""), ("密级", "无")]
    assert read_sheet(read(text)).disclosure == "on_request"


def test_front_matter_gives_fields_beside_the_lines(read: Read) -> None:
    text = "---\n公开属性: 不予公开\n---\n发文稿纸\n不公开理由：内部事务信息"
    sheet = read_sheet(read(text))
    assert sheet.disclosure == "withheld"
    assert len(sheet.of("disclosure_note")) == 1
    (reason,) = sheet.of("withholding_reason")
    assert sheet.words(reason.span) == "内部事务信息"


def test_a_cell_may_hold_both_name_and_value_in_lines(read: Read) -> None:
    text = "发文稿纸\n签发： | 会签：市财政局\n标题 | 关于防汛的通知 | 附件 | 解读方案"
    assert fields(read, text) == [
        ("签发", ""),
        ("会签", "市财政局"),
        ("标题", "关于防汛的通知"),
        ("附件", "解读方案"),
    ]


def test_values_may_stand_in_the_row_below_their_names(read: Read) -> None:
    text = "发文稿纸\n标题 | 密级 | 公开属性\n关于防汛的通知 |  | 主动公开\n保密审查 | 已审查"
    assert fields(read, text) == [
        ("标题", "关于防汛的通知"),
        ("密级", ""),
        ("公开属性", "主动公开"),
        ("保密审查", "已审查"),
    ]
