"""Mechanisms that documents of a kind usually arrange, and where a document does."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Covered, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

_TITLES = ("issued_text_title", "title")


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One mechanism: its name, what it asks, the patterns of its words.

    ``origin`` says where such an arrangement is usual or asked for, ``instrument`` and
    ``provision`` on which legal basis it rests, where that is known.
    """

    name: str
    asks: str
    patterns: tuple[Pattern, ...]
    origin: str
    instrument: str = ""
    provision: str = ""


class Coverage(NamedTuple):
    """Report a document that lacks some ``mechanisms`` where a title matches one of ``titled``.

    Its place is the title; ``missing`` names what is absent, ``present`` counts the rest. Each
    document with such a title, or one of ``listed``, has its coverage in the report, whatever is
    missing.
    """

    mechanisms: tuple[Mechanism, ...]
    titled: tuple[Pattern, ...]
    listed: tuple[Pattern, ...] = ()

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the first title of the kind where a mechanism is missing."""
        title = _title(view.document, self.titled)
        found = self.cover(view) if title else ()
        missing = [one.name for one in found if not one.places]
        if title and missing:
            present = str(len(found) - len(missing))
            yield Match(title, (("missing", "、".join(missing)), ("present", present)))

    def cover(self, view: View) -> tuple[Covered, ...]:
        """Give each mechanism with the places that speak of it, one a paragraph."""
        if _title(view.document, self.titled + self.listed) is None:
            return ()
        return tuple(self._covered(view, one) for one in self.mechanisms)

    def manual(self) -> tuple[str, ...]:
        """Give each mechanism with what it asks and where it comes from."""
        return tuple(f"{one.name}：{one.asks}（出处：{one.origin}）" for one in self.mechanisms)

    def _covered(self, view: View, one: Mechanism) -> Covered:
        document = view.document
        places: dict[int, Span] = {}
        for scope in view.spans:
            for shape in one.patterns:
                for offset, found in shape.finditer(document.text, scope):
                    span = Span(*found.span()).shifted(offset)
                    places.setdefault(document.paragraph_at(span.start), span)
        law = view.law.instrument(one.instrument)
        basis = (law.basis(one.provision),) if law else ()
        return Covered(one.name, one.asks, tuple(sorted(places.values())), one.origin, basis)


def _title(document: Document, shapes: tuple[Pattern, ...]) -> Span | None:
    """Give the first title that matches a shape, the issued text's before the cover's."""
    for element in (e for kind in _TITLES for e in document.of(kind)):
        for shape in shapes:
            for offset, found in shape.finditer(document.text, element.span):
                return Span(*found.span()).shifted(offset)
    return None


KIND = Kind(Coverage, "方案里该有的各项制度安排", words=("missing", "present"), uses=("list",))
