"""Words, sentences and paragraphs written twice in a row."""

import re
from collections.abc import Iterator
from itertools import pairwise

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import line_end

_WORD = compiled(r"([一-鿿]{2,6})\1")
_WIDTHS = range(2, 7)
_SENTENCE = compiled(r"[^。；！？\n]+[。；！？]?")
_ENDS = frozenset("。；！？")
_BYTES = 2  # of a character in UTF-16
# of the windows that begin each so many characters a phrase of so many holds one
_PHRASE, _STEP, _WINDOW = 9, 6, 4
_JOINS = frozenset("，、：（(| \u3000")  # what ends so, or begins so, is one of a list
_FEWEST = 3  # Chinese characters of a phrase: with fewer it is a number, or a form's blanks
_SHORTEST, _LONGEST = 11, 121
_FEW = 4  # characters of a clause or a name that stands again behind its mark; less may be meant
_CLAUSE = 8  # characters of a clause that ends the one before it: 各地要做好准备工作，做好准备工作
_AROUND = 10
# what one word ends with the next may begin with: 政务服务 服务事项, 城市管理 管理体制
_NOUNS = frozenset({"服务", "管理", "建设", "保障", "监督", "教育", "评价", "考核", "生产", "投资"})
_GOVERNS = 2  # the word that makes the first half a name stands right before it
_SHOWN = 12


class Doubled(NamedTuple):
    """Report what stands twice in a row: a word, a phrase, a sentence or its end, a paragraph.

    A word is doubled where both halves begin as words of their own; those that match one of
    ``sound`` may be, and so may what one of ``sound_in`` finds with the words around it (本规定
    规定…: a name and a verb). The second half is removed, but no paragraph.
    """

    sound: tuple[Pattern, ...] = ()
    sound_in: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each doubled word, sentence and paragraph."""
        text = view.document.text
        for scope in view.spans:
            for found in _words(text, scope):
                span = Span(*found.span())
                if not self._is_sound(text, span, found[1]) and _is_whole(text, span):
                    yield _match(text, span, (span.start + span.end) // 2)
            sentences = [
                (found.start(), words)
                for found in _SENTENCE.finditer(text, *scope)
                if (words := found[0])[-1] in _ENDS
            ]
            yield from (_match(text, span, half) for span, half in _follow(sentences))
            yield from (_match(text, span, half) for span, half in _parts_twice(sentences))
            yield from (_match(text, span, half) for span, half in _phrase_twice(sentences))
            yield from _paragraphs(view, scope)

    def _is_sound(self, text: str, span: Span, word: str) -> bool:
        around = text[max(0, span.start - _GOVERNS) : span.end + _GOVERNS].replace("\n", " ")
        return any(p.occurs(word) for p in self.sound) or any(
            p.occurs(around) for p in self.sound_in
        )


def _words(text: str, scope: Span) -> Iterator[re.Match[str]]:
    """Yield the doubled words of the lines that repeat themselves anywhere."""
    end = -1
    for at in sorted(_repeated(text[scope.start : scope.end])):
        start = scope.start + at
        if start > end:
            start, end = (
                max(scope.start, text.rfind("\n", 0, start) + 1),
                line_end(text, start, scope.end),
            )
            yield from _WORD.finditer(text, start, end)


def _repeated(words: str) -> set[int]:
    """Give where two to six characters follow themselves, by one pass over all for each width.

    The text is one big number, and so is what it differs by from itself some characters further
    on: where that is nothing for as many characters, they are repeated.
    """
    units = words.encode("utf-16-le", "surrogatepass")
    if len(units) != _BYTES * len(words):  # places would not be those of characters
        return {found.start() for found in compiled(r"(?m)^").finditer(words)}
    halves = units[::_BYTES]  # most of what differs differs there
    number = int.from_bytes(halves, "little")
    places: set[int] = set()
    for width in _WIDTHS:
        differs = (number ^ (number >> 8 * width)).to_bytes(len(halves), "little")
        at = differs.find(bytes(width))
        while at >= 0:
            same = words[at : at + width] == words[at + width : at + 2 * width]
            if same:
                places.add(at)
            at = differs.find(bytes(width), at + (width if same else 1))
    return places


def _follow(sentences: list[tuple[int, str]]) -> Iterator[tuple[Span, int]]:
    """Yield each sentence that follows itself, or its like behind a colon, with the middle."""
    before, behind = "", -1
    for start, words in sentences:
        if behind == start and _repeats(before, words):
            yield Span(start - len(words), start + len(words)), start
            behind = -1
        else:
            before, behind = words, start + len(words)


def _phrase_twice(sentences: list[tuple[int, str]]) -> Iterator[tuple[Span, int]]:
    """Yield what stands twice without a mark between: 由县（市、区）政府由县（市、区）政府."""
    for start, words in sentences:
        told = 0
        last = len(words) - 2 * _PHRASE + _STEP
        held = [at for at in range(0, last, _STEP) if words.count(words[at : at + _WINDOW]) > 1]
        for at in held:
            again = words.find(words[at : at + _WINDOW], at + _PHRASE)
            if again >= 0 and at >= told:
                first, length = _phrase(words, at, again)
                if length:
                    told = first + 2 * length
                    yield Span(start + first, start + told), start + first + length


def _phrase(words: str, at: int, again: int) -> tuple[int, int]:
    """Give where a phrase begins that stands again right behind itself, and its length, or 0."""
    length, first, last = again - at, at, again
    while first and words[first - 1] == words[first + length - 1]:
        first -= 1
    while last < len(words) and words[last] == words[last - length]:
        last += 1
    half, end = first + length, last - length
    phrase = words[first:half]
    if end < half or sum("一" <= one <= "鿿" for one in phrase) < _FEWEST:
        return first, 0
    # 职业中介机构、房屋中介机构、房屋出租人: two things of a list that end alike
    listed = "、" in phrase.partition("（")[0] + phrase.rpartition("）")[2]
    return first, length if not listed and _JOINS.isdisjoint(words[half - 1 : end + 1]) else 0


def _parts_twice(sentences: list[tuple[int, str]]) -> Iterator[tuple[Span, int]]:
    """Yield each clause or name that stands again behind its mark: 做好准备，做好准备，."""
    for start, sentence in sentences:
        for mark in "，、":
            if mark not in sentence:
                continue
            parts = sentence[:-1].split(mark)
            at = start
            for one, other in pairwise(parts):
                end = at + len(one)
                if one.endswith(other) and _is_again(one, other, mark):
                    yield Span(end - len(other), end + len(other) + 1), end
                at = end + 1


def _is_again(one: str, other: str, mark: str) -> bool:
    led = one.removesuffix(other)
    clause = mark == "，" and len(other) >= _CLAUSE and led[-1:] not in "不未非无"
    return len(other) >= _FEW if not led else clause


def _repeats(before: str, words: str) -> bool:
    told = before.removesuffix(words)
    return told != before and _SHORTEST <= len(words) <= _LONGEST and told[-1:] in {"", "："}


def _paragraphs(view: View, scope: Span) -> Iterator[Match]:
    """Yield each paragraph with a whole sentence that says what the one before it said."""
    document, paragraphs = view.document, view.document.source.paragraphs
    first, last = (document.paragraph_at(at) for at in scope)
    for index in range(first + 1, last + 1):
        words = paragraphs[index].text
        if words.endswith("。") and words == paragraphs[index - 1].text:
            before, here = document.paragraph_span(index - 1), document.paragraph_span(index)
            if scope.covers(before):
                yield _match(document.text, Span(before.start, here.end), before.end)


def _match(text: str, span: Span, half: int) -> Match:
    word = text[span.start : half]
    shown = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}……"
    edits = () if "\n" in text[half : span.end] else (Edit(Span(half, span.end), ""),)
    return Match(span, (("word", shown),), edits=edits)


def _is_whole(text: str, span: Span) -> bool:
    """Say whether words begin at the start and the middle of the span, or the second half is one.

    In 行业协会协会 the first half ends a longer word, and the second is that word's end again; in
    认真贯彻贯彻落实 each half is a part of a longer word.
    """
    from gongkai_lint.segmentation import bounds

    start = max(0, span.start - _AROUND)
    middle = (span.start + span.end) // 2
    found = bounds(text[start : span.end + _AROUND])
    begin, half, end = span.start - start, middle - start, span.end - start
    again = end in found and found.isdisjoint(range(half + 1, end))
    joined = text[middle : span.end] not in _NOUNS
    return half in found and (begin in found or again or joined)


KIND = Kind(Doubled, "相邻的重复词语", words=("word",))
