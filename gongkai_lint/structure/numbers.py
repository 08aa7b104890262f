"""Numbers of documents (发文字号), orders and standards, sound or damaged."""

import re
from collections.abc import Iterator

from gongkai_lint.memory import latest
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT
from gongkai_lint.organs import CALLED, ORDERING
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align

_YEAR = r"(?:19|20)[ ]?\d[ ]?\d"
_GAP = "[ \u3000\xa0]{0,3}"
_BRACKETED = compiled(
    rf"[〔（〈{{]{_GAP}(?P<year>{_YEAR}){_GAP}年?{_GAP}(?P<close>[〕）〉}}])?{_GAP}"
    rf"(?:(?P<serial>第?{_GAP}\d{{1,5}}){_GAP}(?:号|(?=[ ]?[）〕，。；]|$)))"
    rf"|(?<=[发函字办电文规令]){_GAP}(?P<year2>{_YEAR}){_GAP}[〕）〉}}]{_GAP}(?P<serial2>第?{_GAP}\d{{1,5}}){_GAP}号"
)
_ORDER = compiled(
    rf"(?:令|公告|通告){_GAP}[（〔]?{_GAP}(?:{_YEAR}年)?第?{_GAP}{COUNT}{{1,6}}{_GAP}号"
    rf"|第{_GAP}{COUNT}{{1,6}}{_GAP}号{_GAP}(?:主席|国务院|政府)?令"
    rf"|(?<=[{ORDERING}行]){_GAP}[0-9]{{1,5}}{_GAP}号{_GAP}令(?![人牌箭行])"
)
_STANDARD = compiled(
    r"(?:GB|GBZ|GBJ|GA|HJ|JGJ|CJJ|CJ|SL|JT|YD|WS|TD|DL|NY|LY|MZ|DA|DB\d\d)(?:/[TZ])?"
    r"[ ]?\d{2,6}(?:\.\d+)?[ ]?[—－–-]{1,2}[ ]?\d{2,4}(?![\d-])"
)
_STOP = compiled(
    ".*(?:按照|根据|依据|依照|遵照|遵守|违反|落实|贯彻|执行|参照|对照|符合|[适采引使]用|按|见|(?<=[^共])和|及|与|以|由|在|(?<=.)对|的|[修废]改|附件|文件|文号|字号|"
    f"关于|之|精神|印发|转发|通过|号|[你我贵][{CALLED}]|^[年月日])(?=.)"
)
_DATED = compiled(r"(?:19|20)\d\d年$")
# 国务院第394号令, 国务院394号令, 国务院令394号: the order's number behind 令
_TURNED = compiled(rf"(?<=[{ORDERING}行])(?:第?(?P<before>\d+)号令|令(?P<behind>\d+)号)$")
_NO_BRACKETS = dict.fromkeys(map(ord, "（〔"))
_BLANKS = " \u3000"
_LONGEST_CODE = 16


class FoundNumber(NamedTuple):
    """A number's raw characters and its form repaired for judging."""

    span: Span
    repaired: str


def repair_number(words: str) -> str | None:
    """Give a document's own number in sound form (国办发〔2019〕54号); None where it is none."""
    folded = align(words).strip()
    found = next(iter(find_numbers(folded, Span(0, len(folded)))), None)
    return found.repaired if found and found.span == Span(0, len(folded)) else None


def find_numbers(folded: str, span: Span) -> Iterator[FoundNumber]:
    """Find the numbers in a span of folded text, in reading order."""
    found = []
    may_be_bracketed, may_be_order = _shapes(folded)
    if may_be_bracketed:
        found += [_numbered(folded, m, span) for m in _BRACKETED.finditer(folded, *span)]
    if may_be_order:
        found += [_ordered(folded, m, span) for m in _ORDER.finditer(folded, *span)]
    found += [
        FoundNumber(Span(*m.span()), _squeeze(m[0])) for m in _STANDARD.finditer(folded, *span)
    ]
    return iter(sorted(number for number in found if number))


@latest  # a text is asked once, whatever the number of its spans
def _shapes(folded: str) -> tuple[bool, bool]:
    """Say whether a text may hold numbers in brackets, and numbers of orders."""
    return "号" in folded or "〔" in folded, "令" in folded or "公告" in folded


def _squeeze(words: str) -> str:
    return "".join(words.split())


def _numbered(folded: str, found: re.Match[str], span: Span) -> FoundNumber | None:
    start = _code_start(folded, found.start(), span.start)
    code = _squeeze(folded[start : found.start()])
    year = _squeeze(found["year"] or found["year2"])
    serial = _squeeze(found["serial"] or found["serial2"]).removeprefix("第").lstrip("0") or "0"
    if not code:
        return None
    return FoundNumber(Span(start, found.end()), f"{code}〔{year}〕{serial}号")


def _ordered(folded: str, found: re.Match[str], span: Span) -> FoundNumber | None:
    start = _code_start(folded, found.start(), span.start)
    if start == found.start() and found[0][0] != "第":
        return None  # no organ in front
    start += folded[start] in "年月日"
    if dated := _DATED.search(folded[max(0, start - 5) : start]):
        start -= len(dated[0])
    words = _squeeze(folded[start : found.end()]).translate(_NO_BRACKETS)
    return FoundNumber(Span(start, found.end()), _TURNED.sub(_turned, words))


def _turned(found: re.Match[str]) -> str:
    return f"令第{found['before'] or found['behind']}号"


def _in_code(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _code_start(folded: str, end: int, limit: int) -> int:
    line = max(folded.rfind("\n", max(0, end - _LONGEST_CODE - 1), end) + 1, limit)
    head = folded[line:end] if end - line <= _LONGEST_CODE else ""
    own = bool(head) and all(_in_code(character) or character in _BLANKS for character in head)
    start = end
    while start > max(limit, end - _LONGEST_CODE) and (
        _in_code(folded[start - 1]) or (folded[start - 1] in _BLANKS and (own or start == end))
    ):
        start -= 1
    while start < end and folded[start] in _BLANKS:
        start += 1
    stop = _STOP.match(folded[start:end])
    return start + stop.end() if stop else start
