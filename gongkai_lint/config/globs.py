"""Patterns of paths: ``*`` and ``?`` inside a name, ``**`` over folders."""

import re
from functools import cache

_INSIDE = {"*": "[^/]*", "?": "[^/]"}


def matches(pattern: str, place: str) -> bool:
    """Say whether a path with ``/`` between its names fits a pattern.

    A pattern without ``/`` is asked of the file's own name, one that ends with it of all files in
    the folder.
    """
    return _compiled(pattern).fullmatch(place) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    plain = pattern.replace("\\", "/").removeprefix("./")
    if plain.endswith("/"):
        plain += "**"
    names = plain.split("/") if "/" in plain else ["**", plain]
    return re.compile("".join(_name(name) for name in names[:-1]) + _last(names[-1]))


def _name(name: str) -> str:
    return "(?:[^/]+/)*" if name == "**" else f"{_plain(name)}/"


def _last(name: str) -> str:
    return ".+" if name == "**" else _plain(name)


def _plain(name: str) -> str:
    return "".join(_INSIDE.get(character) or re.escape(character) for character in name)
