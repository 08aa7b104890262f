"""Who is told to act, until when, and what is no task: kinds of sentences of real plans."""

from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
Told = tuple[tuple[str, ...], tuple[str, ...], date | None]
HEAD = (
    "云岭市人民政府办公室关于印发《戏台修缮方案》的通知\n云政办发〔2024〕5号\n"
    "各县（市、区）人民政府，市政府各部门：\n现将《戏台修缮方案》印发给你们，请遵照执行。\n"
    "云岭市人民政府办公室\n2024年3月2日\n戏台修缮方案\n"
)


def told(read: Read, text: str) -> list[Told]:
    return [(task.lead, task.others, task.deadline) for task in read(HEAD + text).tasks]


@pytest.mark.parametrize(
    ("text", "lead", "others"),
    [
        ("市文旅局会同市财政局于2024年6月底前出台补助办法。", "市文旅局", "市财政局"),
        (
            "2024年6月底前，由市文旅局会同市财政局、市住建局印发图则。",
            "市文旅局",
            "市财政局、市住建局",
        ),
        (
            "2024年6月底前全面完成戏台普查。由市文旅局负责，市档案局配合。",
            "市文旅局",
            "市档案局",
        ),
        ("2024年6月底前完成普查，由市文旅局具体负责。", "市文旅局", ""),
        (
            "（一）建立戏台名录。2024年6月底前编制名录。（市文旅局会同有关部门负责）",
            "市文旅局",
            "有关部门",
        ),
        (
            "（一）建立戏台名录。2024年6月底前编制名录。（市文旅局、市妇联等和各县人民政府负责）",
            "市文旅局、市妇联、各县人民政府",
            "",
        ),
        (
            "（一）建立戏台名录。2024年6月底前编制名录。（市文旅局等有关部门和单位负责）",
            "市文旅局",
            "",
        ),
        (
            "（一）建立戏台名录。2024年6月底前编制名录。（市文旅局指导，各县人民政府负责）",
            "各县人民政府",
            "市文旅局",
        ),
        (
            "各地区、各部门要于2024年6月底前制定本地区、本部门全面修缮的方案，并报市文旅局备案。",
            "各地区、各部门",
            "",
        ),
        ("各县（市、区）要形成书面报告，于6月底前报市文旅局。", "各县（市、区）", ""),
        ("乡镇文化站应于6月底前将演出安排报市文化馆审核。", "乡镇文化站", ""),
        (
            "市级住房城乡建设、文化、财政等部门要于6月底前上报方案。",
            "市级住房城乡建设、文化、财政等部门",
            "",
        ),
        ("6月底前：各小学公布戏曲课表。", "各小学", ""),
        ("各村要排好节目，并于6月底前通过本镇公众号等渠道向社会公布。", "各村", ""),
        ("（二）即日起至6月底前完成以下戏台检修：", "", ""),
        ("新建后台于2024年6月完成，并投入使用。", "", ""),
        ("各县区（由市文旅局约谈主要负责同志）整改情况于6月底前报市政府。", "", ""),
        ("第三条　市文旅局应当于2024年6月底前公布戏台名录。", "市文旅局", ""),
    ],
)
def test_a_sentence_tells_who_acts_and_until_when(
    read: Read, text: str, lead: str, others: str
) -> None:
    ((leads, helping, day),) = told(read, f"一、工作安排\n{text}\n")
    assert ("、".join(leads), "、".join(helping)) == (lead, others)
    assert day == date(2024, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "全市戏班以统计部门公布的年末核定数为准。",
        "凡2023年11月30日前在市文旅局登记的戏班，均可报名。",
        "本方案所称老戏台，是指发生在1997年9月30日以前建成、现对外演出的戏台。",
        "戏台使用期限自交付之日起至2047年6月30日止。",
        "市政府督查室近期组织人员抽查了三十座戏台。",
        "今年5月18日是本市戏曲日，5月14日至20日为戏曲周。",
        "2024年6月30日前签订租约的，按原标准办理。",
        "在2023年1月1日前，获得名旦称号的演员免考。",
        "戏班可在2024年6月底前提出补助申请。",
        "新建戏台的，可在2024年6月底前由建设单位集中申请，统一办理手续，开展试演。",
        "各县（市、区）要在年中和年末报告进展。",
        "本集收录2023年2月1日至11月30日的剧目。",
    ],
)
def test_what_tells_or_allows_is_no_task(read: Read, text: str) -> None:
    assert told(read, f"一、工作安排\n{text}\n") == []


def test_a_day_in_the_issued_title_is_no_task(read: Read) -> None:
    title = "云岭市文化局贯彻落实高新区2024年四季度扶持戏班措施的工作细则"
    text = HEAD.replace("戏台修缮方案", title) + "一、基本条件\n戏班应当持有演出证。\n"
    assert read(text).tasks == ()


def test_each_day_of_a_sentence_is_a_task(read: Read) -> None:
    text = (
        "市文旅局要于6月底前建好戏台，9月底前完成护栏安装，11月底前各乡镇开展验收。"
        "普查工作分步开展，6月底前启动，力争早日见效。"
    )
    assert told(read, f"一、工作安排\n{text}\n") == [
        (("市文旅局",), (), date(2024, 6, 30)),
        (("市文旅局",), (), date(2024, 9, 30)),
        (("各乡镇",), (), date(2024, 11, 30)),
        ((), (), date(2024, 6, 30)),
    ]


def test_a_heading_or_a_lead_in_tells_whose_the_tasks_below_are(read: Read) -> None:
    text = (
        "一、主要任务\n以下任务由市文旅局牵头，市财政局配合。\n（一）修缮。6月底前修缮戏台。\n"
        "二、宣传任务（市广电局牵头，市文旅局配合）\n1.7月底前制作短片。\n"
        "三、其他\n（一）市水利局\n8月底前完成清淤。\n（二）自查\n9月底前完成自查。\n"
        "四、各县区要：\n（1）10月底前报送总结；\n（2）11月底前完成整改。\n五、收尾。12月底前组织验收。\n"
    )
    theatre, radio = (("市文旅局",), ("市财政局",)), (("市广电局",), ("市文旅局",))
    assert told(read, text) == [
        (*theatre, date(2024, 6, 30)),
        (*radio, date(2024, 7, 31)),
        (("市水利局",), (), date(2024, 8, 31)),
        ((), (), date(2024, 9, 30)),
        (("各县区",), (), date(2024, 10, 31)),
        (("各县区",), (), date(2024, 11, 30)),
        ((), (), date(2024, 12, 31)),
    ]


def test_a_bracket_may_hold_units_and_a_day_without_a_verb(read: Read) -> None:
    text = (
        "一、公开\n（一）编制主动公开目录，逐项列明依据。（市政府办公室，6月底前完成）\n"
        "（二）公布政务服务事项清单。（市数据局、市司法局，9月底前完成）\n"
        "（三）更新公园座椅三百把。〔市公园管理中心〕\n（四）清理文件（含市政府办公室文件）。\n"
    )
    assert told(read, text) == [
        (("市政府办公室",), (), date(2024, 6, 30)),
        (("市数据局", "市司法局"), (), date(2024, 9, 30)),
        (("市公园管理中心",), (), None),
    ]


def test_labels_that_are_not_known_end_nothing(read: Read) -> None:
    text = (
        "一、修建戏台。选好台址，备齐材料。\n预期规模：两座\n牵头单位：市文旅局\n配合单位：市财政局\n"
        "实施单位：市城投集团\n资金渠道：自筹\n完成时限：2024年11月底\n二、印制图册。\n"
    )
    ((lead, others, day),) = told(read, text)
    assert (lead, others) == (("市文旅局",), ("市财政局", "市城投集团"))
    assert day == date(2024, 11, 30)


def test_units_side_by_side_in_a_cell_are_told_apart(read: Read) -> None:
    text = "工作任务 | 牵头单位 | 配合单位\n搭好戏台 | 市文旅局 市住建局 | 各乡镇\n"
    assert told(read, text) == [(("市文旅局", "市住建局"), ("各乡镇",), None)]


def test_a_day_without_a_year_is_a_task_though_nobody_knows_which(read: Read) -> None:
    head = "云岭市文旅局关于修缮戏台的通知\n各乡镇人民政府：\n"
    (task,) = read(f"{head}各乡镇应当于6月底前上报戏台名单。\n").tasks
    assert (task.lead, task.deadline) == (("各乡镇",), None)
    assert task.deadline_span
