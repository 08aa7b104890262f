"""Most modules of this program from one file: finding and reading 250 small ones takes time.

The file is made of the compiled modules that Python keeps, when a command ends that read modules
one by one, and again where one of these was changed: the size and the time of its source are asked
each time, as Python does. It is shipped in a wheel, too; there no source may be younger than it.
Whatever does not fit is imported as usual; a Python without the parts of ``importlib`` that are
asked here, nobody's promise, cannot import this module and does without. Modules have
their own files as place, so tracebacks show their lines.
"""

import _imp
import marshal
import os
import sys
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from collections.abc import Sequence
from types import CodeType, ModuleType
from typing import Any

from gongkai_lint import __version__
from gongkai_lint.kept import OWN, SHIPPED, is_older

_fix_place = _imp._fix_co_filename  # type: ignore[attr-defined]  # noqa: SLF001
_NAME = "modules.marshal"
_STAMP = (__version__, MAGIC_NUMBER, sys.flags.optimize)
_PACKAGE = __name__.partition(".")[0]
_ROOT = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 (pathlib is not imported yet)
_EARLIER = frozenset(sys.modules) | {__name__}  # what is read by now cannot come from the file
_HEADER = 16  # bytes of a compiled module in front of its code: magic, flags, time and size
_FINE = 1_000_000_000  # the header has whole seconds
_Kept = tuple[bool, int, int, bytes]  # is it a package; time and size of its source; its code


def begin() -> None:
    """Let modules come from the file, where there is one for this Python."""
    for folder in (OWN, SHIPPED):
        table = _read(f"{folder}/{_NAME}")
        if table:
            sys.meta_path.insert(0, _Finder(table, f"{folder}/{_NAME}", exact=folder == OWN))
            return


def keep(folder: str = OWN) -> None:
    """Write the file anew where this run read modules that it does not give."""
    known = next((one for one in sys.meta_path if isinstance(one, _Finder)), None)
    later = [m for name, m in list(sys.modules.items()) if name not in _EARLIER]
    ours = [module for module in later if module.__name__.startswith(f"{_PACKAGE}.")]
    read = [module for module in ours if not isinstance(module.__loader__, _Loader)]
    found = {module.__name__: kept for module in read if (kept := _compiled(module))}
    if not found or (known and not known.lacks(found)):
        return
    table = (known.table if known else {}) | found
    draft = f"{folder}/{_NAME}.{os.getpid()}"
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        with open(draft, "wb") as file:  # noqa: PTH123
            file.write(marshal.dumps((_STAMP, table)))
        os.replace(draft, f"{folder}/{_NAME}")  # noqa: PTH105
    except OSError:
        return


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, _: str) -> CodeType:
        code: CodeType = marshal.loads(self._code)  # noqa: S302 (ours, like the .pyc it was)
        if code.co_filename != self.path:
            _fix_place(code, self.path)
        return code


class _Finder:
    def __init__(self, table: dict[str, _Kept], file: str, *, exact: bool) -> None:
        self.table = table
        self._since = None if exact else os.stat(file)  # noqa: PTH116

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: object = None) -> Any:
        kept = self.table.get(name)
        if kept is None:
            return None
        whole, time, size, code = kept
        folder = f"{_ROOT}/{name.replace('.', '/')}"
        path = f"{folder}/__init__.py" if whole else f"{folder}.py"
        try:
            status = os.stat(path)  # noqa: PTH116
        except OSError:
            return None
        if status.st_size != size or not self._is_fresh(status, time):
            return None
        spec = type(__spec__)(name, _Loader(name, path, code), origin=path, is_package=whole)
        spec.has_location = True
        place, _, own = path.rpartition("/")
        spec.cached = f"{place}/__pycache__/{own[:-3]}.{sys.implementation.cache_tag}.pyc"
        if whole:
            spec.submodule_search_locations = [folder]
        return spec

    def _is_fresh(self, status: os.stat_result, time: int) -> bool:
        if self._since is None:
            return status.st_mtime_ns // _FINE & 0xFFFFFFFF == time
        return is_older(status, self._since)

    def lacks(self, found: dict[str, _Kept]) -> bool:
        """Say whether any of these is not in the table as it is."""
        return any(self.table.get(name) != kept for name, kept in found.items())


def _read(file: str) -> dict[str, _Kept]:
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            stamp, table = marshal.loads(opened.read())  # noqa: S302 (ours, like the .pyc beside)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return table if stamp == _STAMP else {}


def _compiled(module: ModuleType) -> _Kept | None:
    """Give a module that Python read one by one as it keeps it; None where it does not."""
    spec = module.__spec__
    if spec is None or not spec.cached or not spec.origin:
        return None
    try:
        with open(spec.cached, "rb") as file:  # noqa: PTH123
            data = file.read()
    except OSError:
        return None
    flags, time, size = (int.from_bytes(data[at : at + 4], "little") for at in (4, 8, 12))
    if data[:4] != MAGIC_NUMBER or flags:
        return None
    return spec.submodule_search_locations is not None, time, size, data[_HEADER:]
