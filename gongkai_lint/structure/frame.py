"""The parts of a 公文 as ranges of logical lines, found from the outside in."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.closing import Closing, find_closing, find_under_title
from gongkai_lint.structure.furniture import is_furniture
from gongkai_lint.structure.header import Header, find_header
from gongkai_lint.structure.imprint import Imprint, find_imprint
from gongkai_lint.structure.issued import (
    find_attachments,
    find_issued_title,
    find_unannounced,
    issued_name,
)
from gongkai_lint.structure.units import Unit

_BODY_HINT = 600


class Frame(NamedTuple):
    """Where each part stands; ``end`` is the unit behind the last one of the 公文."""

    text: str
    units: list[Unit]
    header: Header
    closing: Closing | None
    under_title: Closing | None
    issued: tuple[int, int] | None
    imprint: Imprint | None
    attachments: list[int]
    name: str | None
    end: int

    def words(self, first: int, last: int) -> str:
        """Give the folded words of a range of units."""
        return "".join(unit.words for unit in self.units[first:last])

    @property
    def title(self) -> str:
        """The folded title, or nothing."""
        return self.words(*self.header.title) if self.header.title else ""

    @property
    def body(self) -> tuple[int, int]:
        """The cover's text: from the head to the attachment note, the signature or the end."""
        start = self.header.end
        stop = self.closing.first if self.closing else self._body_end()
        note = self.attachment_note
        return start, min(stop, note[0]) if note else stop

    @property
    def attachment_note(self) -> tuple[int, int] | None:
        """The 附件说明 in front of the signature."""
        stop = self.closing.first if self.closing else self._body_end()
        for index in range(self.header.end, stop):
            if (
                compiled(r"^附件[：]|^附件\d?[：.]").match(self.units[index].words)
                and stop - index < 30
            ):
                last = index + 1
                while last < stop and _is_listed(self.units[last].words):
                    last += 1
                return index, last
        return None

    def _body_end(self) -> int:
        if self.issued:
            return self.issued[0]
        return self.imprint.start if self.imprint else self.end


def find_frame(text: str, units: list[Unit]) -> Frame:
    """Find the parts of a text from its logical lines."""
    header = find_header(units, text)
    title = "".join(u.words for u in units[slice(*header.title)]) if header.title else ""
    opening = "".join(u.words for u in units[header.end : header.end + 6])[:_BODY_HINT]
    name = issued_name(title, opening)
    closing = find_closing(units, text, header.end, issuing=name is not None)
    behind = closing.end if closing else _title_end(header)
    issued = find_issued_title(units, behind, name) if name else None
    if issued is None and closing and closing.date:
        issued = find_unannounced(units, behind)
    imprint = find_imprint(units, text, closing.first if closing else header.end)
    end = _end(units, imprint, behind)
    stop = imprint.start if imprint and imprint.start > behind else end
    attachments = find_attachments(units, issued[1] if issued else behind, stop)
    early = None if closing else _under_title(units, text, header)
    return Frame(text, units, header, closing, early, issued, imprint, attachments, name, end)


def _under_title(units: Sequence[Unit], text: str, header: Header) -> Closing | None:
    first = header.title[1] if header.title else 0
    return find_under_title(units, text, first, header.end)


def _title_end(header: Header) -> int:
    alone = header.title and header.addressee is None
    return header.title[1] if header.title and alone else header.end


def _end(units: Sequence[Unit], imprint: Imprint | None, behind: int) -> int:
    end = len(units)
    while end > behind and (
        units[end - 1].place == "properties" or is_furniture(units[end - 1])
    ):
        end -= 1
    return end


def _is_listed(words: str) -> bool:
    return bool(compiled(r"^(?:附件)?\d{1,2}[.．、：]").match(words)) and len(words) < 80
