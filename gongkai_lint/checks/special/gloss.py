"""Words that must be explained where they first stand."""

import re
from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_AROUND = 80


class Gloss(NamedTuple):
    """Report the first place of each word of ``patterns`` that is not explained there.

    ``known`` words need no explanation. An explanation is a match of one of ``glossed``, where
    ``{word}`` stands for the word, that holds its first place; if it comes only later the case is
    ``late``, else ``never``. A word of the title is reported where the text neither names nor
    explains it.
    """

    patterns: tuple[Pattern, ...]
    glossed: tuple[str, ...]
    known: tuple[str, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the first place of each unexplained word."""
        text = view.document.text
        for word, span in self._first(view).items():
            line = view.document.paragraph_span(view.document.paragraph_at(span.start))
            near = Span(max(line.start, span.start - _AROUND), min(line.end, span.end + _AROUND))
            if not any(found.covers(span) for found in self._explained(word, text, near)):
                later = any(self._explained(word, text, Span(span.end, len(text))))
                yield Match(span, (("word", word),), case="late" if later else "never")

    def _first(self, view: View) -> dict[str, Span]:
        """Give each word that asks for an explanation with its first place."""
        first: dict[str, Span] = {}
        for scope in view.spans:
            for pattern in self.patterns:
                for offset, found in pattern.finditer(view.document.text, scope):
                    span = Span(*found.span()).shifted(offset)
                    if found[0] not in self.known:
                        first[found[0]] = min(span, first.get(found[0], span))
        text = view.document.text
        for word, span in self._titled(view):
            # a title has no room: what the text explains, or names again, is judged there
            if word not in first and not any(self._explained(word, text, Span(0, len(text)))):
                first[word] = span
        return dict(sorted(first.items(), key=lambda item: item[1]))

    def _titled(self, view: View) -> Iterator[tuple[str, Span]]:
        """Yield the words of the title that ask for an explanation."""
        titles = [element.span for element in view.document.of("title")]
        for pattern in self.patterns:
            for offset, found in pattern.finditer(view.document.text, *titles):
                if found[0] not in self.known:
                    yield found[0], Span(*found.span()).shifted(offset)

    def _explained(self, word: str, text: str, near: Span) -> Iterator[Span]:
        for shape in self.glossed:
            explanation = compiled(shape.replace("{word}", re.escape(word)))
            yield from (Span(*found.span()) for found in explanation.finditer(text, *near))


KIND = Kind(Gloss, "外文缩写的注释", tells=("never", "late"), words=("word",))
