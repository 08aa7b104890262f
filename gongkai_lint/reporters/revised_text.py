"""A text file with edits made: its encoding, byte order mark and line ends stay as they are."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff

from gongkai_lint.errors import UsageError
from gongkai_lint.model.finding import Edit
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import FILE_LINE_END, file_line_starts, line_of, line_starts

# What a terminal would obey, or that turns the direction of what is read.
_UNSEEN = compiled("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class TextFile(NamedTuple):
    """The characters of a file and the encoding that they were read by."""

    data: bytes
    text: str
    encoding: str

    def with_edits(self, edits: Iterable[Edit]) -> bytes:
        """Give the file's bytes with edits made, which count lines as ending in one character."""
        mark = self._mark()
        try:
            return mark + "".join(self._pieces(edits)).encode(self.encoding)
        except UnicodeEncodeError as error:
            raise UsageError(
                f"改后的文字里有{self.encoding}编码写不出的字“{error.object[error.start]}”，"
                "请先把文件另存为 UTF-8。"
            ) from None

    def _mark(self) -> bytes:
        encoded = self.text.encode(self.encoding)
        for mark in (b"", *_MARKS):
            if mark + encoded == self.data:
                return mark
        raise UsageError(
            f"文件按{self.encoding}编码读出后不能原样写回，没有改；请先把文件另存为 UTF-8。"
        )

    def _pieces(self, edits: Iterable[Edit]) -> Iterator[str]:
        starts = file_line_starts(self.text)
        counted = line_starts(FILE_LINE_END.sub("\n", self.text))
        end = FILE_LINE_END.search(self.text)
        at = 0
        for span, text in sorted(edits):
            first, last = (
                starts[line] + offset - counted[line]
                for offset in span
                for line in [line_of(counted, offset)]
            )
            yield self.text[at:first]
            yield text.replace("\n", end[0] if end else "\n")
            at = last
        yield self.text[at:]


def difference(names: tuple[str, str], before: str, after: str) -> str:
    """Give a unified diff of two texts; nothing where they are the same."""
    lines = unified_diff(_lines(before), _lines(after), *names, lineterm="")
    return "".join(f"{_UNSEEN.sub('·', line)}\n" for line in lines)


def _lines(text: str) -> list[str]:
    lines = FILE_LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]
