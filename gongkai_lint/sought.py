"""Which of many words a text may hold, told by their first, middle and last two characters.

Two characters are known by a number: numbers cost a fifth of strings of two characters.
"""

import marshal
import sys
from array import array
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

_TWO = 2
_PLACES = 3  # where in a word two characters are known
_BYTES = 4  # of two characters in UTF-16, where none is beyond U+FFFF
ANY_TEXT = 0  # in place of the number of a word of one character, which every text may hold
_MANY = 24  # words, from which on sorting them by their beginnings pays from the third text on
_TEXTS = 2


def pair_code(two: str) -> int:
    """Give the number by which the first two characters of a word are known to ``pairs_of``."""
    return int.from_bytes(two.encode("utf-16-le", "surrogatepass")[:4], "little")


def pair_codes(text: str) -> tuple[list[int], list[int]]:
    """Give the numbers of all pairs of neighbours: those at even places, those at odd ones.

    A character beyond U+FFFF counts as two.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    even = _numbers(units[: len(units) // _BYTES * _BYTES])
    odd = _numbers(units[2 : 2 + max(0, len(units) - 2) // _BYTES * _BYTES])
    return even.tolist(), odd.tolist()


@lru_cache(maxsize=8)
def pairs_of(text: str) -> frozenset[int]:
    """Give the numbers of the pairs in a text; kept for the documents that were asked last.

    ``ANY_TEXT`` is among them.
    """
    return frozenset((ANY_TEXT,)).union(*pair_codes(text))


class Ends:
    """The first, middle and last two characters of words that are looked for in many texts.

    ``codes`` are the numbers of all words' first two characters, then of the two in the middle,
    then of the last two, four bytes each: reckoned once, they travel with compiled rules. Of many
    words the first texts ask one after the other, since a program that judges one text would sort
    them in vain.
    """

    __slots__ = ("_begun", "_firsts", "_numbers", "_texts", "codes")

    def __init__(self, codes: bytes) -> None:
        """Keep the numbers packed until a text is asked."""
        self.codes = codes
        self._numbers: tuple[array[int], ...] = ()
        self._begun: dict[int, list[tuple[int, int, int]]] = {}
        self._firsts = frozenset[int]()
        self._texts = 0

    def likely(self, text: str) -> list[int]:
        """Give which of the words a text may hold: it has these characters of them."""
        known = pairs_of(text)
        if self._begun:
            words = [word for first in known & self._firsts for word in self._begun[first]]
            return sorted(n for last, middle, n in words if last in known and middle in known)
        if not self._numbers:
            whole = _numbers(self.codes)
            third = len(whole) // _PLACES
            self._numbers = whole[:third], whole[third : 2 * third], whole[2 * third :]
        firsts, middles, lasts = self._numbers
        if len(firsts) >= _MANY:
            self._texts += 1
            if self._texts > _TEXTS:
                self._sort()
        if known.isdisjoint(firsts):
            return []
        every = enumerate(zip(firsts, middles, lasts, strict=True))
        return [n for n, (f, m, z) in every if f in known and z in known and m in known]

    def _sort(self) -> None:
        for number, (first, middle, last) in enumerate(zip(*self._numbers, strict=True)):
            self._begun.setdefault(first, []).append((last, middle, number))
        self._firsts = frozenset(self._begun)


class Sought:
    """Words that are looked for in many texts."""

    __slots__ = ("ends", "words")

    def __init__(self, words: Iterable[str], codes: bytes | None = None) -> None:
        """Keep the words; the numbers of their ends are reckoned where they are not given."""
        self.words = tuple(words)
        self.ends = Ends(_packed(self.words) if codes is None else codes)

    def likely(self, text: str) -> list[str]:
        """Give those that a text may hold."""
        return [self.words[number] for number in self.ends.likely(text)]


class Rows:
    """Rows of plain values, each looked for in many texts by the word that it begins with.

    They travel marshalled, and are unpacked where a text may hold one of the words.
    """

    def __init__(self, packed: bytes, codes: bytes) -> None:
        """Keep what ``pack`` made."""
        self._packed = packed
        self._ends = Ends(codes)

    @classmethod
    def pack(cls, rows: Iterable[tuple[Any, ...]]) -> "Rows":
        """Pack rows."""
        plain = tuple(map(tuple, rows))
        return cls(marshal.dumps(plain), _packed(tuple(word for word, *_ in plain)))

    def __reduce__(self) -> tuple[type["Rows"], tuple[bytes, bytes]]:
        """Travel packed."""
        return Rows, (self._packed, self._ends.codes)

    def __eq__(self, other: object) -> bool:
        """Compare the rows."""
        return isinstance(other, Rows) and self.whole == other.whole

    def __hash__(self) -> int:
        """Hash the rows."""
        return hash(self.whole)

    def __repr__(self) -> str:
        """Show the rows."""
        return f"Rows({self.whole!r})"

    @cached_property
    def whole(self) -> tuple[tuple[Any, ...], ...]:
        """All rows."""
        rows: tuple[tuple[Any, ...], ...] = marshal.loads(self._packed)  # noqa: S302 (ours)
        return rows

    def likely(self, text: str) -> list[tuple[Any, ...]]:
        """Give those whose word a text may hold."""
        return [self.whole[number] for number in self._ends.likely(text)]


def _packed(words: tuple[str, ...]) -> bytes:
    """Give the numbers of words' characters as ``Ends`` keeps them."""
    middles = (word[max(0, len(word) // 2 - 1) :][:_TWO] for word in words)
    parts = [*(word[:_TWO] for word in words), *middles, *(word[-_TWO:] for word in words)]
    units = "".join(parts).encode("utf-16-le", "surrogatepass")
    if len(units) == _BYTES * len(parts) and all(len(two) == _TWO for two in parts):
        return units
    codes = (pair_code(two) if len(two) == _TWO else ANY_TEXT for two in parts)
    return b"".join(code.to_bytes(_BYTES, "little") for code in codes)


def _numbers(units: bytes) -> "array[int]":
    """Give the numbers in bytes, four each, the lowest first."""
    numbers = array("I")
    numbers.frombytes(units)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
