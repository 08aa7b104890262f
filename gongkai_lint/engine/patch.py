"""A text as it becomes by rounds of edits, and what the rounds together ask of the original."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from gongkai_lint.memory import latest
from gongkai_lint.model.finding import Edit
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

Piece = Span | str
_STAYS = 2


class Patch(NamedTuple):
    """The text now: stretches of the original in their order, and new words between them."""

    original: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The text now."""
        return "".join(_words(piece, self.original) for piece in self.pieces)

    def apply(self, edits: Iterable[Edit]) -> "Patch":
        """Make edits of the text now; they must not overlap."""
        tape, made, at = _Tape(self.pieces), list[Piece](), 0
        for span, text in sorted(edits):
            made += tape.take(span.start - at)
            tape.take(span.end - span.start)
            made += [text] if text else []
            at = span.end
        return self._replace(pieces=(*made, *tape.rest()))

    def origin(self, span: Span) -> tuple[Span, tuple[Span, ...]]:
        """Give the place in the original where a span of the text now stands, and what it holds.

        Where it holds nothing of the original, the place is what has been taken out there.
        """
        index = _index(self.pieces)
        first = bisect_right(index.ends, span.start)
        held: list[Span] = []
        for number in range(first, len(self.pieces)):
            piece, begin = self.pieces[number], index.ends[number - 1] if number else 0
            if begin >= span.end:
                break
            if isinstance(piece, Span):
                whole = Span(max(0, span.start - begin), span.end - begin).shifted(piece.start)
                held.append(Span(whole.start, min(whole.end, piece.end)))
        if held:
            found = Span(held[0].start, held[-1].end)
            return found, tuple(held) if span.start < span.end else ()
        behind = index.behind[first]
        return Span(index.before[first], len(self.original) if behind is None else behind), ()

    def edits(self) -> tuple[Edit, ...]:
        """Give the edits of the original that make the text now, each without what stays."""
        parts = (self._trimmed(part) for gap in self._gaps() for part in self._parted(gap))
        return tuple(edit for edit in parts if any(self._change(edit)))

    def _gaps(self) -> Iterator[Edit]:
        at, new = 0, ""
        for piece in (*self.pieces, Span(len(self.original), len(self.original))):
            if isinstance(piece, str):
                new += piece
            else:
                yield Edit(Span(at, piece.start), new)
                at, new = piece.end, ""

    def _change(self, edit: Edit) -> tuple[str, str]:
        return self.original[edit.span.start : edit.span.end], edit.text

    def _parted(self, edit: Edit) -> Iterator[Edit]:
        """Give what changes on either side of the words that stay."""
        from difflib import SequenceMatcher

        old, new = self._change(edit)
        at, done = 0, 0
        for there, here, size in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_matching_blocks():
            if size >= _STAYS or there == len(old):
                yield Edit(Span(at, there).shifted(edit.span.start), new[done:here])
                at, done = there + size, here + size

    def _trimmed(self, edit: Edit) -> Edit:
        old, new = self._change(edit)
        shorter = min(len(old), len(new))
        head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
        tail = 0
        while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        span = Span(edit.span.start + head, edit.span.end - tail)
        return Edit(span, new[head : len(new) - tail])


def unpatched(text: str) -> Patch:
    """Give the patch that changes nothing."""
    return Patch(text, (Span(0, len(text)),))


class _Index(NamedTuple):
    """Where each piece ends; before and behind each, the nearest end and start of an old one."""

    ends: list[int]
    before: list[int]
    behind: list[int | None]


@latest  # of one patch every finding and every edit is asked
def _index(pieces: tuple[Piece, ...]) -> _Index:
    behind: list[int | None] = [None]
    for piece in reversed(pieces):
        behind.append(piece.start if isinstance(piece, Span) else behind[-1])
    before = [0]
    for piece in pieces:
        before.append(piece.end if isinstance(piece, Span) else before[-1])
    return _Index(list(accumulate(map(_length, pieces))), before, behind[::-1])


class _Tape:
    """Pieces that are taken from the front, as many characters as wanted."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = list(reversed(list(pieces)))

    def take(self, count: int) -> list[Piece]:
        taken: list[Piece] = []
        while count > 0 and self._pieces:
            piece = self._pieces.pop()
            if _length(piece) > count:
                piece, rest = _cut(piece, count)
                self._pieces.append(rest)
            count -= _length(piece)
            taken.append(piece)
        return taken

    def rest(self) -> list[Piece]:
        return self._pieces[::-1]


def _length(piece: Piece) -> int:
    return len(piece) if isinstance(piece, str) else piece.end - piece.start


def _cut(piece: Piece, at: int) -> tuple[Piece, Piece]:
    if isinstance(piece, str):
        return piece[:at], piece[at:]
    middle = piece.start + at
    return Span(piece.start, middle), Span(middle, piece.end)


def _words(piece: Piece, original: str) -> str:
    return piece if isinstance(piece, str) else original[piece.start : piece.end]
