"""Ten checks of the tasks of whole documents, in the shapes that plans really have."""

from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.model.document import Document

BRACKETS = """云岭市全面推进政务公开工作实施方案
为全面推进政务公开,制定本方案。
一、推进五公开
(一)推进决策公开。落实重大行政决策预公开,听取公众意见。〔市政府办牵头,市直各部门、各乡(镇)、街道负责〕
  (二)推进执行公开。公开重点项目进展,公告审计结果。〔市直各部门、各乡(镇)、街道负责〕
二、提升能力
(一)加强业务培训。制定培训计划,2024年底前将工作人员轮训一遍。〔市委组织部、市人社局牵头〕
(二)加强组织领导。每年听取一次汇报,列入工作分工。〔市直各部门、各乡(镇)、街道负责"""
TABLE = """雲嶺市推進基層政務公開工作實施方案
為貫徹落實決策部署,現將有關事項通知如下。
2024年11月底前,基層政府要建設規範的公開專欄,集中發布政府信息。
附件1
編制目錄工作任務分工及進度安排表
工作任務 | 具體事項 | 主體責任單位 | 牽頭指導責任單位 | 完成 時限 |
編制標準目錄 | (1)城鄉規劃 | 各基層政府 | 市自然資源局 | 2024年11月底前 |
(2)重大項目 | 市發展改革委 | |||
(3)財政預決算 | 市財政局 | |||
工作任務 | 具體事項 | 主體責任單位 | 牽頭指導責任單位 | 完成 時限 |
編制標準目錄 | (4)就業創業 | 各基層政府 | 市人力資源社會保障局 | 2024年11月底前 |
(5)全面完成目錄的編制工作 | 市各相關部門 | 2026年10月底前 |"""
RUNNING = """1、云岭市推进政务公开工作督察 表 督察对象: _ 督察时间: _ \
序号 工作任务 完成情况 整改责任 主体 材料提供部 门 \
1 公开重大决策事项目录,说明决策依据。 已完成 /未完成 1. 2. 1.(单位名称) 2. 市司法局 市政府办公室 \
2 公开议定事项和相关文件。
2、市政府办公室 序号 工作任务 完成情况 整改责任 主体 材料提供部 门 \
3 公布12项民生实事进展,接受公众监 \
督。 市发展改革委、市科技局 4 推进审批公开透明,打通服务 市政务服务中心 \
序号 工作任务 完成情况 整改责任 主体 材料提供部 门 最后一公里。公开办事指南。 \
5 健全保密审查机制。 市政 府办公室"""
PROSE = """岚山区2024年政务公开工作要点
发布日期:2024-07-02
  一、加强解读
  各部门主要负责同志要履行职责,年内解读重要政策应不少于3次。
  二、建设平台
  推进区门户网站于2024年底前完成适老化改造工作。
  三、考核
  各部门要抓好业务培训,年底前区政府办公室将组织年度考核,并通报结果。2024年12月9日前,向区政府办公室报送落实情况,\
区政府办公室将进行督查。"""
Read = Callable[[str], Document]
Told = tuple[tuple[str, ...], tuple[str, ...], date | None]
EVERYBODY = ("市直各部门", "各乡(镇)", "街道")
BASIC = ("各基层政府",)
NOVEMBER, OCTOBER = date(2024, 11, 30), date(2026, 10, 31)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            BRACKETS,
            [
                (("市政府办",), EVERYBODY, None),
                (EVERYBODY, (), None),
                (("市委组织部", "市人社局"), (), date(2024, 12, 31)),
                (EVERYBODY, (), None),
            ],
            id="brackets, the last without its end",
        ),
        pytest.param(
            TABLE,
            [
                (("基层政府",), (), NOVEMBER),
                (("市自然资源局",), BASIC, NOVEMBER),
                (("市发展改革委",), BASIC, NOVEMBER),
                (("市财政局",), BASIC, NOVEMBER),
                (("市人力资源社会保障局",), BASIC, NOVEMBER),
                (("市各相关部门",), BASIC, OCTOBER),
            ],
            id="a flattened table with merged cells, in traditional script",
        ),
        pytest.param(
            RUNNING,
            [
                (("市司法局", "市政府办公室"), (), None),
                (("市政府办公室",), (), None),
                (("市发展改革委", "市科技局"), (), None),
                (("市政务服务中心",), (), None),
                (("市政府办公室",), (), None),
            ],
            id="a table that lost its lines",
        ),
        pytest.param(
            PROSE,
            [
                (("各部门",), (), date(2024, 12, 31)),
                ((), (), date(2024, 12, 31)),
                (("区政府办公室",), (), date(2024, 12, 31)),
                (("各部门",), (), date(2024, 12, 9)),
            ],
            id="sentences",
        ),
    ],
)
def test_a_document_assigns_its_tasks(read: Read, text: str, told: list[Told]) -> None:
    tasks = read(text).tasks
    assert [(task.lead, task.others, task.deadline) for task in tasks] == told


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (BRACKETS, 0, "(一)推进决策公开。落实重大行政决策预公开,听取公众意见。"),
        (TABLE, 3, "(3)財政預決算"),
        (RUNNING, 1, "公开议定事项和相关文件。"),
        (RUNNING, 2, "公布12项民生实事进展,接受公众监 督。"),
        (PROSE, 1, "推进区门户网站于2024年底前完成适老化改造工作。"),
    ],
)
def test_a_task_stands_at_its_own_words(read: Read, text: str, number: int, words: str) -> None:
    document = read(text)
    assert document.words(document.tasks[number].span) == words


def test_units_may_stand_in_words_of_their_own_behind_a_task(read: Read) -> None:
    text = """岚山区2024年政务公开重点工作分工方案
1.编制主动公开基本目录,年内更新两轮。
牵头单位：区政府办公室
责任单位：区司法局，各街道办事处
完成时限：2024年10月底前
2.开展第三方评估，公布评估结果。责任单位：区统计局；完成时限：2024年11月底前。"""
    first, second = read(text).tasks
    assert (first.lead, first.others) == (("区政府办公室",), ("区司法局", "各街道办事处"))
    assert (first.deadline, second.deadline) == (date(2024, 10, 31), NOVEMBER)
    assert second.lead == ("区统计局",)


def test_a_heading_over_several_rows_leaves_the_task_to_the_next_column(read: Read) -> None:
    text = """2024年政务公开工作任务分工表
工作任务 | 具体要求 | 责任部门 |
一、做好专栏公开。 | 1.更新概况信息。 | 办公室 |
2.反馈网民意见。 | 各科室牵头 | |
二、加强解读。 | 3.做好政策解读。 | 办公室牵头,各科室配合 |"""
    document = read(text)
    told = [(document.words(task.span), task.lead, task.others) for task in document.tasks]
    assert told == [
        ("1.更新概况信息。", ("办公室",), ()),
        ("2.反馈网民意见。", ("各科室",), ()),
        ("3.做好政策解读。", ("办公室",), ("各科室",)),
    ]


def test_notes_on_the_order_of_units_are_no_units(read: Read) -> None:
    text = """2024年重点工作责任分解方案
1.生产总值增长6%以上。
责任单位：市发改委、市财政局（除标注外，列第一位为牵头单位，下同）
2.居民收入增速保持领先。
责任单位：市人力社保局、市农业农村局分别牵头"""
    first, second = read(text).tasks
    assert first.lead == ("市发改委", "市财政局")
    assert second.lead == ("市人力社保局", "市农业农村局")


def test_one_such_line_alone_is_no_assignment(read: Read) -> None:
    assert not read("云岭市公告\n网站维护说明如下。\n责任单位：市数据局").tasks


def test_a_basis_beside_the_unit_makes_an_item_of_a_list(read: Read) -> None:
    lines = [
        f"（{n}）第{n}类过程性信息。依据：《条例》第十六条。责任单位：各单位。" for n in "一二"
    ]
    assert not read("云岭市不予公开清单\n" + "\n".join(lines)).tasks
