from collections.abc import Callable

from gongkai_lint.checks.occurrence import Occurrence
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]
LABEL = Occurrence(elements=("disclosure_note",))


def test_what_is_absent_is_reported_behind_the_date(notice: Notice, view: Look) -> None:
    document = notice("现通知如下。")
    (match,) = LABEL.matches(view(document, "document"))
    assert match.span == (document.of("date_of_issue")[0].span.end,) * 2


def test_other_values_do_not_count(notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", behind="（此件不予公开。理由：同上）")
    seen = view(document, "document")
    reason: tuple[ElementKind, ...] = ("withholding_reason",)
    assert list(Occurrence(elements=reason).matches(seen)) == []
    proactive = (Pattern("proactive"),)
    assert len(list(Occurrence(elements=("disclosure_note",), values=proactive).matches(seen))) == 1
