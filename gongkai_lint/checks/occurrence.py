"""Something that must stand in the scope, so many times."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.place import where_absent
from gongkai_lint.model.finding import Match, View


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Report once if fewer than ``least`` or more than ``most`` are found in the scope.

    Counted are elements of the kinds ``elements`` and matches of ``patterns``. Too few is reported
    as an empty span at the first of the elements ``at`` (where it belongs), case ``few``; too many
    at the first one over the number, case ``many``.
    """

    patterns: tuple[Pattern, ...] = ()
    elements: tuple[str, ...] = ()
    least: int = 1
    most: int | None = None
    at: tuple[str, ...] = ("date_of_issue", "issuing_authority", "title")

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match where the number is wrong."""
        text = view.document.text
        found = [e.span for kind in self.elements for e in view.document.of(kind)]
        for scope in view.spans:
            for pattern in self.patterns:
                for offset, match in pattern.finditer(text, scope):
                    found.append(type(scope)(match.start() + offset, match.end() + offset))
        words = (("count", str(len(found))),)
        if len(found) < self.least:
            yield Match(where_absent(view.document, self.at), words, case="few")
        elif self.most is not None and len(found) > self.most:
            yield Match(sorted(found)[self.most], words, case="many")
