"""To whom a paper goes, and how they stand to the one that sends it."""

from collections.abc import Callable

import pytest

from gongkai_lint.checks.correspondents.strangers import are_strangers
from gongkai_lint.checks.recipients import Recipients
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]
PAPER = {"title": "云岭市水利局关于防汛经费的请示", "addressee": "云岭市人民政府："}


def _found(check: Recipients, document: Document, view: Look) -> list[str]:
    return [document.words(match.span) for match in check.matches(view(document, "document"))]


@pytest.mark.parametrize(
    ("body", "behind", "told"),
    [
        ("妥否，请批示。", "抄送：市财政局，局属各单位。", ["局属各单位"]),
        ("本请示一并抄送各县水利局。\n妥否，请批示。", "", ["各县水利局"]),
        ("妥否，请批示。", "（抄发各县区水利局知悉）", ["各县区水利局"]),
        ("我局已将通报抄送各县水利局。\n妥否，请批示。", "", []),
        ("批准后另行下发各县水利局。\n妥否，请批示。", "抄送：市直有关部门。", []),
    ],
)
def test_copies_are_told_of_anywhere(
    notice: Notice, view: Look, body: str, *, behind: str, told: list[str]
) -> None:
    document = notice(body, **PAPER, authority="云岭市水利局", behind=behind)
    assert _found(Recipients(("copied",), ("below",)), document, view) == told


@pytest.mark.parametrize(
    ("body", "addressee", "told"),
    [
        ("妥否。", "教育厅副厅长谢敏：", ["教育厅副厅长谢敏"]),
        ("此件报请何副市长审定。", "云岭市人民政府：", ["何副市长"]),
        ("方案已报请何副市长审定。", "云岭市人民政府：", []),
        ("建议提请市长办公会议审定。", "云岭市河长制办公室：", []),
    ],
)
def test_a_leader_is_a_person_and_no_meeting(
    notice: Notice, view: Look, body: str, *, addressee: str, told: list[str]
) -> None:
    document = notice(body, **PAPER | {"addressee": addressee}, authority="云岭市水利局")
    assert _found(Recipients(("addressed", "asked"), ("leader",)), document, view) == told


@pytest.mark.parametrize(
    ("issuer", "organ", "strange"),
    [
        ("云岭市水利局", "云岭市财政局", True),
        ("云岭市水利局", "江澜省水利厅", False),
        ("云岭市水利局", "江澜省财政厅", True),
        ("云岭市水务局", "江澜省水利厅", False),
        ("青禾县人民医院", "青禾县卫生健康局", False),
        ("青禾县人民医院", "青禾县财政局", True),
        ("青禾镇人民政府", "国网青禾县供电公司", True),
        ("青禾县人民检察院", "青禾县城市管理局", True),
        ("云岭市公安局江渡分局", "云岭市公安局", False),
        ("国家税务总局青禾县税务局", "国家税务总局云岭市税务局", False),
        ("云岭市水务集团有限公司", "云岭市国有资产监督管理委员会", False),
        ("云岭市水利局", "中共云岭市委机构编制委员会办公室", False),
    ],
)
def test_names_tell_who_may_decide_for_whom(
    notice: Notice, issuer: str, organ: str, *, strange: bool
) -> None:
    document = notice("妥否，请批示。", title=f"{issuer}关于经费的请示", authority=issuer)
    assert are_strangers(document, organ) is strange
