"""层次标题, articles and items."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.element import Element, ElementKind
from gongkai_lint.model.span import Span
from gongkai_lint.numerals import CIRCLED, COUNT, ORDINAL, parse_number
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.shapes import (
    CHAPTER,
    LEVEL_1,
    LEVEL_2,
    LEVEL_3,
    LEVEL_4,
    is_article,
    may_open,
)
from gongkai_lint.structure.units import Unit

_LEVELS = ((1, LEVEL_1), (2, LEVEL_2), (3, LEVEL_3), (4, LEVEL_4))
_ORDINAL = compiled(rf"{ORDINAL}{{1,3}}|\d{{1,2}}|{CIRCLED}|[㈠-㈩⑴-⒇⒈-⒛]")
_ARTICLE_NUMBER = compiled(rf"第({COUNT}+)条")
# 3.50年以上 and 12. 2027年起, but not the 3.1 and 3.2 of decimal headings
_BEFORE_FIGURE = compiled(
    r"(?P<number>\d{1,2})[.．](?:(?P<blank>[ \u3000\xa0]+)(?=\d)|(?=\d{1,8}(?:\.\d+)?"
    r"(?:[年月日时元个名人家户件项次天米岁吨亩周号级类届批台套处所位万亿千百以至%％]|[—~-]\d)))"
)
_LEVEL_OF_FIGURES = 3
_TITLE_END = compiled(r"[。：:；\n]")
_TABLE_START = 60


def find_headings(units: Sequence[Unit], text: str) -> Iterator[Element]:
    """Give headings (level 1-4), articles with all their paragraphs, and the items in articles."""
    lines = [unit for unit in units if _may_be_heading(unit, text)]
    in_statute = sum(is_article(unit.words) for unit in lines) > 1
    article: tuple[Unit, int] | None = None
    counted = 0
    for index, unit in enumerate(lines):
        if not may_open(unit.words):
            continue
        if in_statute and (is_article(unit.words) or CHAPTER.match(unit.words)):
            if article:
                yield _article(article, lines[index - 1])
            article = _opened(unit)
        level = level_of(unit.words)
        if level is None and unit.words[0].isdigit():
            level = _level_of_next(unit, text, counted)
        if level:
            counted = _counted(level, unit.words, counted)
            kind: ElementKind = "item" if article else "heading"
            yield Element(kind, _title_part(unit, text), level, value=_ordinal(unit.words))
    if article:
        yield _article(article, lines[-1])


def _may_be_heading(unit: Unit, text: str) -> bool:
    start, end = unit.span
    in_text = unit.place in {"body", "text_box"} and not is_furniture(unit)
    return in_text and "|" not in text[start : min(end, start + _TABLE_START)]


def _opened(unit: Unit) -> tuple[Unit, int] | None:
    """Give an article's first line with its number; a chapter opens none."""
    found = _ARTICLE_NUMBER.match(unit.words)
    number = parse_number(found[1]) if found else None
    return (unit, number) if number else None


def level_of(words: str) -> int | None:
    """Give the level of a line's ordinal: 一、 is 1, （一） 2, 1. and ⒈ 3, （1） and ① 4."""
    return next((level for level, shape in _LEVELS if shape.match(words)), None)


def _level_of_next(unit: Unit, text: str, counted: int) -> int | None:
    """Tell an ordinal in front of a figure from a decimal: 3.50年以上的桥 behind item 2.

    The ordinal counts on, and a blank or a figure with its unit follows its stop.
    """
    found = _BEFORE_FIGURE.match(text, *unit.span)
    if not found or int(found["number"]) != counted + 1:
        return None
    return _LEVEL_OF_FIGURES if counted or found["blank"] else None


def _counted(level: int, words: str, counted: int) -> int:
    """Give the last ordinal of the third level, of which a heading above it starts anew."""
    if level == _LEVEL_OF_FIGURES:
        return int(_ordinal(words) or 0)
    return counted if level > _LEVEL_OF_FIGURES else 0


def _ordinal(words: str) -> str | None:
    found = _ORDINAL.search(words)
    if not found:
        return None
    number = parse_number(found[0])
    return str(number) if number else None


def _title_part(unit: Unit, text: str) -> Span:
    """Give a run-in heading's own words: up to its full stop."""
    end = _TITLE_END.search(text, unit.span.start, unit.span.end)
    return Span(unit.span.start, end.end() if end else unit.span.end)


def _article(article: tuple[Unit, int], last: Unit) -> Element:
    unit, number = article
    return Element("article", Span(unit.span.start, last.span.end), value=str(number))
