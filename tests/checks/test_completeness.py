from collections.abc import Callable

from gongkai_lint.checks.completeness import Completeness
from gongkai_lint.checks.saying import Way, Ways
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.reading.reading import with_reading
from gongkai_lint.ruleset.load import load_ruleset

VOCABULARY = load_ruleset().vocabulary
NEEDS: dict[str, Ways] = {
    "培训": ("training",),
    "分管": (Way(("in_charge",), clause=("organ",), sentence=("deliver",), lacks=("undo",)),),
}
Notice = Callable[..., Document]
Show = Callable[..., View]


def _told(check: Completeness, document: Document, show: Show) -> list[tuple[str, str]]:
    read = with_reading(document, VOCABULARY)
    found = check.matches(show(read, "document"))
    return [(read.words(match.span), dict(match.captures)["missing"]) for match in found]


def test_all_that_is_missing_is_named_once_behind_an_element(notice: Notice, view: Show) -> None:
    check = Completeness(NEEDS, at=("title",))
    assert _told(check, notice("请认真落实。"), view) == [("", "培训、分管")]
    assert _told(check, notice("全年培训两次。"), view) == [("", "分管")]


def test_a_way_asks_for_its_clause_and_sentence(notice: Notice, view: Show) -> None:
    check = Completeness({"分管": NEEDS["分管"]})
    assert _told(check, notice("市财政局分管领导具体抓，年底前制定办法。"), view) == []
    apart = notice("分管领导具体抓，市财政局年底前制定办法。")
    assert _told(check, apart, view) == [("", "分管")]
    undone = notice("取消市财政局分管领导制定办法的做法。")
    assert _told(check, undone, view) == [("", "分管")]


def test_what_is_denied_is_not_said(notice: Notice, view: Show) -> None:
    check = Completeness({"培训": ("training",)})
    assert _told(check, notice("今年不再培训。"), view) == [("", "培训")]


def test_it_is_asked_only_of_its_topic(notice: Notice, view: Show) -> None:
    check = Completeness({"培训": ("training",)}, topic=("agenda",))
    assert _told(check, notice("请认真落实。"), view) == []
    assert _told(check, notice("列入议事日程。"), view) == [("议事日程", "培训")]
    assert _told(check, notice("列入议事日程，安排培训。"), view) == []
