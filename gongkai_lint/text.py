"""Pure functions on strings: display width, line table, sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from unicodedata import east_asian_width

# str.splitlines would also cut at \x0b, \x85, U+2028 and others, and move every offset behind.
FILE_LINE_END = re.compile(r"\r\n|\r|\n")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_IN_MARKS = re.compile(r"([“《]?)\{(\w+)\}([”》]?)")
_SINGLE = {"“”": "‘’", "《》": "〈〉"}
_LONGEST_SENTENCE = 400
_SENTENCE_END = re.compile(r"[。！？；!?\n][”’』」）)〕]*")


def fill(template: str, words: Mapping[str, str]) -> str:
    """Put words into ``{name}`` placeholders; an absent one becomes empty."""
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], ""), template)


def fill_sentence(template: str, words: Mapping[str, str]) -> str:
    """Put words into a sentence's placeholders, as Chinese quotes: marks inside marks are single.

    A mark whose partner was not quoted is left out, and what is empty is said to be.
    """

    def put(found: re.Match[str]) -> str:
        before, name, after = found.groups()
        value = words.get(name, "")
        single = _SINGLE.get(before + after)
        if not single:
            return f"{before}{value}{after}"
        return f"{before}{_inside(value, before + after, single)}{after}" if value else "空白"

    return _IN_MARKS.sub(put, template)


def _inside(value: str, marks: str, single: str) -> str:
    if len(value) == 1:
        return value
    if value.count(marks[0]) != value.count(marks[1]):
        return value.translate({ord(mark): None for mark in marks})
    return value.translate(str.maketrans(marks, single))


def placeholders(template: str) -> list[str]:
    """Give the names of the ``{name}`` placeholders of a template, in order."""
    return _PLACEHOLDER.findall(template)


def stands_in_order(short: str, long: str) -> bool:
    """Say whether the characters of one stand in the other in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)


def display_width(text: str) -> int:
    """Count the columns a terminal needs for the text; East Asian wide characters take two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def likeness(one: str, two: str) -> float:
    """Say how alike two texts are, from 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, two).ratio()


def line_starts(text: str) -> tuple[int, ...]:
    r"""Give the offset of each line's first character; lines end at ``\n`` only."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def line_end(text: str, at: int, limit: int) -> int:
    """Give where the line that holds an offset ends, at the latest at the limit."""
    end = text.find("\n", at, limit)
    return limit if end < 0 else end


def lines_with(words: Iterable[str], text: str, first: int, limit: int) -> list[tuple[int, int]]:
    """Give the bounds of the lines between two offsets that hold one of the words, in order."""
    lines = set()
    for word in words:
        at = text.find(word, first, limit)
        while at >= 0:
            start, end = text.rfind("\n", first, at) + 1, text.find("\n", at, limit)
            end = limit if end < 0 else end  # line_end without the call: asked by the thousand
            lines.add((start or first, end))
            at = text.find(word, end, limit)
    return sorted(lines)


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
