"""Records while they are found: what they stand in and beside is known before their numbers are."""

from collections.abc import Iterable, Sequence

from gongkai_lint.model.record import Field, ListKind, Record, RecordForm
from gongkai_lint.model.span import Span


class Draft:
    """A record to be; ``family`` are its siblings in order, itself among them."""

    def __init__(  # noqa: PLR0913 (what a record is made of)
        self,
        form: RecordForm,
        span: Span,
        fields: list[Field],
        *,
        parent: "Draft | None" = None,
        kind: ListKind = "plain",
        inner: bool = False,
        sure: bool = True,
    ) -> None:
        self.form = form
        self.span = span
        self.fields = fields
        self.family: list[Draft] = []
        self.parent = parent
        self.kind = kind
        self.inner = inner
        self.sure = sure


def numbered(drafts: Iterable[Draft]) -> tuple[Record, ...]:
    """Give the records in reading order, their relations told by their places in it."""
    ordered = sorted(drafts, key=lambda draft: draft.span)
    places = {id(draft): index for index, draft in enumerate(ordered)}
    positions = _positions(ordered)
    return tuple(
        Record(
            draft.form,
            draft.kind,
            draft.span,
            tuple(sorted(draft.fields, key=lambda one: one.span)),
            places[id(draft.family[0])],
            positions[id(draft)],
            places[id(draft.parent)] if draft.parent else -1,
            draft.inner,
            draft.sure,
        )
        for draft in ordered
    )


def _positions(drafts: Sequence[Draft]) -> dict[int, int]:
    families = {id(draft.family): draft.family for draft in drafts}
    return {id(one): n for family in families.values() for n, one in enumerate(family, 1)}


def family_of(drafts: Iterable[Draft]) -> list[Draft]:
    """Make drafts siblings."""
    family = list(drafts)
    for draft in family:
        draft.family = family
    return family
