"""The close of a 公文: 发文机关署名, 成文日期, 附注."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as day_type

from gongkai_lint.model.source import METADATA
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.organs import (
    belongs_inside,
    goes_on,
    is_organ,
    parted_spans,
    stands_alone,
    without_seal,
)
from gongkai_lint.structure.frame.shapes import DATE, DATE_LINE, NOTE
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.times.date_words import parse_date
from gongkai_lint.structure.units import Unit

_ORGAN_AND_DATE = compiled(rf"^(?P<organ>\D{{3,45}}?)(?P<date>{DATE.pattern})[。]?$")
_BESIDE_NAME = compiled(r"^(?:（[^（）]{2,40}）){1,2}$")  # （爱国卫生运动委员会）（代章）
_SIGNER = compiled(
    r"^(省长|市长|县长|区长|州长|主席|总理|部长|局长|主任|代省长|代市长)[\u3400-\u9fff·]{0,6}$"
)
_ADOPTED = compiled(rf"^（(?P<date>{DATE.pattern}).{{4,60}}(?:通过|批准)）$")
_DAYLESS = compiled(r"月日?$")
_FILLER = compiled(
    r"^(特此(通知|公告|通告|函告|报告|通报|函复|批复)|此复|以上.{0,12}(批示|批复|审议))[。！]?$"
)
_LISTED_LAST = compiled(r"^附件?(?:[：]|\d{1,2}[.．、：])|^\d{1,2}[.．、][^。，；]{2,60}$")
_ATTACHMENT = compiled(r"^附件\d{0,2}[：]?$")
_PARTS = compiled(r"\S+(?: \S+)*")
_WORDS = compiled(r"\S+")
_LISTED = compiled(r"[^\s、]+")
_BARE_NOTE = compiled(r"^此件.{2,20}$|^（?本文有删减）?$")
_SUBTITLE = compiled(r"^（(?:\d{4}年|试行|暂行|征求)")
_NO_DATE_PLACES = METADATA | {"table", "header", "footer"}
_DATE_ENDS = frozenset(
    "日月号0123456789〇○零一二三四五六七八九十元正廿卅"
)  # few other lines end so
_MOST_SIGNERS = 12
_LAST_LINES = 8
_SHORTEST_SIGNATURE = 4
_LONGEST_PART = 30


class Lines(NamedTuple):
    """The lines of a text, and the organs that its head names."""

    units: Sequence[Unit]
    text: str
    known: frozenset[str]


class Closing(NamedTuple):
    """The signature's spans, the date's span and day, the lines of notes, the next unit."""

    authorities: tuple[Span, ...]
    date: Span | None
    day: day_type | None
    notes: tuple[int, ...]
    first: int
    end: int


def find_closing(lines: Lines, start: int, *, issuing: str | None) -> Closing | None:
    """Find signature and date after the head: the first for an issuing notice, else the last.

    ``issuing`` is the name of what a notice issues.
    """
    units = lines.units
    dated = [i for i in range(start, len(units)) if _is_date(units[i])]
    signed = [i for i in dated if _organs_above(lines, i, start) or _inline(units[i])]
    if signed and not (issuing and _precedes_issued(units, (dated[0], signed[0]), issuing)):
        return _closing(lines, signed[0], start)
    if dated:
        return _closing(lines, dated[0] if issuing else dated[-1], start)
    return _undated(lines, start)


def _precedes_issued(units: Sequence[Unit], between: tuple[int, int], issued: str) -> bool:
    """Say whether the issued text opens between an unsigned date and a signed one."""
    return any(issued in units[index].words for index in range(*between))


def find_under_title(lines: Lines, first: int, end: int) -> Closing | None:
    """Find organ and date between title and text (公报), or the day of adoption in brackets."""
    units = lines.units
    for index in range(first, min(end, len(units))):
        if DATE_LINE.match(units[index].words) and _organs_above(lines, index, first):
            return _closing(lines, index, first)
        adopted = _ADOPTED.match(units[index].words)
        if adopted:
            day = read_day(adopted["date"])
            return Closing((), units[index].span, day, (), index, index + 1)
    return None


def find_above_title(lines: Lines, end: int) -> Closing | None:
    """Find organ and date on one line above the title (纪要)."""
    units = lines.units
    found = (
        index for index in range(end) if units[index].place == "body" and _inline(units[index])
    )
    return next((_closing(lines, index, 0) for index in found), None)


def read_day(words: str) -> day_type | None:
    """Read a day as written, else as it must have been before damage."""
    return None if _DAYLESS.search(fold(words)) else parse_date(words)


def _is_date(unit: Unit) -> bool:
    if unit.words.removesuffix("。")[-1:] not in _DATE_ENDS or unit.place in _NO_DATE_PLACES:
        return False
    return bool(DATE_LINE.match(unit.words)) or bool(_inline(unit))


def _inline(unit: Unit) -> re.Match[str] | None:
    found = _ORGAN_AND_DATE.match(unit.words)
    return found if found and is_organ(found["organ"]) else None


def _organs_above(lines: Lines, index: int, start: int) -> list[int]:
    above: list[int] = []
    at = index - 1
    while at >= start and len(above) < _MOST_SIGNERS:
        words = lines.units[at].words
        if _signs(lines, words) or _SIGNER.match(words) or _opens_name(lines, at, above):
            above.insert(0, at)
        elif not ((NOTE.match(words) or _BESIDE_NAME.match(words)) and at == index - 1):
            break
        at -= 1
    return above


def _signs(lines: Lines, words: str) -> bool:
    """Say whether a line signs: by its form, or as one whom title or letterhead name."""
    name = without_seal(words)
    return is_organ(name) or name in lines.known


def _opens_name(lines: Lines, index: int, below: list[int]) -> bool:
    """Say whether a name that the document knows is broken behind this line."""
    if not below or len(lines.units[index].words) > _LONGEST_PART:
        return False
    return _is_one_name(lines, index, below[0])


def _is_one_name(lines: Lines, index: int, below: int) -> bool:
    """Say whether two lines are one name, as title or letterhead have it."""
    name, rest = lines.units[index].words, without_seal(lines.units[below].words)
    return name + rest in lines.known and goes_on(name, rest)


def _closing(lines: Lines, index: int, start: int) -> Closing:
    units, text = lines.units, lines.text
    inline = _inline(units[index])
    above = [] if inline else _organs_above(lines, index, start)
    if inline:
        organ, dated = _split(units[index].span, text, len(inline["organ"]))
        names = [organ]
    else:
        names = _whole_names(lines, _signatures(lines, above))
        dated = units[index].span
    notes, end = _notes(units, index + 1)
    day = read_day(text[dated.start : dated.end])
    return Closing(tuple(names), dated, day, notes, above[0] if above else index, end)


def _signatures(lines: Lines, above: Sequence[int]) -> Iterator[Span]:
    """Give the names in the lines of a signature; two lines are one where they are known as one."""
    at = 0
    while at < len(above):
        first = lines.units[above[at]]
        if at + 1 < len(above) and _is_one_name(lines, above[at], above[at + 1]):
            yield Span(first.span.start, _sealless(lines, lines.units[above[at + 1]]).end)
            at += 2
            continue
        yield from _names(first, lines)
        at += 1


def _whole_names(lines: Lines, spans: Iterable[Span]) -> list[Span]:
    """Join what stands in the next line of two columns to the organ that it is a part of."""
    names: list[Span] = []
    for span in spans:
        words = fold(lines.text[span.start : span.end])
        above = fold(lines.text[names[-1].start : names[-1].end]) if names else ""
        inside = belongs_inside(above, words)
        names.append(Span(names.pop().start, span.end) if inside else span)
    return names


def _sealless(lines: Lines, unit: Unit) -> Span:
    """Give a line's span without the note on whose seal it bears."""
    sealed = len(without_seal(unit.words)) < len(unit.words)
    return _split(unit.span, lines.text, len(without_seal(unit.words)))[0] if sealed else unit.span


def _split(line: Span, text: str, count: int) -> tuple[Span, Span]:
    """Split a line behind its first ``count`` visible characters."""
    raw = text[line.start : line.end]
    visible = [offset for offset, character in enumerate(raw) if not character.isspace()]
    organ = Span(line.start, line.start + visible[count - 1] + 1)
    return organ, Span(line.start + visible[count], line.end)


def _names(unit: Unit, lines: Lines) -> list[Span]:
    """Split a line that holds several organs side by side."""
    if _SIGNER.match(unit.words):
        return []
    for shape in (_PARTS, _WORDS, _LISTED):
        parts = [Span(*found.span()) for found in shape.finditer(lines.text, *unit.span)]
        names = [fold(lines.text[part.start : part.end]) for part in parts]
        if len(parts) > 1 and all(stands_alone(name) or name in lines.known for name in names):
            return parts
    return parted_spans(lines.text, _sealless(lines, unit))


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


def _undated(lines: Lines, start: int) -> Closing | None:
    """Find a signature without a date: over a note or the attachments, else near the end."""
    units = lines.units
    closed = (i for i in range(start + 1, len(units) - 1) if _closes(units[i + 1]))
    for index in (*closed, *range(len(units) - 1, max(start, len(units) - _LAST_LINES), -1)):
        unit = units[index]
        long = len(unit.words) >= _SHORTEST_SIGNATURE and unit.place == "body"
        if not long or is_furniture(unit) or not _signs(lines, unit.words):
            continue
        first = index - 1 if _opens_name(lines, index - 1, [index]) else index
        if _ends_text(units, first):
            notes, end = _notes(units, index + 1)
            names = _whole_names(lines, _signatures(lines, range(first, index + 1)))
            return Closing(tuple(names), None, None, notes, first, end)
    return None


def _ends_text(units: Sequence[Unit], index: int) -> bool:
    above = units[index - 1].words if index else ""
    return above.endswith(("。", "！")) or bool(_FILLER.match(above) or _LISTED_LAST.match(above))


def _closes(unit: Unit) -> bool:
    """Say whether a line stands under a signature that lacks its date."""
    return _is_note(unit) or bool(_ATTACHMENT.match(unit.words))
