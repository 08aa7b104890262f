"""Cited texts: 《title》（number）, numbers that stand alone, and the articles named after them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gongkai_lint.model.document import Citation
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT, ORDINAL, parse_number
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.numbers import FoundNumber, find_numbers
from gongkai_lint.structure.script import align

_LONGEST_TITLE = 160
_NEAR = 40
_DEEPEST = 4
_FARTHEST_NUMBER = 30
_TIES = frozenset({"", "文件", "文", "印发", "）", "文件印发"})
_OPEN, _CLOSE = "《", "》"
_MARKS = compiled("[《》\n]")
_REST_OF_TITLE = compiled(r"[ \u3000]*[^《》\n。；，、：]{1,60}》")  # of a line that was cut
_LEAD_TO_NUMBER = compiled(r"[ \u3000\xa0]*[（〔【(]?[^（）《》。；\n]{0,24}$")
_COUNT = f"{COUNT}{{1,8}}"
_PART = rf"(?:之{ORDINAL})?(?:第{ORDINAL}{{1,3}}款)?(?:第?[（]?{ORDINAL}{{1,3}}[）]?项)?"
_FIRST_ARTICLE = compiled(
    r"[ \u3000]*(?:[（][^（）\n]{0,60}[）])?(?:中|的|之|规定的)?"
    rf"[ ]?第[ ]?({_COUNT})[ ]?条{_PART}"
)
_MORE_ARTICLES = compiled(
    rf"(?:的?规定)?(?:、|和|至|到|及|与|以及|—){{1,2}}(第?({_COUNT})条{_PART})"
)
_REFERENCE = compiled(r"文[ ]?号[：:]?[ \u3000\t]*$|字[ ]?号[：:]?[ \u3000\t]*$")


class _Title(NamedTuple):
    start: int
    end: int


def find_citations(text: str, spans: Sequence[Span]) -> tuple[Citation, ...]:
    """Find the citations in the spans, in reading order.

    Several articles after one title are several citations: the first covers the title, each
    further one covers only its own 第X条 and has no number span.
    """
    found = [c for span in spans for c in _in_span(text, align(text), span)]
    return tuple(sorted(found, key=lambda citation: citation.span))


def _in_span(text: str, folded: str, span: Span) -> Iterator[Citation]:
    numbers = list(find_numbers(folded, span))
    ends = [number.span.end for number in numbers]
    used: set[int] = set()
    for title in _titles(folded, span):
        at = bisect_right(ends, title.start)
        number = None
        if at and at - 1 not in used and _precedes(folded, numbers[at - 1], title):
            number = numbers[at - 1]
            used.add(at - 1)
        while at < len(numbers) and numbers[at].span.start < title.end:
            used.add(at)
            at += 1
        if number is None and at < len(numbers) and _follows(folded, numbers[at], title):
            number = numbers[at]
            used.add(at)
        yield from _cited(text, folded, title, number)
    for index, number in enumerate(numbers):
        if index not in used and not _own(folded, number.span):
            nowhere = Span(number.span.start, number.span.start)
            yield Citation(number.span, "", number.repaired, nowhere, number.span)


def _own(folded: str, span: Span) -> bool:
    """Say whether a number fills its line or follows 文号：, and so is the document's own."""
    before = folded[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
    after = folded[span.end : span.end + _NEAR].partition("\n")[0]
    return not (before + after).strip(" \u3000\xa0\t|（）") or bool(_REFERENCE.search(before))


def _titles(folded: str, span: Span) -> Iterator[_Title]:
    at = folded.find(_OPEN, span.start, span.end)
    while at >= 0:
        end = _closing(folded, at, span.end)
        if end:
            yield _Title(at, end)
        at = folded.find(_OPEN, end or at + 1, span.end)


def _closing(folded: str, start: int, limit: int) -> int:
    depth = first = 0
    marks = _MARKS.finditer(folded, start, min(limit, start + _LONGEST_TITLE))
    for mark in marks:
        if mark[0] == "\n":
            if first or not _REST_OF_TITLE.match(folded, mark.end(), limit):
                break
            continue
        depth += 1 if mark[0] == _OPEN else -1
        if depth > _DEEPEST:
            break
        first = first or (mark.end() if mark[0] == _CLOSE else 0)
        if not depth:
            return mark.end()
    return first


def _follows(folded: str, number: FoundNumber, title: _Title) -> bool:
    if number.span.start > title.end + _FARTHEST_NUMBER:
        return False
    return bool(_LEAD_TO_NUMBER.fullmatch(folded, title.end, number.span.start))


def _precedes(folded: str, number: FoundNumber, title: _Title) -> bool:
    if title.start > number.span.end + _FARTHEST_NUMBER:
        return False
    return folded[number.span.end : title.start].strip(" 的") in _TIES


def _cited(text: str, folded: str, title: _Title, number: FoundNumber | None) -> Iterator[Citation]:
    lines = text[title.start + 1 : title.end - 1].split("\n")
    bare = "".join(line.strip() for line in lines)
    title_span = Span(title.start, title.end)
    start = min(title.start, number.span.start) if number else title.start
    end = max(title.end, number.span.end) if number else title.end
    if number and folded[end : end + 1] in {"）", "〕"} and end > title.end:
        end += 1
    first = _FIRST_ARTICLE.match(folded, end)
    article = parse_number(first[1]) if first else None
    whole = Span(start, first.end() if first else end)
    repaired = number.repaired if number else None
    head = Citation(whole, bare, repaired, title_span, number.span if number else None, article)
    yield head
    more = _MORE_ARTICLES.match(folded, whole.end) if first else None
    while more:
        yield head._replace(
            span=Span(*more.span(1)), number_span=None, article=parse_number(more[2])
        )
        more = _MORE_ARTICLES.match(folded, more.end())
