"""版记: 抄送机关, 印发机关, 印发日期."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai_lint.model.element import Element
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.closing import read_day
from gongkai_lint.structure.furniture import is_furniture
from gongkai_lint.structure.shapes import is_organ
from gongkai_lint.structure.units import Unit

_COPY = compiled(r"^(?:抄送|抄报|抄发)[：]?")
_LABEL = compiled(r"^(?:(?:政府)?信息)?公开(?:属性|选项|形式|方式|类别|类型)[：]|^不予公开(?:的)?理由[：]")
_MOST_LINES = 10
_LONG_LINE = 120
_PRINTED = compiled(
    r"(?P<organ>[\u3400-\u9fff（）·\s\u3000?]*?)[\s\u3000\xa0?_]*"
    r"(?P<date>(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九OＯ0]{3})[\d年月日\s\u3000〇○零一二三四五六七八九十.\-]{3,24}?)[\s\u3000\xa0]*(?:印发?|印發|翻印)[。]?$"
)


class Imprint(NamedTuple):
    """The elements of the imprint and the unit where it begins."""

    elements: tuple[Element, ...]
    start: int


def find_imprint(units: Sequence[Unit], text: str, start: int) -> Imprint | None:
    """Find 抄送 and the printing line behind the close."""
    printed = next(
        (i for i in range(len(units) - 1, start - 1, -1) if _is_printed(units[i], text)), None
    )
    last = len(units) if printed is None else printed
    copies = next((i for i in range(last - 1, start - 1, -1) if _COPY.match(units[i].words)), None)
    if printed is None and copies is None:
        return None
    elements: list[Element] = []
    if copies is not None:
        stop = _copies_end(units, copies, last)
        begin = units[copies].span.start
        head = _COPY_RAW.match(text[begin : units[copies].span.end])
        elements.append(
            Element(
                "copy_recipients",
                Span(begin + (head.end() if head else 0), units[stop - 1].span.end),
            )
        )
    if printed is not None:
        elements += _printing(units, text, printed)
    first = min(i for i in (copies, printed) if i is not None)
    end = units[printed if printed is not None else _copies_end(units, first, last) - 1].span.end
    while first - 1 >= start and _LABEL.match(units[first - 1].words):
        first -= 1
    elements.insert(0, Element("imprint", Span(units[first].span.start, end)))
    return Imprint(tuple(elements), first)


_COPY_RAW = compiled(r"[抄][\s\u3000]*[送报發发報][\s\u3000]*[：:]?[\s\u3000]*")


def _is_printed(unit: Unit, text: str) -> bool:
    return len(unit.words) < 70 and bool(_PRINTED.fullmatch(text[unit.span.start : unit.span.end]))


def _copies_end(units: Sequence[Unit], copies: int, last: int) -> int:
    """Give the unit behind 抄送, which may be broken over lines: its full stop or the printing line."""
    end = copies + 1
    while end < last and end - copies < _MOST_LINES and _goes_on(units, end):
        end += 1
    return end


def _goes_on(units: Sequence[Unit], index: int) -> bool:
    above, words = units[index - 1].words, units[index].words
    if above.endswith("。"):
        return words.endswith("。") and len(words) < _LONG_LINE
    return len(words) < _LONG_LINE and not is_organ(words) and not is_furniture(units[index])


def _printing(units: Sequence[Unit], text: str, index: int) -> list[Element]:
    span = units[index].span
    found = _PRINTED.fullmatch(text[span.start : span.end])
    if found is None:
        return []
    day = read_day(found["date"])
    dated = Span(*found.span("date")).shifted(span.start)
    elements = [Element("printing_date", dated, value=day.isoformat() if day else None)]
    organ = found["organ"].strip(" \u3000?")
    if organ:
        at = span.start + found.start("organ") + found["organ"].index(organ)
        elements.insert(0, Element("printing_authority", Span(at, at + len(organ))))
    elif index and len(units[index - 1].words) < 40 and not _COPY.match(units[index - 1].words):
        if not units[index - 1].words.endswith(("。", "；", "，")):
            elements.insert(0, Element("printing_authority", units[index - 1].span))
    return elements
