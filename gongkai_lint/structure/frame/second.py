"""A second 公文 behind the first in one file."""

from collections.abc import Sequence

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.header import is_addressee
from gongkai_lint.structure.frame.number_lines import is_number_line
from gongkai_lint.structure.frame.shapes import DATE_LINE, is_attachment_mark
from gongkai_lint.structure.frame.title import ABOUT, LETTERHEAD, may_end_title
from gongkai_lint.structure.units import Unit

_OFFICIAL = compiled(r"(?:决定|公告|通告|意见|通知|通报|报告|请示|批复|函)(?:（[^（）]*）)*$")
_HEAD = 6
_BEFORE = 3


def find_second(units: Sequence[Unit], behind: int) -> int | None:
    """Give the unit that opens another 公文: number, title and addressee, and later its date.

    What stands under an attachment's mark is the first one's attachment; ``behind`` is the unit
    behind the first one's close, or behind the title of what it issues or passes on.
    """
    for index in range(behind + 1, len(units)):
        if units[index].words.endswith("：") and is_addressee(units[index]):
            first = _head_above(units, index, behind)
            if first is not None and _is_closed(units, index):
                return first
    return None


def _head_above(units: Sequence[Unit], addressee: int, behind: int) -> int | None:
    """Give the first line of the head over an addressee, with a number and a title of its own."""
    first = max(behind, addressee - _HEAD)
    titled = [index for index in range(first, addressee) if _is_title(units[index])]
    numbered = [i for i in range(first, addressee) if is_number_line(units[i].words)]
    if not titled or not numbered:
        return None
    opened = min(titled[-1], numbered[-1])
    while opened > behind and LETTERHEAD.match(units[opened - 1].words):
        opened -= 1
    above = units[max(0, opened - _BEFORE) : opened]
    return None if any(is_attachment_mark(unit.words) for unit in above) else opened


def _is_title(unit: Unit) -> bool:
    named = ABOUT.search(unit.words) and _OFFICIAL.search(unit.words)
    return bool(named) and may_end_title(unit)


def _is_closed(units: Sequence[Unit], index: int) -> bool:
    return any(DATE_LINE.match(unit.words) for unit in units[index:])
