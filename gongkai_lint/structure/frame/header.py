"""The head of a 公文: 发文机关标志, 发文字号, 标题, 主送机关, and where the text begins."""

from collections.abc import Sequence

from gongkai_lint.model.source import METADATA
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.number_lines import (
    find_number_inside,
    find_number_line,
    is_number_line,
)
from gongkai_lint.structure.frame.organs import (
    addresses,
    are_recipients,
    is_organ,
    without_brackets,
)
from gongkai_lint.structure.frame.shapes import DATE, DATE_LINE, KIND_END, is_heading
from gongkai_lint.structure.frame.title import ABOUT, LETTERHEAD, find_title, may_end_title
from gongkai_lint.structure.units import Unit

_FAR = 80
_NO_RECIPIENT = compiled(
    r"如下|通知|包括|应当|具体|主要|下列|以下|可以|负责|为：|是：|要求|联系|地址|电话|邮箱|网址|"
    r"提出|根据|为了|其中|分别|原则|附件|注：|说明：|关于|现将|现就"
)
_LEAD_IN = compiled(r"(?:如下|以下[^：，]{0,12})：$")
_SENTENCE = compiled(r"[。；！]")
_LONG_SENTENCE = 50
_LONG_LINE = 90
_SHORTEST_SENTENCE = 5
_SHORTEST_LEAD = 12
_SHORTEST_ADDRESSEE, _LONGEST_ADDRESSEE = 3, 400
_LONGEST_BARE = 200


class Header(NamedTuple):
    """Unit indexes of the head's parts; ``title`` is a half-open range, ``end`` opens the text."""

    title: tuple[int, int] | None
    number: int | None
    number_inside: Span | None
    addressee: int | None
    letterhead: tuple[int, ...]
    end: int


def find_header(units: Sequence[Unit], text: str) -> Header:
    """Find the head by position and form."""
    body = _prose_start(units)
    addressee = _addressee(units, body)
    end = body if addressee is None else addressee
    number = find_number_line(units, end)
    title = find_title(units, end, number)
    if addressee is None and title and not units[title[1] - 1].words.endswith("令"):
        addressee = _bare_addressee(units, title[1])
    if addressee is not None:
        begin = addressee + 1
    else:
        begin = _text_start(units, title[1], end) if title else end
    inside = find_number_inside(units[: min(begin, end)], text) if number is None else None
    return Header(title, number, inside, addressee, _letterhead(units, end, number, title), begin)


def _prose_start(units: Sequence[Unit]) -> int:
    """Give the first line that must be text: a heading, a long sentence, any under a title."""
    titled = False
    for index, unit in enumerate(units[:_FAR]):
        if unit.place in METADATA or is_furniture(unit):
            continue
        if _is_prose(unit.words) or (titled and _is_short_sentence(unit.words)):
            return index
        titled = titled or may_end_title(unit)
    return min(len(units), _FAR)


def _is_short_sentence(words: str) -> bool:
    return len(words) >= _SHORTEST_SENTENCE and words.endswith("。")


def _is_prose(words: str) -> bool:
    if is_heading(words) or (len(words) > _LONG_SENTENCE and _SENTENCE.search(words)):
        return True
    if len(words) >= _SHORTEST_LEAD and _LEAD_IN.search(words):
        return True
    return len(words) > _LONG_LINE and not KIND_END.search(words) and not words.endswith("：")


def _text_start(units: Sequence[Unit], first: int, end: int) -> int:
    """Give the first line under the title that opens the text, be it short."""
    for index in range(first, end):
        words = units[index].words
        told = len(words) >= _SHORTEST_LEAD and words.endswith("：")
        if told and not is_furniture(units[index]):
            return index
    nothing_found = end == min(len(units), _FAR)
    return _below_title(units, first, end) if nothing_found else end


def _below_title(units: Sequence[Unit], first: int, end: int) -> int:
    """Where no sentence follows (a table), let the text begin right under the head."""
    while first < end and (is_number_line(units[first].words) or is_furniture(units[first])):
        first += 1
    return first


def _addressee(units: Sequence[Unit], body: int) -> int | None:
    found = range(min(body + 1, len(units)))
    return next((index for index in found if is_addressee(units[index])), None)


def is_addressee(unit: Unit) -> bool:
    """Say whether a line that ends with a colon addresses somebody."""
    words = unit.words
    return (
        words.endswith("：")
        and _SHORTEST_ADDRESSEE <= len(words) <= _LONGEST_ADDRESSEE
        and "。" not in words
        and addresses(words)
        and not _NO_RECIPIENT.search(without_brackets(words))
        and not is_heading(words)
        and not is_furniture(unit)
    )


def _bare_addressee(units: Sequence[Unit], index: int) -> int | None:
    """Find an addressee that lacks its colon right under the title."""
    index = _below_title(units, index, len(units))
    if index >= len(units) or units[index].place == "table" or _signs_above(units, index):
        return None
    words = units[index].words
    listed = len(words) < _LONGEST_BARE and "。" not in words[:-1] and are_recipients(words)
    known = listed or (len(words) >= _SHORTEST_ADDRESSEE and is_organ(words))
    other = ABOUT.search(words) or KIND_END.search(words) or DATE.match(words)
    return index if known and not other else None


def _signs_above(units: Sequence[Unit], index: int) -> bool:
    """Say whether organs stand over a date here: the signature of a 公报 under its title."""
    while index < len(units) and is_organ(units[index].words):
        index += 1
    return index < len(units) and bool(DATE_LINE.match(units[index].words))


def _letterhead(
    units: Sequence[Unit], end: int, number: int | None, title: tuple[int, int] | None
) -> tuple[int, ...]:
    """Give the 发文机关标志: lines with its last word, organs right above them or the number."""
    named = [index for index in range(end) if LETTERHEAD.match(units[index].words)]
    below = [number] if number is not None and title and number < title[0] else []
    lines = {*named, *(above for index in (*named, *below) for above in _organs_over(units, index))}
    return tuple(sorted(lines.difference(range(*title) if title else ())))


def _organs_over(units: Sequence[Unit], index: int) -> range:
    first = index
    while first > 0 and is_organ(units[first - 1].words) and units[first - 1].place != "table":
        first -= 1
    return range(first, index)
