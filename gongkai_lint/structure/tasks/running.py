"""Task tables that lost their lines: 序号 工作任务 … 材料提供部门 1 编制目录。 市司法局 2 …."""

import re
from collections.abc import Iterator
from itertools import pairwise

from gongkai_lint.model.document import Task
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import NAME_ENDS, UNIT_ENDS
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import Responsible, split_units

_HEADER = compiled(
    r"序号[ \u3000\xa0\n]+(?:[\u3400-\u9fff]{1,8}[ \u3000\xa0\n]+){2,12}"
    r"(?=(?P<first>\d{1,3})[ \u3000\xa0])"
)
_TASK = compiled("任务|事项|内容")
_UNIT = compiled("单位|部门|主体|责任")
_NUMBER = compiled(r"(?<=[\s、])(\d{1,3})[ \u3000\xa0](?=[^\s\d])")
_PAGE_MARK = compiled(r"\n\d{1,3}、")
_ITS_NUMBER = compiled(r"^\d{1,3}")
_WORDS_END = compiled(r".*[。；]")
_NAME = compiled(
    r"(?:[省市县区州镇乡各]|本级)[^ 。；：]{1,40}?"
    rf"(?:{UNIT_ENDS})$"
)
_AT_THE_END = compiled(rf"[省市县区][^ 。；：，]{{1,8}}(?:{NAME_ENDS})$")
_FEWEST = 3


class _Item(NamedTuple):
    span: Span
    words: str


def running_tasks(page: TaskPage, span: Span) -> Iterator[Task]:
    """Yield the numbered items behind a header that names tasks and units."""
    header = _HEADER.search(page.folded, *span)
    if not header or not (_TASK.search(header[0]) and _UNIT.search(header[0])):
        return
    items = list(_items(page, header, span.end))
    for item in items if len(items) >= _FEWEST and not page.in_table(span) else ():
        task = page.task(item.span, Responsible(_units(item.words)))
        yield task._replace(form="row")


def _items(page: TaskPage, header: re.Match[str], end: int) -> Iterator[_Item]:
    """Yield the items, each up to the next number; repeated headers and page marks are blanks."""
    head = header[0].strip()
    starts = [header.end()]
    number = int(header["first"])
    for found in _NUMBER.finditer(page.folded, header.end(), end):
        if int(found[1]) == number + 1:
            number += 1
            starts.append(found.start())
    for start, stop in pairwise([*starts, end]):
        bare = page.folded[start:stop].replace(head, "▕" * len(head))
        bare = _PAGE_MARK.sub(lambda mark: "▕" * len(mark[0]), bare).replace("\n", "▕")
        bare = _ITS_NUMBER.sub(lambda mark: "▕" * len(mark[0]), bare)
        told = _WORDS_END.match(bare)
        first = len(bare) - len(bare.lstrip("▕ "))
        last = told.end() if told else len(bare.rstrip("▕ "))
        yield _Item(page.trimmed(start + first, start + last), bare.replace("▕", " "))


def _units(words: str) -> tuple[str, ...]:
    """Give the names at the end of an item, else those that stand alone in it."""
    pieces = words.split()
    tail: list[str] = []
    while pieces:
        last = next((n for n in (1, 2) if _NAME.fullmatch("".join(pieces[-n:]))), 0)
        if not last:
            break
        tail.insert(0, "".join(pieces[-last:]))
        del pieces[-last:]
    inside = [piece for piece in pieces if _NAME.fullmatch(piece)]
    ending = _AT_THE_END.search(pieces[-1]) if pieces else None
    names = tail or inside or ([ending[0]] if ending else [])
    return split_units("、".join(names))
