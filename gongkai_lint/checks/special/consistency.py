"""Elements that must say the same."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import ROLE_WORDS, Dossier, Role
from gongkai_lint.model.element import Element, ElementKind
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_IDLE = compiled(r"[\s《》〈〉<>“”\"（）()]")


class Consistency(NamedTuple):
    """Report an element of the kinds ``elements`` whose value differs from the first one's.

    ``values`` keeps only elements whose value matches one, ``outside`` those that no element of
    these kinds holds. The processing sheet, where there is one, speaks first. Values are compared
    without white space, book title marks and brackets.
    In a submission the first one is compared with those of the files ``across``, case ``across``.
    """

    elements: tuple[ElementKind, ...]
    values: tuple[Pattern, ...] = ()
    outside: tuple[ElementKind, ...] = ()
    across: tuple[Role, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the first element that contradicts the first of its kind."""
        found = self._found(view.document)
        for other in found[1:]:
            first, second = _value(view.document, found[0]), _value(view.document, other)
            if _IDLE.sub("", first) != _IDLE.sub("", second):
                words = (("first", first), ("second", second))
                yield Match(other.span, words, (Related(found[0].span, first),))
                return
        if found and view.dossier and view.role == "draft":
            yield from self._across(view.document, found[0], view.dossier)

    def _across(self, draft: Document, own: Element, dossier: Dossier) -> Iterator[Match]:
        value = _IDLE.sub("", _value(draft, own))
        for role in self.across:
            for document in dossier.documents((role,)):
                for other in self._found(document)[:1]:
                    if _IDLE.sub("", _value(document, other)) != value:
                        said = (("file", ROLE_WORDS[role]), ("other", document.words(other.span)))
                        yield Match(own.span, said, case="across")

    def _found(self, document: Document) -> list[Element]:
        found = [
            element
            for kind in self.elements
            for element in document.of(kind)
            if self._counts(document, element)
        ]
        return sorted(found, key=lambda element: element.where != "sheet")

    def _counts(self, document: Document, element: Element) -> bool:
        return (
            not self.values or any(p.occurs(element.value or "") for p in self.values)
        ) and not any(document.spans_of(kind).cover(element.span) for kind in self.outside)


def _value(document: Document, element: Element) -> str:
    return element.value or document.words(element.span)


KIND = Kind(
    Consistency, "几处要一致", tells=("here", "across"), words=("first", "second", "file", "other")
)
