"""Words of a list, each with the conditions under which it is wrong."""

from collections.abc import Iterable, Iterator
from typing import Literal

from gongkai_lint.checks.kind import Check, Kind
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import expression
from gongkai_lint.sought import Rows

Level = Literal["certain", "suspected"]
_AROUND = 12
_JOINT = 2
_WIDTHS = (1, 2, 3)  # the characters of a word beside the one that it shares with a wrong word


class WrongWord(NamedTuple):
    """A wrong word and the right one.

    ``before`` and ``not_before`` are patterns for the characters that end where the word begins,
    ``after`` and ``not_after`` for those behind it, twelve characters at most. What must stand
    there stands in the same line; what must not may stand across the break of a cut line.
    Two characters of which one ends a word and the other begins one are none. ``segment``: words
    must begin and end where this one does. ``drafts``: silent in archives.
    """

    wrong: str
    right: str
    level: Level = "certain"
    before: str = ""
    after: str = ""
    not_before: str = ""
    not_after: str = ""
    segment: bool = False
    drafts: bool = False


class Lexicon(NamedTuple):
    """Report each word of ``entries`` under its level; what is only suspected is not edited.

    A word that alone stands in quotation marks is spoken about, not used. The patterns of a list
    from ``outside`` are somebody else's, and their searches have a time limit.
    """

    entries: Rows
    outside: bool = False

    @classmethod
    def of(cls, entries: Iterable[WrongWord], *, outside: bool = False) -> "Lexicon":
        """Give the check for some words."""
        return cls(Rows.pack(entries), outside)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each wrong word with the right one."""
        text = view.document.text
        for entry in map(WrongWord._make, self.entries.likely(text)):
            if not (entry.drafts and view.profile == "archive"):
                for scope in view.spans:
                    for span in _places(entry.wrong, text, scope):
                        if self._is_wrong(entry, text, span):
                            yield _match(entry, span)

    def _is_wrong(self, entry: WrongWord, text: str, span: Span) -> bool:
        wide_before = text[max(0, span.start - _AROUND) : span.start]
        wide_after = text[span.end : span.end + _AROUND]
        before, after = wide_before.rpartition("\n")[2], wide_after.partition("\n")[0]
        return (
            not (before.endswith(("“", "‘")) and after.startswith(("”", "’")))
            and self._ends(entry.before, before)
            and self._begins(entry.after, after)
            and not self._ends(entry.not_before, wide_before.replace("\n", ""), unsaid=False)
            and not self._begins(entry.not_after, wide_after.replace("\n", ""), unsaid=False)
            and (not entry.segment or _is_whole(before, entry.wrong, after))
            and not (len(entry.wrong) == _JOINT and _is_joint(before, entry.wrong, after))
        )

    def _ends(self, pattern: str, words: str, *, unsaid: bool = True) -> bool:
        """Say whether words end as a pattern says; ``unsaid`` is the answer where there is none."""
        if not pattern:
            return unsaid
        return expression(f"(?:{pattern})$", outside=self.outside).search(words) is not None

    def _begins(self, pattern: str, words: str, *, unsaid: bool = True) -> bool:
        if not pattern:
            return unsaid
        return expression(pattern, outside=self.outside).match(words) is not None


def extended(check: Check, entries: tuple[WrongWord, ...]) -> Check:
    """Give a list with more entries, which replace those of the same wrong word."""
    if not isinstance(check, Lexicon):
        return check
    own = {entry.wrong for entry in entries}
    known = map(WrongWord._make, check.entries.whole)
    kept = (entry for entry in known if entry.wrong not in own)
    return Lexicon.of((*kept, *entries), outside=check.outside)


def _places(word: str, text: str, scope: Span) -> Iterator[Span]:
    at = text.find(word, scope.start, scope.end)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + len(word), scope.end)


def _is_whole(before: str, word: str, after: str) -> bool:
    from gongkai_lint.segmentation import bounds

    return {len(before), len(before) + len(word)} <= bounds(before + word + after)


def _is_joint(before: str, wrong: str, after: str) -> bool:
    """Say whether two characters end one word and begin the next: 克服|疫情, 骨干|予以."""
    from gongkai_lint.segmentation import is_word

    first, second = wrong[0], wrong[1]
    ended = any(is_word(before[-n:] + first) for n in _WIDTHS if len(before) >= n)
    return ended and any(is_word(second + after[:n]) for n in _WIDTHS if len(after) >= n)


def _match(entry: WrongWord, span: Span) -> Match:
    words = (("wrong", entry.wrong), ("right", entry.right))
    certain = entry.level == "certain"
    edits = (Edit(span, entry.right),) if certain else ()
    return Match(span, words, case=entry.level, edits=edits, doubtful=not certain)


KIND = Kind(
    Lexicon,
    "词表里的词",
    tells=("certain", "suspected"),
    words=("wrong", "right"),
    listed="lexicon",
)
