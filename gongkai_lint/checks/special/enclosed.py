"""What a letter of submission encloses (随函报送送审稿、起草说明), and what it lacks."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_SENTENCE = compiled(r"[^。\n]+")
_CLAUSE = compiled(r"[^，；。：:\n]+")


class Enclosed(NamedTuple):
    """Report a submission that does not list one of the ``needs``, patterns with a name each.

    The place is the first match of ``asks`` in the scope, or else the title, in a text that
    matches each of ``requires``. They may stand in a sentence, a list, a table or the note of
    attachments. Not listed is what a sentence says must be handed in (``demanded``), what is
    ``asked`` of the reviewer, and what a clause puts off or denies (``put_off``); where that
    clause names no material, what the one before names.
    """

    asks: tuple[Pattern, ...]
    requires: tuple[Pattern, ...]
    needs: tuple[Pattern, ...]
    demanded: tuple[Pattern, ...]
    asked: tuple[Pattern, ...]
    put_off: tuple[Pattern, ...]

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the place that asks for a review, where something is missing."""
        text = view.document.text
        if not all(pattern.occurs(text) for pattern in self.requires):
            return
        title = next((e.span for e in view.document.of("title")), Span(0, 0))
        place = self._place(view) or title
        listed = "\n".join(self._sent(text, Span(title.end, len(text))))
        missing = [next(iter(p.names), p.source) for p in self.needs if not p.occurs(listed)]
        if missing:
            yield Match(place, (("missing", "、".join(missing)),))

    def _place(self, view: View) -> Span | None:
        found = [
            Span(*match.span()).shifted(offset)
            for pattern in self.asks
            for offset, match in pattern.finditer(view.document.text, *view.spans)
        ]
        return min(found, default=None)

    def _sent(self, text: str, span: Span) -> Iterator[str]:
        """Give the clauses that may list what is enclosed."""
        for sentence in _SENTENCE.finditer(text, *span):
            if any(p.stands_in(sentence[0]) for p in self.demanded):
                continue
            kept: list[str] = []
            for found in _CLAUSE.findall(sentence[0]):
                clause = self._unasked(found)
                if not any(p.stands_in(clause) for p in self.put_off):
                    kept.append(clause)
                elif kept and not any(p.stands_in(clause) for p in self.needs):
                    kept.pop()
            yield from kept

    def _unasked(self, clause: str) -> str:
        """Give a clause without what it asks of the reviewer: 请贵局出具审核意见."""
        for pattern in self.asked:
            for _, match in pattern.finditer(clause, Span(0, len(clause))):
                clause = clause.replace(match[0], "")
        return clause


KIND = Kind(Enclosed, "报送的材料列全了没有", words=("missing",))
