"""Patterns of paths: ``*`` and ``?`` inside a name, ``**`` over folders."""

import re
from functools import cache

_FOLDERS = "(?:[^/]+/)*"


def matches(pattern: str, place: str) -> bool:
    """Say whether a path with ``/`` between its names fits a pattern.

    A pattern without ``/`` is asked of the file's own name, one that ends with it of all files in
    the folder.
    """
    return _compiled(pattern).fullmatch(place) is not None


# Each star takes the least that its next fixed part asks for, and never gives it back (``(?>…)``):
# for the last star alone that would be too little. So no pattern tries more than once.
@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    plain = pattern.replace("\\", "/").removeprefix("./")
    if plain.endswith("/"):
        plain += "**"
    names = plain.split("/") if "/" in plain else ["**", plain]
    *folders, last = names
    stretches: list[list[str]] = [[]]
    for name in folders:
        if name != "**":
            stretches[-1].append(f"{_plain(name)}/")
        elif stretches[-1] or len(stretches) == 1:
            stretches.append([])
    first, *rest = ("".join(stretch) for stretch in stretches)
    end = ".+" if last == "**" else _plain(last)
    if not rest:
        return re.compile(first + end)
    middle = "".join(f"(?>{_FOLDERS}?{stretch})" for stretch in rest[:-1])
    return re.compile(f"{first}{middle}{_FOLDERS}{rest[-1]}{end}")


def _plain(name: str) -> str:
    first, *rest = re.split(r"\*+", name)
    if not rest:
        return _fixed(first)
    middle = "".join(f"(?>[^/]*?{_fixed(part)})" for part in rest[:-1])
    return f"{_fixed(first)}{middle}[^/]*{_fixed(rest[-1])}"


def _fixed(words: str) -> str:
    return "".join("[^/]" if character == "?" else re.escape(character) for character in words)
