"""Logical lines: paragraphs, or their parts where a whole document stands in one paragraph."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_lint.model.source import Paragraph
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import fold

# where one paragraph holds a whole page: blanks, page numbers, the addressee behind the title
_GAP = compiled(
    r"(?<![\s|])(?=\s*\|)[\s|]*+[－—-] ?\d+ ?[－—-](?:[\s|]*+（全文结束）)?"
    r"|(?<![\s条章节、])\s{2,}|(?<=[知见定告函复])[ \u3000](?=各|市|省)"
)
_FLAT_GAP = compiled(
    r"\s{2,}|(?<=[\u3400-\u9fff。：；！）\]〕】日\d])[ \u3000](?=[\u3400-\u9fff（〔【\d])"
)
_PARTING = compiled(r"[\s|]")
_TITLE_INSIDE = compiled(r"关于.{4,80}(?:通知|意见|决定|公告|通告|函|批复|报告|请示|办法) ")
_FEW = 3
_OPENING = 600
_BLANK = " \t\r\u3000\xa0\u200b\ufeff\u2002\u2003\u2009"
_LONG = 120
_LEADING_MARK = compiled(r"[?？|\s\ufeff\u200b]*(?:[#■●◆]{1,6}[ \u3000]+)?")


class Unit(NamedTuple):
    """A logical line: its trimmed span, its folded characters, its paragraph and place."""

    span: Span
    words: str
    paragraph: int
    place: str


def split_units(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> list[Unit]:
    """Give the non-empty logical lines in reading order."""
    units = []
    flat = _is_flat(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        inner = paragraph.inner or Span(0, len(paragraph.text))
        for piece in _pieces(paragraph.text, inner, flat=flat):
            words = fold(paragraph.text[piece.start : piece.end])
            if words:
                span = piece.shifted(starts[index])
                units.append(Unit(span, words, index, paragraph.place.kind))
    return units


def _is_flat(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a whole 公文 stands in one or two paragraphs, its lines parted by blanks."""
    full = [paragraph.text for paragraph in paragraphs if paragraph.text.strip()][: _FEW + 1]
    return 0 < len(full) <= _FEW and any(_TITLE_INSIDE.search(text[:_OPENING]) for text in full)


def _pieces(text: str, inner: Span, *, flat: bool) -> Iterator[Span]:
    bounds = [inner.start]
    if (len(text) > _LONG or text.startswith("| ")) and _PARTING.search(text, *inner):
        gap_shape = _FLAT_GAP if flat else _GAP
        for gap in gap_shape.finditer(text, *inner):
            bounds += gap.span()
    bounds.append(inner.end)
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        piece = _trim(text, start, end)
        if piece.start < piece.end:
            yield piece


def _trim(text: str, start: int, end: int) -> Span:
    lead = _LEADING_MARK.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and (text[end - 1] in _BLANK or "\ue000" <= text[end - 1] <= "\uf8ff"):
        end -= 1
    return Span(start, end)
