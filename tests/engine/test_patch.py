from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.engine.fix import apply_edits
from gongkai_lint.engine.patch import unpatched
from gongkai_lint.model.finding import Edit
from gongkai_lint.model.span import Span


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A text and rounds of edits of it, each round on the text as the one before left it."""
    text = start = draw(st.text("甲乙丙\n", max_size=12))
    made = []
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
        spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
        edits = [Edit(span, draw(st.text("丁戊", max_size=3))) for span in spans]
        made.append(edits)
        text = apply_edits(text, edits)
    return start, made


@given(rounds())
def test_rounds_of_edits_come_to_edits_of_the_original(case: tuple[str, list[list[Edit]]]) -> None:
    text, made = case
    patch = unpatched(text)
    for edits in made:
        text = apply_edits(text, edits)
        patch = patch.apply(edits)
    assert patch.text == text
    assert apply_edits(patch.original, patch.edits()) == text
    for span, words in patch.edits():
        old = patch.original[span.start : span.end]
        assert old != words
        assert not old or not words or (old[0] != words[0] and old[-1] != words[-1])


def test_a_place_is_known_in_the_original() -> None:
    patch = unpatched("甲乙丙丁").apply([Edit(Span(1, 2), "长长长")])
    assert patch.text == "甲长长长丙丁"
    assert patch.origin(Span(4, 6)) == (Span(2, 4), (Span(2, 4),))
    assert patch.origin(Span(0, 5)) == (Span(0, 3), (Span(0, 1), Span(2, 3)))
    assert patch.origin(Span(2, 3)) == (Span(1, 2), ())
    assert patch.origin(Span(6, 6)) == (Span(4, 4), ())
    assert unpatched("").origin(Span(0, 0)) == (Span(0, 0), ())


def test_words_that_stay_inside_an_edit_are_not_touched() -> None:
    patch = unpatched('称"十三五"时期').apply([Edit(Span(1, 6), "“十三五”")])
    assert patch.edits() == (Edit(Span(1, 2), "“"), Edit(Span(5, 6), "”"))


def test_what_is_changed_back_is_no_edit() -> None:
    there = unpatched("甲乙").apply([Edit(Span(0, 1), "丙")])
    assert there.edits() == (Edit(Span(0, 1), "丙"),)
    assert there.apply([Edit(Span(0, 1), "甲")]).edits() == ()
