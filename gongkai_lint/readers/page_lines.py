"""Pieces of text in boxes on pages, as PDF and OFD have them, to lines; margins of pages.

Running heads and page numbers are left out.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from gongkai_lint.model.source import Notice
from gongkai_lint.named import NamedTuple

_PAGE_NUMBER = re.compile(
    r"[-—–－―_\s·•]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–－―_\s·•]*"
)
_DIGITS = re.compile(r"\d+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000]")
_RADICALS = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), 0x2E9F, 0x2EF3)
}
_LAYOUT_BLANK = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef])(?<![章节条]) (?=[\u2e80-\u9fff\uff00-\uffef\d])"
    r"|(?<=\d) (?=[\u2e80-\u9fff])"
)
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_EDGE_LINES = 2
_SHORT_PAGE = 6
_FEWEST_PAGES = 3
_CLOSE_GAP, _MANY = 0.5, 3  # in a row of many pieces every gap parts columns
_COLUMN_GAP = 1.4  # a little less than the gap at which a reader cuts a line
_WIDER = 1.25  # a landscape page is 1.41 times as wide as an upright one
_FEWEST_SHOWN, _ONE_IN, _USUAL = 40, 20, 0.4
_LEVEL_2 = 0xD8  # usual characters stand in the first level of GB 2312; of misread ones few do
_SHORT_OF_MARGIN = 1.6
_WHOLE_LINE, _LONG_LINE, _FEWEST_FULL, _NARROWEST = 15, 22, 3, 18
_FULL_LINES = 0.9
_UNBROKEN = re.compile(r"(?:[\w.@-]+(?<=[!-~])|[（《〔“]?.)[，。、；：）》〕”]*", re.ASCII)


class Line(NamedTuple):
    """A piece of text in its box; the vertical axis points down, any unit does.

    ``element`` is what the file calls the element that it is a part of; ``parts`` are what wide
    gaps part in a line.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    element: str = ""
    parts: tuple["Line", ...] = ()

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.bottom - self.top


class Measure(NamedTuple):
    """A document's margins, the width of a character and the distance of lines.

    ``filled`` says that several long lines reach the right margin, so that it is one.
    """

    left: float
    right: float
    em: float
    pitch: float
    filled: bool

    def is_full(self, line: Line, following: str = "") -> bool:
        """Say whether a line reaches the right margin, or so far that what follows found no room.

        Latin words and numbers are not broken, and no line begins with a closing mark.
        """
        told = self.filled or width_of(line.text) >= _LONG_LINE
        first = _UNBROKEN.match(following)
        short = max(_SHORT_OF_MARGIN, width_of(first[0]) if first else 0.0)
        return told and line.right >= self.right - short * self.em


def cleaned(text: str) -> str:
    """Write radicals as the characters that they look like."""
    return text.translate(_RADICALS)


def odd_characters(text: str) -> tuple[Notice, ...]:
    """Say how many characters of a text belong to no standard."""
    count = len(_PRIVATE.findall(text))
    if not count:
        return ()
    message = f"文中有 {count} 个字用的是自造编码，读不出是什么字，所在处的检查可能不准。"
    return (Notice("private_use", message),)


def is_misread(text: str) -> bool:
    """Say whether a text layer gives other characters than its page shows."""
    shown = [character for character in text if not character.isspace()]
    if len(shown) < _FEWEST_SHOWN:
        return False
    controls = sum(character < " " for character in shown)
    others = [character for character in shown if character > "\x7f"]
    usual = sum(lead < _LEVEL_2 for lead in "".join(others).encode("gb2312", "ignore")[::2])
    return controls * _ONE_IN > len(shown) or usual < len(others) * _USUAL


def ordered(pieces: Sequence[Line]) -> Sequence[Line]:
    """Give pieces from top to bottom where a page was not written in that order.

    What stands beside the piece before is another column, not a jump back.
    """
    jumps = any(
        piece.bottom < pieces[at - 1].top and _is_above(piece, pieces[:at])
        for at, piece in enumerate(pieces)
        if at
    )
    return sorted(pieces, key=lambda piece: piece.top) if jumps else pieces


def _is_above(piece: Line, others: Sequence[Line]) -> bool:
    return any(
        piece.bottom < other.top and piece.left < other.right and other.left < piece.right
        for other in others
    )


def measures(pages: Sequence[Sequence[Line]]) -> list[Measure]:
    """Give each page the margins of the pages that are as wide as it."""
    ends = [max((line.right for line in page), default=0.0) for page in pages]
    usual = min((end for end in ends if end), default=0.0)
    wide = [end > usual * _WIDER for end in ends]
    found = {
        kind: _measure([page for page, told in zip(pages, wide, strict=True) if told == kind])
        for kind in set(wide)
    }
    return [found[kind] for kind in wide]


def rows_of(pieces: Sequence[Line]) -> list[Line]:
    """Put pieces that stand side by side into one line each."""
    rows: list[list[Line]] = []
    for piece in pieces:
        if not piece.text.strip():
            continue
        row = rows[-1] if rows else []
        if row and _beside(row[-1], piece):
            row.append(piece)
        else:
            rows.append([piece])
    return [_merged(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _beside(first: Line, second: Line) -> bool:
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    return overlap > min(first.height, second.height) / 2


def _merged(row: Sequence[Line]) -> Line:
    line = row[0]
    parts = [line]
    for piece in row[1:]:
        gap = piece.left - line.right
        least = _CLOSE_GAP if len(row) > _MANY else _COLUMN_GAP
        wide = gap > least * max(line.height, piece.height)
        text = f"{line.text.rstrip()}  {piece.text.lstrip()}" if wide else line.text + piece.text
        line = _around(line, piece, text)
        if wide:
            parts.append(piece)
        else:
            parts[-1] = _around(parts[-1], piece, parts[-1].text + piece.text)
    return line._replace(parts=tuple(parts)) if len(parts) > 1 else line


def _around(first: Line, second: Line, text: str) -> Line:
    """Give a line around two boxes."""
    return Line(
        text,
        min(first.left, second.left),
        max(first.right, second.right),
        min(first.top, second.top),
        max(first.bottom, second.bottom),
        first.element,
    )


def without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """Drop page numbers, and heads and feet that recur on most pages."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_masked(line) for line in _edges(lines)})
    often = max(_FEWEST_PAGES, len(pages) // 2 + 1)
    running = {words for words, count in seen.items() if count >= often}
    return [
        [line for line in lines if not (line in _edges(lines) and _is_edge(line, running))]
        for lines in pages
    ]


def _edges(lines: Sequence[Line]) -> Sequence[Line]:
    depth = _EDGE_LINES if len(lines) > _SHORT_PAGE else 1
    return [*lines[:depth], *lines[-depth:]]


def _is_edge(line: Line, running: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _masked(line) in running


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", "".join(line.text.split()))


def _measure(pages: Sequence[Sequence[Line]]) -> Measure:
    lines = [line for page in pages for line in page]
    full = [line for line in lines if len(line.text.strip()) >= _WHOLE_LINE] or lines
    if not full:
        return Measure(0, 0, 1, 1, filled=False)
    em = median((line.right - line.left) / max(1.0, width_of(line.text)) for line in full) or 1.0
    steps = [b.top - a.top for page in pages for a, b in pairwise(page) if b.top > a.top]
    ends = sorted(line.right for line in full)
    right = ends[int((len(ends) - 1) * _FULL_LINES)]
    return Measure(
        left=_usual([line.left for line in full], em),
        right=right,
        em=em,
        filled=(
            sum(end >= right - _SHORT_OF_MARGIN * em for end in ends) >= _FEWEST_FULL
            and right - min(line.left for line in full) >= _NARROWEST * em
        ),
        pitch=median(steps) if steps else em,
    )


def _usual(values: Sequence[float], em: float) -> float:
    """Give the leftmost edge at which a good part of the lines begins."""
    places = Counter(round(value / em) for value in values)
    often = max(places.values())
    return min(place for place, count in places.items() if count * 4 >= often) * em


def width_of(text: str) -> float:
    """Give how many full characters a text is wide."""
    wide = len(_WIDE.findall(text.strip()))
    return wide + (len(text.strip()) - wide) / 2


def squeezed(text: str) -> str:
    """Drop the blanks that a layout puts beside Chinese characters."""
    return _LAYOUT_BLANK.sub("", text)
