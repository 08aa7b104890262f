"""Small documents, and what a check sees of them."""

from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.readers.text import read_text
from gongkai_lint.structure.recognize import recognize

_DAY = date(2024, 9, 2)
_ORDER = ("title", "addressee", "body", "note", "authority", "date", "behind")
_USUAL = {
    "title": "云岭市人民政府关于做好防汛工作的通知",
    "addressee": "各县（市、区）人民政府：",
    "authority": "云岭市人民政府",
    "date": "2024年9月2日",
}


@pytest.fixture
def notice() -> Callable[..., Document]:
    """Give a function that recognizes a notice with the body and other parts."""

    def write(body: str, **parts: str) -> Document:
        fields = _USUAL | {"body": body} | parts
        text = "\n".join(fields[name] for name in _ORDER if name in fields)
        return recognize(read_text(text.encode(), markdown=False))

    return write


@pytest.fixture
def view() -> Callable[..., View]:
    """Give a function that shows a check the scope of a document."""

    def show(document: Document, *scope: str, as_of: date = _DAY) -> View:
        return View(document, document.within(scope), as_of)

    return show
