"""A person's word on who is addressed, in place of what was found."""

from gongkai_lint.model.element import Element
from gongkai_lint.model.source import Source
from gongkai_lint.model.span import Span
from gongkai_lint.model.told import NO_ADDRESSEE, Told

_ADDRESSEE = frozenset({"addressee", "addressee_line"})
_MARKS = "：: \u3000"


def addressed(
    elements: tuple[Element, ...], told: Told, source: Source, starts: tuple[int, ...]
) -> tuple[Element, ...]:
    """Give the elements with the addressee that was told, if one was."""
    if told.addressee is None:
        return elements
    rest = tuple(element for element in elements if element.kind not in _ADDRESSEE)
    if told.addressee == NO_ADDRESSEE or told.addressee >= len(source.paragraphs):
        return rest
    line = source.paragraphs[told.addressee].text
    start = starts[told.addressee] + len(line) - len(line.lstrip())
    words = line.strip()
    found = (
        Element("addressee", Span(start, start + len(words.rstrip(_MARKS)))),
        Element("addressee_line", Span(start, start + len(words))),
    )
    return tuple(sorted((*rest, *found), key=lambda element: element.span))
