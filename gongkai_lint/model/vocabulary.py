"""The vocabulary: classes of words that say what a word does in a 公文."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from gongkai_lint.model.words import Key, Words
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import expression
from gongkai_lint.sought import pair_code

Family = Literal["act", "grammar", "party", "time", "thing", "ground", "step", "waiver"]
Part = str | int  # a class name or several joined by “|”; a number is the widest gap in characters


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
