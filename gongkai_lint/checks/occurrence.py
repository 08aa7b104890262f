"""Something that must stand in the scope, so many times."""

from collections.abc import Iterator, Mapping

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import NO_WORDS, Pattern
from gongkai_lint.checks.place import lines_around, where_absent
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import ElementKind, Standing
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple


class Occurrence(NamedTuple):
    """Report once if fewer than ``least`` or more than ``most`` are found in the scope.

    Counted are elements of the kinds ``elements`` (with a value that matches one of ``values``,
    standing as one of ``where`` if in any way) and matches of
    ``patterns``; fewer are enough where the processing sheet beside a draft has the rest.
    Too few is reported as an empty span at the first of the elements ``at`` (where it belongs),
    case ``few``; too many at the first one over the number, case ``many``. With ``each``, kinds of
    elements and what to call them, all must be there: one match names the ``missing`` and the lines
    ``above`` and ``below`` the place.
    """

    patterns: tuple[Pattern, ...] = ()
    elements: tuple[ElementKind, ...] = ()
    least: int = 1
    most: int | None = None
    at: tuple[ElementKind, ...] = ("date_of_issue", "issuing_authority", "title")
    values: tuple[Pattern, ...] = ()
    where: tuple[Standing, ...] = ()
    each: Mapping[str, str] = NO_WORDS

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return bool(self.each) or self.least > 0

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match where the number is wrong."""
        if self.each:
            yield from self._without(view)
            return
        text = view.document.text
        found = self._elements(view.document)
        for scope in view.spans:
            for pattern in self.patterns:
                for offset, match in pattern.finditer(text, scope):
                    found.append(Span(match.start() + offset, match.end() + offset))
        words = (("count", str(len(found))),)
        if len(found) + (len(self._elements(view.sheet)) if view.sheet else 0) < self.least:
            yield Match(where_absent(view.document, self.at), words, case="few")
        elif self.most is not None and len(found) > self.most:
            yield Match(sorted(found)[self.most], words, case="many")

    def _without(self, view: View) -> Iterator[Match]:
        """Yield one match that names all of ``each`` that is missing, and what stands there."""
        document = view.document
        missing = [name for kind, name in self.each.items() if not self._of(document, kind)]
        if missing:
            place = where_absent(document, self.at)
            above, below = lines_around(document, place)
            words = (("missing", "和".join(missing)), ("above", above), ("below", below))
            yield Match(place, words, case="few")

    def _elements(self, document: Document) -> list[Span]:
        return [span for kind in self.elements for span in self._of(document, kind)]

    def _of(self, document: Document, kind: str) -> list[Span]:
        return [
            element.span
            for element in document.of(kind)
            if (not self.where or element.where is None or element.where in self.where)
            and (not self.values or any(p.occurs(element.value or "") for p in self.values))
        ]


KIND = Kind(
    Occurrence, "该有几处", tells=("few", "many"), words=("count", "missing", "above", "below")
)
