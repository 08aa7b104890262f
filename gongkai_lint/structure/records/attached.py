"""Records of the attachment list: 附件：1.任务分工表 2.联系表."""

from collections.abc import Iterator

from gongkai_lint.model.record import Field
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.draft import Draft, family_of

_LABEL = compiled(r"\s*附[ \u3000]*件[ \u3000]*[：:]?")
_ITEM = compiled(
    r"(?:附件[ \u3000]*)?(?P<number>\d{1,2})[.．、：）][ \u3000]*(?P<name>[^\s\d][^\n]*?)"
    r"(?=[ \u3000;；。]*(?:\n|$|(?:附件[ \u3000]*)?\d{1,2}[.．、：）][ \u3000]*[^\s\d]))"
)


def attachment_records(folded: str, note: Span) -> list[Draft]:
    """Give the attachments that a note lists; one without a number is the whole note."""
    label = _LABEL.match(folded, *note)
    start = label.end() if label else note.start
    items = list(_items(folded, Span(start, note.end)))
    return family_of(items or _single(folded, Span(start, note.end)))


def _items(folded: str, span: Span) -> Iterator[Draft]:
    for found in _ITEM.finditer(folded, *span):
        fields = [Field("number", Span(*found.span("number")))]
        yield Draft(
            "item", Span(*found.span()), [*fields, Field("name", Span(*found.span("name")))]
        )


def _single(folded: str, span: Span) -> Iterator[Draft]:
    words = folded[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    if start < end:
        yield Draft("item", Span(start, end), [Field("name", Span(start, end))])
