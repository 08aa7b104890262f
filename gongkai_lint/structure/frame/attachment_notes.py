"""附件说明: the list of attachments at the end of the text or of what it issues."""

from collections.abc import Sequence

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.units import Unit

_NOTE = compiled(r"^附件[：]|^附件\d{0,2}[：.．]")
_BARE = compiled(r"^附件[：]$")
_LISTED = compiled(r"^\d{1,2}[.．、]|^附件\d{1,2}[：.．]")
_GOES_ON = compiled(r"^(?:以?及|和|与|的|、)[^，。；：]{2,40}$")  # 资格审核 / 及材料清单
_SENTENCE = compiled(r"[。；，]")
_LONGEST_NAME = 80
_LONGEST_NOTE = 30


def find_note(units: Sequence[Unit], first: int, stop: int) -> tuple[int, int] | None:
    """Find the note among the last lines of a text: 附件： and the names listed under it."""
    for index in range(max(first, stop - _LONGEST_NOTE + 1), stop):
        if units[index].words.startswith("附件") and _NOTE.match(units[index].words):
            last = index + 1
            while last < stop and _is_named(units[last].words):
                last += 1
            return index, last
    return None


def opens_note(units: Sequence[Unit], mark: int, stop: int) -> bool:
    """Say whether 附件： on a line of its own opens a list of names, and no attachment."""
    listed = range(mark + 1, stop)
    return (
        bool(_BARE.match(units[mark].words))
        and 0 < len(listed) < _LONGEST_NOTE
        and all(
            _is_listed(words) and not _SENTENCE.search(words) for words in _words(units, listed)
        )
    )


def _words(units: Sequence[Unit], indexes: range) -> list[str]:
    return [units[index].words for index in indexes]


def _is_named(words: str) -> bool:
    """Say whether a line lists a name, or goes on with the one above it."""
    return _is_listed(words) or bool(_GOES_ON.match(words))


def _is_listed(words: str) -> bool:
    return bool(_LISTED.match(words)) and len(words) < _LONGEST_NAME
