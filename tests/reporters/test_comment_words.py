"""Which findings get a comment of their own."""

from gongkai_lint.model.finding import Finding, Severity
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.word.comment_words import comments_on


def _found(count: int, message: str, severity: Severity = "warning") -> list[Finding]:
    return [
        Finding("X01", "", severity, "violation", message, Span(n, n + 1)) for n in range(count)
    ]


def test_three_that_say_the_same_have_comments_the_last_with_the_count() -> None:
    assert [comment.total for comment in comments_on(_found(5, "甲。"))] == [None, None, 5]


def test_another_message_of_the_rule_is_not_hidden() -> None:
    shown = comments_on([*_found(5, "甲。"), *_found(2, "乙。")])
    assert [comment.finding.message for comment in shown] == ["甲。"] * 3 + ["乙。"] * 2


def test_what_must_be_changed_is_commented_on_wherever_it_stands() -> None:
    shown = comments_on(_found(9, "甲。", "error"))
    assert [comment.total for comment in shown] == [None] * 9


def test_every_place_has_a_comment_where_that_is_asked() -> None:
    assert [comment.total for comment in comments_on(_found(9, "甲。"), every=True)] == [None] * 9
