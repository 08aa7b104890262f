"""Where periods stand: each in its sentence or its row, with what is said round it."""

import re
from collections.abc import Collection, Iterator

from gongkai_lint.law.period import PERIOD, read_period
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import cell_text, column_names
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_ENDS = compiled(r"[。！？!?\n]")
_NOT_BEFORE = compiled(
    r"(?:[0-9０-９月年第零〇○.．至—-]|每|每隔|最后|最初|近|(?<!超)过|今后|未来|过去|连续|累计|(?<![不得能])(?:超过|超出|逾))$"
)
_PERIOD = compiled(f"半(?:年|个月)(?!来)|{PERIOD.pattern}")
_CALENDAR = frozenset({"自然日", "日历日", "日历天"})  # in so many words no working days
_HALF = {"半年": (6, "month"), "半个月": (15, "day")}
# the number of a date and what is counted, not waited for: 3日, 5日龄, 15年来
_NOT_BEHIND = compiled(r"(?:龄|历|元|度|来|份|报|记|\d)")
_SHORT_HEADING = 24
_LONGEST_COUNT = 3
_LONGEST_AROUND = 600  # the head and the first rows say what a table is about


class Placed(NamedTuple):
    """A period in its sentence: what stands before and behind it, ``told`` what was said before.

    In a row its other cells stand before it; ``table`` are the words of the whole table.
    """

    span: Span
    amount: int
    unit: str
    before: str
    behind: str
    told: str
    table: str | None = None


class _Row(NamedTuple):
    """What stands in a row beside one of its cells, and the words of the whole table."""

    beside: str
    table: str


def periods_near(document: Document, words: Collection[str]) -> Iterator[Placed]:
    """Yield the periods of the paragraphs that speak of one of the words, in order of place.

    Such a paragraph holds one, stands below one that leads in to it, or in a table that holds one.
    """
    for number in _lines(document, words):
        yield from _places(document, number)


def _lines(document: Document, words: Collection[str]) -> list[int]:
    """Give the paragraphs that speak of a step: with a word of it, below one, in its table."""
    text, found = document.text, set[int]()
    for word in words:
        at = text.find(word)
        while at >= 0:
            line = document.paragraph_at(at)
            found.add(line)
            at = text.find(word, document.paragraph_span(line).end)
    below = {
        line + 1 for line in found if line + 1 < len(document.starts) and _above(document, line + 1)
    }
    tables = {
        line
        for table in document.tables
        if any(word in text[table.span.start : table.span.end] for word in words)
        for line in range(
            document.paragraph_at(table.span.start), document.paragraph_at(table.span.end) + 1
        )
    }
    return sorted(found | below | tables)


def _places(document: Document, number: int) -> Iterator[Placed]:
    line = document.paragraph_span(number)
    words = document.words(line)
    if _PERIOD.search(words) is None:
        return
    above = _above(document, number)
    for begin, end in _sentences(words):
        found = [m for m in _PERIOD.finditer(words, begin, end) if _is_period(words, m)]
        for index, match in enumerate(found):
            read = _HALF.get(match[0]) or read_period(match[0])
            if read is None:
                continue
            left = found[index - 1].end() if index else begin
            right = found[index + 1].start() if index + 1 < len(found) else end
            before = words[left : match.start()]
            span = Span(*match.span()).shifted(line.start)
            row = _row(document, span)
            yield Placed(
                span,
                read[0],
                "calendar" if match["unit"] in _CALENDAR else read[1],
                f"{row.beside}|{before}" if row else before,
                words[match.end() : right],
                f"{above}。{words[:left]}",
                row.table if row else "" if "|" in words else None,
            )


def _is_period(words: str, found: re.Match[str]) -> bool:
    unit = found["unit"]
    if unit == "月" and not found["of"]:
        return False
    if unit == "年" and len(found["amount"]) > _LONGEST_COUNT:  # a year of the calendar
        return False
    return not (
        _NOT_BEFORE.search(words[max(0, found.start() - 4) : found.start()])
        or _NOT_BEHIND.match(words, found.end())
    )


def _sentences(words: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for found in _ENDS.finditer(words):
        yield begin, found.start()
        begin = found.end()
    if begin < len(words):
        yield begin, len(words)


def _above(document: Document, number: int) -> str:
    """Give the line above where it says what the next are about: a heading, a lead-in."""
    if not number:
        return ""
    words = document.words(document.paragraph_span(number - 1)).strip()
    return words if len(words) <= _SHORT_HEADING or words.endswith("：") else ""


def _row(document: Document, span: Span) -> _Row | None:
    """Give what stands beside a period in its row, the names of its column first."""
    if not document.is_tabled(span):
        return None
    table = next((table for table in document.tables if table.span.covers(span)), None)
    if table is None:
        return None
    text = document.text
    around = text[table.span.start : table.span.end][:_LONGEST_AROUND]
    own = next((cell for cell in table.cells if cell.span.covers(span)), None)
    if own is None:
        return _Row("", around)
    beside = (
        cell_text(text, cell)
        for cell in table.cells
        if cell is not own and cell.row <= own.row < cell.row + cell.rows
    )
    return _Row("|".join((*column_names(text, table).get(own.column, ()), *beside)), around)
