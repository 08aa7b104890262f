"""The words of which every match of a regular expression holds at least one."""

import re
from collections.abc import Iterator, Sequence
from re import IGNORECASE
from typing import Any

_MOST_TOLD = 200
_MOST_JOINED = 100
_MOST_TIMES = 4
_LONG_ENOUGH = 2
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_WIDTHLESS = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_Words = frozenset[str]
_NOTHING: _Words = frozenset({""})


def required_literals(source: str) -> tuple[str, ...]:
    """Give words of which every match of the pattern contains at least one; () if unknown.

    Those of a positive assertion count: they stand beside the match. Raises ``re.error``.
    """
    try:
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:  # nobody's promise: then each pattern searches every text
        re.compile(source)
        return ()
    parsed = _parser.parse(source)
    if parsed.state.flags & IGNORECASE:
        return ()
    best = _best(_needs(parsed, {}))
    return tuple(sorted(best)) if best else ()


def _best(needs: Iterator[_Words]) -> _Words | None:
    """Give the need that rules out most texts: two characters tell far more than one."""
    usable = [need for need in needs if "" not in need and 0 < len(need) <= _MOST_TOLD]
    return max(usable, key=_worth, default=None)


def _worth(need: _Words) -> tuple[int, int, int]:
    shortest = min(map(len, need))
    return min(shortest, _LONG_ENOUGH), -len(need), shortest


def _needs(tokens: Any, groups: dict[int, _Words | None]) -> Iterator[_Words]:
    """Yield sets of words; a match holds one of each set."""
    run = _NOTHING
    for operation, argument in tokens:
        name = str(operation)
        if name == "ASSERT":
            direction, inner = argument
            beside = _all_of(inner, groups)
            if direction > 0:
                yield _joined(run, beside) or _NOTHING
            elif run == _NOTHING:
                run = beside or _NOTHING
            continue
        words = _words(name, argument, groups)
        longer = _joined(run, words)
        if longer is None:
            again = _again(name, argument, groups)
            yield _joined(run, again) or _NOTHING
            yield from _inside(name, argument, groups)
            run = words or again
        else:
            run = longer
        yield run


def _inside(name: str, argument: Any, groups: dict[int, _Words | None]) -> Iterator[_Words]:
    """Yield the needs of a part that must occur but has too many forms to tell."""
    if name == "SUBPATTERN" and not argument[1] & IGNORECASE:
        yield from _needs(argument[3], groups)
    elif name == "ATOMIC_GROUP":
        yield from _needs(argument, groups)
    elif name in _REPEATS and argument[0] > 0:
        yield from _needs(argument[2], groups)
    elif name == "BRANCH":
        branches = [_best(_needs(branch, groups)) for branch in argument[1]]
        if all(branches):
            yield frozenset().union(*(branch for branch in branches if branch))


def _again(name: str, argument: Any, groups: dict[int, _Words | None]) -> _Words:
    """Give what begins and ends a part that repeats without limit."""
    if name in _REPEATS and argument[0] > 0:
        times = min(argument[0], _LONG_ENOUGH)
        return _times(times, times, _all_of(argument[2], groups)) or _NOTHING
    return _NOTHING


def _words(name: str, argument: Any, groups: dict[int, _Words | None]) -> _Words | None:
    """Give all that a part can be; None where that is too much."""
    found: _Words | None = None
    if name == "LITERAL":
        found = frozenset({chr(argument)})
    elif name == "IN":
        found = _characters(argument)
    elif name == "SUBPATTERN":
        groups[argument[0]] = None if argument[1] & IGNORECASE else _all_of(argument[3], groups)
        found = groups[argument[0]]
    elif name == "ATOMIC_GROUP":
        found = _all_of(argument, groups)
    elif name == "BRANCH":
        found = _any_of([_all_of(branch, groups) for branch in argument[1]])
    elif name in _REPEATS:
        found = _times(argument[0], argument[1], _all_of(argument[2], groups))
    elif name == "GROUPREF":
        found = groups.get(argument)
    elif name in _WIDTHLESS:
        found = _NOTHING
    return found


def _any_of(branches: list[_Words | None]) -> _Words | None:
    told = [branch for branch in branches if branch is not None]
    every = frozenset[str]().union(*told)
    return every if len(told) == len(branches) and len(every) <= _MOST_JOINED else None


def _all_of(tokens: Any, groups: dict[int, _Words | None]) -> _Words | None:
    """Give all that a sequence of parts can be; None where that is too much."""
    every: _Words | None = _NOTHING
    for operation, argument in tokens:
        every = _joined(every, _words(str(operation), argument, groups))
    return every


def _joined(first: _Words | None, second: _Words | None) -> _Words | None:
    if first is None or second is None or len(first) * len(second) > _MOST_JOINED:
        return None
    return frozenset(one + other for one in first for other in second)


def _characters(told: Sequence[tuple[Any, Any]]) -> _Words | None:
    """Give the characters of a set; None where it is large, negated or names a category."""
    found: set[str] = set()
    for kind, value in told:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _MOST_JOINED:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MOST_JOINED else None


def _times(least: int, most: Any, words: _Words | None) -> _Words | None:
    """Give all that a repetition can be."""
    if words is None or int(most) > _MOST_TIMES:
        return None
    total: set[str] = set()
    every: _Words | None = _NOTHING
    for count in range(int(most) + 1):
        if every is None:
            return None
        if count >= least:
            total |= every
        every = _joined(every, words)
    return frozenset(total) if len(total) <= _MOST_JOINED else None
