"""Load the built-in rules and an office's own; keep the built-in ones compiled."""

import gc
import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gongkai_lint import __version__
from gongkai_lint.digests import sha256
from gongkai_lint.errors import UsageError
from gongkai_lint.kept import MAGIC_NUMBER, is_older
from gongkai_lint.ruleset.locate import (
    cache_file,
    forget_old,
    is_ours,
    rules_folder,
    shipped_file,
    user_file,
)
from gongkai_lint.ruleset.rule import RuleSet

_Source = tuple[str, os.stat_result]
_CODE = ("ruleset", "checks", "law", "model", "reading")
_UNUSABLE = (
    OSError,
    pickle.PickleError,
    EOFError,
    ImportError,
    AttributeError,
    ValueError,
    TypeError,
)


def load_ruleset(extra: Path | None = None) -> RuleSet:
    """Give the built-in rules, and those of the folder ``extra``. Raises ``RuleFileError``."""
    if extra is None:
        return _builtin()
    if not extra.is_dir():
        raise UsageError(f"规则目录“{extra}”不存在，请检查 --rules 后面的路径。")
    file = user_file(extra)
    stamp = _stamp([*_sources(rules_folder()), *_own_sources(extra)])
    kept = _read_cache(file, stamp) if file and is_ours(file) else None
    if kept is None:
        from gongkai_lint.ruleset.folder import add_folder

        kept = add_folder(_builtin(), extra)
        if file:
            _write_cache(file, stamp, kept)
            forget_old(file.parent)
    return kept


def _builtin() -> RuleSet:
    folder = rules_folder()
    sources = _sources(folder)
    kept = _read_cache(cache_file(), _stamp(sources)) or _shipped(sources)
    if kept is not None:
        return kept
    from gongkai_lint.ruleset.folder import load_folder

    rules = load_folder(folder)
    _write_cache(cache_file(), _stamp(sources), rules)
    return rules


def ship(target: Path) -> None:
    """Write the compiled rules for a wheel."""
    from gongkai_lint.ruleset.folder import load_folder

    folder = rules_folder()
    _write_cache(target, _stamp(_sources(folder), shipped=True), load_folder(folder))


def _shipped(sources: list[_Source]) -> RuleSet | None:
    """Read the compiled rules of the wheel, where no file is younger or of another size."""
    file = shipped_file()
    try:
        made = file.stat()
    except OSError:
        return None
    fits = all(is_older(status, made) for _, status in sources)
    return _read_cache(file, _stamp(sources, shipped=True)) if fits else None


def _sources(folder: Path) -> list[_Source]:
    """Give the rule files and those of the code by which they are compiled, with their status."""
    families = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir())
    package = Path(__file__).resolve().parent.parent
    return [
        (f"{Path(place).name}/{entry.name}", entry.stat())
        for place in [*families, *(str(package / name) for name in _CODE)]
        for entry in sorted(os.scandir(place), key=lambda entry: entry.name)
        if entry.is_file()
    ]


def _own_sources(folder: Path) -> list[_Source]:
    """Give an office's files by their places, which the rules tell, with their status."""
    found: list[_Source] = []
    for place, inside, names in os.walk(folder):
        inside.sort()
        for name in sorted(names):
            file = os.path.join(place, name)  # noqa: PTH118 (a thousand of them)
            with suppress(OSError):  # a broken link, say: who reads it tells
                found.append((file, os.stat(file)))  # noqa: PTH116
    return found


def _stamp(sources: list[_Source], *, shipped: bool = False) -> str:
    """Identify the files by name, size and time, the code by version and Python.

    The times of what is shipped are those of an installation, and told by ``is_older``.
    """
    digest = sha256(f"{__version__} {MAGIC_NUMBER!r}".encode())
    for name, status in sources:
        time = 0 if shipped else status.st_mtime_ns
        digest.update(f"{name} {status.st_size} {time}".encode())
    return digest.hexdigest()


def _read_cache(file: Path, stamp: str) -> RuleSet | None:
    try:
        with file.open("rb") as opened:
            if opened.read(64).decode() != stamp:
                return None
            with _no_collection():
                kept = pickle.load(opened)  # noqa: S301 (ours, trusted like the .pyc beside it)
    except _UNUSABLE:
        return None
    return kept if isinstance(kept, RuleSet) else None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector back: it would walk the growing rules again and again.

    Of the time that reading the rules takes, it is more than a third; what is read is all kept.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write_cache(target: Path, stamp: str, rules: RuleSet) -> None:
    """Write the compiled rules whole or not at all; a read-only installation does without."""
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = target.with_suffix(f".{sha256(str(id(rules)).encode()).hexdigest()[:8]}")
        draft.write_bytes(stamp.encode() + pickle.dumps(rules, protocol=5))
        draft.replace(target)
    except OSError:
        return
