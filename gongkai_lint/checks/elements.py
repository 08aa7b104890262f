"""Elements that must not be, or not so."""

from collections.abc import Iterator
from itertools import chain, islice

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, any_occurs, heads_of
from gongkai_lint.checks.saying import Ways, acts, said
from gongkai_lint.model.document import Disclosure, Document
from gongkai_lint.model.element import Element, ElementKind, Standing
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple

_ENCLOSED = ("issued_text", "attachment")


class Elements(NamedTuple):
    """Report each element of ``kinds`` that meets every condition.

    Asked are ``values`` (its value, in messages {value}, matches one), ``where`` (how it stands),
    ``words`` (its characters match one; group ``mark``, where there is one, is the place),
    ``inside`` and ``outside`` (elements that must, or must not, hold it),
    ``declared`` (some label of the document itself declares one; against what must stand
    ``inside`` something this label is the place, once, and {other} the words of the first of it).
    ``told`` are ways to say something (see ``Way``) of which one must be said in it, the place; of
    ``untold`` none may.
    """

    kinds: tuple[ElementKind, ...]
    values: tuple[Pattern, ...] = ()
    where: tuple[Standing, ...] = ()
    words: tuple[Pattern, ...] = ()
    inside: tuple[ElementKind, ...] = ()
    outside: tuple[ElementKind, ...] = ()
    declared: tuple[Disclosure, ...] = ()
    told: Ways = ()
    untold: Ways = ()

    def must_have(self, vocabulary: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield how the words begin of which one must be said in an element."""
        if self.told:
            yield vocabulary.heads(acts(self.told))
        elif self.words:
            yield heads_of(self.words)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the elements that meet every condition."""
        document = view.document
        every = (e for kind in self.kinds for e in document.of(kind))
        standing = (e for e in every if self._stands(document, e))
        own = _declaring(document, self.declared)
        if own and self.inside:
            yield from (_against(document, own[0], e) for e in islice(standing, 1))
        elif own or not self.declared:
            yield from chain.from_iterable(self._match(document, e) for e in standing)

    def _stands(self, document: Document, element: Element) -> bool:
        value = element.value or ""
        return (
            (not self.values or any_occurs(self.values, value, Span(0, len(value))))
            and (not self.where or element.where in self.where)
            and (not self.inside or _held(document, element, self.inside))
            and not _held(document, element, self.outside)
            and next(said(document, (element.span,), self.untold), None) is None
        )

    def _match(self, document: Document, element: Element) -> Iterator[Match]:
        if self.told:
            for spot in islice(said(document, (element.span,), self.told), 1):
                yield Match(spot.term.span)
            return
        value = (("value", element.value),) if element.value else ()
        if not self.words:
            yield Match(element.span, value)
            return
        for pattern in self.words:
            for offset, found in pattern.finditer(document.text, element.span):
                marked = "mark" in found.re.groupindex
                span = Span(*found.span("mark")).shifted(offset) if marked else element.span
                words = (item for item in found.groupdict().items() if item[1] is not None)
                yield Match(span, (*value, *words))
                return


def _declaring(document: Document, values: tuple[Disclosure, ...]) -> list[Element]:
    """Give the labels of the document, not of what it issues, that declare one; notes first."""
    labels = (label for label in document.of("disclosure_note") if label.value in values)
    own = (label for label in labels if not _held(document, label, _ENCLOSED))
    return sorted(own, key=lambda label: label.where != "note")


def _against(document: Document, own: Element, element: Element) -> Match:
    """Put at the document's own label what an element in something else says against it."""
    words = document.words(element.span)
    return Match(own.span, (("other", words),), (Related(element.span, words),))


def _held(document: Document, element: Element, kinds: tuple[str, ...]) -> bool:
    return any(document.spans_of(kind).cover(element.span) for kind in kinds)


KIND = Kind(Elements, "某要素不该这样", words=("value", "other"))
