from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.tally import Tally
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

TALLY = Tally((Pattern(r"(?P<mark>以下(?P<number>[二三四五两])项)"),))
Counts = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture
def counts(notice: Callable[..., Document], view: Callable[..., View]) -> Counts:
    def count(body: str) -> list[tuple[str, ...]]:
        matches = TALLY.matches(view(notice(body), "body"))
        return [tuple(word for _, word in match.captures) for match in matches]

    return count


@pytest.mark.parametrize(
    "body",
    [
        "抓好以下两项：一是巡查；二是值守。",
        "抓好以下三项：一是巡查；二是值守。\n三是抢险。",
        "抓好以下三项：一是巡查；二是值守；三要抢险。",
        "抓好以下三项：巡查、值守。",
        "抓好以下三项：\n（一）巡查。每日巡查。\n（三）抢险。随时抢险。",
        "抓好以下三项：\n一、巡查\n二、值守\n三、抢险\n四、要求",
    ],
)
def test_a_number_that_is_right_or_not_sure_is_silent(counts: Counts, body: str) -> None:
    assert counts(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "抓好以下三项：一是巡查；二是值守。",
        "抓好以下三项：第一，巡查；第二，值守。",
        "抓好以下三项。\n（一）巡查。每日巡查。\n（二）值守。轮流值守。\n二、要求\n落实责任。",
    ],
)
def test_a_number_that_the_list_contradicts_is_found(counts: Counts, body: str) -> None:
    assert counts(body) == [("3", "2")]
