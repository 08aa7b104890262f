"""Cut a text into words: the likeliest way through the words of the dictionary that it holds.

Runs of single characters that are left over are joined to words that the dictionary lacks
(``unknown.py``). The reckoning is jieba's to the order of additions, so that ties fall alike.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log

from gongkai_lint.segmentation.table import Table
from gongkai_lint.segmentation.unknown import joined

_TOTAL = 60_101_967  # how often all words of the dictionary were counted together
_RUN = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")
_LINE_END = re.compile(r"(\r\n|\s)")
_KEPT = 4_096  # the beginnings of a page or two


def segment(text: str) -> Iterator[str]:
    """Yield the words; what is no Chinese, Latin or digit stands alone."""
    for number, part in enumerate(_RUN.split(text)):
        if number % 2:
            yield from _words(part)
        else:
            for piece in _LINE_END.split(part):
                yield from [piece] if piece == "\r\n" else piece


def _words(run: str) -> Iterator[str]:
    """Yield the words of a run without blanks or punctuation."""
    ends = _likeliest(run)
    single, at = "", 0
    while at < len(run):
        end = ends[at]
        if end - at == 1:
            single += run[at]
        else:
            yield from _left_over(single)
            single = ""
            yield run[at:end]
        at = end
    yield from _left_over(single)


def _left_over(single: str) -> Iterator[str]:
    """Yield the words of a run of characters, none of which is in a word of the dictionary."""
    if len(single) > 1 and not _count(single):
        yield from joined(single)
    else:
        yield from single


def _likeliest(run: str) -> list[int]:
    """Give for each character where the word ends that begins there on the likeliest way."""
    total = log(_TOTAL)
    ends, values = [0] * len(run), [0.0] * (len(run) + 1)
    for at in range(len(run) - 1, -1, -1):
        ways = list(_beginning(run, at)) or [(at + 1, 1)]
        values[at], ends[at] = max((log(n) - total + values[end], end) for end, n in ways)
    return ends


def _beginning(run: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the ends of the dictionary's words that begin here, and how often they were counted."""
    for end in range(at + 1, len(run) + 1):
        count = _count(run[at:end])
        if count is None:
            return
        if count:
            yield end, count


def is_word(words: str) -> bool:
    """Say whether the dictionary has a word."""
    return bool(_count(words))


@lru_cache(_KEPT)
def _count(word: str) -> int | None:
    """Say how often a word was counted: 0 where longer ones begin so, nothing where none does."""
    key = word.encode()
    line = _table().first_from(key)
    if line.startswith(key + b" "):
        return int(line[len(key) :])
    return 0 if line.startswith(key) else None


@cache
def _table() -> Table:
    return Table("words.txt")
