"""Edits."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.engine.fix import apply_edits
from gongkai_lint.model.finding import Edit
from gongkai_lint.model.span import Span


def test_edits_are_made_in_any_order() -> None:
    edits = [Edit(Span(3, 4), "丁"), Edit(Span(0, 1), "乙"), Edit(Span(2, 2), "，")]
    assert apply_edits("甲丙丙甲", edits) == "乙丙，丙丁"


def test_of_overlapping_edits_the_first_counts() -> None:
    assert apply_edits("甲乙丙", [Edit(Span(0, 2), "一"), Edit(Span(1, 3), "二")]) == "一丙"


@given(st.text(max_size=20), st.data())
def test_a_replacement_by_itself_changes_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert apply_edits(text, [Edit(Span(start, end), text[start:end])]) == text
