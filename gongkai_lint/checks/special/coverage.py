"""Mechanisms that documents of a kind usually arrange, and where a document does."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.saying import Ways, percent, said
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Covered, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.reading.spot import Spot

_TITLES = ("issued_text_title", "title")


class Mechanism(NamedTuple):
    """One mechanism: its name, what it asks, the ways to say it (see ``Way``).

    With ``least`` a percentage behind the words must not be smaller.
    ``origin`` says where such an arrangement is usual or asked for, ``instrument`` and
    ``provision`` on which legal basis it rests, where that is known.
    """

    name: str
    asks: str
    told: Ways
    origin: str
    instrument: str = ""
    provision: str = ""
    least: int = 0


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
        named = zip(self.mechanisms, found, strict=False)
        missing = [_lacking(view, one) for one, held in named if not held.places]
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
        places: dict[int, Span] = {}
        for spot in _said(view, one):
            share = percent(spot) if one.least else None
            if share is None or share >= one.least:
                places.setdefault(spot.sentence.paragraph, _clause(spot))
        law = view.law.instrument(one.instrument)
        basis = (law.basis(one.provision),) if law else ()
        return Covered(one.name, one.asks, tuple(sorted(places.values())), one.origin, basis)


def _said(view: View, one: Mechanism) -> list[Spot]:
    return sorted(said(view.document, view.spans, one.told), key=lambda spot: spot.term.start)


def _lacking(view: View, one: Mechanism) -> str:
    """Name a mechanism that is missing, with the share that is told but too small."""
    shares = (percent(spot) for spot in _said(view, one)) if one.least else ()
    low = next((share for share in shares if share is not None), None)
    return one.name if low is None else f"{one.name}（写作{low:g}%，通常不低于{one.least}%）"


def _clause(spot: Spot) -> Span:
    """Give the clause of a place without the blanks around it."""
    return spot.reading.trimmed(Span(spot.clause.start, spot.clause.end))


def _title(document: Document, shapes: tuple[Pattern, ...]) -> Span | None:
    """Give the first title that matches a shape, the issued text's before the cover's."""
    for element in (e for kind in _TITLES for e in document.of(kind)):
        for shape in shapes:
            for offset, found in shape.finditer(document.text, element.span):
                return Span(*found.span()).shifted(offset)
    return None


KIND = Kind(Coverage, "方案里该有的各项制度安排", words=("missing", "present"), uses=("list",))
