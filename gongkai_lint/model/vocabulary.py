"""The vocabulary: classes of words that say what a word does in a 公文."""

import marshal
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from gongkai_lint.named import NamedTuple

Family = Literal["act", "grammar", "party", "time", "thing", "ground"]
Part = str | int  # a class name or several joined by “|”; a number is the widest gap in characters


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

    @property
    def free(self) -> bool:
        """Whether the word means its classes wherever it occurs."""
        return not (self.longer or self.not_after or self.not_before)

    def stands(self, text: str, at: int) -> bool:
        """Say whether the word means its classes where it begins at an offset of a text."""
        if self.not_after and at and text[at - 1] in self.not_after:
            return False
        end = at + len(self.text)
        if self.not_before and end < len(text) and text[end] in self.not_before:
            return False
        for held, before in self.longer:
            if at >= before and text.startswith(held, at - before):
                return False
        return True


Key = int | str  # the number of two characters (``text.pair_code``), or one character
Begun = tuple[str, int, frozenset[str], bool, Word | None]


class Words:
    """Words by their first characters, unpacked when the first text is read.

    Kept as marshalled plain tuples: thousands of named tuples would make every cold start wait for
    them, also where no rule asks for a word.
    """

    __slots__ = ("_begun", "_made", "_packed", "_plain")

    def __init__(self, packed: bytes = b"") -> None:
        """Keep the packed words; ``pack`` makes them."""
        self._packed = packed
        self._made: dict[Key, tuple[Word, ...]] = {}
        self._begun: _BegunBy | None = None
        self._plain: dict[Key, tuple[tuple[object, ...], ...]] | None = None

    @classmethod
    def pack(cls, words: Mapping[Key, Sequence[Word]]) -> "Words":
        """Pack words by their first characters."""
        return cls(marshal.dumps({key: tuple(map(tuple, some)) for key, some in words.items()}))

    def __reduce__(self) -> tuple[type["Words"], tuple[bytes]]:
        """Travel packed."""
        return Words, (self._packed,)

    def __eq__(self, other: object) -> bool:
        """Hold equal what holds the same words."""
        return isinstance(other, Words) and self._packed == other._packed

    def __hash__(self) -> int:
        """Hash the packed words."""
        return hash(self._packed)

    def __bool__(self) -> bool:
        """Say whether there are any words."""
        return bool(self.plain)

    @property
    def plain(self) -> dict[Key, tuple[tuple[object, ...], ...]]:
        """The fields of the words by their first characters."""
        if self._plain is None:
            # ours, packed by the same Python: the compiled rules are stamped with its version
            self._plain = marshal.loads(self._packed) if self._packed else {}  # noqa: S302
        return self._plain

    @property
    def begun(self) -> dict[Key, tuple[Begun, ...]]:
        """The words by their first characters as one pass over a text wants them.

        Their characters, how many, their classes, whether they are whole, and the word itself
        where it does not mean its classes everywhere. Made where they are first asked for.
        """
        if self._begun is None:
            self._begun = _BegunBy(self)
        return self._begun

    def at(self, key: Key) -> tuple[Word, ...]:
        """Give the words that begin with these characters; each is made once."""
        words = self._made.get(key)
        if words is None:
            plain = self.plain.get(key, ())
            words = self._made[key] = tuple(Word(*fields) for fields in plain)  # type: ignore[arg-type]
        return words


class _BegunBy(dict[Key, tuple[Begun, ...]]):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, key: Key) -> tuple[Begun, ...]:
        found = self[key] = tuple(
            (w.text, len(w.text), w.classes, w.whole, None if w.free else w)
            for w in self._words.at(key)
        )
        return found


class Phrase(NamedTuple):
    """A class made of others: terms that follow one another with small gaps in one clause.

    ``parts`` are sets of classes, ``gaps`` the widest distance in characters before each part but
    the first; a term of ``without`` between them breaks the phrase.
    """

    makes: str
    parts: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]
    without: frozenset[str] = frozenset()


class Form(NamedTuple):
    """Open words as an expression; a line that it matches in holds one of the ``literals``."""

    classes: frozenset[str]
    source: str
    literals: tuple[str, ...] = ()


_NO_WORDS = Words()


class WordClass(NamedTuple):
    """A class by its name: what its words do, and the family it belongs to."""

    name: str
    title: str
    family: Family


class Vocabulary(NamedTuple):
    """All words, by the number of their first two characters; those of one character by that.

    ``forms`` are open words (加3分, …准入证). The words of ``rare`` classes stand apart, in
    ``seldom``: few documents are asked for them.
    """

    classes: tuple[WordClass, ...] = ()
    pairs: Words = _NO_WORDS
    single: Words = _NO_WORDS
    forms: tuple[Form, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    seldom: Words = _NO_WORDS
    rare: frozenset[str] = frozenset()

    def heads(self, names: Iterable[str]) -> frozenset[int] | None:
        """Give the first two characters of all words that may stand for one of some classes.

        None where a single character may, an open form, or what recognition finds (an organ).
        """
        found: set[int] = set()
        for name in names:
            own = self._heads(name)
            if own is None:
                return None
            found |= own
        return frozenset(found)

    def _heads(self, name: str) -> frozenset[int] | None:
        if name not in self.names or any(name in form.classes for form in self.forms):
            return None
        singles = (word for key in self.single.plain for word in self.single.at(key))
        if any(name in word.classes for word in singles):
            return None
        plain = {
            key
            for words in (self.pairs, self.seldom)
            for key in words.plain
            if isinstance(key, int)
            if any(name in word.classes for word in words.at(key))
        }
        for phrase in self.phrases:
            if phrase.makes == name:
                parts = (self.heads(part) for part in phrase.parts if name not in part)
                known = [part for part in parts if part is not None]
                if not known:
                    return None
                plain |= min(known, key=len)
        return frozenset(plain) or None

    @property
    def names(self) -> frozenset[str]:
        """The names of all classes."""
        return frozenset(each.name for each in self.classes)
