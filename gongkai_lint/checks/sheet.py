"""The fields of a processing sheet, beside a draft or above it."""

from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple


class SheetField(NamedTuple):
    """A field: its name, its words without quotation marks, where it stands."""

    name: str
    words: str
    sheet: Document
    span: Span

    def __str__(self) -> str:
        """Give it as a line: name：words."""
        return f"{self.name}：{self.words}"


def sheets(view: View) -> tuple[Document, ...]:
    """Give the document, and the sheet beside it where there is one."""
    return (view.document, view.sheet) if view.sheet else (view.document,)


def sheet_fields(view: View) -> Iterator[SheetField]:
    """Yield the fields of the document itself and of the sheet beside it."""
    for sheet in sheets(view):
        for element in sheet.of("sheet_field"):
            words = sheet.words(element.span).strip("“”\"' \t\u3000")
            yield SheetField(element.value or "", words, sheet, element.span)
