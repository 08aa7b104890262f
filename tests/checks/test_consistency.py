from collections.abc import Callable

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.consistency import Consistency
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.readers.text import read_text
from gongkai_lint.structure.recognize import recognize

Notice = Callable[..., Document]
Look = Callable[..., View]
LABELS = Consistency(("disclosure_note",), values=(Pattern("^(?:proactive|on_request)$"),))


def test_the_second_of_two_labels_contradicts_the_first(notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", behind="（此件公开发布）\n信息公开属性：依申请公开")
    (match,) = LABELS.matches(view(document, "document"))
    assert document.words(match.span) == "信息公开属性：依申请公开"
    assert document.words(match.related[0].span) == "（此件公开发布）"


def test_values_that_do_not_count_contradict_nothing(notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", behind="（此件公开发布）\n（本文有删减）")
    assert list(LABELS.matches(view(document, "document"))) == []


def test_the_processing_sheet_speaks_first(view: Look) -> None:
    sheet = "---\n公开属性: 主动公开\n---\n"
    head = "云岭市水务局关于停水的通知\n各单位：\n现通知如下。\n"
    text = f"{sheet}{head}云岭市水务局\n2024年9月2日\n（此件依申请公开）"
    document = recognize(read_text(text.encode(), markdown=False))
    (match,) = LABELS.matches(view(document, "document"))
    assert document.words(match.span) == "（此件依申请公开）"
