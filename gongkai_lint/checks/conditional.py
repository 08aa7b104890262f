"""If one thing is said, another must be said too."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, heads_of
from gongkai_lint.checks.place import each_match, where_absent
from gongkai_lint.checks.surroundings import Around, surroundings
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple


class Conditional(NamedTuple):
    """Report a match of ``when`` around which none of ``needs`` occurs.

    ``at`` reports it as an empty span behind the first of these elements,
    where what is absent belongs.
    """

    when: tuple[Pattern, ...]
    needs: tuple[Pattern, ...]
    around: Around = "sentence"
    at: tuple[ElementKind, ...] = ()

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return self.around in {"scope", "document"}

    def must_have(self, _: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield what one of the conditions cannot do without."""
        yield heads_of(self.when)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each condition that is met without its consequence."""
        document = view.document
        for match in each_match(self.when, view):
            window = surroundings(document, match.span, view.spans, self.around)
            if not any(need.occurs(document.text, window) for need in self.needs):
                yield match._replace(span=where_absent(document, self.at)) if self.at else match


KIND = Kind(Conditional, "有甲就要有乙")
