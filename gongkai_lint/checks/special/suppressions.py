"""Suppressions that came to nothing."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.named import NamedTuple


class Suppressions(NamedTuple):
    """Report what is left of a document's suppressions when all other rules have spoken.

    The cases are ``unused``, ``expired``, ``reason`` (none was given), ``unknown`` (no such rule)
    and ``form`` (not understood); the words are ``rule`` and ``until``.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each suppression that does nothing."""
        yield from view.leftovers


KIND = Kind(
    Suppressions,
    "没有起作用的忽略",
    tells=("unused", "expired", "reason", "unknown", "form"),
    words=("rule", "until"),
    uses=("leftovers",),
)
