"""Regular expressions whose compiled code is kept beside the compiled modules.

Parsing a pattern in pure Python costs far more than matching a document with it: without this the
program would spend most of a cold start there. The kept code has the trust and the life of a
``.pyc`` file: it belongs to one version of Python and of this program; any doubt means compiling
anew. Sources are known by a number and codes stay packed: unpacking three thousand of both, of
which a text needs some hundred, cost a fortieth of a cold start. The code is made by parts of
``re`` that are nobody's promise: where a Python has them otherwise, patterns are compiled as usual
and nothing is kept.
"""

import atexit
import marshal
import os
import re
import zlib
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, cast

from gongkai_lint import __version__
from gongkai_lint.kept import MAGIC_NUMBER, OWN, SHIPPED

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:
    _sre = _compiler = _parser = None

_OTHERWISE = (AttributeError, ImportError, IndexError, TypeError, ValueError, RuntimeError)
_NAME = "patterns.marshal"
_MADE = 3  # how codes are made: another number where `beginnings` makes them otherwise
_STAMP = f"{__version__} {_MADE} {MAGIC_NUMBER!r} {getattr(_sre, 'MAGIC', None)}"
_MOST = 5000
_SECONDS = 1.0  # of one search in one line; those of ours take a thousandth
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def _read() -> dict[int, bytes]:
    for folder in (OWN, SHIPPED):
        try:
            stamp, kept = marshal.loads(_bytes(f"{folder}/{_NAME}"))  # noqa: S302 (like a .pyc)
        except (OSError, ValueError, EOFError, TypeError):
            continue
        if stamp == _STAMP:
            return kept  # type: ignore[no-any-return]
    return {}


def _bytes(file: str) -> bytes:
    """Read the file by what loaded this module: it may lie in an archive."""
    loader = getattr(__spec__, "loader", None)
    data: bytes = loader.get_data(file) if loader else Path(file).read_bytes()
    return data


def kept() -> bytes:
    """Give what this run knows, as the file keeps it: of too much, what it used.

    Patterns of rules that were changed or deleted would else crowd out those in use.
    """
    crowded = len(_kept) > _MOST
    known = {n: code for n, code in _kept.items() if n in _used} if crowded else _kept
    return marshal.dumps((_STAMP, known))


_kept = _read()
_known = len(_kept)
_used: set[int] = set()


@cache
def compiled(source: str) -> re.Pattern[str]:
    """Give the compiled pattern of a source without flags. Raises ``re.error``."""
    try:
        number = _number(source)
        code = _kept.get(number) or marshal.dumps(_compile(source))
        made: _Code = marshal.loads(code)  # noqa: S302 (as above)
        flags, words, groups, index, names = made
        pattern: re.Pattern[str] = _sre.compile(
            source, flags, array("I", words).tolist(), groups, index, names
        )
    except _OTHERWISE:
        return re.compile(source)
    _used.add(number)
    if len(_kept) < 2 * _MOST:
        _kept[number] = code
    return pattern


def _number(source: str) -> int:
    """Give the number that a source is known by: two sums and its length, 64 bits and more."""
    data = source.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) | zlib.adler32(data) << 32 | len(data) << 64


def expression(source: str, *, outside: bool) -> re.Pattern[str]:
    """Give the compiled pattern of a source; ``outside`` says that it is somebody else's."""
    return timed(source) if outside else compiled(source)


@cache
def timed(source: str) -> re.Pattern[str]:
    """Give the compiled pattern of somebody else's source, whose searches end after a second.

    They raise ``TimeoutError`` then. Without the package ``regex`` there is no such limit.
    """
    try:
        import regex
    except ImportError:
        return re.compile(source)
    try:
        return cast("re.Pattern[str]", _Timed(regex.compile(source)))
    except regex.error:  # what only ``re`` understands
        return re.compile(source)


class _Timed:
    """A pattern of the package ``regex`` whose searches have an end.

    A text in which one had none is not searched again: all rules may ask for the same word.
    """

    def __init__(self, pattern: Any) -> None:
        self.groupindex: dict[str, int] = pattern.groupindex
        self._pattern = pattern
        self._endless: str | None = None

    def search(self, text: str) -> Any:
        with self._limited(text):
            return self._pattern.search(text, timeout=_SECONDS)

    def match(self, text: str) -> Any:
        with self._limited(text):
            return self._pattern.match(text, timeout=_SECONDS)

    def finditer(self, text: str, *bounds: int) -> Iterator[Any]:
        with self._limited(text):
            yield from self._pattern.finditer(text, *bounds, timeout=_SECONDS)

    @contextmanager
    def _limited(self, text: str) -> Iterator[None]:
        if text == self._endless:
            raise TimeoutError
        try:
            yield
        except TimeoutError:
            self._endless = text
            raise


def _compile(source: str) -> _Code:
    from gongkai_lint.beginnings import with_beginnings

    parsed: Any = _parser.parse(source)
    flags = parsed.state.flags
    index = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, group in index.items():
        names[group] = name
    code = with_beginnings(_compiler._code(parsed, flags), parsed, flags)  # noqa: SLF001
    words = array("I", code).tobytes()
    return flags, words, parsed.state.groups - 1, dict(index), tuple(names)


@atexit.register
def _write() -> None:
    """Keep what was compiled in this run; a read-only installation does without."""
    if len(_kept) > _known:
        write(Path(OWN))


def write(folder: Path) -> None:
    """Write the file whole or not at all."""
    draft = folder / f"{_NAME}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(kept())
        draft.replace(folder / _NAME)
    except OSError:
        return
