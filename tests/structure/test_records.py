import pickle
from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.model.record import Record, ancestors, families, has, lacking, said
from gongkai_lint.model.span import Span
from gongkai_lint.structure.records.labels import assigned

Read = Callable[[str], Document]
HEAD = (
    "云岭市水利局关于印发《{title}》的通知\n云水发〔2024〕3号\n各科室：\n"
    "现将《{title}》印发给你们，请遵照执行。\n云岭市水利局\n2024年5月20日\n{title}\n"
)


def issued(title: str, text: str) -> str:
    return HEAD.format(title=title) + text


def told(document: Document, record: Record) -> dict[str, str]:
    names = dict.fromkeys(field.name for field in record.fields)
    return {name: said(document.text, record, name) for name in names}


def leaves(document: Document, kind: str = "") -> list[Record]:
    return [r for r in document.records if not r.inner and (not kind or r.kind == kind)]


COLUMNS, TAB = "序号 | 事项名称 | 具体范围 | 依据 | 责任科室", "\t"
LISTS = [
    "一、水文资料\n（一）范围：未整编的水位数据。\n（二）依据：《档案法》第二十条。\n（三）责任科室：水文科。",
    "一、水文资料\n范围：未整编的水位数据\n依据：《档案法》第二十条\n密级：无\n责任科室：水文科",
    "一、水文资料。范围：未整编的水位数据；依据：《档案法》第二十条；责任科室：水文科。",
    "一、水文资料（范围：未整编的水位数据；依据：《档案法》第二十条；责任科室：水文科）。",
    f"{COLUMNS}\n1 | 水文资料 | 未整编的水位数据 | 《档案法》第二十条 | 水文科",
    f"{COLUMNS.replace(' | ', TAB)}\n1\t水文资料\t未整编的水位数据\t《档案法》第二十条\t水文科",
    "事项名称：水文资料\n具体范围：未整编的水位数据\n依据：《档案法》第二十条\n责任科室：水文科",
]


@pytest.mark.parametrize("text", LISTS)
def test_one_item_is_one_record_however_it_is_written(read: Read, text: str) -> None:
    document = read(issued("政务公开负面清单", f"{text}\n"))
    (record,) = leaves(document, "negative")
    fields = told(document, record)
    wanted = {"name": "水文资料", "scope": "未整编的水位数据", "unit": "水文科"}
    assert {name: fields[name].rstrip("。") for name in wanted} == wanted
    assert fields["basis"].startswith("《档案法》第二十条")


def test_numbered_lines_under_a_heading_are_its_records(read: Read) -> None:
    document = read(
        issued(
            "政务公开负面清单",
            "一、不予公开的信息\n（一）水库安防图。依据：《档案法》第二十条。\n（二）值班表。\n"
            "二、工作要求\n（一）各科室逐条对照。\n",
        )
    )
    first, second = leaves(document, "negative")
    assert [told(document, r)["name"] for r in (first, second)] == ["水库安防图", "值班表"]
    assert [a.inner for a in ancestors(document.records, second)] == [True]
    assert lacking(document.text, document.siblings(first), "basis") == (second,)
    assert lacking(document.text, (first, second, second), "basis") == ()  # not the custom
    assert (has(document.text, first, "basis"), has(document.text, second, "basis")) == (
        True,
        False,
    )


def test_units_and_days_of_a_task_are_fields_without_labels_too(read: Read) -> None:
    document = read(
        issued(
            "2024年河道整治方案",
            "一、主要任务\n（一）清淤。2024年10月底前清淤三公里。〔市河道处牵头，各乡镇配合〕\n"
            "（二）护岸。2024年11月底前护岸两公里。〔市河道处负责〕\n"
            "（三）植树。2024年12月底前植树千株。\n",
        )
    )
    tasks = leaves(document, "task")
    assert [said(document.text, task, "deadline") for task in tasks] == [
        "2024年10月底前",
        "2024年11月底前",
        "2024年12月底前",
    ]
    (without,) = lacking(document.text, document.siblings(tasks[0]), "unit")
    assert without.position == 3


def test_paragraphs_with_labels_behind_them_are_records_of_their_heading(read: Read) -> None:
    document = read(
        issued(
            "2024年河道整治方案",
            "一、主要任务\n清理淤泥三公里。\n牵头单位：市河道处\n实施路径：机械清淤\n"
            "完成时限：2024年10月底\n加固堤岸两公里。\n责任单位：市工程处\n完成时限：2024年11月底\n",
        )
    )
    blocks = [record for record in document.records if record.form == "block"]
    assert [said(document.text, block, "name", "unit") for block in blocks] == [
        "清理淤泥三公里；市河道处",
        "加固堤岸两公里；市工程处",
    ]
    assert blocks[0].of("")[0].key == "实施路径"


def test_a_note_with_two_statements_has_two_fields(read: Read) -> None:
    document = read(
        "云岭市水利局关于防汛工作的通知\n各科室：\n请做好防汛工作。\n云岭市水利局\n2024年5月20日\n"
        "（此件公开发布，发至乡镇级）\n"
    )
    (note,) = [record for record in document.records if record.form == "note"]
    assert told(document, note) == {"disclosure": "此件公开发布", "distribution": "发至乡镇级"}


def test_attachments_and_materials_are_lists_of_their_own(read: Read) -> None:
    document = read(
        "云岭市水利局关于年审的通知\n各单位：\n请提交下列材料：\n（一）取水申请表；\n（二）取水许可证。\n"
        "附件：1.申请表\n　　　2.联系表\n云岭市水利局\n2024年5月20日\n"
    )
    attached = leaves(document, "attachment")
    assert [said(document.text, record, "name") for record in attached] == ["申请表", "联系表"]


def test_articles_hold_their_items(read: Read) -> None:
    document = read(
        issued(
            "取水管理办法",
            "第一条　为了节水，制定本办法。\n第二条　申请取水，应当提交以下材料：\n"
            "（一）申请书；\n（二）图纸；\n（三）承诺书。\n第三条　本办法自2024年7月1日起施行。\n",
        )
    )
    articles = [record for record in document.records if record.form == "article"]
    assert [record.inner for record in articles] == [False, True, False]
    assert [record.kind for record in document.records].count("material") == 3


def test_an_empty_cell_is_an_empty_field_and_a_sum_no_record(read: Read) -> None:
    document = read(
        issued(
            "2024年河道任务清单",
            "| 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|\n| 清淤 | 市河道处 | — |\n"
            "| 护岸 | 市工程处 | 10月底前 |\n| 植树 | 市园林处 | 11月底前 |\n| 合计 | 三项 | |\n",
        )
    )
    rows = [record for record in document.records if record.form == "row"]
    assert [said(document.text, row, "name") for row in rows] == ["清淤", "护岸", "植树"]
    assert lacking(document.text, rows, "deadline") == (rows[0],)
    assert {row.kind for row in rows} == {"task"}


def test_columns_that_tell_what_is_published_make_a_catalogue(read: Read) -> None:
    document = read(
        issued("公开事项目录", "公开事项 | 公开依据 | 公开主体\n雨情 | 《条例》 | 市水文站\n")
    )
    assert [record.kind for record in document.records] == ["catalogue"]


def test_numbers_that_begin_anew_make_another_list(read: Read) -> None:
    document = read(issued("2024年河道方案", "1.清淤。\n2.护岸。\n1.植树。\n2.种草。\n"))
    assert [len(family) for family in families(document.records)] == [2, 2]


def test_records_are_the_same_after_pickling(read: Read) -> None:
    document = read(issued("2024年河道方案", "一、清淤\n责任单位：市河道处\n二、护岸\n"))
    copy = pickle.loads(pickle.dumps(document))  # noqa: S301 (our own document)
    assert copy.records == document.records


def test_very_many_items_are_read_without_recursion(read: Read) -> None:
    lines = "".join(f"{'一二三'[n % 3]}、甲\n（一）乙\n1.丙\n（1）丁\n" for n in range(2500))
    assert len(read(issued("2024年河道方案", lines)).records) == 10_000


@pytest.mark.parametrize(
    ("columns", "kind"),
    [("序号 | 公开内容 | 公开时限", "catalogue"), ("序号 | 公开内容 | 备注", "plain")],
)
def test_two_columns_of_their_own_make_a_catalogue(read: Read, columns: str, kind: str) -> None:
    rows = "\n1 | 预算 | 及时\n2 | 决算 | 及时"
    assert {record.kind for record in read(issued("清单", columns + rows)).records} == {kind}


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("办好学校〔市教育局牵头〕", ["市教育局牵头"]),
        ("办好学校〔责任单位：市教育局牵头〕", []),
    ],
)
def test_a_bracket_with_a_label_is_no_bare_unit(words: str, units: list[str]) -> None:
    found = assigned(words, Span(0, len(words)))
    assert [words[slice(*field.span)] for field in found] == units
