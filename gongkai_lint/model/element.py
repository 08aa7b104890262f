"""One recognized part of a 公文."""

from typing import Literal

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

ElementKind = Literal[
    "copy_number",
    "classification",
    "urgency",
    "letterhead",
    "document_number",
    "further_number",
    "signatory",
    "title",
    "title_matter",
    "addressee",
    "addressee_line",
    "body",
    "heading",
    "article",
    "item",
    "attachment_note",
    "attachment",
    "issuing_authority",
    "date_of_issue",
    "note",
    "disclosure_note",
    "distribution_scope",
    "withholding_reason",
    "issued_text_title",
    "issued_text",
    "imprint",
    "copy_recipients",
    "printing_authority",
    "printing_date",
    "sheet_field",
    "furniture",
]


Standing = Literal[
    "note",
    "imprint",
    "key_value",
    "sheet",
    "metadata",
    "signature",
    "letterhead",
    "title",
    "enclosed",
    "early",
]


class Element(NamedTuple):
    """One part of a 公文: its kind, its characters, and what they mean.

    ``level`` is a heading's 1-4; ``value`` is an ISO date, a disclosure key, a title or number
    repaired for judging, a sheet field's name, or the like; ``where`` tells how a disclosure note
    stands (in a note, the imprint, a field of the sheet …), or an organ's name; a 密级
    ``enclosed`` is that of an issued text or an attachment, a printing date ``early`` that is
    before the day of issue.
    """

    kind: ElementKind
    span: Span
    level: int | None = None
    value: str | None = None
    where: str | None = None
