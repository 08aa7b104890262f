"""What recognition has to say: no 公文, two in one file, a text that breaks off."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
FRAME = {"title", "addressee", "document_number", "issuing_authority", "date_of_issue"}
FIRST = (
    "青禾县人民政府关于做好秋粮收购工作的通知\n青政发〔2024〕7号\n各镇人民政府：\n"
    "现将有关事项通知如下。\n一、各镇要备足资金。\n青禾县人民政府\n2024年9月2日\n（此件公开发布）\n"
)
SECOND = (
    "青禾县人民政府关于做好冬修水利工作的通知\n青政发〔2024〕8号\n各镇人民政府：\n"
    "现将有关事项通知如下。\n一、各镇要清淤渠道。\n青禾县人民政府\n2024年9月9日\n（此件公开发布）\n"
)


def told(document: Document) -> list[str]:
    return [notice.kind for notice in document.notices]


@pytest.mark.parametrize(
    "text",
    [
        # an invoice
        (
            "云岭增值税普通发票\n发票号码：55667788\n开票日期：2024年09月02日\n购买方名称：青禾县水利局\n"
            "货物名称 单位 数量 金额\n复印纸 箱 10 1500.00\n合计 ￥1500.00\n开票人：沈岩\n"
        ),
        # news
        (
            "青禾县召开秋粮收购会议\n来源：青禾日报 发布时间：2024-09-02\n"
            "9月1日，青禾县召开秋粮收购会议。县长沈岩出席并讲话，他强调，要让农民早卖粮、快拿钱。\n"
            "会议要求，各镇要备足资金。（记者 罗青）\n"
        ),
        "青禾县出台晒谷场管理办法\n本报讯 近日，青禾县出台晒谷场管理办法，自10月1日起施行。\n",
        "青禾县粮食局组织评选放心粮店名单\n9月1日，评选活动在县城举行，共有30家粮店参加。\n",
        # a table alone
        "序号 | 粮站 | 仓容\n1 | 东村粮站 | 3000吨\n2 | 西村粮站 | 2000吨\n",
        # two sentences
        "请各粮站明天上午到三楼开会。不要迟到。\n",
        # one long line
        "各地要备足资金，及时付款，" * 1500,
        # a letter home
        "爸爸：\n我到学校了，一切都好。\n",
    ],
)
def test_what_is_no_official_document_is_said_to_be_none(read: Read, text: str) -> None:
    document = read(text)
    assert told(document) == ["structure"]
    assert not {element.kind for element in document.elements} & FRAME
    assert document.document_type is None


@pytest.mark.parametrize(
    "text",
    [FIRST, "青禾县晒谷场管理办法\n第一条　为管好晒谷场，制定本办法。\n第二条　本办法即日施行。\n"],
)
def test_an_official_document_goes_without_saying(read: Read, text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize("head", ["", "青禾县人民政府文件\n", "\n\n"])
def test_of_two_documents_in_a_file_the_first_is_read(read: Read, head: str) -> None:
    document = read(FIRST + head + SECOND)
    assert told(document) == ["second"]
    assert "冬修水利" in document.notices[0].message or "文件" in document.notices[0].message
    assert [document.words(e.span) for e in document.of("date_of_issue")] == ["2024年9月2日"]
    assert len(document.of("heading")) == 1
    assert "冬修" not in "".join(document.words(span) for span in document.content)


@pytest.mark.parametrize(
    "text",
    [
        # what a notice passes on is a document inside it
        (
            "青禾县人民政府转发云岭市人民政府关于做好冬修水利工作的通知\n各镇人民政府：\n"
            "现将《云岭市人民政府关于做好冬修水利工作的通知》转发给你们，请执行。\n青禾县人民政府\n2024年9月12日\n"
            "云岭市人民政府关于做好冬修水利工作的通知\n云政发〔2024〕8号\n各县人民政府：\n"
            "现将有关事项通知如下。\n云岭市人民政府\n2024年9月9日\n"
        ),
        # so is an attachment
        f"{FIRST}附件\n{SECOND}",
        f"{FIRST}附件1\n{SECOND}附件2\n{SECOND}",
    ],
)
def test_a_document_inside_another_is_no_second_one(read: Read, text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    "end",
    [
        "一、各镇要备足资金，及时付款，不得给售粮农民打白",
        "一、各镇要备足资金。粮站要做到早开磅、",
        "一、各镇要备足资金，\n",
    ],
)
def test_a_text_that_breaks_off_is_told_and_not_judged_as_whole(read: Read, end: str) -> None:
    document = read("".join(FIRST.partition("一、")[0]) + end)
    assert (told(document) == ["broken_off"]) == ("打白" in end or "开磅" in end)
    if told(document):
        assert "partial" in document.traits


@pytest.mark.parametrize(
    "end", ["联系人：罗青，电话88886666", "附件：秋粮收购任务分解表", "青禾县人民政府", "特此通知"]
)
def test_the_usual_ends_break_off_nothing(read: Read, end: str) -> None:
    assert told(read(FIRST.partition("青禾县人民政府\n2024")[0] + end)) == []


def test_many_headings_are_read_in_order(read: Read) -> None:
    lines = "\n".join(f"{number % 90 + 1}.做好第{number}项工作。" for number in range(500))
    document = read(FIRST.replace("一、各镇要备足资金。", lines))
    assert len(document.of("heading")) == 500
    assert told(document) == []
