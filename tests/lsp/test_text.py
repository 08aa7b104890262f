import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from gongkai_lint.lsp.text import OpenText

UTF16 = PositionEncodingKind.Utf16
TEXTS = st.text("甲a。é𠀀😀\n\r\u2028\x0b", max_size=40)
ENCODINGS = st.sampled_from(list(PositionEncodingKind))


@given(TEXTS, ENCODINGS, st.data())
def test_a_position_leads_back_to_its_character(
    text: str, encoding: PositionEncodingKind, data: st.DataObject
) -> None:
    opened = OpenText(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] == "\r\n":
        return
    lines = text[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    position = opened.position(len(lines) - 1, len(lines[-1]))
    assert opened.offset(position) == offset


@given(TEXTS, TEXTS, ENCODINGS, st.data())
def test_an_edit_replaces_the_characters_of_its_range(
    text: str, new: str, encoding: PositionEncodingKind, data: st.DataObject
) -> None:
    opened = OpenText(text, encoding)
    ends = st.tuples(st.integers(0, 3), st.integers(0, 9)).map(lambda pair: Position(*pair))
    start, end = sorted(data.draw(st.tuples(ends, ends)))
    first, last = opened.offset(start), opened.offset(end)
    assert opened.edited(Range(start, end), new).text == text[:first] + new + text[last:]
    assert opened.edited(None, new).text == new


@pytest.mark.parametrize(
    ("encoding", "units"),
    [
        (PositionEncodingKind.Utf8, 8),
        (PositionEncodingKind.Utf16, 4),
        (PositionEncodingKind.Utf32, 3),
    ],
)
def test_units_are_those_of_the_encoding(encoding: PositionEncodingKind, units: int) -> None:
    assert OpenText("x\na𠀀甲", encoding).position(1, 3) == Position(1, units)


def test_a_place_inside_a_character_is_the_one_before_it() -> None:
    text = OpenText("𠀀甲", UTF16)
    assert [text.offset(Position(0, unit)) for unit in range(5)] == [0, 0, 1, 2, 2]


def test_places_beyond_a_line_or_the_text_are_their_ends() -> None:
    text = OpenText("甲\r\n乙", UTF16)
    assert text.offset(Position(0, 99)) == 1
    assert text.offset(Position(7, 0)) == 4
