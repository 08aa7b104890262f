"""An open text, and the protocol's positions in it: lines, and units of the client's encoding."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

from gongkai_lint.text import file_line_starts

_CODECS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


class OpenText:
    """A text as the client has it."""

    def __init__(self, text: str, encoding: PositionEncodingKind) -> None:
        """Keep the text; lines are found when first asked for."""
        self.text = text
        self._encoding = encoding
        self._codec, self._width = _CODECS[encoding]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        # The protocol's line ends are those of files; str.splitlines knows more.
        return file_line_starts(self.text)

    def line(self, number: int) -> str:
        """Give a 0-based line without its end."""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, line: int, column: int) -> Position:
        """Give the place before the character ``column`` of a line, both 0-based."""
        before = self.line(line)[:column]
        return Position(line, len(before.encode(self._codec, "surrogatepass")) // self._width)

    def offset(self, position: Position) -> int:
        """Give the offset of a place; one beyond a line is its end, one inside a character before.

        A line beyond the text is the text's end.
        """
        if position.line >= len(self._starts):
            return len(self.text)
        line = self.line(position.line)
        return self._starts[position.line] + self._column(line, position.character)

    def place(self, position: Position) -> tuple[int, int]:
        """Give the 0-based line and column, in characters, of a place."""
        number = min(position.line, len(self._starts) - 1)
        return number, self._column(self.line(number), position.character)

    def edited(self, range_: Range | None, text: str) -> "OpenText":
        """Give the text after a change of the client; without a range everything is replaced."""
        if range_ is None:
            return OpenText(text, self._encoding)
        start, end = self.offset(range_.start), self.offset(range_.end)
        return OpenText(self.text[:start] + text + self.text[end:], self._encoding)

    def _column(self, line: str, units: int) -> int:
        if line.isascii() or self._encoding is PositionEncodingKind.Utf32:
            return min(units, len(line))
        widths = (len(c.encode(self._codec, "surrogatepass")) // self._width for c in line)
        return min(bisect_right(list(accumulate(widths)), units), len(line))
