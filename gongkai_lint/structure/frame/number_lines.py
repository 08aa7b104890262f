"""The line of the 发文字号, and numbers that stand inside another line of the head."""

from collections.abc import Sequence

from gongkai_lint.model.span import Span
from gongkai_lint.numerals import COUNT
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.organs import HAN
from gongkai_lint.structure.frame.shapes import DATE_LINE
from gongkai_lint.structure.numbers import find_numbers
from gongkai_lint.structure.script import align
from gongkai_lint.structure.units import Unit

_CODE = rf"(?:{HAN}|[（）·]){{1,16}}?"
_CORE = (
    rf"(?:{_CODE}(?:〔|（|〈)?(?:19|20)\d{{2}}(?:〕|）|〉)?(?:第)?0*\d{{1,5}}号?"
    # damaged: a year of too few or too many characters, numerals for figures, no number yet
    rf"|{_CODE}〔[\dOoＯ〇○零一二三四五六七八九]{{1,6}}(?:年)?〕?(?:第)?[\d一二三四五六七八九十百零〇]{{1,5}}号"
    rf"|{_CODE}〔(?:19|20)\d\d〕号)"
)
NUMBER = compiled(rf"(?P<number>{_CORE})(?:签发人[：]?.{{0,30}})?$")
TITLE_NUMBER = compiled(rf"（{_CORE}）$")
_ORDER_NUMBER = compiled(rf"^（?(?:〔(?:19|20)\d\d〕)?第{COUNT}{{1,6}}号）?$")
_LEAD = compiled(r"(?:（|文\s*号\s*[：|〕]\s*|字号\s*[：|〕]\s*)$")
_BESIDE = compiled(r"\s+(?:发文|成文|发布|公布|印发)(?:时间|日期)")
_LONGEST = 60
_LONGEST_LEAD = 40  # 文 号 ： with blanks between


def find_number_line(units: Sequence[Unit], end: int) -> int | None:
    """Find the last line above the text that is a number."""
    found = [index for index in range(min(end + 1, len(units))) if _is_number(units[index].words)]
    return found[-1] if found else None


def find_number_inside(units: Sequence[Unit], text: str) -> Span | None:
    """Find the number behind the title in brackets, or among a page's metadata."""
    for unit in units:
        if not unit.words.endswith("）") and "号" not in unit.words:
            continue
        raw = align(text[unit.span.start : unit.span.end])
        for found in find_numbers(raw, Span(0, len(raw))):
            start, end = found.span
            before = raw[max(0, start - _LONGEST_LEAD) : start]
            if _LEAD.search(before) or (start == 0 and _BESIDE.match(raw, end)):
                return found.span.shifted(unit.span.start)
    return None


def is_number_line(words: str) -> bool:
    """Say whether a line is a number, with 签发人 beside it perhaps."""
    return len(words) <= _LONGEST and bool(NUMBER.fullmatch(words))


def _is_number(words: str) -> bool:
    numbered = is_number_line(words) or bool(_ORDER_NUMBER.match(words))
    return numbered and not DATE_LINE.match(words)
