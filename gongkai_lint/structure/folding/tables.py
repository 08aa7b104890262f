"""Which characters stand for which: traditional script, radicals, compatibility and full width.

The tables are data files beside this module; each says where it comes from.
"""

from functools import cache
from pathlib import Path
from unicodedata import normalize

from gongkai_lint.named import NamedTuple

_FOLDER = Path(__file__).parent
_KANGXI = range(0x2F00, 0x2FD6)
_COMPATIBILITY = (*range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E))
_FULL_WIDTH = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
_AHEAD = 0xFEE0  # how far a full-width form stands behind its ASCII character


class Script(NamedTuple):
    """Traditional forms and words, each with the simplified one.

    ``contextual`` forms and ``words`` are read so in a traditional text only; the simplified forms
    in ``either`` are traditional ones, too.
    """

    forms: dict[str, str]
    contextual: dict[str, str]
    either: frozenset[str]
    words: dict[str, str]
    usual_words: dict[str, str]


@cache
def script() -> Script:
    """Give the table of traditional script."""
    parts: dict[str, list[str]] = {}
    for line in _lines("traditional.txt"):
        if line.startswith("["):
            entries = parts.setdefault(line, [])
        else:
            entries += line.split()
    return Script(
        forms=_halves(parts["[always]"]),
        contextual=_halves(parts["[in traditional text]"]),
        either=frozenset("".join(parts["[either]"])),
        words=_halves(parts["[words]"]),
        usual_words=_halves(parts["[words, always]"]),
    )


@cache
def look_alikes() -> dict[str, str]:
    """Give the characters that only look like others: radicals, compatibility, full width."""
    coded = (*_KANGXI, *_COMPATIBILITY)
    return (
        _halves([pair for line in _lines("radicals.txt") for pair in line.split()])
        | {chr(code): normalize("NFKC", chr(code)) for code in coded}
        | {chr(code): chr(code - _AHEAD) for code in _FULL_WIDTH}
    )


def _lines(name: str) -> list[str]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _halves(entries: list[str]) -> dict[str, str]:
    return {entry[: len(entry) // 2]: entry[len(entry) // 2 :] for entry in entries}
