"""Rules read the folded text; what they find there is told of the text as it was written."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from gongkai_lint.model.alignment import placed
from gongkai_lint.model.document import Document, Folding
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans

_Telling = TypeVar("_Telling")


def as_read(view: View) -> View:
    """Give a view of the document and its submission as rules read them."""
    dossier = view.dossier
    if dossier is not None:
        papers = (p._replace(document=p.document and p.document.read) for p in dossier.papers)
        dossier = dossier._replace(papers=tuple(papers))
    return view._replace(document=view.document.read, dossier=dossier)


def as_written(
    document: Document, found: Iterable[tuple[Match, _Telling]]
) -> Iterator[tuple[Match, _Telling]]:
    """Yield what was found in a document as it is read as found in the document itself."""
    for match, telling in found:
        yield _told_of(document, document.folding, match) if document.folding else match, telling


def with_written(
    found: Iterable[tuple[Match, _Telling]], written: Iterable[tuple[Match, _Telling]]
) -> list[tuple[Match, _Telling]]:
    """Add to what was found what is found in the characters as written, where that is new."""
    known = list(found)
    places = SortedSpans(match.span for match, _ in known)
    new = [one for one in written if not places.overlap(one[0].span)]
    return sorted([*known, *new], key=lambda one: one[0].span)


def _told_of(document: Document, folding: Folding, match: Match) -> Match:
    captures = tuple(
        (name, _quoted(words, match.span, document, folding)) for name, words in match.captures
    )
    edits = tuple(_smallest(edit, folding.document.text) for edit in match.edits)
    return placed(match._replace(edits=edits), folding.alignment)._replace(captures=captures)


def _quoted(words: str, span: Span, document: Document, folding: Folding) -> str:
    """Give words that stand in a match as the document writes them."""
    at = folding.document.text.find(words, span.start, span.end) if words else -1
    return words if at < 0 else document.words(folding.alignment.span(Span(at, at + len(words))))


def _smallest(edit: Edit, text: str) -> Edit:
    """Give an edit without what it leaves as it is: folding must not change what a fix keeps."""
    (start, end), new = edit
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Edit(Span(start, end), new)
