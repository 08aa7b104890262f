"""The text issued under a notice, and the attachments."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.furniture import is_furniture
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.shapes import ARTICLE, ATTACHMENT_MARK, CHAPTER, KIND_END, is_heading
from gongkai_lint.structure.units import Unit

_ISSUES = compiled(r"(?:印发|转发|下发|批转|发布|公布|颁布|征求|修订|修改)")
_QUOTED = compiled(r"(?:印发|转发|下发|批转|发布|公布|颁布|征求)(?:关于)?《(?P<name>.+)》")
_PLAIN = compiled(
    r"(?:印发|转发|下发|批转|发布|公布|颁布)(?P<name>[^《》]{4,80}?)的(?:通知|公告|通告|决定|函)(?:（.*）)?$"
)
_GIVES = compiled(
    r"(?:现|经|予以|予).{0,160}?(?:印发|转发|下发|发布|公布)(?:给|你|，|。|$|实施|执行|施行)|印发给?你们|现(?:予|将).{0,120}(?:印发|公布|发布)"
)
_SUBTITLE = compiled(r"^（(?:[^（）]|（[^（）]*）){1,60}）$")


class Issued(NamedTuple):
    """Unit range of the issued text's title, and where the issued text ends."""

    title: tuple[int, int]
    end: int


def issued_name(title: str, body: str) -> str | None:
    """Give the name of what a notice issues, from its title or its text; None if it issues none."""
    found = _QUOTED.search(title) or _PLAIN.search(title)
    if found:
        return found["name"]
    if not _ISSUES.search(title) and not _GIVES.search(body):
        return None
    quoted = compiled(r"《(?P<name>[^《》]+(?:《[^《》]+》[^《》]*)*)》").search(body)
    return quoted["name"] if quoted and _GIVES.search(body) else None


def issues_text(title: str, body: str) -> bool:
    """Say whether a notice issues another text under it."""
    return issued_name(title, body) is not None


def find_issued_title(units: Sequence[Unit], start: int, name: str) -> tuple[int, int] | None:
    """Find the title of the issued text behind the close: by its name, else by its form."""
    wanted = _bare(name)
    for first in range(start, min(start + 12, len(units))):
        joined = ""
        for last in range(first, min(first + 4, len(units))):
            joined += units[last].words
            if _bare(joined) == wanted:
                return first, _subtitle(units, last + 1, name)
    for first in range(start, min(start + 8, len(units))):
        words = units[first].words
        if is_heading(words) or len(words) > 120:
            return None
        if (
            is_furniture(units[first])
            or ATTACHMENT_MARK.fullmatch(words)
            or words.startswith("附件")
        ):
            continue
        for last in range(first, min(first + 3, len(units))):
            if KIND_END.search(units[last].words) and len(units[last].words) <= 80:
                return first, _subtitle(units, last + 1, name)
            if len(units[last].words) > 60 or is_heading(units[last].words):
                break
    return None


def find_unannounced(units: Sequence[Unit], start: int) -> tuple[int, int] | None:
    """Find a text that stands behind the close although the notice does not name it."""
    for index in range(start, min(start + 3, len(units) - 1)):
        words, below = units[index].words, units[index + 1].words
        if KIND_END.search(words) and 4 < len(words) <= 60 and not words.startswith("附件"):
            return (index, index + 1) if ARTICLE.match(below) or CHAPTER.match(below) else None
    return None


def find_attachments(units: Sequence[Unit], start: int, end: int) -> list[int]:
    """Give the units that open an attachment: ``附件``, ``附件1``, ``附件1：名称``."""
    return [
        index
        for index in range(start, end)
        if ATTACHMENT_MARK.match(units[index].words)
        and len(units[index].words) <= 80
        and units[index].place == "body"
        and not units[index].words.endswith(("。", "；"))
    ]


def _subtitle(units: Sequence[Unit], index: int, name: str) -> int:
    """Take （试行） on a line of its own into the title."""
    if index < len(units):
        words = units[index].words
        short = compiled(
            r"（(试行|暂行|修订|修订版|征求意见稿|草案|送审稿|修订草案征求意见稿|[^（）]{2,12}(稿|年版|修订))）"
        ).fullmatch(words)
        if short:
            return index + 1
    return index


def _bare(words: str) -> str:
    return compiled(r"[《》〈〉（）“”\"\s]").sub("", fold(words))
