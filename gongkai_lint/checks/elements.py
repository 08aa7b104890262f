"""Elements that must not be, or not so."""

from collections.abc import Iterator, Mapping
from itertools import islice

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import NO_WORDS, Pattern
from gongkai_lint.checks.saying import SpokenWay, said
from gongkai_lint.checks.standing import Relation, organs_named, relation_of
from gongkai_lint.model.document import Disclosure, Document
from gongkai_lint.model.element import Element, ElementKind, Standing
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

_ENCLOSED = ("issued_text", "attachment")


class Elements(NamedTuple):
    """Report each element of ``kinds`` that meets every condition.

    Asked are ``values`` (its value matches one), ``where`` (how it stands), ``words``
    (its characters match one; group ``mark``, where there is one, is the place), ``not_words``,
    ``inside`` and ``outside`` (elements that must, or must not, hold it), ``unsaid`` (nothing in
    the document matches one), ``declared`` (some label of the document itself declares one).
    With ``related`` the organs that the element names are asked one by one, and those that stand
    so to the issuer (and match one of ``words``) are reported.
    ``says`` are ways to say something (see ``completeness``) of which one must be said in it, the
    place; of ``lacks`` none may. The document must say one of ``somewhere``, none of ``nowhere``.
    ``swap`` gives what the place should say; with ``once`` only the first is reported.
    """

    kinds: tuple[ElementKind, ...]
    values: tuple[Pattern, ...] = ()
    where: tuple[Standing, ...] = ()
    words: tuple[Pattern, ...] = ()
    not_words: tuple[Pattern, ...] = ()
    inside: tuple[ElementKind, ...] = ()
    outside: tuple[ElementKind, ...] = ()
    unsaid: tuple[Pattern, ...] = ()
    declared: tuple[Disclosure, ...] = ()
    says: tuple[SpokenWay, ...] = ()
    lacks: tuple[SpokenWay, ...] = ()
    somewhere: tuple[SpokenWay, ...] = ()
    nowhere: tuple[SpokenWay, ...] = ()
    related: tuple[Relation, ...] = ()
    swap: Mapping[str, str] = NO_WORDS
    once: bool = False

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return bool(self.unsaid or self.nowhere)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the elements that meet every condition."""
        document = view.document
        if _any(self.unsaid, document.text, Span(0, len(document.text))):
            return
        if self.declared and not any(_declares(document, self.declared)):
            return
        for element in (e for kind in self.kinds for e in document.of(kind)):
            if self._stands(document, element):
                for match in self._match(document, element):
                    if not self._is_told_so(document):
                        return
                    yield match
                    if self.once:
                        return

    def _is_told_so(self, document: Document) -> bool:
        """Say whether the document says what it must, and not what it must not."""
        told = (Span(0, len(document.text)),)
        if self.somewhere and next(said(document, told, self.somewhere), None) is None:
            return False
        return next(said(document, told, self.nowhere), None) is None

    def _stands(self, document: Document, element: Element) -> bool:
        value = element.value or ""
        return (
            (not self.values or _any(self.values, value, Span(0, len(value))))
            and (not self.where or element.where in self.where)
            and (not self.inside or _held(document, element, self.inside))
            and not _held(document, element, self.outside)
            and not _any(self.not_words, document.text, element.span)
            and next(said(document, (element.span,), self.lacks), None) is None
        )

    def _match(self, document: Document, element: Element) -> Iterator[Match]:
        if self.related:
            for span in organs_named(document, element):
                named = not self.words or _any(self.words, document.text, span)
                if named and relation_of(document, document.words(span)) in self.related:
                    yield self._at(document, span, {})
            return
        if self.says:
            for spot in islice(said(document, (element.span,), self.says), 1):
                yield self._at(document, spot.term.span, {})
            return
        if not self.words:
            yield self._at(document, element.span, {})
            return
        for pattern in self.words:
            for offset, found in pattern.finditer(document.text, element.span):
                marked = "mark" in found.re.groupindex
                span = Span(*found.span("mark")).shifted(offset) if marked else element.span
                words = {k: v for k, v in found.groupdict().items() if v is not None}
                yield self._at(document, span, words)
                return

    def _at(self, document: Document, span: Span, captures: dict[str, str]) -> Match:
        right = self.swap.get(document.words(span))
        if right is None:
            return Match(span, tuple(captures.items()))
        words = captures | {"right": right}
        return Match(span, tuple(words.items()), edits=(Edit(span, right),))


def _declares(document: Document, values: tuple[Disclosure, ...]) -> Iterator[bool]:
    """Say of each label of the document, but not of what it issues, whether it declares one."""
    for label in document.of("disclosure_note"):
        yield label.value in values and not _held(document, label, _ENCLOSED)


def _any(patterns: tuple[Pattern, ...], text: str, span: Span) -> bool:
    return any(pattern.occurs(text, span) for pattern in patterns)


def _held(document: Document, element: Element, kinds: tuple[str, ...]) -> bool:
    return any(document.spans_of(kind).cover(element.span) for kind in kinds)


KIND = Kind(Elements, "某要素不该这样", words=("right",))
