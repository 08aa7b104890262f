"""What was recognized in a folded text, told of the text as it was written."""

from collections.abc import Callable
from typing import Any

from gongkai_lint.model.alignment import Alignment, placed
from gongkai_lint.model.document import Document, Folding
from gongkai_lint.model.record import Record
from gongkai_lint.model.source import Source
from gongkai_lint.structure.folding.fold import Folded

_OWN = frozenset({"text", "source", "read_records", "calendar", "folding"})


def as_written(document: Document, source: Source, folding: Folded) -> Document:
    """Give the document that a folded one was read from, with the folded one as its reading."""
    if folding.traditional:
        document = document._replace(traits=document.traits | {"traditional"})
    return _restored(document, source, folding.alignment)


def changed(document: Document, change: Callable[[Document], Document]) -> Document:
    """Change what was recognized in a document, as it is read and as it is written."""
    if document.folding is None:
        return change(document)
    read, alignment = document.folding
    return _restored(change(read), document.source, alignment)


def _restored(document: Document, source: Source, alignment: Alignment) -> Document:
    found: dict[str, Any] = {
        name: placed(told, alignment)
        for name, told in zip(document._fields, document, strict=True)
        if name not in _OWN
    }
    return Document(
        text=_joined(document, source),
        source=source,
        read_records=records_as_written,
        calendar=document.calendar,
        folding=Folding(document, alignment),
        **found,
    )


def records_as_written(document: Document) -> tuple[Record, ...]:
    """Give the records of a document's folded text where they stand as written."""
    folding = document.folding
    return placed(folding.document.records, folding.alignment) if folding else ()


def _joined(document: Document, source: Source) -> str:
    """Give the text as written, its paragraphs parted as they are where it is folded."""
    first, *others = source.paragraphs
    parts = [first.text]
    for start, paragraph in zip(document.starts[1:], others, strict=True):
        parts += [document.text[start - 1], paragraph.text]
    return "".join(parts)
