from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.gloss import Gloss
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

CHECK = Gloss(
    (Pattern("[A-Z]{2,}"),), ("{word}（[^（）]+）", "（[^（）]*{word}[^（）]*）"), ("GDP",)
)
Find = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def find(notice: Callable[..., Document], view: Callable[..., View]) -> Find:
    def look(body: str) -> list[tuple[str, str]]:
        document = notice(body)
        found = CHECK.matches(view(document, "body"))
        return [(document.text[m.span.start - 1 : m.span.end], m.case) for m in found]

    return look


def test_a_word_is_reported_once_where_it_first_stands(find: Find) -> None:
    assert find("推广BIM技术。\n用好BIM模型，接入CIM平台。") == [
        ("广BIM", "never"),
        ("入CIM", "never"),
    ]


def test_a_word_explained_before_or_behind_is_sound(find: Find) -> None:
    assert find("推广BIM（建筑信息模型），接入城市信息模型（CIM）。用好BIM。") == []


def test_an_explanation_that_comes_later_is_late(find: Find) -> None:
    assert find("推广BIM技术，用好建筑信息模型（BIM）。") == [("广BIM", "late")]
    assert find("推广BIM技术。\n用好建筑信息模型（BIM）。") == [("广BIM", "late")]


def test_a_known_word_needs_no_explanation(find: Find) -> None:
    assert find("上半年GDP增长6%。") == []
