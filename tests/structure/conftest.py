"""Texts as they stand in a test, and what is recognized in them."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.readers.text import read_text
from gongkai_lint.structure.recognize import recognize


@pytest.fixture(scope="session")
def read() -> Callable[[str], Document]:
    """Give a function that recognizes a text."""

    def of(text: str) -> Document:
        return recognize(read_text(text.encode(), markdown=False))

    return of


@pytest.fixture(scope="session")
def parts(read: Callable[[str], Document]) -> Callable[[str, str], list[str]]:
    """Give a function that lists the characters of a text's elements of one kind."""

    def of(text: str, kind: str) -> list[str]:
        document = read(text)
        return [document.words(element.span) for element in document.of(kind)]

    return of
