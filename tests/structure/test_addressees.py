"""Whom a 公文 addresses, with a colon and without."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
Parts = Callable[[str, str], list[str]]
TITLE = "云岭市农业农村局关于征集茶园图片的通知\n云农发〔2024〕5号\n"
REST = "现就征集事项通知如下。\n云岭市农业农村局\n2024年9月2日\n"


@pytest.mark.parametrize(
    "line",
    [
        "各县残联",
        "各茶叶生产经营主体",
        "各有关人士",
        "各位业主",
        "全体村民",
        "广大茶农",
        "各参展商",
        "青石灯箱租赁有限公司等2家企业（详见附件）",
        "云岭城投、青石水务（名单见附件）等有关企业",
        "各课题承担者",
        "各民主党派",
    ],
)
def test_whoever_stands_before_the_colon_under_the_head_is_addressed(
    parts: Parts, line: str
) -> None:
    assert parts(f"{TITLE}{line}：\n{REST}", "addressee") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "各科室，青石办事处，各村（社区）",
        "各镇人民政府，各村、社区",
        "各县（区）残联、各有关企业",
        "市直各单位、各茶场",
        "各幼儿园，各中小学校，市直属学校",
        "有关街道、社区",
    ],
)
@pytest.mark.parametrize("mark", ["", "，", "。"])
def test_an_addressee_may_lack_its_colon(read: Read, line: str, mark: str) -> None:
    document = read(f"{TITLE}{line}{mark}\n{REST}")
    assert [document.words(e.span) for e in document.of("addressee_line")] == [line + mark]


@pytest.mark.parametrize(
    "line",
    [
        "各项要求如下：",
        "各类图片的要求：",
        "有关要求通知如下：",
        "现将有关企业名单公布如下：",
        "会第三次会议通过）",
        "各地茶园建设成效显著，图片资料丰富",
        "各单位要做好图片征集工作",
    ],
)
def test_a_lead_to_the_text_addresses_nobody(parts: Parts, line: str) -> None:
    assert parts(f"{TITLE}{line}\n一、图片要清晰。\n{REST}", "addressee") == []
