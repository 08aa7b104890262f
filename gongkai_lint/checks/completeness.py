"""What a document of a kind must say somewhere, each by its name."""

from collections.abc import Iterator, Mapping

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.place import where_absent
from gongkai_lint.checks.saying import Ways, acts, said
from gongkai_lint.model.element import ElementKind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple


class Completeness(NamedTuple):
    """Report that a document does not say all that it must: the names of ``needs`` it lacks.

    Each name has the ways to say it (``a|b``, or the fields of ``Way``). It is asked only where the
    text says ``topic`` in one of these ways. The place is the topic, else the empty span behind the
    first of the elements ``at``.
    """

    needs: Mapping[str, Ways]
    topic: Ways = ()
    at: tuple[ElementKind, ...] = ()

    def must_have(self, vocabulary: Vocabulary) -> Iterator[frozenset[int] | None]:
        """Yield how the words begin of which the topic has one."""
        if self.topic:
            yield vocabulary.heads(acts(self.topic))

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match where something is missing; its words name it."""
        place = self._place(view)
        if place is None:
            return
        missing = [name for name, ways in self.needs.items() if not self._says(view, ways)]
        if missing:
            yield Match(place, (("missing", "、".join(missing)),))

    def _place(self, view: View) -> Span | None:
        document = view.document
        if self.topic:
            found = said(document, view.spans, self.topic)
            first = min((spot.term.span for spot in found), default=None)
            if first is None or not self.at:
                return first
        return where_absent(document, self.at)

    def _says(self, view: View, ways: Ways) -> bool:
        return next(said(view.document, view.spans, ways), None) is not None


KIND = Kind(Completeness, "应当写到的几项内容是否写全", words=("missing",))
