"""Regular expressions that are compiled only where their literals occur."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from gongkai_lint.checks.literals import required_literals
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled, expression
from gongkai_lint.sought import Sought, pair_code
from gongkai_lint.text import line_end, lines_with

NO_WORDS: Mapping[str, str] = {}
_SHORT = 400
_FEW = 4  # spans that are sooner looked at one by one
_NO_SIGNS = re.compile(r"\\.|\[\^?\]?[^\]]*\]")  # what is escaped, and sets of characters


_from_outside = [False]  # a list, not a variable of a context: the module of those costs a start


@contextmanager
def from_outside() -> Iterator[None]:
    """Say that the patterns made inside are an office's own."""
    _from_outside[0] = True
    try:
        yield
    finally:
        _from_outside[0] = False


def is_from_outside() -> bool:
    """Say whether what is made just now is an office's own."""
    return _from_outside[0]


class Pattern:
    """A regular expression with the literals of which each match holds at least one.

    ``^`` and ``$`` are the ends of a paragraph (or of the scope inside it): no match crosses a
    newline. Equal sources are equal patterns.
    """

    __slots__ = ("_opens", "_sought", "literals", "outside", "source")

    def __init__(
        self,
        source: str,
        literals: tuple[str, ...] | None = None,
        codes: bytes | None = None,
        *,
        outside: bool | None = None,
    ) -> None:
        """Keep the source; the literals are found by parsing it once. Raises ``re.error``.

        A pattern from ``outside`` is somebody else's, and its searches have a time limit.
        """
        self.source = source
        self.outside = is_from_outside() if outside is None else outside
        self.literals = required_literals(source) if literals is None else literals
        self._opens: bool | None = None
        self._sought = Sought(self.literals, codes)

    def __reduce__(self) -> tuple[Any, tuple[str, tuple[str, ...], bytes]]:
        """Pickle without parsing again."""
        made = _foreign if self.outside else Pattern
        return made, (self.source, self.literals, self._sought.ends.codes)

    def _compiled(self) -> re.Pattern[str]:
        return expression(self.source, outside=self.outside)

    def __eq__(self, other: object) -> bool:
        """Compare by source."""
        return isinstance(other, Pattern) and other.source == self.source

    def __hash__(self) -> int:
        """Hash by source."""
        return hash(self.source)

    def __repr__(self) -> str:
        """Show the source."""
        return f"Pattern({self.source!r})"

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the pattern's groups, in order."""
        return tuple(compiled(self.source).groupindex)

    def finditer(self, text: str, *spans: Span) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield each match in the spans with the offset to add to its positions, line by line."""
        literals: Sequence[str] = self.literals
        if literals and len(text) > _SHORT:
            literals = self._sought.likely(text)
            if not literals:
                return
            spans = _holding(literals, text, spans)
        if self._opens is None:
            self._opens = _opens_line(self.source)
        expression = self._compiled()
        for span in spans:
            for start, end in _lines_to_search(literals, text, span):
                if not self._opens:
                    for match in expression.finditer(text[start:end]):
                        yield start, match
                elif opening := expression.match(text[start:end]):
                    yield start, opening

    def occurs(self, text: str, span: Span | None = None) -> bool:
        """Say whether there is a match in the span."""
        span = span or Span(0, len(text))
        if span.end - span.start > _SHORT:
            return _occurs(self, text, span)
        words = text[span.start : span.end]
        if self.literals and not any(map(words.__contains__, self.literals)):
            return False
        return any(map(self._compiled().search, words.split("\n")))

    def begins(self, line: str) -> bool:
        """Say whether one line of text begins with a match."""
        return self._compiled().match(line) is not None

    def stands_in(self, line: str) -> bool:
        """Say whether there is a match in one line of text."""
        return self._compiled().search(line) is not None


def any_occurs(patterns: Iterable[Pattern], text: str, span: Span | None = None) -> bool:
    """Say whether one of some patterns has a match in a text, or in a span of it."""
    return any(pattern.occurs(text, span) for pattern in patterns)


def heads_of(patterns: Iterable[Pattern]) -> frozenset[int] | None:
    """Give the pairs of characters of which a text has one where one of the patterns matches.

    None where there is a pattern that may match without.
    """
    heads: set[int] = set()
    for pattern in patterns:
        if not pattern.literals or any(len(word) == 1 for word in pattern.literals):
            return None
        heads.update(map(pair_code, pattern.literals))
    return frozenset(heads)


def _opens_line(source: str) -> bool:
    """Say whether a match stands at the beginning of its line, so that no more is searched."""
    depth = 0
    for sign in _NO_SIGNS.sub("", source) if source.startswith("^") else "|":
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return False
    return True


def _foreign(source: str, literals: tuple[str, ...], codes: bytes) -> Pattern:
    return Pattern(source, literals, codes, outside=True)


@lru_cache(maxsize=32)  # each match of a rule asks the same of its scope
def _occurs(pattern: Pattern, text: str, span: Span) -> bool:
    return next(pattern.finditer(text, span), None) is not None


def _holding(words: Sequence[str], text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Give the spans that one of the words begins in: a text is gone through once, not each."""
    if len(spans) < _FEW:
        return spans
    places = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    places.sort()
    return tuple(
        span
        for span in spans
        if (at := bisect_left(places, span.start)) < len(places) and places[at] < span.end
    )


def _lines_to_search(words: Sequence[str], text: str, span: Span) -> Iterable[tuple[int, int]]:
    """Give the bounds of the lines, inside the span, that may hold one of the words."""
    if words and span.end - span.start > _SHORT:
        return lines_with(words, text, *span)
    if words and not any(map(text[span.start : span.end].__contains__, words)):
        return ()
    return _lines(text, span)


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start <= span.end:
        end = line_end(text, start, span.end)
        yield start, end
        start = end + 1
