from datetime import date

import pytest

from gongkai_lint.model.document import Task
from gongkai_lint.model.source import Source
from gongkai_lint.model.span import Span
from gongkai_lint.structure.tables.tables import find_tables
from gongkai_lint.structure.tasks.responsible import read_cell, read_responsible, split_units
from gongkai_lint.structure.tasks.tasks import find_tasks
from gongkai_lint.structure.times.times import find_times

ISSUED = date(2024, 3, 4)


def tasks(text: str) -> tuple[Task, ...]:
    spans = [Span(0, len(text))]
    tables = find_tables(Source((), "", ""), text, ())
    return find_tasks(text, spans, find_times(text, spans, ISSUED), tables)


def only(text: str) -> Task:
    (task,) = tasks(text)
    return task


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("市教育局、市财政局", ["市教育局", "市财政局"]),
        ("市教育局和市财政局等部门", ["市教育局", "市财政局"]),
        ("市文化和旅游局", ["市文化和旅游局"]),
        ("市住房和城乡建设局，各县（市、区）人民政府", None),
        ("各市、县人民政府按职责分工", ["各市、县人民政府"]),
        ("市直各部门、各乡(镇)、街道、场", ["市直各部门", "各乡(镇)", "街道", "场"]),
        ("市人力资源社会保障局（以下简称市人社局）", ["市人力资源社会保障局"]),
    ],
)
def test_an_enumeration_of_units_is_split(words: str, units: list[str] | None) -> None:
    usual = ["市住房和城乡建设局", "各县（市、区）人民政府"]
    assert list(split_units(words)) == (units or usual)


@pytest.mark.parametrize(
    ("words", "lead", "others"),
    [
        ("市政府办牵头，市直各部门负责", ["市政府办"], ["市直各部门"]),
        ("市教育局、市财政局按职责分工负责", ["市教育局", "市财政局"], []),
        ("市教育局牵头，市财政局配合；2024年底前完成", ["市教育局"], ["市财政局"]),
        ("责任单位：市教育局；配合单位：市财政局", ["市教育局"], ["市财政局"]),
        ("负责部门：市教育局，适用范围：岚山区", ["市教育局"], []),
        ("责任单位：市教育局；完成时限：2024年6月底前", ["市教育局"], []),
    ],
)
def test_a_bracket_tells_who_leads_and_who_takes_part(
    words: str, lead: list[str], others: list[str]
) -> None:
    who = read_responsible(words)
    assert (list(who.lead), list(who.others)) == (lead, others)


@pytest.mark.parametrize(
    ("words", "lead", "others"),
    [
        ("市人力资源\n社会保障局", ["市人力资源社会保障局"], []),
        ("各县（市、区）\n人民政府", ["各县（市、区）人民政府"], []),
        ("市政府办\n（市政务公开办）", ["市政府办（市政务公开办）"], []),
        ("市司法局\n市财政局", ["市司法局", "市财政局"], []),
        ("牵头：市司法局\n配合：市财政局、市教育局", ["市司法局"], ["市财政局", "市教育局"]),
        ("市司法局（牵头）、市财政局", ["市司法局"], ["市财政局"]),
        ("牵头单位:市司法局 责任单位:市财政局", ["市司法局"], ["市财政局"]),
        ("/", [], []),
        ("—", [], []),
    ],
)
def test_a_cell_names_units_line_by_line(words: str, lead: list[str], others: list[str]) -> None:
    who = read_cell(words)
    assert (list(who.lead), list(who.others)) == (lead, others)


@pytest.mark.parametrize(
    ("opening", "closing"), [tuple(pair) for pair in ("〔〕", "（）", "[]", "【】", "()")]
)
def test_a_bracket_at_the_end_of_a_paragraph_names_the_units(opening: str, closing: str) -> None:
    text = f"（一）编制公开目录，逐项列明依据。{opening}市司法局牵头，2024年6月底前完成{closing}"
    task = only(text)
    assert text[slice(*task.span)] == "（一）编制公开目录，逐项列明依据。"
    assert (task.lead, task.deadline) == (("市司法局",), date(2024, 6, 30))
    assert task.deadline_span
    assert text[slice(*task.deadline_span)] == "2024年6月底前"


def test_the_deadline_may_stand_in_the_words_of_the_task() -> None:
    task = only("2024年9月底前将公开工作人员轮训一遍。（责任单位：市委组织部、市人社局）")
    assert task.lead == ("市委组织部", "市人社局")
    assert task.deadline == date(2024, 9, 30)


def test_two_tasks_of_one_paragraph_are_told_apart() -> None:
    text = "建立公开目录动态调整制度。（市司法局负责）完善政策解读审核机制。（市政府办负责）"
    first, second = tasks(text)
    assert text[slice(*second.span)] == "完善政策解读审核机制。"
    assert (first.lead, second.lead) == (("市司法局",), ("市政府办",))


def test_a_sibling_without_bracket_is_a_task_without_units() -> None:
    lines = [f"（{n}）推进第{n}项改革任务，完善配套制度，形成长效机制。" for n in "一二三四五"]
    text = "\n".join(line + ("" if n == 2 else "〔市司法局负责〕") for n, line in enumerate(lines))
    found = tasks(text)
    assert [task.lead for task in found].count(()) == 1
    assert found[2].lead == ()


def test_a_bracket_inside_a_sentence_assigns_nothing() -> None:
    assert not tasks("国家机关实行法定代表人（负责人）问责制度，并接受社会监督。")


@pytest.mark.parametrize(
    ("text", "lead", "others", "day"),
    [
        (
            "市司法局要于2024年11月底前完成清理。",
            ["市司法局"],
            [],
            date(2024, 11, 30),
        ),
        (
            "由市司法局牵头，会同市财政局于2024年6月30日前制定办法。",
            ["市司法局"],
            ["市财政局"],
            date(2024, 6, 30),
        ),
        (
            "各县（市、区）人民政府应当于2024年5月31日（含）前报送方案。",
            ["各县（市、区）人民政府"],
            [],
            date(2024, 5, 31),
        ),
        ("2024年6月底前，市应急管理局要编制预案。", ["市应急管理局"], [], date(2024, 6, 30)),
        ("市应急局要于2024年5月24日前牵头组织演练。", ["市应急局"], [], date(2024, 5, 24)),
        ("由市数据局牵头，市公安局配合。", ["市数据局"], ["市公安局"], None),
        ("请各主管部门于2024年5月30日前报送情况。", ["各主管部门"], [], date(2024, 5, 30)),
        (
            "市司法局办好培训，2024年9月底前市政府办将组织考核。",
            ["市政府办"],
            [],
            date(2024, 9, 30),
        ),
        ("各部门主要负责同志年内解读政策应不少于3次。", ["各部门"], [], date(2024, 12, 31)),
        ("2024年9月底前完成平台改造。", [], [], date(2024, 9, 30)),
    ],
)
def test_a_sentence_assigns_a_task(
    text: str, lead: list[str], others: list[str], day: date | None
) -> None:
    task = only(text)
    assert (list(task.lead), list(task.others), task.deadline) == (lead, others, day)


@pytest.mark.parametrize(
    "text",
    [
        "第六条　市住房保障部门负责牵头组织实施本办法。",
        "登记机关应当自受理之日起5个工作日内办结。",
        "市人民政府建立部门牵头的联席会议制度。",
        "公示的信息保留至2024年底，并公布结果。",
        "2024年6月9日，机关完成搬迁。",
        "本办法自2024年5月1日起施行。",
    ],
)
def test_a_competence_a_limit_or_a_day_alone_is_no_task(text: str) -> None:
    assert not tasks(text)


def test_a_sentence_that_begins_with_a_day_is_for_the_unit_before_it() -> None:
    due = "2024年6月9日前，向市政府办公室报送情况，市政府办公室将予以通报。"
    assert only(due).lead == ()
    (task,) = tasks(f"各部门要抓好落实。{due}")
    assert (task.lead, task.deadline) == (("各部门",), date(2024, 6, 9))
    (task,) = tasks("各部门要抓好落实。以上工作要在2024年6月9日前完成。")
    assert task.lead == ()


def test_the_rows_of_a_table_are_tasks_and_merged_cells_count() -> None:
    text = (
        "工作任务 | 具体事项 | 主体责任单位 | 牵头指导责任单位 | 完成时限\n"
        "编制目录 | (1)城乡规划 | 各乡镇政府 | 市自然资源局 | 2024年11月底前\n"
        "(2)项目建设 | 市发展改革委 |||"
    )
    first, second = tasks(text)
    assert text[slice(*second.span)] == "(2)项目建设"
    assert second.lead == ("市发展改革委",)
    assert second.others == ("各乡镇政府",)
    assert first.deadline == second.deadline == date(2024, 11, 30)


def test_a_cell_without_a_day_is_the_place_of_the_missing_deadline() -> None:
    text = (
        "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n"
        "| 1 | 建成信息平台 | 市数据局 | 长期坚持 |\n| 2 | 编制公开指南 | | |"
    )
    first, second = tasks(text)
    assert first.deadline is None
    assert first.deadline_span
    assert text[slice(*first.deadline_span)] == "长期坚持"
    assert (second.lead, second.others, second.deadline) == ((), (), None)
    assert second.deadline_span
    assert second.deadline_span.start == second.deadline_span.end


def test_an_empty_cell_leaves_the_day_of_the_words_and_the_units_of_the_next_column() -> None:
    text = (
        "| 工作任务 | 整改责任主体 | 材料提供部门 | 完成时限 |\n|---|---|---|---|\n"
        "| 2024年6月底前编制指南 | | 市数据局 | |"
    )
    task = only(text)
    assert (task.lead, task.others, task.deadline) == (("市数据局",), (), date(2024, 6, 30))


def test_a_catalogue_of_public_items_assigns_no_task() -> None:
    text = (
        "序号 | 公开事项 | 公开主体 | 责任单位 | 公开时限\n"
        "1 | 补贴标准 | 市民政局 | 市民政局 | 20日"
    )
    assert not tasks(text)
