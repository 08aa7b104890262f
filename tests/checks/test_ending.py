from collections.abc import Callable

import pytest

from gongkai_lint.checks.ending import Ending
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

CHECK = Ending(
    prose=(Pattern("，"),),
    open=(Pattern("[一-鿿]$"),),
    cuts=2,
    begins=(Pattern("^　　"),),
    unless=(Pattern("^目录"),),
    elements=("heading",),
)
SOUND = "　　各单位要做好防汛工作，确保安全。"
Find = Callable[..., list[str]]


@pytest.fixture
def find(notice: Callable[..., Document], view: Callable[..., View]) -> Find:
    def look(*body: str) -> list[str]:
        document = notice("\n".join(body))
        return [
            document.text[match.span.start - 1 : match.span.end]
            for match in CHECK.matches(view(document, "main"))
        ]

    return look


def test_a_paragraph_that_stops_in_the_middle_is_found_at_its_last_character(find: Find) -> None:
    assert find("　　要做好防汛工作，确保安全 ", SOUND) == ["安全"]


def test_what_is_no_prose_may_end_as_it_likes(find: Find) -> None:
    assert find("一、做好防汛工作，确保安全", SOUND) == []
    assert find("目录第一章，第二章", SOUND) == []
    assert find("要做好防汛工作", SOUND) == []


def test_a_few_cut_lines_are_broken_but_many_are_the_way_of_the_source(find: Find) -> None:
    cut = "　　要做好防汛工作，确保"
    rest = "群众安全。"
    assert find(cut, rest, cut, rest, SOUND) == ["确保", "确保"]
    assert find(*(cut, rest) * 3, *[SOUND] * 9) == []


def test_nothing_is_said_where_a_third_of_the_prose_stops_so(find: Find) -> None:
    stops = "　　要做好防汛工作，确保安全"
    assert find(*[stops] * 3, *[SOUND] * 5) == []
    assert find(*[stops] * 3, *[SOUND] * 6) == ["安全"] * 3
