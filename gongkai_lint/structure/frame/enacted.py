"""The note under a title that says when a text was adopted, published, amended."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import dropwhile, pairwise, takewhile

from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.closing import read_day
from gongkai_lint.structure.frame.shapes import DATE

# A sentence that begins with a day goes on with a comma or ends with a full stop; a note does not.
_NOTE = compiled(rf"^（?(?:[—－-]{{1,2}})?(?:根据)?{DATE.pattern}(?![，起])[^。；]*[^。；：]$")
_SINCE = compiled(r"^自?(?:发布|公布)之日起?(?:施行|实施)$")
_ACT = compiled(r"通过|批准|公布|发布|颁布|印发|修订|修正|修改|会议上")


def enacted_on(lines: Iterable[str]) -> date | None:
    """Give the last day on which the note says that a text was made or changed, not that of 施行.

    The lines are those round the title: 2005年5月1日令第3号公布, 2010年6月2日修正 give the latter.
    A title may stand once more below the note.
    """
    note = takewhile(_is_note, dropwhile(lambda words: not _is_note(words), lines))
    return max((day for words in note for day in _days(words)), default=None)


def _is_note(words: str) -> bool:
    return bool(_NOTE.match(words) or _SINCE.match(words))


def _days(words: str) -> Iterator[date]:
    places = [found.span() for found in DATE.finditer(words)]
    for (start, end), (following, _) in pairwise([*places, (len(words), 0)]):
        if _ACT.search(words, end, following) and (day := read_day(words[start:end])):
            yield day
