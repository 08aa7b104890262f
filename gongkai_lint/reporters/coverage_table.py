"""Which mechanisms a document arranges, as a small table of text."""

from collections.abc import Iterator
from itertools import groupby

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Covered
from gongkai_lint.reporters.views import position
from gongkai_lint.text import display_width

_LONGEST = 32
_SHOWN = 3


def coverage_lines(document: Document, coverage: tuple[Covered, ...]) -> Iterator[str]:
    """Yield the table of each rule: every mechanism with the places that speak of it."""
    for rule, group in groupby(coverage, key=lambda one: one.rule):
        rows = list(group)
        present = sum(bool(one.places) for one in rows)
        yield f"  机制清单（{rule}，共 {len(rows)} 项，写到 {present} 项，只供核对）："
        width = max(display_width(one.name) for one in rows)
        for one in rows:
            name = one.name + " " * (width - display_width(one.name))
            yield f"    {'有' if one.places else '无'}  {name}  {_told(document, one)}"


def coverage_summary(coverage: tuple[Covered, ...]) -> Iterator[str]:
    """Yield a line for each rule: how many mechanisms there are, and which are not."""
    for rule, group in groupby(coverage, key=lambda one: one.rule):
        rows = list(group)
        absent = [one.name for one in rows if not one.places]
        without = f"；没有看到：{'、'.join(absent)}" if absent else ""
        yield (
            f"  机制清单（{rule}，共 {len(rows)} 项，只供核对）：写到 {len(rows) - len(absent)} 项"
            f"{without}。加 -v 看各项在哪里。"
        )


def _told(document: Document, one: Covered) -> str:
    if not one.places:
        return f"没有看到。{one.asks}"
    shown = [
        f"{line}:{column} “{_short(document.words(span))}”"
        for span in one.places[:_SHOWN]
        for line, column in [position(document, span.start)]
    ]
    rest = f"等 {len(one.places)} 处" if len(one.places) > _SHOWN else ""
    return "；".join(shown) + rest


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
