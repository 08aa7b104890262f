from collections.abc import Callable

from gongkai_lint.checks.existence import Existence
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, View

COMMA = Existence((Pattern("[一-鿿](?P<mark>,)"),), swap={",": "，"}, whole=("halfwidth",))


def test_a_swap_gives_what_the_place_should_say(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    document = notice("加强领导,抓好落实。")
    (match,) = COMMA.matches(view(document, "body"))
    assert match.edits == (Edit(match.span, "，"),)


def test_a_replacement_may_use_the_captures(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    check = Existence((Pattern(r"<(?P<name>[^<>]+)>"),), replace_with="〈{name}〉")
    document = notice("按照<甲办法>执行。")
    (match,) = check.matches(view(document, "body"))
    assert match.edits == (Edit(match.span, "〈甲办法〉"),)


def test_one_match_speaks_for_a_wholly_converted_document(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    document = notice("加强领导,抓好落实,严肃纪律,定期通报。")
    whole = document._replace(traits=frozenset({"halfwidth"}))
    (match,) = COMMA.matches(view(whole, "body"))
    assert match.case == "whole"
    assert dict(match.captures) == {"count": "3"}
    assert [edit.text for edit in match.edits] == ["，"] * 3
    assert len(list(COMMA.matches(view(document, "body")))) == 3
