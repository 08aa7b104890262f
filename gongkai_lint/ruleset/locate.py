"""Where the rule files are: beside the package in a checkout, inside it in a wheel."""

import os
import time
from contextlib import suppress
from pathlib import Path

from gongkai_lint.digests import sha256
from gongkai_lint.kept import OWN, SHIPPED

_COMPILED = "ruleset.pickle"
_NAMED = 32  # hexadecimal digits of a folder's name: two folders never share one
_OF_OTHERS = 0o022  # the right to write of the group and of everybody
_SEASON = 90 * 24 * 3600
_PACKAGE = Path(__file__).resolve().parent.parent


def rules_folder() -> Path:
    """Give the folder of the built-in rules."""
    shipped = _PACKAGE / "_rules"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "rules"


def cache_file() -> Path:
    """Give the place of the compiled rules: beside the compiled modules, with the same trust."""
    return Path(OWN, _COMPILED)


def shipped_file() -> Path:
    """Give the place of the compiled rules that a wheel ships."""
    return Path(SHIPPED, _COMPILED)


def user_file(folder: Path) -> Path | None:
    """Give the place of an office's compiled rules: with the user, never in the office's folder."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        caches = Path(named) if named else Path.home() / ".cache"
        place = str(folder.resolve())
    except (OSError, RuntimeError):  # a user without a home
        return None
    name = sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:_NAMED]
    return caches / "gongkai-lint" / f"{name}.rules"


def is_ours(file: Path) -> bool:
    """Say whether nobody but the user can have written a file: what is compiled runs as code."""
    if not hasattr(os, "geteuid"):  # on Windows these folders are the user's alone
        return True
    try:
        known = (file.stat(), file.parent.stat())
    except OSError:
        return False
    return all(s.st_uid == os.geteuid() and not s.st_mode & _OF_OTHERS for s in known)


def forget_old(folder: Path) -> None:
    """Remove what no one compiled for a season: folders come and go."""
    for file in folder.glob("*.rules"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _SEASON:
                file.unlink()
