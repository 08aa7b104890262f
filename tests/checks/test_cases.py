from collections.abc import Callable

from gongkai_lint.checks.cases import Case, Cases, Terms
from gongkai_lint.checks.existence import Existence
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]
WEEK, DAY = Existence((Pattern("本周"),)), Existence((Pattern("今日|本周"),))


def test_each_match_bears_the_name_of_its_case(notice: Notice, view: Look) -> None:
    document = notice("本周检查，今日报告。")
    check = Cases((Case("week", WEEK), Case("day", DAY)))
    found = [(m.case, document.words(m.span)) for m in check.matches(view(document, "body"))]
    assert found == [("week", "本周"), ("day", "今日")]


def test_a_case_may_have_a_scope_of_its_own(notice: Notice, view: Look) -> None:
    document = notice("本周检查。", title="关于做好本周检查工作的通知")
    check = Cases((Case("title", WEEK, Terms(("title",))),))
    (match,) = check.matches(view(document, "body"))
    assert document.of("title")[0].span.covers(match.span)


def test_a_case_may_be_for_one_profile(notice: Notice, view: Look) -> None:
    document = notice("本周检查。")
    check = Cases((Case("week", WEEK, Terms(profiles=("archive",))),))
    seen = view(document, "body")
    assert list(check.matches(seen)) == []
    assert len(list(check.matches(seen._replace(profile="archive")))) == 1
