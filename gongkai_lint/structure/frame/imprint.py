"""版记: 抄送机关, 印发机关, 印发日期."""

import re
from collections.abc import Iterator, Sequence

from gongkai_lint.model.element import Element
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.closing import read_day
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.organs import is_organ
from gongkai_lint.structure.frame.shapes import LABEL
from gongkai_lint.structure.units import Unit

_COPY = compiled(r"^(?:(?:抄送|抄报|抄发)[：]?|[报送]：)")
_COPY_BEGINS = frozenset("抄报送")
_COPY_RAW = compiled(r"(?:抄\s*[送报發发報]\s*[：:]?|[报送報]\s*[：:])\s*")
_DATE = (
    r"(?P<date>(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九OＯ0]{3})"
    r"[\d年月日\s〇○零一二三四五六七八九十.\-]{3,24}?)\s*"
)
_PRINTED = compiled(_DATE + r"(?:印发?|印發|翻印)[。]?$")
_DATED = compiled(_DATE + r"[。]?$")
_COPIES = compiled(r"（?共印\d+份）?。?$")
_PRINTER = compiled(r"[\u3400-\u9fff（）·\s?_]*")
_BLANK = " \t\u3000\xa0?_"
_MOST_LINES = 10
_TAIL = 3
_LONG_LINE = 120
_LONGEST_PRINTED, _LONGEST_RAW = 70, 300
_LONGEST_PRINTER = 40


class Imprint(NamedTuple):
    """The elements of the imprint, the unit where it begins and the unit behind it."""

    elements: tuple[Element, ...]
    start: int
    end: int


def find_imprint(units: Sequence[Unit], text: str, start: int) -> Imprint | None:
    """Find 抄送 and the printing line behind the close."""
    behind = range(len(units) - 1, start - 1, -1)
    printed = next((i for i in behind if _printed(units, i, text)), None)
    last = len(units) if printed is None else printed
    copies = next((i for i in behind if i <= last and _is_copy(units[i].words)), None)
    if printed is None and copies is None:
        return None
    first = min(i for i in (copies, printed) if i is not None)
    end = _copies_end(units, first, last) if printed is None else printed + 1
    while first > start and LABEL.match(units[first - 1].words):
        first -= 1
    whole = Element("imprint", Span(units[first].span.start, units[end - 1].span.end))
    return Imprint((whole, *_inner(units, text, (copies, printed, last))), first, end)


def _is_copy(words: str) -> bool:
    return words[:1] in _COPY_BEGINS and _COPY.match(words) is not None


def _inner(
    units: Sequence[Unit], text: str, where: tuple[int | None, int | None, int]
) -> Iterator[Element]:
    copies, printed, last = where
    found = None if printed is None else _printed(units, printed, text)
    if copies is not None:
        begin = units[copies].span.start
        label = _COPY_RAW.match(text, begin)
        end = units[_copies_end(units, copies, last) - 1].span.end
        if found and printed is not None and found.begin > units[printed].span.start:
            end = found.begin
        yield Element("copy_recipients", Span(label.end() if label else begin, end))
    if found and printed is not None:
        yield from _printing(units, text, printed, found)


class _Printed(NamedTuple):
    """Where the printing line begins, behind 抄送 where both stand in one, and its date."""

    begin: int
    date: Span
    words: str


def _printed(units: Sequence[Unit], index: int, text: str) -> _Printed | None:
    """Read a printing line; what stands before its date is the printing authority."""
    shape = _shape(units, index)
    if shape is None:
        return None
    start, end = units[index].span
    begin = text.rfind("。", start, end - 1) + 1 or start
    if end - begin > (_LONGEST_PRINTED if begin > start else _LONGEST_RAW):
        return None
    if begin == start and len(units[index].words) >= _LONGEST_PRINTED:
        return None
    found = shape.search(text, begin, end)
    if found is None or not _PRINTER.fullmatch(text, begin, found.start()):
        return None
    return _Printed(begin, Span(*found.span("date")), found["date"])


def _shape(units: Sequence[Unit], index: int) -> re.Pattern[str] | None:
    """Give the shape that a line's end asks for: 印发, or a bare date beside the number printed."""
    tail = units[index].words[-_TAIL:]
    if "印" in tail:
        return _PRINTED
    dated = tail.removesuffix("。").endswith("日")
    return _DATED if dated and _is_counted(units, index) else None


def _is_counted(units: Sequence[Unit], index: int) -> bool:
    """Say whether the number of copies printed stands beside a line."""
    beside = units[max(0, index - 1) : index + 2]
    return any(_COPIES.match(unit.words) for unit in beside)


def _copies_end(units: Sequence[Unit], copies: int, last: int) -> int:
    """Give the unit behind 抄送, which may be broken over lines."""
    end = copies + 1
    while end < last and end - copies < _MOST_LINES and _goes_on(units, end):
        end += 1
    return end


def _goes_on(units: Sequence[Unit], index: int) -> bool:
    above, words = units[index - 1].words, units[index].words
    if len(words) >= _LONG_LINE:
        return False
    if above.endswith("。"):
        return words.endswith("。")
    return not is_organ(words) and not is_furniture(units[index])


def _printing(units: Sequence[Unit], text: str, index: int, found: _Printed) -> Iterator[Element]:
    organ = text[found.begin : found.date.start].strip(_BLANK)
    if organ:
        at = text.index(organ, found.begin)
        yield Element("printing_authority", Span(at, at + len(organ)))
    elif index and _may_be_printer(units[index - 1].words):
        yield Element("printing_authority", units[index - 1].span)
    day = read_day(found.words)
    yield Element("printing_date", found.date, value=day.isoformat() if day else None)


def _may_be_printer(words: str) -> bool:
    closed = words.endswith(("。", "；", "，"))
    return len(words) < _LONGEST_PRINTER and not closed and not _is_copy(words)
