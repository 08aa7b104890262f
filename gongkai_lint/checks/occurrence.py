"""Something that must stand in the scope."""

from collections.abc import Iterator, Mapping

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import NO_WORDS, Pattern
from gongkai_lint.checks.place import lines_around, where_absent
from gongkai_lint.checks.sheet import sheets
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import ElementKind, Standing
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple


class Occurrence(NamedTuple):
    """Report once if nothing is found in the scope.

    Looked for are elements of the kinds ``elements`` (with a value that matches one of ``values``,
    standing as one of ``where`` if in any way), also on the processing sheet beside a draft, and
    matches of ``patterns``. With ``each``, kinds of elements and what to call them, all must be
    there: one match names the ``missing`` and the lines ``above`` and ``below`` the place. This is
    the empty span behind the first of the elements ``at``, where it belongs.
    """

    patterns: tuple[Pattern, ...] = ()
    elements: tuple[ElementKind, ...] = ()
    at: tuple[ElementKind, ...] = ("date_of_issue", "issuing_authority", "title")
    values: tuple[Pattern, ...] = ()
    where: tuple[Standing, ...] = ()
    each: Mapping[str, str] = NO_WORDS

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match where it is missing."""
        document = view.document
        if self.each:
            yield from self._without(view)
        elif not any(self._has(sheet) for sheet in sheets(view)) and not any(
            pattern.occurs(document.text, scope)
            for scope in view.spans
            for pattern in self.patterns
        ):
            yield Match(where_absent(document, self.at))

    def _has(self, document: Document) -> bool:
        return any(self._of(document, kind) for kind in self.elements)

    def _without(self, view: View) -> Iterator[Match]:
        """Yield one match that names all of ``each`` that is missing, and what stands there."""
        document = view.document
        missing = [name for kind, name in self.each.items() if not self._of(document, kind)]
        if missing:
            place = where_absent(document, self.at)
            above, below = lines_around(document, place)
            words = (("missing", "和".join(missing)), ("above", above), ("below", below))
            yield Match(place, words)

    def _of(self, document: Document, kind: str) -> list[Span]:
        return [
            element.span
            for element in document.of(kind)
            if (not self.where or element.where is None or element.where in self.where)
            and (not self.values or any(p.occurs(element.value or "") for p in self.values))
        ]


KIND = Kind(Occurrence, "该有的字或者要素", words=("missing", "above", "below"))
