from collections.abc import Callable
from datetime import date

from gongkai_lint.model.document import Document
from gongkai_lint.model.source import Anchor, Paragraph, Place, Source
from gongkai_lint.structure.recognize import recognize

Read = Callable[[str], Document]

NOTICE = (
    "关于开展考核的通知",
    "局属各单位：",
    "现就有关事项通知如下。",
    "云岭市教育局",
    "2024年8月5日",
)


def _source(*lines: tuple[str, Place]) -> Source:
    paragraphs = tuple(
        Paragraph(text, Anchor(0, number), place=place)
        for number, (text, place) in enumerate(lines)
    )
    return Source(paragraphs, "sha256:", "docx")


def _cells(*words: str) -> list[tuple[str, Place]]:
    return [(word, Place("table", 1, i // 2 + 1, i % 2 + 1)) for i, word in enumerate(words)]


def _fields(document: Document) -> dict[str | None, str]:
    return {field.value: document.words(field.span) for field in document.of("sheet_field")}


def test_a_table_above_the_title_is_a_sheet_of_keys_and_values() -> None:
    cells = _cells(
        "公开属性", "不予公开", "不予公开理由", "内部管理信息", "密级", "", "会签", "核稿人"
    )
    document = recognize(_source(*cells, *((line, Place()) for line in NOTICE)))
    assert _fields(document) == {
        "公开属性": "不予公开",
        "不予公开理由": "内部管理信息",
        "密级": "",
        "会签": "",
        "核稿人": "",
    }
    assert document.disclosure == "withheld"
    assert [document.words(e.span) for e in document.of("withholding_reason")] == ["内部管理信息"]
    assert "has_sheet" in document.traits
    assert document.words(document.of("title")[0].span) == NOTICE[0]


def test_one_known_cell_makes_no_sheet() -> None:
    cells = _cells("附件", "甲")
    document = recognize(_source(*cells, *((line, Place()) for line in NOTICE)))
    assert not document.of("sheet_field")


def test_properties_are_fields_only_where_their_name_is_known() -> None:
    known = ("公开属性：主动公开", Place("properties"))
    other = ("Company：云岭软件", Place("properties"))
    document = recognize(_source(*((line, Place()) for line in NOTICE), known, other))
    assert _fields(document) == {"公开属性": "主动公开"}
    assert document.disclosure == "proactive"


def test_front_matter_is_a_sheet_and_dates_an_undated_draft(read: Read) -> None:
    head = "---\n公开属性: 依申请公开\n成文日期: 2024年11月25日\n密级: 秘密\n---\n"
    document = read(head + "\n".join(NOTICE[:4]))
    assert _fields(document)["公开属性"] == "依申请公开"
    assert document.disclosure == "on_request"
    assert document.judged_on == date(2024, 11, 25)
    assert "classified" in document.traits


def test_rows_drawn_with_bars_above_the_title_are_a_sheet(read: Read) -> None:
    document = read(
        "| 公开属性 | 主动公开 | 会签 | 县财政局 |\n| 保密审查 | | 解读 | 否 |\n"
        "雾山县财政局关于下达补贴资金的通知\n各乡镇财政所：\n现下达补贴资金。"
    )
    assert _fields(document) == {
        "公开属性": "主动公开",
        "会签": "县财政局",
        "保密审查": "",
        "解读": "否",
    }


def test_the_metadata_of_a_page_drawn_with_bars_are_no_sheet(read: Read) -> None:
    document = read(
        "| 文号 | 云政发〔2026〕9号 | 成文日期 | 2026年3月2日 |\n"
        "| 标题 | 通知 | 公开方式 | 主动公开 |\n"
        "雾山县财政局关于下达补贴资金的通知\n各乡镇财政所：\n现下达补贴资金。"
    )
    assert not document.of("sheet_field")


def test_lines_above_the_title_are_a_sheet(read: Read) -> None:
    document = read("\n".join(("公开类别：限制公开", "政务公开机构审查意见：同意", *NOTICE)))
    assert _fields(document) == {"公开类别": "限制公开", "政务公开机构审查意见": "同意"}
    assert [(e.where, e.value) for e in document.of("disclosure_note")] == [
        ("sheet", "nonstandard")
    ]


def test_the_marks_of_a_letterhead_are_no_sheet(read: Read) -> None:
    document = read("\n".join(("密级：秘密", "签发人：王小禾", *NOTICE)))
    assert _fields(document) == {}
