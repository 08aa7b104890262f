"""Pure functions on strings: display width, Chinese numerals, line table, sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import add
from unicodedata import east_asian_width

_NUMERALS = "零一二三四五六七八九"
_DIGITS = {character: value for value, character in enumerate(_NUMERALS)} | {
    **{character: value for value, character in enumerate("０１２３４５６７８９")},
    **{character: value for value, character in enumerate("0123456789")},
    **dict.fromkeys("〇○◯ＯOoО", 0),
    "两": 2,
}
_TEN_THOUSAND = 10_000
_UNITS = {"十": 10, "百": 100, "千": 1000}
# str.splitlines would also cut at \x0b, \x85, U+2028 and others, and move every offset behind.
FILE_LINE_END = re.compile(r"\r\n|\r|\n")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LONGEST_SENTENCE = 400
_FAR = 400
_SENTENCE_END = re.compile(r"[。！？；!?\n][”’』」）)〕]*")


def fill(template: str, words: Mapping[str, str]) -> str:
    """Put words into ``{name}`` placeholders; an absent one becomes empty."""
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], ""), template)


def display_width(text: str) -> int:
    """Count the columns a terminal needs for the text; East Asian wide characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def parse_number(text: str) -> int | None:
    """Read an Arabic or Chinese numeral (``15``, ``十五``, ``二○一八``); None where it is none."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if any(character in _UNITS for character in text):
        return _read_units(text)
    return int("".join(str(_DIGITS[character]) for character in text))


def chinese_numeral(number: int) -> str:
    """Write a number from 1 to 9999 in Chinese (``二十一``, ``一百零三``); digits beyond."""
    if number >= _TEN_THOUSAND:
        return str(number)
    text = ""
    for name, unit in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, unit)
        if digit:
            text += _NUMERALS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return text[1:] if text.startswith("一十") else text


def chinese_year(year: int) -> str:
    """Write a year in Chinese digits with the round zero of official documents (``二○○八``)."""
    return "".join("○" if digit == "0" else _NUMERALS[int(digit)] for digit in str(year))


def _read_units(text: str) -> int:
    total = pending = 0
    for character in text:
        if character in _UNITS:
            total += (pending or 1) * _UNITS[character]
            pending = 0
        else:
            pending = pending * 10 + _DIGITS[character]
    return total + pending


def likeness(one: str, two: str) -> float:
    """Say how alike two texts are, from 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, two).ratio()


@lru_cache(maxsize=8)
def pairs_of(text: str) -> frozenset[str]:
    """Give the pairs of neighbours in a text; kept for the documents that were asked last."""
    return frozenset(map(add, text, text[1:]))


def that_may_occur(words: Iterable[str], text: str) -> list[str]:
    """Give the words that a document may hold: it has their first and last two characters."""
    known = pairs_of(text)
    return [word for word in words if len(word) == 1 or (word[:2] in known and word[-2:] in known)]


def line_starts(text: str) -> tuple[int, ...]:
    r"""Give the offset of each line's first character; lines end at ``\n`` only."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def file_line_starts(text: str) -> tuple[int, ...]:
    """Give the offset of each line's first character; lines end as files end them."""
    return (0, *(found.end() for found in FILE_LINE_END.finditer(text)))


def line_of(starts: tuple[int, ...], offset: int) -> int:
    """Give the 0-based line that holds the offset."""
    return bisect_right(starts, offset) - 1


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence (or semicolon clause) that holds ``[start, end)``."""
    left = max(0, start - _LONGEST_SENTENCE)
    first = max(left, text.rfind("\n", left, start), text.rfind("。", left, start))
    for match in _SENTENCE_END.finditer(text, first, start):
        left = match.end()
    last = min(len(text), end + _LONGEST_SENTENCE)
    found = _SENTENCE_END.search(text, max(end - 1, start), last)
    return left, found.end() if found else last
