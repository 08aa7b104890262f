from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.doubled import Doubled
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View

CHECK = Doubled((Pattern("^研究$"),))
Find = Callable[[str], list[str]]


@pytest.fixture
def look(
    notice: Callable[..., Document], view: Callable[..., View]
) -> Callable[[str], list[Match]]:
    return lambda body: list(CHECK.matches(view(notice(body), "body")))


@pytest.fixture
def find(look: Callable[[str], list[Match]]) -> Find:
    return lambda body: [dict(match.captures)["word"] for match in look(body)]


def test_a_doubled_word_is_found_where_words_begin(find: Find) -> None:
    assert find("做好防汛工作工作。") == ["工作"]
    assert find("促进创业创新。") == []
    assert find("请大家研究研究。") == []


def test_a_repeated_sentence_is_found_and_shortened(find: Find) -> None:
    sentence = "各单位要加强值班值守和信息报送。"
    assert find(f"现通知如下。{sentence * 2}") == ["各单位要加强值班值守和信……"]
    assert find(f"现通知如下。{sentence}现通知如下。{sentence}") == []


def test_a_repeated_paragraph_is_found_but_not_edited(look: Callable[[str], list[Match]]) -> None:
    (match,) = look("现通知如下。\n各单位要加强值守。\n各单位要加强值守。")
    assert match.edits == ()
    assert look("现通知如下。\n联系人：张明\n联系人：张明") == []
