"""A stated number against the items listed behind it."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element, ElementKind
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import chinese_numeral, parse_number
from gongkai_lint.patterns import compiled

_COUNTED: tuple[ElementKind, ...] = ("heading", "item")
_NUMERAL = "[一二三四五六七八九十]{1,2}"
_MARKS = (
    compiled(rf"({_NUMERAL})是"),
    compiled(rf"({_NUMERAL})要"),
    compiled(rf"第({_NUMERAL})[，、,]"),
    compiled(rf"[（(]({_NUMERAL}|\d{{1,2}})[）)]"),
    compiled(r"(?<!\d)(\d{1,2})[.．、](?!\d)"),
)
_LAST = compiled("^.{0,4}(?:其他|联系|工作要求|保障措施|组织领导|加强领导|附则)")
_GAP = compiled(r"[\s　：:。]*")
_LEAD = 6
_WORDED = 3  # of the marks those that are words: numbers in lines of their own are elements
_MOST = 60  # lines that are looked at: no list that is counted in words is longer


class Tally(NamedTuple):
    """Report a statement of ``patterns`` whose ``number`` is not the number of items behind it.

    The items stand directly behind the statement: headings and items of one level below the first,
    or words such as 一是 in its own paragraph. A list that skips a number is not counted.
    """

    patterns: tuple[Pattern, ...]

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each number that is not the number of items."""
        document = view.document
        for scope in view.spans:
            for pattern in self.patterns:
                for offset, found in pattern.finditer(document.text, scope):
                    span = Span(*found.span("mark")).shifted(offset)
                    stated = parse_number(found["number"])
                    counted = self._counted(document, Span(span.end, scope.end), stated or 0)
                    if stated and counted and counted != stated:
                        words = (("stated", str(stated)), ("counted", str(counted)))
                        yield Match(span, words)

    def _counted(self, document: Document, behind: Span, stated: int) -> int:
        """Give the number of items directly behind a statement; 0 where it is not sure."""
        gap = _GAP.match(document.text, behind.start, behind.end)
        start = gap.end() if gap else behind.start
        line = document.paragraph_at(start)
        if document.starts[line] > behind.start:
            first = _element_at(document, line)
            if first is None:
                return _in_lines(document, line)
            counted = _elements(document, first, behind)
            # 一、 may be the whole text's, with 保障措施 behind what is counted
            whole = (first.level or 0) <= 1 and counted > stated
            return 0 if whole and not _are_sentences(document, line, counted) else counted
        return _run_in(document, Span(start, behind.end))


def _element_at(document: Document, line: int) -> Element | None:
    paragraph = document.paragraph_span(line)
    held = (e for kind in _COUNTED for e in document.of(kind))
    return next((e for e in held if e.value == "1" and paragraph.covers(e.span)), None)


def _are_sentences(document: Document, first: int, count: int) -> bool:
    """Say whether so many lines from a first one are items of one sentence each, no headings."""
    lines = [paragraph.text.strip() for paragraph in document.source.paragraphs[first:]]
    lines = [line for line in lines if line][:count]
    return all(line.endswith("。") for line in lines) and not _LAST.search(lines[-1])


def _elements(document: Document, first: Element, behind: Span) -> int:
    level, last = first.level or 0, 1
    following = sorted(
        (
            e
            for k in _COUNTED
            for e in document.of(k)
            if first.span.end <= e.span.start < behind.end
        ),
        key=lambda element: element.span,
    )
    for element in following:
        here = element.level or 0
        if here < level or (here == level and element.value == "1"):
            break
        if here == level:
            if element.value != str(last + 1):
                return 0
            last += 1
    return last if last > 1 else 0


def _in_lines(document: Document, first: int) -> int:
    """Count the lines that begin with 一是, 二是 … from a first one; 0 where they end otherwise."""
    held = document.source.paragraphs[first : first + _MOST]
    lines = [line for paragraph in held if (line := paragraph.text.strip())]
    shape = next((m for m in _MARKS[:_WORDED] if lines and m.match(lines[0])), None)
    if shape is None:
        return 0
    told = [found and parse_number(found[1]) for found in map(shape.match, lines)]
    last = next((n for n, number in enumerate(told) if number != n + 1), len(lines))
    going_on = last < len(lines) and any(m.match(lines[last]) for m in _MARKS)
    return last if last > 1 and not going_on else 0


def _run_in(document: Document, behind: Span) -> int:
    """Count the items of the statement's own paragraph, if the list ends there."""
    paragraph = document.paragraph_span(document.paragraph_at(behind.start))
    text = document.text
    shape = next((m for m in _MARKS if m.match(text, behind.start, behind.end)), None)
    if shape is None:
        return 0
    last = 0
    for found in shape.finditer(text, behind.start, min(paragraph.end, behind.end)):
        number = parse_number(found[1])
        if number == last + 1:
            last += 1
        elif number == 1:
            break
    return last if last > 1 and not _goes_on(document, paragraph, last) else 0


def _goes_on(document: Document, paragraph: Span, last: int) -> bool:
    """Say whether the next number stands in another form, or in the next paragraph."""
    number = chinese_numeral(last + 1)
    other = compiled(rf"[；;。，：:\n][ \t　]*(?:第{number}|{number}[是要、，]|[（(]{number}[）)])")
    end = paragraph.end + 1
    reach = min(len(document.text), end + _LEAD)
    return other.search(document.text, paragraph.start, reach) is not None


KIND = Kind(Tally, "写明的数目与列出的项数", words=("stated", "counted"))
