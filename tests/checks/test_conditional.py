from collections.abc import Callable

from gongkai_lint.checks.conditional import Conditional
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.model.span import Span

Notice = Callable[..., Document]
Show = Callable[..., View]
WHEN, NEED = (Pattern("办法"),), (Pattern("施行"),)


def test_what_is_absent_is_reported_where_it_belongs(notice: Notice, view: Show) -> None:
    document = notice("现印发管理办法。")
    check = Conditional(WHEN, NEED, around="document", at=("body",))
    end = document.of("body")[0].span.end
    assert [m.span for m in check.matches(view(document, "body"))] == [Span(end, end)]


def test_one_of_the_needs_is_enough_around_each_place(notice: Notice, view: Show) -> None:
    needs = (Pattern("月底"), Pattern("市政府"))
    check = Conditional((Pattern("报送"),), needs)
    document = notice("请报送总结。月底前报送方案。向市政府报送。")
    found = list(check.matches(view(document, "body")))
    assert [match.span.start for match in found] == [document.text.index("报送")]
