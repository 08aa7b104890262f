"""The close of a 公文: 发文机关署名, 成文日期, 附注."""

import re
from collections.abc import Sequence
from datetime import date as day_type
from typing import NamedTuple

from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.shapes import DATE, DATE_LINE, NOTE, is_organ
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.times.date_words import parse_date
from gongkai_lint.structure.units import Unit

_ORGAN_AND_DATE = compiled(rf"^(?P<organ>\D{{3,45}}?)(?P<date>{DATE.pattern})[。]?$")
_SIGNER = compiled(
    r"^(省长|市长|县长|区长|州长|主席|总理|部长|局长|主任|代省长|代市长)[\u3400-\u9fff·]{0,6}$"
)
_ADOPTED = compiled(rf"^（(?P<date>{DATE.pattern}).{{4,60}}(?:通过|批准)）$")
_DAYLESS = compiled(r"月日?$")
_FILLER = compiled(
    r"^(特此(通知|公告|通告|函告|报告|通报|函复|批复)|此复|以上.{0,12}(批示|批复|审议))[。！]?$"
)
_PARTS = compiled(r"\S+(?: \S+)*")
_WORDS = compiled(r"\S+")
_BARE_NOTE = compiled(r"^此件.{2,20}$|^（?本文有删减）?$")
_SUBTITLE = compiled(r"^（(?:\d{4}年|试行|暂行|征求)")
_NO_DATE_PLACES = frozenset({"front_matter", "properties", "table", "header", "footer"})
_MOST_SIGNERS = 12
_LAST_LINES = 8
_SHORTEST_SIGNATURE = 4


class Closing(NamedTuple):
    """The signature's spans, the date's span and day, the lines of notes, the next unit."""

    authorities: tuple[Span, ...]
    date: Span | None
    day: day_type | None
    notes: tuple[int, ...]
    first: int
    end: int


def find_closing(units: Sequence[Unit], text: str, start: int, *, issuing: bool) -> Closing | None:
    """Find signature and date after the head: the first for an issuing notice, else the last."""
    dated = [i for i in range(start, len(units)) if _is_date(units[i])]
    signed = [i for i in dated if _organs_above(units, i, start) or _inline(units[i])]
    if signed:
        return _closing(units, text, signed[0], start)
    if dated:
        return _closing(units, text, dated[0] if issuing else dated[-1], start)
    return _undated(units, text, start)


def find_under_title(units: Sequence[Unit], text: str, first: int, end: int) -> Closing | None:
    """Find organ and date between title and text (公报), or the day of adoption in brackets."""
    for index in range(first, min(end, len(units))):
        if DATE_LINE.match(units[index].words) and _organs_above(units, index, first):
            return _closing(units, text, index, first)
        adopted = _ADOPTED.match(units[index].words)
        if adopted:
            day = read_day(adopted["date"])
            return Closing((), units[index].span, day, (), index, index + 1)
    return None


def find_above_title(units: Sequence[Unit], text: str, end: int) -> Closing | None:
    """Find organ and date on one line above the title (纪要)."""
    found = (
        index for index in range(end) if units[index].place == "body" and _inline(units[index])
    )
    return next((_closing(units, text, index, 0) for index in found), None)


def read_day(words: str) -> day_type | None:
    """Read a day as written, else as it must have been before damage."""
    return None if _DAYLESS.search(fold(words)) else parse_date(words)


def _is_date(unit: Unit) -> bool:
    if unit.place in _NO_DATE_PLACES:
        return False
    return bool(DATE_LINE.match(unit.words)) or bool(_inline(unit))


def _inline(unit: Unit) -> re.Match[str] | None:
    found = _ORGAN_AND_DATE.match(unit.words)
    return found if found and is_organ(found["organ"]) else None


def _organs_above(units: Sequence[Unit], index: int, start: int) -> list[int]:
    above: list[int] = []
    at = index - 1
    while at >= start and len(above) < _MOST_SIGNERS:
        words = units[at].words
        if is_organ(words) or _SIGNER.match(words):
            above.insert(0, at)
        elif not (NOTE.match(words) and at == index - 1):
            break
        at -= 1
    return above


def _closing(units: Sequence[Unit], text: str, index: int, start: int) -> Closing:
    inline = _inline(units[index])
    above = [] if inline else _organs_above(units, index, start)
    if inline:
        organ, dated = _split(units[index].span, text, len(inline["organ"]))
        names = [organ]
    else:
        names = [name for i in above for name in _names(units[i], text)]
        dated = units[index].span
    notes, end = _notes(units, index + 1)
    day = read_day(text[dated.start : dated.end])
    return Closing(tuple(names), dated, day, notes, above[0] if above else index, end)


def _split(line: Span, text: str, count: int) -> tuple[Span, Span]:
    """Split a line behind its first ``count`` visible characters."""
    raw = text[line.start : line.end]
    visible = [offset for offset, character in enumerate(raw) if not character.isspace()]
    organ = Span(line.start, line.start + visible[count - 1] + 1)
    return organ, Span(line.start + visible[count], line.end)


def _names(unit: Unit, text: str) -> list[Span]:
    """Split a line that holds several organs side by side."""
    if _SIGNER.match(unit.words):
        return []
    for shape in (_PARTS, _WORDS):
        parts = [Span(*found.span()) for found in shape.finditer(text, *unit.span)]
        if len(parts) > 1 and all(_may_sign(fold(text[p.start : p.end])) for p in parts):
            return parts
    return [unit.span]


def _may_sign(words: str) -> bool:
    return len(words) >= _SHORTEST_SIGNATURE and is_organ(words)


def _notes(units: Sequence[Unit], index: int) -> tuple[tuple[int, ...], int]:
    """Give the notes behind the date, and the unit behind the last of them."""
    notes: list[int] = []
    end = at = index
    while at < len(units) and (_is_note(units[at]) or (is_furniture(units[at]) and not notes)):
        if _is_note(units[at]):
            notes.append(at)
            end = at + 1
        at += 1
    return tuple(notes), end


def _is_note(unit: Unit) -> bool:
    words = unit.words
    if NOTE.match(words):
        return not _SUBTITLE.match(words)
    return bool(_BARE_NOTE.match(words))


def _undated(units: Sequence[Unit], text: str, start: int) -> Closing | None:
    """Find a signature without a date at the end of the text."""
    for index in range(len(units) - 1, max(start, len(units) - _LAST_LINES), -1):
        unit = units[index]
        long = len(unit.words) >= _SHORTEST_SIGNATURE and unit.place == "body"
        if long and not is_furniture(unit) and is_organ(unit.words) and _ends_text(units, index):
            notes, end = _notes(units, index + 1)
            return Closing(tuple(_names(unit, text)), None, None, notes, index, end)
    return None


def _ends_text(units: Sequence[Unit], index: int) -> bool:
    above = units[index - 1].words if index else ""
    return above.endswith(("。", "！")) or bool(_FILLER.match(above))
