"""If one thing is said, another must be said too."""

from collections.abc import Iterator

from gongkai_lint.checks.existence import Existence
from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, heads_of
from gongkai_lint.checks.place import where_absent
from gongkai_lint.checks.surroundings import Around, surroundings
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple


class Conditional(NamedTuple):
    """Report a match of ``when`` around which none of ``needs`` occurs.

    Around it each of ``requires`` must occur, and none of ``unless``.

    With ``all_needed`` every pattern of ``needs`` must occur; ``missing`` names the first absent
    one by its group name. ``once`` reports only the first place of a document; ``at`` reports it
    as an empty span behind the first of these elements, where what is absent belongs.
    """

    when: tuple[Pattern, ...]
    needs: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()
    around: Around = "sentence"
    all_needed: bool = False
    once: bool = False
    at: tuple[ElementKind, ...] = ()
    requires: tuple[Pattern, ...] = ()

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return self.around in {"scope", "document"}

    def must_have(self, _: Vocabulary) -> frozenset[int] | None:
        """Give what one of the conditions cannot do without."""
        return heads_of(self.when)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each condition that is met without its consequence."""
        text = view.document.text
        whole = type(view.document.content[0])(0, len(text)) if view.document.content else None
        scopes = SortedSpans(view.spans)
        for match in Existence(self.when, self.requires, self.unless, self.around).matches(view):
            scope = scopes.covering(match.span) or whole
            if scope is None:
                return
            window = surroundings(view.document, match.span, scope, self.around)
            absent = [need for need in self.needs if not need.occurs(text, window)]
            if absent and (self.all_needed or len(absent) == len(self.needs)):
                names = (("missing", "、".join(_name(need) for need in absent)),)
                span = where_absent(view.document, self.at) if self.at else match.span
                yield match._replace(span=span, captures=match.captures + names)
                if self.once:
                    return


def _name(pattern: Pattern) -> str:
    return next(iter(pattern.names), pattern.source)


KIND = Kind(Conditional, "有甲就要有乙", words=("missing",))
