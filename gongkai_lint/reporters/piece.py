"""What a report becomes before it is written: words for now, and what waits for the end."""

from typing import Generic, TypeVar

from gongkai_lint.named import NamedTuple

T = TypeVar("T")


class Piece(NamedTuple, Generic[T]):
    """One document's words, written at once, and what is kept until all documents are judged."""

    text: str = ""
    kept: tuple[T, ...] = ()
