"""The parts of a 公文 as ranges of logical lines, found from the outside in."""

from collections.abc import Sequence
from functools import cached_property

from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.attachment_notes import find_note, opens_note
from gongkai_lint.structure.frame.closing import (
    Closing,
    Lines,
    find_above_title,
    find_closing,
    find_under_title,
)
from gongkai_lint.structure.frame.furniture import is_furniture
from gongkai_lint.structure.frame.header import Header, find_header
from gongkai_lint.structure.frame.imprint import Imprint, find_imprint
from gongkai_lint.structure.frame.issued import (
    find_attachments,
    find_issued_title,
    find_unannounced,
    find_untitled,
    issued_name,
)
from gongkai_lint.structure.frame.organs import known_names
from gongkai_lint.structure.frame.second import find_second
from gongkai_lint.structure.units import Unit

_NEIGHBOUR = compiled(r"^[上下]一[篇条][：]")
_OPENING_LINES, _OPENING = 6, 600

Range = tuple[int, int]


class _Frame(NamedTuple):
    text: str
    units: list[Unit]
    header: Header
    closing: Closing | None
    outer: Closing | None
    issued: Range | None
    untitled: Range | None
    imprint: Imprint | None
    attachments: list[int]
    name: str | None
    end: int
    second: int | None = None


class Frame(_Frame):
    """Where each part stands; ``end`` is the unit behind the last one of the 公文.

    ``outer`` is a signature and date that stand in the head; ``issued`` the lines of the issued
    text's title; ``untitled`` a text behind the close that lacks one; ``name`` what a notice says
    that it issues.
    """

    def words(self, first: int, last: int) -> str:
        """Give the folded words of a range of units."""
        return "".join(unit.words for unit in self.units[first:last])

    @cached_property
    def title(self) -> str:
        """The folded title, or nothing."""
        return self.words(*self.header.title) if self.header.title else ""

    @cached_property
    def dated(self) -> Closing | None:
        """The signature and date, wherever they stand."""
        return self.closing or self.outer

    @cached_property
    def body(self) -> Range:
        """The cover's text: from the head to the attachment note, the signature or the end."""
        note = self.attachment_note
        return self.header.end, note[0] if note else self._body_end

    @cached_property
    def attachment_note(self) -> Range | None:
        """The 附件说明 in front of the signature."""
        return find_note(self.units, self.header.end, self._body_end)

    @cached_property
    def inner_note(self) -> Range | None:
        """The 附件说明 at the end of the issued text."""
        inner = self.issued or self.untitled
        if inner is None:
            return None
        stop = self.attachments[0] if self.attachments else self._behind
        return find_note(self.units, inner[1] if self.issued else inner[0], stop)

    @property
    def _behind(self) -> int:
        """The unit behind the issued text."""
        if self.imprint and self.imprint.start > (self.issued or self.untitled or (0, 0))[0]:
            return self.imprint.start
        return self.end

    @property
    def _body_end(self) -> int:
        if self.closing:
            return self.closing.first
        if self.issued:
            return self.issued[0]
        return self.imprint.start if self.imprint else self.end


def find_frame(text: str, units: list[Unit]) -> Frame:
    """Find the parts of a text from its logical lines; of two 公文 those of the first."""
    frame = _find_frame(text, units)
    behind = frame.issued[1] if frame.issued else frame.closing.end if frame.closing else None
    second = None if behind is None else find_second(units, behind)
    if second is None:
        return frame
    return _find_frame(text, units[:second])._replace(units=units, second=second)


def _find_frame(text: str, units: list[Unit]) -> Frame:
    header = find_header(units, text)
    title = "".join(u.words for u in units[slice(*header.title)]) if header.title else ""
    opening = "".join(u.words for u in units[header.end : header.end + _OPENING_LINES])[:_OPENING]
    name = issued_name(title, opening)
    lines = Lines(units, text, _known(units, text, header))
    closing = find_closing(lines, header.end, issuing=name)
    behind = closing.end if closing else _title_end(header)
    issued = find_issued_title(units, behind, name) if name else None
    if issued is None and closing and closing.date:
        issued = find_unannounced(units, behind)
    imprint = find_imprint(units, text, closing.first if closing else header.end)
    end = _end(units, behind)
    stop = imprint.start if imprint and imprint.start > behind else end
    attachments = find_attachments(units, issued[1] if issued else behind, stop)
    if attachments and issued and opens_note(units, attachments[0], (*attachments, stop)[1]):
        attachments = attachments[1:]
    return Frame(
        text=text,
        units=units,
        header=header,
        closing=closing,
        outer=None if closing else _outer(lines, header),
        issued=issued,
        untitled=None if issued else _untitled(units, closing, imprint, min([end, *attachments])),
        imprint=imprint,
        attachments=attachments,
        name=name,
        end=end,
    )


def _known(units: Sequence[Unit], text: str, header: Header) -> frozenset[str]:
    """Give the organs that the head names."""
    first, last = header.title or (0, 0)
    title = text[units[first].span.start : units[last - 1].span.end] if header.title else ""
    return known_names(title, (units[index].words for index in header.letterhead))


def _outer(lines: Lines, header: Header) -> Closing | None:
    """Find the signature and date of a 公报 under its title, of a 纪要 above it."""
    first, last = header.title or (0, 0)
    under = find_under_title(lines, last, header.end)
    minutes = header.title and lines.units[last - 1].words.endswith("纪要")
    return under or (find_above_title(lines, first) if minutes else None)


def _untitled(
    units: Sequence[Unit], closing: Closing | None, imprint: Imprint | None, end: int
) -> Range | None:
    """Find a text without a title behind the close, in front of the imprint or behind it."""
    if closing:
        stop = min(imprint.start, end) if imprint and imprint.start >= closing.end else end
        found = find_untitled(units, closing.end, stop)
        if found:
            return found
    return find_untitled(units, imprint.end, end) if imprint else None


def _title_end(header: Header) -> int:
    return header.title[1] if header.title and header.addressee is None else header.end


def _is_link(words: str) -> bool:
    return words[1:2] == "一" and _NEIGHBOUR.match(words) is not None


def _end(units: Sequence[Unit], behind: int) -> int:
    """Give the unit behind the text: nothing of it follows the links to the pages beside it."""
    links = (i for i in range(behind, len(units)) if _is_link(units[i].words))
    end = next(links, len(units))
    while end > behind and (units[end - 1].place == "properties" or is_furniture(units[end - 1])):
        end -= 1
    return end
