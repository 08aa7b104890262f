from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.sequence import Sequence
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

CHECK = Sequence(("heading", "item", "article"))
Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def found(notice: Callable[..., Document], view: Callable[..., View]) -> Found:
    def look(*lines: str) -> list[tuple[str, str]]:
        document = notice("\n".join(["现通知如下：", *lines]))
        return [(document.words(m.span), m.case) for m in CHECK.matches(view(document, "body"))]

    return look


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (("一、加强领导", "三、强化监督"), ("三、", "skip")),
        (("一、加强领导", "一、强化监督"), ("一、", "repeat")),
        (("一、加强领导", "二、强化监督", "三、严肃纪律", "二、抓好落实"), ("二、", "back")),
        (("（一）明确分工", "（三）压实责任"), ("（三）", "skip")),
        (("1.明确分工。", "3.压实责任。"), ("3.", "skip")),
        (("1）明确分工。", "（2）压实责任。"), ("（2）", "mixed")),
    ],
)
def test_an_ordinal_out_of_order_is_found(
    found: Found, lines: tuple[str, ...], problem: tuple[str, str]
) -> None:
    assert found(*lines) == [problem]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、加强领导", "（一）分工", "（二）责任", "二、强化监督", "（一）通报", "（二）整改"),
        ("一、加强领导", "1.分工", "2.责任", "二、强化监督", "1.通报"),
        ("1.名单", "1.电话"),
        ("一、加强领导。各司其职。二、强化监督。", "三、严肃纪律。"),
        ("（1）分工。", "（2）责任。", "(?1)通报。", "（2）整改。"),
        ("一、加强领导", "??二、强化监督", "三、严肃纪律"),
    ],
)
def test_lists_that_begin_again_or_run_on_are_in_order(
    found: Found, lines: tuple[str, ...]
) -> None:
    assert not found(*lines)


def test_a_number_in_the_text_is_no_ordinal(found: Found) -> None:
    lines = ("一、加强领导。第二产业有二类企业。", "三、强化监督")
    assert found(*lines) == [("三、", "skip")]


def test_items_inside_a_paragraph_are_compared_by_form(found: Found) -> None:
    assert found("加强公开。1）公开目录。（2）公开流程。") == [("1）", "mixed")]
    assert not found("加强公开。（1）公开目录。（2）公开流程。")


def test_articles_and_their_items_are_followed(found: Found) -> None:
    lines = (
        "第一条　为规范管理，制定本办法。",
        "第二条　职责包括：",
        "（一）规划；",
        "（三）监督。",
        "第四条　本办法自发布之日起施行。",
    )
    assert found(*lines) == [("（三）", "skip"), ("第四条", "skip")]
