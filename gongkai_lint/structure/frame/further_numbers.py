"""A second 发文字号 at the head of a document, however the numbers are joined."""

import re
from collections.abc import Iterator, Sequence

from gongkai_lint.model.element import Element
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import line_end

_GAP = r"[ \t\u3000\xa0]{0,3}"
_NUMBER = compiled(
    r"(?P<joint>(?<=号)[ \t\u3000\xa0]{0,4}[和及与并暨同、][ \t\u3000\xa0]{0,4})?"
    r"(?P<number>(?P<code>(?:[\u3400-\u9fff]|[（(][\u3400-\u9fff]{1,4}[）)](?=[\u3400-\u9fff〔\[])){1,16})"
    rf"{_GAP}[〔\[（(【﹝［〈]{_GAP}(?:19|20)\d\d{_GAP}年?[〕\]）)】﹞］〉]{_GAP}第?{_GAP}\d{{1,5}}{_GAP}号)"
)
# What may stand on the line beside numbers. The label of another thing (登记号, 废止) is no such
# word, so its number is none of the document's.
_BESIDE = compiled(
    r"(?:19|20)\d\d[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?|(?:成文|发文|印发)(?:日期|时间)|"
    r"(?:发文|备注[/／])?[文字]\s*号[一二三四①②③④1-4]?|(?:发文|文件|公文)编号|[另并]编|联合编号|"
    r"(?:会签|签发)人[：:]?[ \t\u3000\xa0]*(?:[\u3400-\u9fff·]{1,4}[ \t\u3000\xa0、]*){0,4}"
)
# how a number's year and serial are written otherwise: (2026) 012号
_SERIAL = compiled(r"[^\d]|(?<!\d)0+")
_BESIDE_BEHIND = compiled(rf"{_BESIDE.pattern}|编号")
_LINES_BEHIND = 4  # behind the day: a blank line, a label, a note of contacts, and the number
_MARKS = compiled(r"[\W_]*")
_TITLE_END = compiled(r"[（(【〔](?P<numbers>[^《》“”\n]{12,120})[）)】〕]\s*$")


class _Number(NamedTuple):
    told: str
    span: Span


def further_numbers(
    text: str, elements: Sequence[Element], issuers: tuple[str, ...]
) -> Iterator[Element]:
    """Yield each further 发文字号, one whose code (云财社), year or serial is another.

    A number counts where its line has nothing but numbers, their label, the issuers, a date and
    签发人, above the text or right under the title, or in a bracket at the title's end with others;
    or right over the signature or behind the day of issue (金林〔2026〕31号, 编号：…).
    One number told twice is no further one. The value is the first number.
    """
    head = min(
        (e.span.start for e in elements if e.kind in {"addressee_line", "body"}), default=len(text)
    )
    behind = _behind(elements, len(text))
    signed = _above_signature(text, elements, head)
    near = 0 if signed is None else text.count("号", *signed)
    if text.count("号", 0, head) + text.count("号", *behind) + near < 2:  # noqa: PLR2004 (two numbers have two of it)
        return
    titles = [element.span for element in elements if element.kind == "title"]
    found = [*_numbers(text, head, titles, issuers), *_last(text, behind, issuers)]
    found += [] if signed is None else _in_line(text, signed, issuers)
    numbers = sorted(found, key=lambda number: number.span)
    told = {number.told for number in numbers[:1]}
    for number in numbers:
        if number.told not in told:
            told.add(number.told)
            first = text[numbers[0].span.start : numbers[0].span.end]
            yield Element("further_number", number.span, value=first)


def _numbers(
    text: str, head: int, titles: Sequence[Span], issuers: tuple[str, ...]
) -> Iterator[_Number]:
    start = 0
    while start < len(text):
        end = line_end(text, start, len(text))
        line = Span(start, end)
        titled = any(title.overlaps(line) for title in titles)
        found = list((_in_title if titled else _in_line)(text, line, issuers))
        if start >= head and not found:
            return
        yield from found
        start = end + 1


def _behind(elements: Sequence[Element], end: int) -> Span:
    """Give what stands between the day of issue and the first attachment or issued text."""
    signed = [e.span.end for e in elements if e.kind == "date_of_issue"]
    if not signed:
        return Span(end, end)
    start = max(signed)
    others = (e.span.start for e in elements if e.kind in {"attachment", "issued_text"})
    return Span(start, min((other for other in others if other >= start), default=end))


def _above_signature(text: str, elements: Sequence[Element], head: int) -> Span | None:
    """Give the line over the signature, if that stands below the head."""
    signed = (e.span.start for e in elements if e.where == "signature")
    end = min((start for start in signed if start > head), default=0) - 1
    return Span(text.rfind("\n", 0, end) + 1, end) if end > head else None


def _last(text: str, behind: Span, issuers: tuple[str, ...]) -> Iterator[_Number]:
    """Yield the numbers that stand alone in a line soon behind the day of issue."""
    start = behind.start
    for _ in range(_LINES_BEHIND):
        if start >= behind.end:
            return
        line = Span(start, line_end(text, start, behind.end))
        yield from _in_line(text, line, issuers, _BESIDE_BEHIND)
        start = line.end + 1


def _in_line(
    text: str, line: Span, issuers: tuple[str, ...], beside: re.Pattern[str] = _BESIDE
) -> Iterator[_Number]:
    """Yield the numbers of a line that has nothing else."""
    words = text[line.start : line.end]
    found = list(_NUMBER.finditer(words)) if "号" in words else []
    rest = _NUMBER.sub("", words) if found else ""
    for name in issuers:
        rest = rest.replace(name, "")
    if found and _MARKS.fullmatch(beside.sub("", rest)):
        yield from (_number(one, line.start) for one in found)


def _in_title(text: str, line: Span, issuers: tuple[str, ...]) -> Iterator[_Number]:
    """Yield the numbers in a bracket behind the title, where it has more than one."""
    behind = _TITLE_END.search(text, *line)
    found = list(_in_line(text, Span(*behind.span("numbers")), issuers)) if behind else []
    yield from found if len(found) > 1 else ()


def _number(found: re.Match[str], offset: int) -> _Number:
    code = found["code"].removeprefix("发文字号").removeprefix("文号").removeprefix("字号")
    start = found.end("code") - len(code)
    told = code + _SERIAL.sub("", found[0][found.end("code") - found.start() :])
    return _Number(told, Span(start, found.end()).shifted(offset))
