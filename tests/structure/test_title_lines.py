"""Titles over several lines, beside numbers and page words, with marks behind them."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.model.document_type import DocumentType

Read = Callable[[str], Document]
BODY = "各镇人民政府：\n为做好有关工作，现将有关事项通知如下。\n青禾县人民政府\n2024年5月6日\n"


def squeezed(document: Document, kind: str) -> list[str]:
    return ["".join(document.words(e.span).split()) for e in document.of(kind)]


@pytest.mark.parametrize(
    "lines",
    [
        # the first line ends like a letterhead
        ["青禾县人民政府关于规范清理历年制发文件", "有关工作的通知"],
        ["青禾县人民政府关于编印《青禾年鉴》和县政府公报", "发行工作的通知"],
        # an organ stands between what passes on and what is passed on
        ["青禾县人民政府转发县水利局等单位", "关于修复山塘水库工作意见的通知"],
        ["青禾县人民政府批转县农业农村局", "关于推广再生稻实施方案的通知"],
        ["青禾县人民政府办公室转发县教育局县民政局等部门", "关于关爱留守儿童若干措施的通知"],
        # the subject is broken where nothing goes on by its form
        ["青禾县人民政府关于", "公布第三批名树古木", "保护目录的通知"],
        ["青禾县人民政府", "关于印发青禾县渡口渡船", "安全管理办法的通知"],
        ["青禾县人民政府关于印发青禾县渡口管理规定", "配套实施细则的通知"],
        ["青禾县水利局 青禾县财政局", "关于印发青禾县河道保洁管理办法", "补充规定的通知"],
        ["青禾县水利局", "青禾县财政局", "青禾县林业局", "关于开展护堤林管护的通知"],
        ["青禾县人民政府关于调整农用水价标准", "和灌溉定额标准的通知"],
        ["青禾县人民政府关于全面推行", "农机补贴公示制度购机记录制度", "大额补贴审核制度的通知"],
        ["健康青禾建设委员会", "（爱国卫生运动委员会）", "关于印发清洁行动方案的通知"],
    ],
)
def test_a_title_may_be_broken_over_lines(read: Read, lines: list[str]) -> None:
    for between in ("\n", "\n\n"):
        document = read(f"青政发〔2024〕7号\n\n{between.join(lines)}\n\n{BODY}")
        assert squeezed(document, "title") == ["".join(lines).replace(" ", "")]
        assert document.document_type is DocumentType.NOTICE
        assert squeezed(document, "document_number") == ["青政发〔2024〕7号"]


@pytest.mark.parametrize("mark", ["。", "：", "，", "；", "！", ".", "*", "1", "12", "[2]", "①"])
def test_a_mark_behind_the_title_does_not_hide_its_kind(read: Read, mark: str) -> None:
    document = read(f"青禾县人民政府关于做好秋粮收购工作的通知{mark}\n{BODY}")
    assert squeezed(document, "title") == [f"青禾县人民政府关于做好秋粮收购工作的通知{mark}"]
    assert [element.value for element in document.of("title")] == [
        "青禾县人民政府关于做好秋粮收购工作的通知"
    ]
    assert document.document_type is DocumentType.NOTICE
    assert squeezed(document, "addressee") == ["各镇人民政府"]


@pytest.mark.parametrize(
    "line",
    [
        "青政发〔2024〕7号　{title}",
        "青政发〔2024〕17号 {title}",
        "{title}　青政发〔2024〕7号",
        "{title} 青政办发[2024]7号",
        "{title}　发布时间：2024-5-7 09:30",
        "{title}   发文日期：2024年5月7日",
        "{title} 更新时间：2024/5/7",
    ],
)
def test_number_or_page_words_may_stand_on_the_title_s_line(read: Read, line: str) -> None:
    title = "青禾县人民政府关于做好秋粮收购工作的通知"
    document = read(f"{line.format(title=title)}\n\n{BODY}")
    assert squeezed(document, "title") == [title]
    if "〕7号" in line:
        assert squeezed(document, "document_number") == ["青政发〔2024〕7号"]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "青禾县发展和改革局关于农业用水价格标准的通告",
            "根据《青禾市定价目录》（青市发改〔2023〕8号），现将用水价格标准公布如下：",
        ),
        (
            "青禾县民政局关于提高孤儿基本生活费标准的公告",
            "按照《云岭省民政厅关于提标的通知》（云民发[2024]3号）要求，现公告如下：",
        ),
        (
            "青禾县财政局关于公布行政事业性收费目录的通告",
            "依据云财综〔2022〕15号文件，经县政府同意，现将收费目录通告如下：",
        ),
    ],
)
def test_a_cited_number_and_a_table_s_head_are_no_head(read: Read, title: str, lead: str) -> None:
    document = read(
        f"{title}\n　　{lead}\n　　序号 类别 执行标准\n　　1 甲类 30元以下\n"
        "　　青禾县\n　　2024年5月6日\n"
    )
    assert squeezed(document, "title") == [title]
    assert not document.of("document_number")
