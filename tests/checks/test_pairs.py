from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.pairs import Pairs
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

BRACKETS = Pairs(("（(）)", "《》"), paragraphs=2, alone=(Pattern(r"\d）"),))
QUOTES = Pairs(("“”",), paragraphs=9, reopens=True)
Find = Callable[[Pairs, str], list[tuple[str, str]]]


@pytest.fixture
def find(notice: Callable[..., Document], view: Callable[..., View]) -> Find:
    def look(check: Pairs, body: str) -> list[tuple[str, str]]:
        document = notice(body)
        found = check.matches(view(document, "document"))
        return [(document.text[m.span.start - 1 : m.span.end], m.captures[0][1]) for m in found]

    return look


@pytest.mark.parametrize(
    "body",
    [
        "落实责任（含抽查）。",
        "落实责任(含抽查）。",
        "执行《关于印发〈办法〉的通知》（云政发〔2024〕5号）。",
        "要求如下：1）检查；2）报送。",
        "执行《防汛\n工作\n办法》。",
    ],
)
def test_pairs_are_sound_in_one_paragraph_or_near_by(find: Find, body: str) -> None:
    assert find(BRACKETS, body) == []


def test_a_mark_without_partner_is_told_with_the_one_that_is_missing(find: Find) -> None:
    assert find(BRACKETS, "落实责任（含抽查。") == [("任（", "）")]
    assert find(BRACKETS, "落实责任含抽查）。") == [("查）", "（")]
    assert find(BRACKETS, "执行《办法》》。") == [("》》", "《")]


def test_a_partner_too_far_away_is_none(find: Find) -> None:
    assert find(BRACKETS, "执行《防汛\n甲\n乙\n工作办法》。") == [("法》", "《"), ("行《", "》")]


def test_each_paragraph_of_a_quotation_may_open_anew(find: Find) -> None:
    assert find(QUOTES, "改为：“第一条。\n“第二条。\n“第三条。”") == []
    assert find(QUOTES, "改为：“第一条。\n第二条。\n第三条。”") == []
    assert find(QUOTES, "改为：“第一条。\n第二条“甲”。") == [("：“", "”")]
