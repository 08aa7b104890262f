"""What data cannot say: one function a file, named as in the rule."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple, cast

from gongkai_lint.model.finding import Match, View

Function = Callable[[View], Iterator[Match]]


class Special(NamedTuple):
    """Call ``find(view)`` of the module ``checks/special/<function>.py``."""

    function: str

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what the function finds; its module is imported at the first use."""
        module = import_module(f"{__name__}.{self.function}")
        yield from cast("Function", module.find)(view)
