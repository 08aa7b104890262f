"""Logical lines: paragraphs, or their parts where a whole document stands in one paragraph."""

import re
from collections.abc import Iterator, Sequence

from gongkai_lint.model.source import Paragraph
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.soft_breaks import goes_on

# where one paragraph holds a whole page: blanks, page numbers, the addressee behind the title
_GAP = compiled(
    r"(?<![\s|])(?=\s*\|)[\s|]*+[－—-] ?\d+ ?[－—-](?:[\s|]*+（全文结束）)?"
    r"|(?<![\s条章节、])\s{2,}|(?<=[知见定告函复])[ \u3000](?=各|市|省)"
)
_FLAT_GAP = compiled(
    r"\s{2,}|(?<=[\u3400-\u9fff。：:；！）\]〕】日\d])[ \u3000](?=[\u3400-\u9fff（〔【\d])"
)
# on the line of a title: the number in front of it or behind it, what the page says beside it
_HEAD_GAP = compiled(
    r"(?<=\d号)[ \t\u3000\xa0]+(?=[\u3400-\u9fff]{0,40}关于)"
    r"|(?<=[知见定告函复报示案令])[ \t\u3000\xa0]+"
    r"(?=[\u3400-\u9fff]{1,16}[〔\[［【（(]\d{4}[〕\]］】）)]第?\d{1,5}号$)"
    r"|(?<=\S)[ \t\u3000\xa0]+(?=(?:发布|发文|成文|更新|发表|录入|公布|印发)(?:时间|日期)[：:])"
)
# in front of a label that shares a line: 2024年9月2日（此件公开发布）; behind a sentence stands
# a label only where it says that it is one
_LABEL = r"[此本][件文][^（）()，。；]{0,6}公开(?:发布)?"
_LABEL_GAP = compiled(
    rf"(?<=[^\s注为写明作如即标）)：:，,、“])[ \t\u3000\xa0]*(?=[（(〔\[【]{_LABEL}[）)〕\]】]\s*$)"
    r"|(?<=[日号])[ \t\u3000\xa0]*"
    rf"(?=[（(〔\[【]?(?:{_LABEL}|主动公开|依申请公开|不予公开|公开发布)[）)〕\]】]?\s*$)"
)
_LABEL_ENDS = ("公开", "发布", "）", ")", "〕", "]", "】")
_BESIDE = ("号", "时间", "日期")
_HEAD_LINES = 40
_PARTING = compiled(r"[\s|]")
_TITLE_INSIDE = compiled(r"关于.{4,80}(?:通知|意见|决定|公告|通告|函|批复|报告|请示|办法) ")
_FEW = 3
_OPENING = 600
_BLANK = " \t\r\u3000\xa0\u200b\ufeff\u2002\u2003\u2009"
_LONG = 120
_LEADS = frozenset("?？|\ufeff\u200b#■●◆")
_LEADING_MARK = compiled(r"[?？|\s\ufeff\u200b]*(?:[#■●◆]{1,6}[ \u3000]+)?")


class Unit(NamedTuple):
    """A logical line: its trimmed span, its folded characters, its paragraph and place."""

    span: Span
    words: str
    paragraph: int
    place: str


def is_row(unit: Unit) -> bool:
    """Say whether a line is a row of a table, or a cell; a bar of links does not end with ``|``."""
    return unit.place == "table" or (unit.words[-1] == "|" and unit.words.count("|") > 1)


def split_units(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> list[Unit]:
    """Give the non-empty logical lines in reading order."""
    units: list[Unit] = []
    flat = _is_flat(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        inner = paragraph.inner or Span(0, len(paragraph.text))
        shape = _gap_shape(paragraph.text, index, flat=flat)
        continued = paragraph.offset > 0 and goes_on(paragraphs, index)
        text = paragraph.text
        for piece in _pieces(text, inner, shape) if shape else (_trim(text, *inner),):
            words = fold(paragraph.text[piece.start : piece.end])
            if not words:
                continue
            span = piece.shifted(starts[index])
            if continued and units:
                above = units.pop()
                span, words = Span(above.span.start, span.end), above.words + words
            units.append(Unit(span, words, index, paragraph.place.kind))
            continued = False
    return units


def _is_flat(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether a whole 公文 stands in one or two paragraphs, its lines parted by blanks."""
    full = [paragraph.text for paragraph in paragraphs if paragraph.text.strip()][: _FEW + 1]
    return 0 < len(full) <= _FEW and any(_TITLE_INSIDE.search(text[:_OPENING]) for text in full)


def _gap_shape(text: str, index: int, *, flat: bool) -> re.Pattern[str] | None:
    """Give the shape of what parts the logical lines in a paragraph; most are one line."""
    if len(text) > _LONG or text.startswith("| "):
        return _FLAT_GAP if flat else _GAP
    if "公开" in text and text.rstrip().endswith(_LABEL_ENDS):
        return _LABEL_GAP
    beside = index < _HEAD_LINES and any(word in text for word in _BESIDE)
    return _HEAD_GAP if beside else None


def _pieces(text: str, inner: Span, gap_shape: re.Pattern[str]) -> Iterator[Span]:
    bounds = [inner.start]
    if gap_shape is _LABEL_GAP or _PARTING.search(text, *inner):
        for gap in gap_shape.finditer(text, *inner):
            bounds += gap.span()
    bounds.append(inner.end)
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        piece = _trim(text, start, end)
        if piece.start < piece.end:
            yield piece


def _trim(text: str, start: int, end: int) -> Span:
    if text[start : start + 1] in _LEADS or text[start : start + 1].isspace():
        lead = _LEADING_MARK.match(text, start, end)
        start = lead.end() if lead else start
    while end > start and (text[end - 1] in _BLANK or "\ue000" <= text[end - 1] <= "\uf8ff"):
        end -= 1
    return Span(start, end)
