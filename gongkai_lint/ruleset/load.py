"""Load the built-in rules and an office's own; keep the built-in ones compiled."""

import gc
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongkai_lint import __version__
from gongkai_lint.digests import sha256
from gongkai_lint.errors import UsageError
from gongkai_lint.ruleset.locate import cache_file, rules_folder
from gongkai_lint.ruleset.rule import RuleSet

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
    builtin = _builtin()
    if extra is None:
        return builtin
    if not extra.is_dir():
        raise UsageError(f"规则目录“{extra}”不存在，请检查 --rules 后面的路径。")
    from gongkai_lint.ruleset.folder import add_folder

    return add_folder(builtin, extra)


def _builtin() -> RuleSet:
    folder = rules_folder()
    stamp = _stamp(folder)
    kept = _read_cache(stamp)
    if kept is not None:
        return kept
    from gongkai_lint.ruleset.folder import load_folder

    rules = load_folder(folder)
    _write_cache(stamp, rules)
    return rules


def _stamp(folder: Path) -> str:
    """Identify the rule files by name, size and time, the code by version and Python."""
    digest = sha256(f"{__version__} {sys.version} {folder}".encode())
    package = Path(__file__).resolve().parent.parent
    families = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir())
    for place in [*families, *(str(package / name) for name in _CODE)]:
        for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
            if entry.is_file():
                status = entry.stat()
                digest.update(f"{entry.path} {status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()


def _read_cache(stamp: str) -> RuleSet | None:
    try:
        with cache_file().open("rb") as file:
            if file.read(64).decode() != stamp:
                return None
            with _no_collection():
                kept = pickle.load(file)  # noqa: S301 (ours, trusted like the .pyc beside it)
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


def _write_cache(stamp: str, rules: RuleSet) -> None:
    """Write the compiled rules whole or not at all; a read-only installation does without."""
    target = cache_file()
    try:
        target.parent.mkdir(exist_ok=True)
        draft = target.with_suffix(f".{sha256(str(id(rules)).encode()).hexdigest()[:8]}")
        draft.write_bytes(stamp.encode() + pickle.dumps(rules, protocol=5))
        draft.replace(target)
    except OSError:
        return
