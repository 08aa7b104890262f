"""Records: list items, table rows, labelled blocks, notes and articles in one shape."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

RecordForm = Literal["row", "item", "block", "note", "article"]
ListKind = Literal["task", "negative", "catalogue", "attachment", "material", "plain"]
FieldName = Literal[
    "number",
    "name",
    "text",
    "scope",
    "basis",
    "reason",
    "unit",
    "others",
    "deadline",
    "result",
    "channel",
    "audience",
    "level",
    "contact",
    "remark",
    "disclosure",
    "distribution",
    "redaction",
]
_FEWEST = 3
ASSIGNED: frozenset[str] = frozenset({"unit", "others"})  # who does what a record says
_BLANK = compiled(r"[\s/／\\—\-－_＿…]*")


class Field(NamedTuple):
    """What a record says of one thing; ``key`` is the label or the column's name, if it has one.

    ``name`` is one of structure/records/fields.py, empty where the key is not known there. The
    span is empty where a cell is. ``told`` is what a sentence of the record says by the way, where
    no label, column or bracket gives it.
    """

    name: str
    span: Span
    key: str = ""
    told: bool = False


class Record(NamedTuple):
    """One item of a list with its fields, in reading order.

    ``group`` is the index, among the document's records, of the first of its siblings, and
    ``position`` its 1-based place among them; ``parent`` the index of the record that it stands in,
    -1 for none. An ``inner`` record holds records of its own: it is a heading. ``sure`` is False
    where a field that seems empty may have been lost in conversion.
    """

    form: RecordForm
    kind: ListKind
    span: Span
    fields: tuple[Field, ...]
    group: int
    position: int
    parent: int = -1
    inner: bool = False
    sure: bool = True

    def of(self, *names: str) -> tuple[Field, ...]:
        """Give the fields of these names, in reading order."""
        return tuple(field for field in self.fields if field.name in names)


def is_filled(text: str, field: Field) -> bool:
    """Say whether a field holds words: dashes and strokes are none."""
    return not _BLANK.fullmatch(text, *field.span)


def has(text: str, record: Record, *names: str) -> bool:
    """Say whether a record has words in a field of one of these names."""
    return any(is_filled(text, field) for field in record.of(*names))


def said(text: str, record: Record, *names: str) -> str:
    """Give the words of a record's fields of these names, white space left out."""
    words = (text[field.span.start : field.span.end] for field in record.of(*names))
    return "；".join("".join(word.split()) for word in words)


def families(records: Sequence[Record]) -> Iterator[tuple[Record, ...]]:
    """Yield the siblings of each list, list by list."""
    together = sorted(records, key=lambda record: (record.group, record.position))
    for _, siblings in groupby(together, key=lambda record: record.group):
        yield tuple(siblings)


def ancestors(records: Sequence[Record], record: Record) -> Iterator[Record]:
    """Yield the records that a record stands in, the nearest first."""
    while record.parent >= 0:
        record = records[record.parent]
        yield record


def lacking(text: str, siblings: Iterable[Record], *names: str) -> tuple[Record, ...]:
    """Give the siblings without words in fields that half of them at least have and fill.

    One task of a list shows no custom, as one row of a table does that has a column for it.
    """
    counted = [record for record in siblings if record.sure]
    filled = sum(1 for record in counted if _has_own(text, record, names))
    if not filled or 2 * filled < len(counted):
        return ()
    if filled == 1 and all(one.kind == "task" and one.form != "row" for one in counted):
        return ()
    return tuple(record for record in counted if not has(text, record, *names))


def alone(text: str, siblings: Iterable[Record], *names: str) -> tuple[Record, ...]:
    """Give the tasks of prose without words in fields that all others of their list tell.

    A sentence tells them by the way, so no half shows a custom: of three or more, one lacks them,
    or one in four.
    """
    counted = [record for record in siblings if record.kind == "task" and record.form != "row"]
    without = [record for record in counted if not has(text, record, *names)]
    few = len(counted) >= _FEWEST and len(without) <= max(1, len(counted) // 4)
    return tuple(without) if few else ()


def _has_own(text: str, record: Record, names: tuple[str, ...]) -> bool:
    return any(not field.told and is_filled(text, field) for field in record.of(*names))
