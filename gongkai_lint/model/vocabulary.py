"""The vocabulary: classes of words that say what a word does in a 公文."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Family = Literal["act", "grammar", "party", "time", "thing", "ground"]
Part = str | int  # a class name or several joined by “|”; a number is the widest gap in characters
_NONE: Mapping[str, tuple["Word", ...]] = {}


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


class Phrase(NamedTuple):
    """A class made of others: terms that follow one another with small gaps in one clause.

    ``parts`` are sets of classes, ``gaps`` the widest distance in characters before each part but
    the first; a term of ``without`` between them breaks the phrase.
    """

    makes: str
    parts: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]
    without: frozenset[str] = frozenset()


class WordClass(NamedTuple):
    """A class by its name: what its words do, and the family it belongs to."""

    name: str
    title: str
    family: Family


class Vocabulary(NamedTuple):
    """All words, by their first two characters; those of one character by that.

    ``forms`` are patterns of open words (加3分, …准入证): the class and the expression.
    """

    classes: tuple[WordClass, ...] = ()
    pairs: Mapping[str, tuple[Word, ...]] = _NONE
    single: Mapping[str, tuple[Word, ...]] = _NONE
    forms: tuple[tuple[frozenset[str], str], ...] = ()
    phrases: tuple[Phrase, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of all classes."""
        return frozenset(each.name for each in self.classes)
