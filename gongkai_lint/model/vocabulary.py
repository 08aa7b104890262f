"""The vocabulary: classes of words that say what a word does in a 公文."""

import marshal
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import expression
from gongkai_lint.sought import pair_code

Family = Literal["act", "grammar", "party", "time", "thing", "ground", "step", "waiver"]
WHOLE = ""  # in place of a class: the words that are names
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


Key = int | str  # the number of two characters (``text.pair_code``), or one character
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
    """Open words as an expression; a line that it matches in holds one of the ``literals``.

    One from ``outside`` is somebody else's, and its searches have a time limit.
    """

    classes: frozenset[str]
    source: str
    literals: tuple[str, ...] = ()
    outside: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return expression(self.source, outside=self.outside)


_NO_WORDS = Words()


class WordClass(NamedTuple):
    """A class by its name: what its words do, and the family it belongs to."""

    name: str
    title: str
    family: Family


class Wanted(NamedTuple):
    """How to see whether a stretch of text may hold a word of some classes.

    ``pairs`` are words by the number of their first two characters, ``heads`` those numbers,
    ``single`` the words of one character.
    """

    heads: frozenset[Key]
    pairs: Mapping[Key, tuple[str, ...]]
    single: str
    forms: tuple[Form, ...]


class _Vocabulary(NamedTuple):
    classes: tuple[WordClass, ...] = ()
    pairs: Words = _NO_WORDS
    single: Words = _NO_WORDS
    forms: tuple[Form, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    seldom: Words = _NO_WORDS
    rare: frozenset[str] = frozenset()


class Vocabulary(_Vocabulary):
    """All words, by the number of their first two characters; those of one character by that.

    ``forms`` are open words (加3分, …准入证). The words of ``rare`` classes stand apart, in
    ``seldom``: few documents are asked for them.
    """

    def __getstate__(self) -> None:
        """Travel without what was found out on the way."""

    def heads(self, names: Iterable[str]) -> frozenset[int] | None:
        """Give the first two characters of all words that may stand for one of some classes.

        None where a single character may, an open form that needs no word, or what recognition
        finds (an organ).
        """
        found: set[int] = set()
        for name in names:
            own = self._heads(name)
            if own is None:
                return None
            found |= own
        return frozenset(found)

    def _heads(self, name: str) -> frozenset[int] | None:
        forms = self.forms_of(name)
        if name not in self.names or name in self.alone or not all(map(_needs_a_pair, forms)):
            return None
        plain = {
            key
            for words in (self.pairs, self.seldom)
            for key in words.of(name).heads
            if isinstance(key, int)
        }
        plain.update(pair_code(word) for form in forms for word in form.literals)
        for phrase in self.phrases:
            if phrase.makes == name:
                parts = (self.heads(part) for part in phrase.parts if name not in part)
                known = [part for part in parts if part is not None]
                if not known:
                    return None
                plain |= min(known, key=len)
        return frozenset(plain) or None

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all classes."""
        return frozenset(each.name for each in self.classes)

    @cached_property
    def acts(self) -> frozenset[str]:
        """The classes of acts."""
        return frozenset(each.name for each in self.classes if each.family == "act")

    @cached_property
    def parties(self) -> frozenset[str]:
        """The classes of who may act."""
        return frozenset(each.name for each in self.classes if each.family == "party")

    @cached_property
    def alone(self) -> frozenset[str]:
        """The classes that have words of one character."""
        return self.single.classes

    def forms_of(self, name: str) -> Sequence[Form]:
        """Give the open words of a class."""
        return self._forms_by_class.get(name, ())

    @cached_property
    def _forms_by_class(self) -> dict[str, list[Form]]:
        found: dict[str, list[Form]] = {}
        for form in self.forms:
            for name in form.classes:
                found.setdefault(name, []).append(form)
        return found

    def forms_near(self, pairs: frozenset[int]) -> list[Form]:
        """Give the open words that may stand where there are these pairs of characters."""
        heads, by_head, others = self._forms_by_head
        near = {number for pair in heads & pairs for number in by_head[pair]}
        return [self.forms[number] for number in sorted(near.union(others))]

    @cached_property
    def _forms_by_head(self) -> tuple[frozenset[int], dict[int, list[int]], list[int]]:
        """The numbers of the open words by their pairs, and of those that need none."""
        by_head: dict[int, list[int]] = {}
        others: list[int] = []
        for number, form in enumerate(self.forms):
            if _needs_a_pair(form):
                for word in form.literals:
                    by_head.setdefault(pair_code(word), []).append(number)
            else:
                others.append(number)
        return frozenset(by_head), by_head, others

    @cached_property
    def makers(self) -> Mapping[str, tuple[Phrase, ...]]:
        """The phrases by the class that they make."""
        found: dict[str, tuple[Phrase, ...]] = {}
        for phrase in self.phrases:
            found[phrase.makes] = (*found.get(phrase.makes, ()), phrase)
        return found

    def wanted(self, names: frozenset[str], *, seldom: bool) -> Wanted:
        """Give what to look for where one of some classes is wanted; made once."""
        found = self._wanted.get((names, seldom))
        if found is None:
            found = self._wanted[names, seldom] = self._want(names, seldom=seldom)
        return found

    @cached_property
    def _wanted(self) -> dict[tuple[frozenset[str], bool], Wanted]:
        return {}

    def _want(self, names: frozenset[str], *, seldom: bool) -> Wanted:
        pairs: dict[Key, tuple[str, ...]] = {}
        for words in (self.pairs, self.seldom) if seldom else (self.pairs,):
            for name in names:
                for key, begun in words.of(name).words.items():
                    pairs[key] = (*pairs.get(key, ()), *(text for _, (text, *_rest) in begun))
        single = {str(key) for name in names for key in self.single.of(name).heads}
        forms = tuple(form for form in self.forms if not names.isdisjoint(form.classes))
        return Wanted(frozenset(pairs), pairs, "".join(sorted(single)), forms)


def _needs_a_pair(form: Form) -> bool:
    """Say whether what open words look like has two characters at least that tell them."""
    return bool(form.literals) and all(len(word) > 1 for word in form.literals)
