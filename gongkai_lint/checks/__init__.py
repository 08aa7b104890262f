"""How a rule looks: each module with a ``KIND`` is a kind of check, named as its file.

What one rule alone asks lies in ``special`` and is named ``special/NAME``.
"""

from functools import cache
from importlib import import_module

from gongkai_lint.checks.kind import Kind
from gongkai_lint.files import modules_in

_SPECIAL = "special"


def kind(name: str) -> Kind | None:
    """Give the kind of a name (``existence``, ``special/tally``), None where there is none."""
    return kinds().get(name)


@cache
def kinds() -> dict[str, Kind]:
    """Give all kinds by name; imports every module of the folder, which only loading YAML does."""
    special = import_module(f"{__name__}.{_SPECIAL}")
    found = _kinds_in(__name__, list(__path__))
    rare = _kinds_in(special.__name__, list(special.__path__))
    return found | {f"{_SPECIAL}/{name}": one for name, one in rare.items()}


def _kinds_in(package: str, path: list[str]) -> dict[str, Kind]:
    modules = {name: import_module(f"{package}.{name}") for name in modules_in(path)}
    told = ((name, getattr(module, "KIND", None)) for name, module in modules.items())
    return {name: one for name, one in sorted(told) if isinstance(one, Kind)}
