"""Text → words, as jieba 0.42.1 cuts them, without jieba's start: see ``words.py``.

The two tables beside this file are jieba's own, in order of their bytes, so that a word is found
without reading the rest. ``tests/segmentation`` makes them again from jieba and compares the cuts.
"""

from itertools import accumulate

from gongkai_lint.segmentation.words import is_word, segment

__all__ = ["bounds", "is_word", "segment"]


def bounds(text: str) -> frozenset[int]:
    """Give the offsets at which a word begins or ends."""
    return frozenset({0, *accumulate(map(len, segment(text)))})
