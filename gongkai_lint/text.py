"""Pure functions on strings: display width, Chinese numerals, line table, sentences."""

import re
from bisect import bisect_right
from unicodedata import east_asian_width

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    **{character: value for value, character in enumerate("０１２３４５６７８９")},
    **{character: value for value, character in enumerate("0123456789")},
    **dict.fromkeys("〇○◯ＯOoО", 0),
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SENTENCE_END = re.compile(r"[。！？；!?\n][”’』」）)〕]*")


def display_width(text: str) -> int:
    """Count the columns a terminal needs for the text; East Asian wide characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def parse_number(text: str) -> int | None:
    """Read an Arabic or Chinese numeral (``15``, ``十五``, ``二○一八``); None where it is none."""
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if any(character in _UNITS for character in text):
        return _read_units(text)
    return int("".join(str(_DIGITS[character]) for character in text))


def _read_units(text: str) -> int:
    total = pending = 0
    for character in text:
        if character in _UNITS:
            total += (pending or 1) * _UNITS[character]
            pending = 0
        else:
            pending = pending * 10 + _DIGITS[character]
    return total + pending


def line_starts(text: str) -> tuple[int, ...]:
    r"""Give the offset of each line's first character; lines end at ``\n`` only."""
    return (0, *(index + 1 for index, character in enumerate(text) if character == "\n"))


def line_of(starts: tuple[int, ...], offset: int) -> int:
    """Give the 0-based line that holds the offset."""
    return bisect_right(starts, offset) - 1


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence (or semicolon clause) that holds ``[start, end)``."""
    left = 0
    for match in _SENTENCE_END.finditer(text, max(0, start - 400), start):
        left = match.end()
    left = max(left, text.rfind("\n", 0, start) + 1, start - 400 if start > 400 else 0)
    found = _SENTENCE_END.search(text, max(end - 1, start))
    return left, found.end() if found else len(text)
