from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.issuers_agree import IssuersAgree
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Cases = Callable[[str, str], list[str]]


@pytest.fixture
def cases(notice: Callable[..., Document], view: Callable[..., View]) -> Cases:
    def look(head: str, authority: str) -> list[str]:
        title = f"{head}关于做好防汛工作的通知"
        document = notice("现通知如下。", title=title, authority=authority)
        return [match.case for match in IssuersAgree().matches(view(document, "title"))]

    return look


@pytest.mark.parametrize(
    ("head", "authority"),
    [
        ("云岭市水利局", "云岭市水利局"),
        ("市水利局", "云岭市水利局"),
        ("", "云岭市水利局"),
        ("中共云岭市委、云岭市人民政府", "云岭市人民政府"),
        ("住房城乡建设部", "住房和城乡建设部"),
    ],
)
def test_names_of_one_organ_are_silent(cases: Cases, head: str, authority: str) -> None:
    assert cases(head, authority) == []


@pytest.mark.parametrize(
    ("head", "authority", "case"),
    [
        ("青禾县财政局", "白石县财政局", "other"),
        ("云岭市人民政府办公室", "云岭市人民政府", "other"),
        ("市教委", "云岭市教育委员会", "short"),
        (
            "中共松溪镇委员会青禾县松溪镇人民政府",
            "中共青禾县松溪镇委员会\n青禾县松溪镇人民政府",
            "area",
        ),
    ],
)
def test_names_that_differ_are_told(cases: Cases, head: str, authority: str, case: str) -> None:
    assert cases(head, authority) == [case]
