from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.personal_data import PersonalData
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("王小禾的身份证号码为990101198003071232。", ("identity", "990101********1232")),
        ("汇入王小禾银行卡6222020000000000018。", ("card", "622************0018")),
        ("获奖人员为王小禾，手机13900000001。", ("mobile", "139****0001")),
        ("联系人：王小禾，电话：13900000001。", ("contact", "139****0001")),
        ("王小禾13900000001。", ("mobile", "139****0001")),
        ("请发短信至13900000001了解详情。", ("contact", "139****0001")),
    ],
)
def test_personal_numbers_are_found_and_masked(
    body: str, expected: tuple[str, str], notice: Notice, view: Look
) -> None:
    document = notice(body)
    (match,) = PersonalData().matches(view(document, "body"))
    assert (match.case, *(edit.text for edit in match.edits)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "受理编号为990101198003071235。",
        "受理编号为990101198013071232。",
        "统一社会信用代码为991101000000000017。",
        "缴款账户户名：云岭市财政局，账号：6222020000000000018。",
        "项目编号6222020000000000018。",
        "总投资13900000001.50元，另有113900000001元。",
        "设备编号13900000001。",
        "身份证号码按18位填写（示例：990101198003071232）。",
    ],
)
def test_other_numbers_are_left_alone(body: str, notice: Notice, view: Look) -> None:
    document = notice(body)
    assert list(PersonalData().matches(view(document, "body"))) == []
