from collections.abc import Callable

import pytest

from gongkai_lint.checks.elements import Elements
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]


def _found(check: Elements, document: Document, view: Look) -> list[str]:
    return [document.words(match.span) for match in check.matches(view(document, "document"))]


def test_the_marked_words_of_an_element_are_the_place(notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", note="（此件依申请公开）")
    check = Elements(("disclosure_note",), words=(Pattern("(?P<mark>依申请公开)"),))
    assert _found(check, document, view) == ["依申请公开"]


def test_without_a_mark_the_element_is_the_place(notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", note="（此件依申请公开）")
    check = Elements(("disclosure_note",), values=(Pattern("on_request"),))
    assert _found(check, document, view) == ["（此件依申请公开）"]


@pytest.mark.parametrize(
    "check",
    [
        Elements(("disclosure_note",), values=(Pattern("withheld"),)),
        Elements(("disclosure_note",), where=("imprint",)),
        Elements(("disclosure_note",), words=(Pattern("不予公开"),)),
        Elements(("disclosure_note",), inside=("attachment",)),
    ],
    ids=lambda check: repr(check)[:60],
)
def test_each_condition_keeps_an_element_out(check: Elements, notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", behind="（此件依申请公开）")
    assert _found(Elements(("disclosure_note",)), document, view) == ["（此件依申请公开）"]
    assert _found(check, document, view) == []


def test_the_own_label_is_the_place_of_what_an_attachment_says_against_it(
    notice: Notice, view: Look
) -> None:
    document = notice("现予转发。", behind="（此件公开发布）\n附件\n市水利局函\n（此件不予公开）")
    check = Elements(
        ("disclosure_note",),
        values=(Pattern("withheld"),),
        inside=("attachment", "issued_text"),
        declared=("proactive",),
    )
    (match,) = check.matches(view(document, "document"))
    assert document.words(match.span) == "（此件公开发布）"
    assert dict(match.captures)["other"] == "（此件不予公开）"
    assert [document.words(each.span) for each in match.related] == ["（此件不予公开）"]
