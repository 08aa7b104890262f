"""Regular expressions that are compiled only where their literals occur."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

NO_WORDS: Mapping[str, str] = {}
_MOST_ALTERNATIVES = 40
_Needs = frozenset[str]


class Pattern:
    """A regular expression with the literals of which each match holds at least one.

    ``^`` and ``$`` are the ends of a paragraph (or of the scope inside it): no match crosses a
    newline. Equal sources are equal patterns.
    """

    __slots__ = ("literals", "source")

    def __init__(self, source: str, literals: tuple[str, ...] | None = None) -> None:
        """Keep the source; the literals are found by parsing it once. Raises ``re.error``."""
        self.source = source
        self.literals = required_literals(source) if literals is None else literals

    def __reduce__(self) -> tuple[type["Pattern"], tuple[str, tuple[str, ...]]]:
        """Pickle without parsing again."""
        return Pattern, (self.source, self.literals)

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

    def finditer(self, text: str, span: Span) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield each match with the offset to add to its positions, paragraph by paragraph."""
        for start, end in self._lines(text, span):
            for match in compiled(self.source).finditer(text[start:end]):
                yield start, match

    def occurs(self, text: str, span: Span | None = None) -> bool:
        """Say whether there is a match in the span."""
        return next(self.finditer(text, span or Span(0, len(text))), None) is not None

    def stands_in(self, line: str) -> bool:
        """Say whether there is a match in one line of text."""
        return compiled(self.source).search(line) is not None

    def _lines(self, text: str, span: Span) -> Iterator[tuple[int, int]]:
        if not self.literals:
            yield from _all_lines(text, span)
            return
        starts = set()
        for literal in self.literals:
            at = text.find(literal, span.start, span.end)
            while at >= 0:
                starts.add(max(text.rfind("\n", 0, at) + 1, span.start))
                end = _line_end(text, at, span.end)
                at = text.find(literal, end, span.end)
        for start in sorted(starts):
            yield start, _line_end(text, start, span.end)


def _line_end(text: str, at: int, limit: int) -> int:
    end = text.find("\n", at, limit)
    return limit if end < 0 else end


def _all_lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start <= span.end:
        end = _line_end(text, start, span.end)
        yield start, end
        start = end + 1


def required_literals(source: str) -> tuple[str, ...]:
    """Give words of which every match of the pattern contains at least one; () if unknown."""
    from re import _parser  # type: ignore[attr-defined]

    best = _best(_needs(_parser.parse(source)))
    return tuple(sorted(best)) if best else ()


def _best(needs: Sequence[_Needs]) -> _Needs | None:
    usable = [need for need in needs if need and len(need) <= _MOST_ALTERNATIVES]
    return max(usable, key=lambda need: (min(map(len, need)), -len(need)), default=None)


def _needs(tokens: Any) -> list[_Needs]:
    needs: list[_Needs] = []
    run = ""
    for operation, argument in tokens:
        if str(operation) == "LITERAL":
            run += chr(argument)
            continue
        if run:
            needs.append(frozenset({run}))
            run = ""
        needs.extend(_needs_of(str(operation), argument))
    if run:
        needs.append(frozenset({run}))
    return needs


def _needs_of(operation: str, argument: Any) -> list[_Needs]:
    if operation == "SUBPATTERN":
        return _needs(argument[3])
    if operation == "ATOMIC_GROUP":
        return _needs(argument)
    if operation in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and argument[0] > 0:
        return _needs(argument[2])
    if operation == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return [frozenset(chr(code) for _, code in argument)]
    if operation == "BRANCH":
        branches = [_best(_needs(branch)) for branch in argument[1]]
        if all(branches):
            return [frozenset().union(*(branch for branch in branches if branch))]
    return []
