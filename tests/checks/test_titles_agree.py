from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.titles_agree import TitlesAgree
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Odd = Callable[[str, str, str], list[str]]


@pytest.fixture
def odd(notice: Callable[..., Document], view: Callable[..., View]) -> Odd:
    def look(title: str, body: str, behind: str) -> list[str]:
        document = notice(body, title=title, behind=behind)
        return [
            document.words(match.span) for match in TitlesAgree().matches(view(document, "title"))
        ]

    return look


GIVEN = "现将《云岭市防汛工作方案》印发给你们，请认真贯彻执行。"
TEXT = "云岭市防汛工作方案\n一、工作目标\n确保安全度汛。"


def test_the_odd_one_of_three_names_is_found(odd: Odd) -> None:
    title = "云岭市人民政府关于印发《云岭市防汛工作意见》的通知"
    assert odd(title, GIVEN, TEXT) == ["云岭市防汛工作意见"]


def test_an_organ_in_front_of_the_name_in_the_text_is_another_name(odd: Odd) -> None:
    title = "云岭市水利局关于印发防汛物资管理办法的通知"
    body = "现将《云岭市水利局防汛物资管理办法》印发给你们，请遵照执行。"
    assert odd(title, body, "") == ["云岭市水利局防汛物资管理办法"]


@pytest.mark.parametrize(
    ("title", "body", "behind"),
    [
        ("云岭市人民政府关于印发《云岭市防汛工作方案》的通知", GIVEN, TEXT),
        ("云岭市人民政府关于印发云岭市防汛工作方案的通知", GIVEN, TEXT),
        (
            "云岭市人民政府办公室转发市水利局关于加强防汛工作意见的通知",
            "市水利局《关于加强防汛工作的意见》已经市政府同意，现转发给你们，请认真贯彻执行。",
            "",
        ),
        (
            "云岭市水利局关于公开征求《云岭市防汛办法（征求意见稿）》意见的公告",
            "我局起草了《云岭市防汛办法（征求意见稿）》，现公开征求意见。",
            "",
        ),
    ],
)
def test_one_name_written_in_several_ways_is_silent(
    odd: Odd, title: str, body: str, behind: str
) -> None:
    assert not odd(title, body, behind)
