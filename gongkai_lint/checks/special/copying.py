"""A text that is copied from the draft of its submission."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

_GRAM = 13  # characters: longer than the phrases and names that two texts on one matter share
_FEWEST = 200  # characters: in fewer a quoted sentence or two are a large share


class _Squeezed(NamedTuple):
    """The letters and digits of a text in order, and where each stands."""

    text: str
    places: tuple[int, ...]


class Copying(NamedTuple):
    """Report a companion whose words stand in the draft and its attachments.

    Compared are letters and digits. It is copied if of its short runs of characters a part of
    ``share`` stands there (in a text that is long enough), case ``share``; or if a
    run of ``run`` characters does, case ``run``. Lines that match ``skip`` and parts that match
    ``quoted`` are left out. Reported is the longest common run.
    """

    share: float
    run: int
    skip: tuple[Pattern, ...] = ()
    quoted: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match where the text is copied."""
        if view.dossier is None or view.dossier.draft is None or view.role == "draft":
            return
        sources = view.dossier.documents(("draft", "attachment"))
        source = "\n".join(_squeeze(s, [Span(0, len(s.text))]).text for s in sources)
        own = _squeeze(view.document, list(self._own_words(view.document)))
        common = self._common(own, source)
        longest = self._longest(own, common, source)
        if longest is not None:
            yield from self._judge(own, longest, sum(common) / len(common))

    def _judge(self, own: _Squeezed, longest: Span, share: float) -> Iterator[Match]:
        length = longest.end - longest.start
        words = (("share", f"{share:.0%}"), ("length", str(length)))
        span = Span(own.places[longest.start], own.places[longest.end - 1] + 1)
        if share >= self.share and len(own.text) >= _FEWEST:
            yield Match(span, words, case="share")
        elif length >= self.run:
            yield Match(span, words, case="run")

    def _common(self, own: _Squeezed, source: str) -> list[bool]:
        """Say of each short run of characters whether it stands in the source."""
        known = {source[at : at + _GRAM] for at in range(len(source) - _GRAM + 1)}
        starts = range(len(own.text) - _GRAM + 1)
        return [own.text[at : at + _GRAM] in known for at in starts]

    def _own_words(self, document: Document) -> Iterator[Span]:
        """Yield the parts of the lines that are neither skipped nor quoted."""
        text = document.text
        for index in range(len(document.source.paragraphs)):
            line = document.paragraph_span(index)
            if any(pattern.occurs(text, line) for pattern in self.skip):
                continue
            quotes = sorted(
                Span(*found.span()).shifted(offset)
                for pattern in self.quoted
                for offset, found in pattern.finditer(text, line)
            )
            start = line.start
            for quote in quotes:
                yield Span(start, max(start, quote.start))
                start = max(start, quote.end)
            yield Span(start, line.end)

    def _longest(self, own: _Squeezed, common: list[bool], source: str) -> Span | None:
        """Give the longest run that stands in the source as a whole."""
        best, end = Span(0, 0), 0
        for at in (at for at, stands in enumerate(common) if stands):
            end = max(end, at + _GRAM)
            while end < len(own.text) and own.text[at : end + 1] in source:
                end += 1
            if end - at > best.end - best.start:
                best = Span(at, end)
        return best if best.end else None


def _squeeze(document: Document, spans: list[Span]) -> _Squeezed:
    places = tuple(
        at for span in spans for at in range(span.start, span.end) if document.text[at].isalnum()
    )
    return _Squeezed("".join(document.text[at] for at in places), places)


KIND = Kind(Copying, "解读材料照抄文稿", tells=("share", "run"), words=("share", "length"))
