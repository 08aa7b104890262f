"""What is asked around a place, whatever kind of check found it."""

from collections.abc import Callable

import pytest

from gongkai_lint.api import load_ruleset
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.saying import Way
from gongkai_lint.checks.surroundings import Around, Near
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.reading.reading import with_reading

BODY = "第一条 乙。丙甲丁。\n戊。"


def _allows(near: Near, document: Document, words: str = "甲") -> bool:
    at = document.text.index(words)
    return near.allows(document, Span(at, at + len(words)), (document.of("body")[0].span,))


@pytest.mark.parametrize(
    ("around", "seen", "unseen"),
    [
        ("place", "甲", "丙"),
        ("before", "丙", "丁"),
        ("sentence", "丁", "乙"),
        ("paragraph", "乙", "戊"),
        ("scope", "戊", "防汛"),
        ("document", "防汛", "庚"),
    ],
)
def test_words_are_asked_for_in_the_window_and_not_beyond(
    notice: Callable[..., Document], around: Around, seen: str, unseen: str
) -> None:
    document = notice(BODY)
    for words, stands in ((seen, True), (unseen, False)):
        assert _allows(Near(around, requires=(Pattern(words),)), document) is stands
        assert _allows(Near(around, unless=(Pattern(words),)), document) is not stands


def test_each_required_pattern_must_occur_and_no_forbidden_one(
    notice: Callable[..., Document],
) -> None:
    document = notice(BODY)
    assert not _allows(Near(requires=(Pattern("丙"), Pattern("庚"))), document)
    assert not _allows(Near(unless=(Pattern("庚"), Pattern("丙"))), document)


def test_an_article_is_a_window_else_the_paragraph(notice: Callable[..., Document]) -> None:
    document = notice(BODY)
    article = Span(document.text.index("第一条"), document.text.index("戊") + 1)
    found = document._replace(
        elements=(*document.elements, document.of("body")[0]._replace(kind="article", span=article))
    )
    near = Near("article", requires=(Pattern("戊"),))
    assert _allows(near, found)
    assert not _allows(near, document)


def test_ways_are_asked_for_too(notice: Callable[..., Document]) -> None:
    told = with_reading(notice("安排培训，甲。各县要报送落实情况。"), load_ruleset().vocabulary)
    way = Way(act=("report",), clause=("status",))
    assert _allows(Near("document", told=("training",)), told)
    assert _allows(Near("document", told=("agenda", way)), told)
    assert not _allows(Near("sentence", told=(way,)), told)
    assert not _allows(Near("document", untold=("agenda", way)), told)


@pytest.mark.parametrize(
    "near", [Near("document", unless=(Pattern("甲"),)), Near("scope", untold=("training",))]
)
def test_what_stands_nowhere_may_stand_in_an_unread_part(near: Near) -> None:
    assert near.misses


@pytest.mark.parametrize(
    "near",
    [Near("document", requires=(Pattern("甲"),)), Near("paragraph", unless=(Pattern("甲"),))],
)
def test_what_stands_by_cannot_be_unread(near: Near) -> None:
    assert not near.misses
