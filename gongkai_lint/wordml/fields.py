"""Fields of a Word file: their codes are no text, their results are."""

from collections.abc import Callable
from dataclasses import dataclass, field

from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.observations import Observations
from gongkai_lint.wordml.ooxml import Names

# What these show changes with the clock or with the next save.
_DATES = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE"})
# What these show is no text of the draft, or nothing at all.
_SILENT = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "XE", "TC", "TA", "RD", "ADVANCE", "SET", "ASK", "PRIVATE"}
)


@dataclass(slots=True)
class _Frame:
    in_code: bool = True
    code: list[str] = field(default_factory=list)


class Fields:
    """The open fields of one story; a field may span paragraphs and hold others."""

    def __init__(self, broken: Callable[[], frozenset[Node]], seen: Observations) -> None:
        self._broken = broken
        self._seen = seen
        self._open: list[_Frame] = []
        self._codes = 0

    @property
    def in_code(self) -> bool:
        """Say whether what comes now is part of a field's code."""
        return self._codes > 0

    @property
    def in_result(self) -> bool:
        """Say whether what comes now is shown as the result of a field."""
        return bool(self._open) and not self._codes

    def mark(self, node: Node, w: Names) -> None:
        """Take the beginning, the separator or the end of a field."""
        kind = node.get(w["fldCharType"])
        if kind == "begin":
            if node not in self._broken():
                self._open.append(_Frame())
                self._codes += 1
        elif self._open and kind == "separate" and self._open[-1].in_code:
            self._open[-1].in_code = False
            self._codes -= 1
        elif self._open and kind == "end":
            self._close(self._open.pop())

    def add_code(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open:
            self._open[-1].code.append(text)

    def _close(self, frame: _Frame) -> None:
        code = "".join(frame.code)
        note_code(code, self._seen)
        if frame.in_code:
            self._codes -= 1
            word = _keyword(code)
            if word and word not in _SILENT:
                self._seen.note("unread_fields", word)


def note_code(code: str, seen: Observations) -> None:
    """Take note of a field whose result changes with the day."""
    if (word := _keyword(code)) in _DATES:
        seen.note("date_fields", word)


def broken_fields(root: Node, w: Names) -> frozenset[Node]:
    """Find the fields that never end: believing them would swallow the rest of the text."""
    opened: list[Node] = []
    for node in root.iter(w["fldChar"]):
        kind = node.get(w["fldCharType"])
        if kind == "begin" and not _is_deleted(node, w):
            opened.append(node)
        elif kind == "end" and opened and not _is_deleted(node, w):
            opened.pop()
    return frozenset(opened)


def _is_deleted(node: Node, w: Names) -> bool:
    return next(node.ancestors(w["del"], w["moveFrom"]), None) is not None


def _keyword(code: str) -> str:
    words = code.split(None, 1)
    return words[0].upper() if words else ""
