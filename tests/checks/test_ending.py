from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.ending import Ending
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


def test_lines_of_a_laid_out_source_are_not_asked_for_their_ends(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    document = notice(f"　　要做好防汛工作，确保\n群众安全。\n{SOUND}")
    assert len(list(CHECK.matches(view(document, "main")))) == 1
    laid_out = document._replace(source=document.source._replace(media_type="application/pdf"))
    assert list(CHECK.matches(view(laid_out, "main"))) == []


def test_a_paragraph_without_its_beginning_is_found_unless_the_source_cut_it(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    check = Ending(open=(Pattern("[一-鿿]$"),), heads=(Pattern("^，"),))
    document = notice("现通知如下。\n，各单位要加强值守\n，确保安全。")
    assert [m.span.start for m in check.matches(view(document, "main"))] == [
        document.text.index("，各单位")
    ]
