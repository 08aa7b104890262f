"""Spans."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.span import Span

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(0, 20)
)


@given(spans, spans)
def test_overlap_is_mutual(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(spans, spans)
def test_what_covers_a_span_overlaps_it(one: Span, other: Span) -> None:
    assert not one.covers(other) or one.overlaps(other)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))


def test_an_empty_span_overlaps_what_it_touches() -> None:
    assert Span(3, 3).overlaps(Span(3, 5))
    assert Span(5, 5).overlaps(Span(3, 5))
    assert not Span(6, 6).overlaps(Span(3, 5))
