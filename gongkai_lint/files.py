"""Files that somebody names: opened only where they are files, read only so far; our own modules.

A pipe would be waited for without end, a device never ends; so each is asked what it is first.
"""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

# The largest list of words seen has 2 MB; a rule, a configuration, a calendar has some kilobytes.
MOST_SETTINGS = 16 * 2**20
_SPECIAL = "这是管道、设备一类的特殊文件，不能读"
_TOO_LONG = f"文件超过 {MOST_SETTINGS // 2**20} MB"


class SpecialFileError(OSError):
    """What bears the name is no file."""


def size_of(path: str | Path) -> int:
    """Give a file's size; raises ``OSError`` where there is none to read."""
    found = os.stat(path)  # noqa: PTH116 (a name may be no text)
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise SpecialFileError(_SPECIAL)
    return found.st_size


def read_settings(path: Path) -> bytes:
    """Give the bytes of a small file that tells how to work; raises ``OSError``."""
    if size_of(path) > MOST_SETTINGS:
        raise SpecialFileError(_TOO_LONG)
    return path.read_bytes()


def read_words(path: Path) -> str:
    """Give the text of such a file, without a byte order mark; raises ``UnicodeDecodeError``."""
    return read_settings(path).decode("utf-8-sig").replace("\r\n", "\n")


def modules_in(package: Iterable[str]) -> tuple[str, ...]:
    """Give the names of the modules of a package by its ``__path__``: the folder is the register.

    ``pkgutil`` would cost a cold start a tenth; it is asked where the package lies in an archive.
    """
    places = list(package)
    try:
        names = {name.partition(".") for place in places for name in os.listdir(place)}  # noqa: PTH208 (pathlib reads a folder at twice the cost)
    except OSError:
        names = set()
    found = {stem for stem, _, end in names if end in {"py", "pyc"} and stem[:1] != "_"}
    return tuple(sorted(found or _in_archive(places)))


def _in_archive(package: list[str]) -> Iterable[str]:
    from pkgutil import iter_modules

    return (found.name for found in iter_modules(package) if found.name[:1] != "_")
