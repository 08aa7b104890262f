"""The words of a vocabulary, packed: by their first characters, and by class."""

import marshal
from collections.abc import Mapping, Sequence
from functools import cached_property

from gongkai_lint.named import NamedTuple
from gongkai_lint.sought import pair_code

WHOLE = ""  # in place of a class: the words that are names


class Word(NamedTuple):
    """A word with its classes and the conditions under which it means them.

    ``longer`` are words that hold it and mean something else, with the word's offset in them;
    ``not_after`` and ``not_before`` are characters that must not be its neighbours. A ``whole``
    word is a name: other words inside it are not read.
    """

    text: str
    classes: frozenset[str]
    whole: bool = False
    longer: tuple[tuple[str, int], ...] = ()
    not_after: str = ""
    not_before: str = ""


Key = int | str  # the number of two characters (``sought.pair_code``), or one character
Bound = tuple[tuple[tuple[str, int], ...], str, str]  # a word's longer, not_after, not_before
# A word as one pass over a text wants it: its characters, how many, its classes, whether it is a
# name, and what bounds it where it does not mean its classes everywhere.
Begun = tuple[str, int, frozenset[str], bool, Bound | None]


def stands(text: str, at: int, length: int, bound: Bound) -> bool:
    """Say whether a bound word means its classes where it begins at an offset of a text."""
    longer, not_after, not_before = bound
    if not_after and at and text[at - 1] in not_after:
        return False
    end = at + length
    if not_before and end < len(text) and text[end] in not_before:
        return False
    for held, before in longer:  # noqa: SIM110 (a generator for each word of a text costs more)
        if at >= before and text.startswith(held, at - before):
            return False
    return True


class ByHead(NamedTuple):
    """Words by their first characters, and these as a set to be met with those of a text.

    Each stands behind the number of its last two characters.
    """

    heads: frozenset[Key]
    words: Mapping[Key, Sequence[tuple[int, Begun]]]


_NOTHING = marshal.dumps(({}, {}))


class Words:
    """Words by their first characters, and by class, unpacked where a text asks for them.

    Kept as marshalled plain tuples, those with the same beginning and those of a class by
    themselves: thousands of named tuples would make every cold start wait for them, and a text asks
    for a tenth of the words and a quarter of the classes.
    """

    def __init__(self, whole: bytes = _NOTHING) -> None:
        """Keep the packed words; ``pack`` makes them."""
        self._whole = whole
        self._of: dict[str, ByHead] = {}

    @classmethod
    def pack(cls, words: Mapping[Key, Sequence[Word]]) -> "Words":
        """Pack words by their first characters."""
        begun = {key: tuple(map(_begun, some)) for key, some in words.items()}
        by_class: dict[str, dict[Key, list[tuple[int, Begun]]]] = {}
        for key, some in begun.items():
            for word in some:
                placed = pair_code(word[0][-2:]), word
                for name in (*word[2], *((WHOLE,) if word[3] else ())):
                    by_class.setdefault(name, {}).setdefault(key, []).append(placed)
        packed = {key: marshal.dumps(some) for key, some in begun.items()}
        classes = {name: marshal.dumps(own) for name, own in by_class.items()}
        return cls(marshal.dumps((packed, classes)))

    def __reduce__(self) -> tuple[type["Words"], tuple[bytes]]:
        """Travel packed."""
        return Words, (self._whole,)

    @cached_property
    def _opened(self) -> tuple[dict[Key, bytes], dict[str, bytes]]:
        # ours, packed by the same Python: the compiled rules are stamped with its version
        opened: tuple[dict[Key, bytes], dict[str, bytes]] = marshal.loads(self._whole)  # noqa: S302
        return opened

    @property
    def packed(self) -> Mapping[Key, bytes]:
        """How words may begin; what begins so is packed."""
        return self._opened[0]

    @cached_property
    def begun(self) -> Mapping[Key, tuple[Begun, ...]]:
        """The words by their first characters as one pass over a text wants them."""
        return _Begun(self.packed)

    def __eq__(self, other: object) -> bool:
        """Hold equal what holds the same words."""
        return isinstance(other, Words) and self._all() == other._all()

    def _all(self) -> dict[Key, tuple[Begun, ...]]:
        return {key: self.begun[key] for key in self.packed}

    def __hash__(self) -> int:
        """Go by the classes, whatever their order."""
        return hash(self.classes)

    def __bool__(self) -> bool:
        """Say whether there are any words."""
        return bool(self._opened[1])

    @property
    def classes(self) -> frozenset[str]:
        """The classes that have words here."""
        return frozenset(self._opened[1]) - {WHOLE}

    def of(self, name: str) -> ByHead:
        """Give the words of a class by their first characters, under ``WHOLE`` the names."""
        found = self._of.get(name)
        if found is None:
            packed = self._opened[1].get(name)
            words = marshal.loads(packed) if packed else {}  # noqa: S302 (ours)
            found = self._of[name] = ByHead(frozenset(words), words)
        return found


class _Begun(dict[Key, tuple[Begun, ...]]):
    """Words by their first characters, unpacked where they are first asked for."""

    def __init__(self, packed: Mapping[Key, bytes]) -> None:
        super().__init__()
        self._packed = packed

    def __missing__(self, key: Key) -> tuple[Begun, ...]:
        found: tuple[Begun, ...] = marshal.loads(self._packed[key])  # noqa: S302 (ours)
        self[key] = found
        return found


def _begun(word: Word) -> Begun:
    bound = word[3:]
    return word.text, len(word.text), word.classes, word.whole, bound if any(bound) else None
