"""The characters that a match of an expression can begin with.

``re`` looks for them itself where an expression begins with characters, a set, or a choice of
characters: then it skips at some instructions a character what cannot begin a match. Where one
begins with a look behind, a repetition or a choice of longer words (most of ours do), it tries to
match at each character, which costs ten times as much. Here the set is found for these, too, and
put where ``re`` puts its own. Read by nothing but ``patterns``, when an expression is compiled.
"""

from re import _compiler  # type: ignore[attr-defined]
from re import _constants as sre  # type: ignore[attr-defined]
from typing import Any

_REPEATS = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT})
_NO_WIDTH = frozenset({sre.AT, sre.ASSERT, sre.ASSERT_NOT})
_BESIDES = sre.SRE_FLAG_IGNORECASE | sre.SRE_FLAG_LOCALE
_FEW = frozenset({sre.CATEGORY_DIGIT, sre.CATEGORY_SPACE})
_HEAD = 4  # the words of a block that tells nothing: its length, no mask, the widths
# a set that holds the Chinese characters skips next to nothing
_WIDEST = 5000

_Set = list[tuple[Any, Any]]


def with_beginnings(code: list[int], parsed: Any, flags: int) -> list[int]:
    """Give the code of an expression with the set in front, where one is found that helps."""
    known = code[0] != sre.INFO or code[1] != _HEAD or code[2]
    if known or flags & _BESIDES or parsed.getwidth()[0] == 0:
        return code
    found, ended = _first(parsed)
    if found is None or not ended or not found or _width(found) > _WIDEST:
        return code
    head = [sre.INFO, 0, sre.SRE_INFO_CHARSET, *code[3 : 1 + _HEAD]]
    kept, _ = _compiler._optimize_charset(found)  # noqa: SLF001
    _compiler._compile_charset(kept, flags, head)  # noqa: SLF001
    head[1] = len(head) - 1
    return [*head, *code[1 + _HEAD :]]


def _first(items: Any) -> tuple[_Set | None, bool]:
    """Give what a sequence begins with, and whether it always has a character; None for any."""
    found: _Set = []
    for op, value in items:
        own, ended = _first_of(op, value)
        if own is None:
            return None, True
        found += own
        if ended:
            return found, True
    return found, False


def _first_of(op: Any, value: Any) -> tuple[_Set | None, bool]:
    found: tuple[_Set | None, bool] = None, True
    if op is sre.LITERAL:
        found = [(op, value)], True
    elif op is sre.IN:
        found = (None if value[0][0] is sre.NEGATE else list(value)), True
    elif op in _NO_WIDTH:
        found = [], False
    elif op is sre.BRANCH:
        found = _first_of_all(value[1])
    elif op is sre.SUBPATTERN:
        found = found if value[1] & _BESIDES else _first(value[3])
    elif op is sre.ATOMIC_GROUP:
        found = _first(value)
    elif op in _REPEATS:
        own, ended = _first(value[2])
        found = own, ended and value[0] > 0
    return found


def _first_of_all(choices: list[Any]) -> tuple[_Set | None, bool]:
    found: _Set = []
    all_end = True
    for choice in choices:
        own, ended = _first(choice)
        if own is None:
            return None, True
        found += own
        all_end = all_end and ended
    return found, all_end


def _width(found: _Set) -> int:
    """Count the characters of a set; a category (digits, blanks) counts for few, but words do."""
    return sum(
        value[1] - value[0] + 1
        if op is sre.RANGE
        else _WIDEST + 1
        if op is sre.CATEGORY and value not in _FEW
        else 1
        for op, value in found
    )
