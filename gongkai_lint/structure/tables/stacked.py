"""Tables that a conversion wrote one cell a line: 序号, 工作任务, 责任单位, then 1, …, 2, ….

Such a table is certain only where the numbers 1, 2, 3 … come back at the distance of its names.
"""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tables.headers import FlatRow

_FIRST = compiled(r"\n[ \u3000]*序[ \u3000]*号[ \u3000]*(?=\n)")
_NAME = compiled(r"[^\d。；：:，,]{1,12}")
_FEWEST_NAMES, _MOST_NAMES = 3, 16
_FEWEST_ROWS = 2


class _Line(NamedTuple):
    span: Span
    words: str


def stacked_rows(text: str) -> Iterator[tuple[FlatRow, ...]]:
    """Yield the rows of each such table, that of its names first."""
    at = 0
    while found := _FIRST.search(text, at):
        lines = _Lines(text, found.start())
        rows = _rows(lines)
        if rows:
            yield tuple(_row(row) for row in rows)
        at = rows[-1][-1].span.end if rows else found.end()


class _Lines:
    """The lines with words from a place on, read as far as they are asked for."""

    def __init__(self, text: str, start: int) -> None:
        self._read = self._iterate(text, start)
        self._known: list[_Line] = []

    def first(self, number: int) -> Sequence[_Line]:
        """Give the first lines, fewer at the end of the text."""
        while len(self._known) < number and (line := next(self._read, None)):
            self._known.append(line)
        return self._known[:number]

    @staticmethod
    def _iterate(text: str, start: int) -> Iterator[_Line]:
        while start < len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            words = text[start:end].strip()
            if words:
                lead = start + text[start:end].index(words)
                yield _Line(Span(lead, lead + len(words)), words)
            start = end + 1


def _rows(lines: _Lines) -> list[Sequence[_Line]]:
    head = lines.first(_MOST_NAMES + 1)
    width = next((n for n, line in enumerate(head) if line.words == "1"), 0)
    if width < _FEWEST_NAMES or not all(_NAME.fullmatch(line.words) for line in head[:width]):
        return []
    rows = [head[:width]]
    while True:
        known = lines.first((len(rows) + 1) * width)[len(rows) * width :]
        if len(known) < width or known[0].words != str(len(rows)):
            break
        rows.append(known)
    return rows if len(rows) > _FEWEST_ROWS else []


def _row(lines: Sequence[_Line]) -> FlatRow:
    whole = Span(lines[0].span.start, lines[-1].span.end)
    return FlatRow(whole, tuple(line.span for line in lines), 0)
