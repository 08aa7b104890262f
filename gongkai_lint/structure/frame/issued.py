"""The text issued under a notice, and the attachments."""

import re
from collections.abc import Sequence

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.shapes import (
    CHAPTER,
    KIND_END,
    LABEL,
    NOTE,
    is_article,
    is_attachment_mark,
    is_heading,
)
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.units import Unit, is_row

_QUOTED = compiled(r"(?:印发|转发|下发|批转|发布|公布|颁布|征求|听取)(?:关于)?《(?P<name>.+)》")
_PLAIN = compiled(
    r"(?:印发|转发|下发|批转|发布|公布|颁布)(?P<name>[^《》]{4,80}?)"
    r"的(?:通知|公告|通告|决定|函)(?:（.*）)?$"
)
_GIVES = compiled(
    r"(?:现|经|予以|予).{0,160}?(?:印发|转发|下发|发布|公布)(?:给|你|，|。|$|实施|执行|施行)"
    r"|印发给?你们|现(?:予|将).{0,120}(?:印发|公布|发布)"
)
_NAME = compiled(r"《(?P<name>[^《》]+(?:《[^《》]+》[^《》]*)*)》")
_QUALIFIER = compiled(
    r"（(?:试行|暂行|修订|修订版|征求意见稿|草案|送审稿|修订草案征求意见稿|"
    r"[^（）]{2,12}(?:稿|年版|修订))）"
)
_MARKS = compiled(r"[《》〈〉（）“”\"\s]")
_NEAR_BY_NAME, _NEAR_BY_FORM, _NEAR_STATUTE = 12, 8, 3
_MOST_LINES, _MOST_LINES_BY_FORM = 4, 3
_LONGEST_LINE, _LONGEST_LAST, _LONGEST_SKIPPED = 60, 80, 120
_SHORTEST_NAME = 5
_LONGEST_MARK = 80
_SUBSTANCE = 40
_FEWEST_ROWS = 2  # the names of the columns and an item


def issued_name(title: str, body: str) -> str | None:
    """Give the name of what a notice issues, from its title or its text; None if it issues none."""
    found = _QUOTED.search(title) or _PLAIN.search(title)
    if found:
        return found["name"]
    quoted = _NAME.search(body) if _GIVES.search(body) else None
    return quoted["name"] if quoted else None


def find_issued_title(units: Sequence[Unit], start: int, name: str) -> tuple[int, int] | None:
    """Find the title of the issued text behind the close: by its name, else by its form."""
    found = _by_name(units, start, name) or _by_form(units, start, name)
    return (found[0], _with_qualifier(units, found[1])) if found else None


def find_unannounced(units: Sequence[Unit], start: int) -> tuple[int, int] | None:
    """Find a statute that stands behind the close although the notice does not name it."""
    for index in range(start, min(start + _NEAR_STATUTE, len(units) - 1)):
        words, below = units[index].words, units[index + 1].words
        named = _SHORTEST_NAME <= len(words) <= _LONGEST_LINE and not words.startswith("附件")
        if named and KIND_END.search(words):
            return (index, index + 1) if is_article(below) or CHAPTER.match(below) else None
    return None


def find_attachments(units: Sequence[Unit], start: int, end: int) -> list[int]:
    """Give the units that open an attachment: ``附件``, ``附件1``, ``附件1：名称``."""
    return [
        index
        for index in range(start, end)
        if is_attachment_mark(units[index].words)
        and len(units[index].words) <= _LONGEST_MARK
        and units[index].place == "body"
        and not units[index].words.endswith(("。", "；"))
    ]


def find_untitled(units: Sequence[Unit], start: int, end: int) -> tuple[int, int] | None:
    """Find a text behind the close whose title was lost: sentences, headings or a table."""
    first, last = start, end
    while first < last and _is_idle(units[first]):
        first += 1
    while first < last and _is_idle(units[last - 1]):
        last -= 1
    held = units[first:last]
    told = any(is_heading(unit.words) or unit.words.endswith("。") for unit in held)
    tabled = sum(is_row(unit) for unit in held) >= _FEWEST_ROWS
    long = sum(len(u.words) for u in held) >= _SUBSTANCE
    return (first, last) if (told or tabled) and long else None


def _is_idle(unit: Unit) -> bool:
    return is_furniture(unit) or unit.place in {"header", "footer", "properties"}


def _by_name(units: Sequence[Unit], start: int, name: str) -> tuple[int, int] | None:
    wanted = _bare(name)
    for first in range(start, min(start + _NEAR_BY_NAME, len(units))):
        joined = ""
        for last in range(first, min(first + _MOST_LINES, len(units))):
            joined += units[last].words
            if _bare(joined) == wanted:
                return first, last + 1
    return None


def _by_form(units: Sequence[Unit], start: int, name: str) -> tuple[int, int] | None:
    attached = False
    for first in range(start, min(start + _NEAR_BY_FORM, len(units))):
        words = units[first].words
        if is_heading(words) or len(words) > _LONGEST_SKIPPED:
            return None
        noted = NOTE.match(words) or LABEL.match(words)
        if is_furniture(units[first]) or words.startswith(("附件", "附：")) or noted:
            attached = attached or is_attachment_mark(words)
            continue
        last = _last_by_form(units, first)
        if last is not None and attached and not _is_same_kind(units[last].words, name):
            return None
        if last is not None:
            return first, last + 1
    return None


def _is_same_kind(title: str, name: str) -> bool:
    """Say whether what stands under an attachment's mark is of the kind that is issued."""
    one, two = (KIND_END.search(words) for words in (title, name))
    return one is not None and _last_word(one) == _last_word(two)


def _last_word(kind: re.Match[str] | None) -> str:
    """Give the word that all variants of a kind share: 办法 of 管理暂行办法（试行）."""
    return kind[0].partition("（")[0][-2:] if kind else ""


def _last_by_form(units: Sequence[Unit], first: int) -> int | None:
    for last in range(first, min(first + _MOST_LINES_BY_FORM, len(units))):
        words = units[last].words
        if is_heading(words) or is_attachment_mark(words):
            return None
        if len(words) <= _LONGEST_LAST and KIND_END.search(words):
            return last
        if len(words) > _LONGEST_LINE:
            return None
    return None


def _with_qualifier(units: Sequence[Unit], index: int) -> int:
    """Take （试行） on a line of its own into the title."""
    return index + (index < len(units) and bool(_QUALIFIER.fullmatch(units[index].words)))


def _bare(words: str) -> str:
    return _MARKS.sub("", fold(words))
