"""The head of a 公文: 发文机关标志, 发文字号, 签发人, 标题, 主送机关."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.furniture import is_furniture
from gongkai_lint.structure.numbers import find_numbers
from gongkai_lint.structure.script import align
from gongkai_lint.structure.shapes import (
    ATTACHMENT_MARK,
    DATE_LINE,
    HAN,
    KIND_END,
    is_heading,
    is_organ,
)
from gongkai_lint.structure.units import Unit

_FAR = 80
_NUMBER_CORE = (
    rf"(?:{HAN}|[（）·]){{1,16}}?(?:〔|（|〈)?(?:19|20)\d{{2}}(?:〕|）|〉)?(?:第)?0*\d{{1,5}}号?"
    rf"|(?:{HAN}|[（）·]){{1,16}}?〔\d{{2}}〕(?:第)?\d{{1,5}}号"
)
NUMBER = compiled(rf"(?P<number>{_NUMBER_CORE})(?:签发人[：]?.{{0,30}})?$")
_ORDER_NUMBER = compiled(r"^（?第[\d一二三四五六七八九十百零〇○]{1,5}号）?$")
_NUMBER_LEAD = compiled(r"(?:（|文\s*号\s*[：|]\s*|字号\s*[：|]\s*)$")
_TITLE_NUMBER = compiled(rf"（{_NUMBER_CORE}）$")
_CAPTION = compiled(rf"^(?:\d{{1,2}}[、.])?{HAN}{{4,40}}?(?:表|清单|目录)(?:督察|序号|单位[：])")
_LETTERHEAD = compiled(rf"^{HAN}[\u3400-\u9fff（）、]{{1,38}}(?:文件|公报)$")
_RECIPIENT = compiled(
    r"人民政府|政府|部门|单位|办公室|办公厅|局|厅|委|院|校|公司|企业|镇|乡|街道|村|处|科|中心|馆|机构|会|社|行|站|部|代表|先生|女士|同志|组|支队|市民|群众|学|园|场|队|户"
)
_NO_RECIPIENT = compiled(
    r"如下|通知|包括|应当|具体|主要|下列|以下|可以|负责|为：|是：|要求|联系|地址|电话|邮箱|网址|提出|根据|为了|其中|分别|原则|附件|注：|说明："
)
_RECIPIENT_START = compiled(r"^(各|全|本|有关|驻|市|省|县|区|州|局|国务院|中央|国家)")
_ABOUT = compiled(r"关于|(?:办公[厅室]|政府|院|厅|局)对|印发|转发|下发|批转|发布|公布|《[^》]*$")
_ISSUING_TITLE = compiled(r"(?:印发|转发|发布|公布)《?(?P<name>.+?)》?的(?:通知|公告|通告|决定)$")
_WRAPPED = compiled(r"《[^《》]+》$")
_CONTINUES = compiled(r"[和与及的、或对]$|(?:会议|大会)$|(?:进一步|推进|推行|开展|做好|加强)$")
_SENTENCE = compiled(r"[。；！]")


class Header(NamedTuple):
    """Unit indexes of the head's parts; ``title`` is a half-open range, ``end`` where text begins."""

    title: tuple[int, int] | None
    number: int | None
    number_inside: Span | None
    addressee: int | None
    letterhead: tuple[int, ...]
    end: int


def find_header(units: Sequence[Unit], text: str) -> Header:
    """Find the head by position and form."""
    body = _body_start(units)
    addressee = _addressee(units, body)
    end = body if addressee is None else addressee
    number = _number(units, end)
    title = _title(units, end, number)
    if addressee is None and title and title[1] < len(units):
        addressee = _bare_addressee(units, title[1])
    after = end if addressee is None else addressee + 1
    heads = tuple(i for i in range(end) if _LETTERHEAD.match(units[i].words))
    inside = None if number is not None else _number_inside(units[:end], text)
    return Header(title, number, inside, addressee, heads, after)


def _body_start(units: Sequence[Unit]) -> int:
    for index, unit in enumerate(units[:_FAR]):
        words = unit.words
        if unit.place in {"front_matter", "properties"} or is_furniture(unit):
            continue
        if is_heading(words) or (len(words) > 50 and _SENTENCE.search(words)):
            return index
        if len(words) > 90 and not KIND_END.search(words) and not words.endswith("："):
            return index
    return min(len(units), _FAR)


def _addressee(units: Sequence[Unit], body: int) -> int | None:
    for index in range(min(body + 1, len(units))):
        words = units[index].words
        if (
            words.endswith("：")
            and 3 <= len(words) <= 400
            and "。" not in words
            and _RECIPIENT.search(words)
            and not _NO_RECIPIENT.search(words)
            and not is_heading(words)
            and not is_furniture(units[index])
        ):
            return index
    return None


def _bare_addressee(units: Sequence[Unit], index: int) -> int | None:
    """Find an addressee that lacks its colon right under the title."""
    while index < len(units) and (NUMBER.match(units[index].words) or is_furniture(units[index])):
        index += 1
    if index >= len(units):
        return None
    words = units[index].words
    known = (
        is_organ(words)
        or _RECIPIENT_START.match(words)
        and compiled(r"(政府|部门|单位|机构|局|委|办|厅)[，。；]?$").search(words)
    )
    bare = known and len(words) < 200 and "。" not in words[:-1] and not _ABOUT.search(words)
    return index if bare and not KIND_END.search(words) else None


def _number(units: Sequence[Unit], end: int) -> int | None:
    found = [
        index
        for index in range(min(end + 1, len(units)))
        if len(units[index].words) <= 60
        and (NUMBER.fullmatch(units[index].words) or _ORDER_NUMBER.match(units[index].words))
        and not DATE_LINE.match(units[index].words)
    ]
    return found[-1] if found else None


def _number_inside(units: Sequence[Unit], text: str) -> Span | None:
    """Find the number behind the title in brackets, or behind 文号： in a page's metadata."""
    for unit in units:
        if unit.words.endswith("）") or "文号" in unit.words or "发文字号" in unit.words:
            raw = align(text[unit.span.start : unit.span.end])
            for found in find_numbers(raw, Span(0, len(raw))):
                if _NUMBER_LEAD.search(raw[: found.span.start]):
                    return found.span.shifted(unit.span.start)
    return None


def _title(units: Sequence[Unit], end: int, number: int | None) -> tuple[int, int] | None:
    for last in range(end - 1, -1, -1):
        unit = units[last]
        if last == number or is_furniture(unit) or len(unit.words) > 160:
            continue
        if unit.place in {"front_matter", "properties", "header", "footer"}:
            continue
        if unit.place == "table" and not _ABOUT.search(unit.words):
            continue
        words = _title_words(unit.words)
        if (
            KIND_END.search(words)
            and not _SENTENCE.search(words)
            and not ATTACHMENT_MARK.match(words)
            and not DATE_LINE.match(words)
            and words != "目录"
        ):
            last = _cover_title(units, last, words)
            return _upward(units, last, number), last + 1
    return _flat_title(units)


def _title_words(words: str) -> str:
    """Give a line without what may follow or enclose a title."""
    words = _TITLE_NUMBER.sub("", words)
    if words.endswith(("。", "，", "；")) and "，" not in words[:-1] and _ABOUT.search(words):
        words = words[:-1]
    return words[1:-1] if _WRAPPED.match(words) else words


def _cover_title(units: Sequence[Unit], last: int, words: str) -> int:
    """Where the issued text's title follows the notice's own at once, take the notice's."""
    above = units[last - 1].words if last else ""
    issues = _ISSUING_TITLE.search(above)
    return last - 1 if issues and issues["name"] == words else last


def _flat_title(units: Sequence[Unit]) -> tuple[int, int] | None:
    """Take a flattened table's caption for the title."""
    return (0, 1) if units and _CAPTION.match(units[0].words) else None


def _upward(units: Sequence[Unit], last: int, number: int | None) -> int:
    """Give the first line of a title that may be broken over several lines."""
    first, joined = last, units[last].words
    while first > 0 and last - first < 4:
        above = units[first - 1]
        words = above.words
        if first - 1 == number or is_furniture(above) or _ends(words) or len(words) > 60:
            break
        broken = joined.startswith("（") or not _ABOUT.search(joined)
        if not (
            is_organ(words)
            or _CONTINUES.search(words)
            or (broken and (_ABOUT.search(words) or joined.startswith("（")))
        ):
            if not (
                broken
                and first >= 2
                and _ABOUT.search(units[first - 2].words)
                and not KIND_END.search(words)
            ):
                break
        first -= 1
        joined = words + joined
    return first


def _ends(words: str) -> bool:
    return bool(
        _LETTERHEAD.match(words)
        or DATE_LINE.match(words)
        or _SENTENCE.search(words)
        or words.endswith("：")
        or (
            KIND_END.search(words)
            and not words.startswith("（")
            and "《" not in words
            and len(words) > 6
            and _ABOUT.search(words)
        )
    )
