"""Something that must not stand in the scope."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, heads_of
from gongkai_lint.checks.place import each_match
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple


class Existence(NamedTuple):
    """Report each match of ``patterns``; group ``mark``, where there is one, is the place."""

    patterns: tuple[Pattern, ...]

    def must_have(self, _: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield what one of the patterns cannot do without."""
        yield heads_of(self.patterns)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what stands where it must not."""
        yield from each_match(self.patterns, view)


KIND = Kind(Existence, "不该有的字")
