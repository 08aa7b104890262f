"""Where the rule files are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

from gongkai_lint.kept import OWN, SHIPPED

_COMPILED = "ruleset.pickle"
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
