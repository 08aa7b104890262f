"""What rules find in words that an office holds to be right."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans

_Told = TypeVar("_Told")


class Accepted:
    """The places of an office's own words in one document, by the topic of the rules."""

    def __init__(self, document: Document, words: Iterable[tuple[str, str]]) -> None:
        """Find the places."""
        found: dict[str, list[Span]] = {}
        for topic, word in words:
            found.setdefault(topic, []).extend(_places(word, document.text))
        self._places = {topic: SortedSpans(spans) for topic, spans in found.items()}

    def leave(
        self, topic: str, matches: Iterable[tuple[Match, _Told]]
    ) -> Iterator[tuple[Match, _Told]]:
        """Yield the matches, each with what is told of it, that lie inside no accepted word."""
        places = self._places.get(topic)
        for match, told in matches:
            if places is None or not places.cover(match.span):
                yield match, told


def _places(word: str, text: str) -> Iterator[Span]:
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + 1)
