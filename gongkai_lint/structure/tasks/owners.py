"""Whose the tasks below a heading or a lead-in are: （一）市教育局, 以下任务由市园林处牵头."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from gongkai_lint.model.document import Task
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import ORDINAL
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import Responsible, read_responsible
from gongkai_lint.structure.tasks.subjects import is_unit, opening

_LEVELS = (
    compiled(rf"{ORDINAL}{{1,3}}[、．.]"),
    compiled(rf"（{ORDINAL}{{1,3}}）"),
    compiled(r"\d{1,2}[．.、](?!\d)"),
    compiled(r"（\d{1,2}）|[①-⑳]"),
)
_PLAIN = len(_LEVELS) + 1
ALL_BELOW = compiled(
    r"(?:以下|下列|上述|以上)[^，。；\n]{0,12}(?:任务|工作|事项|措施|项目)[^，。；\n]{0,4}"
    r"(?P<who>由[^。；\n]{2,80}?(?:牵头|负责)[^。；\n]{0,60})"
)
HEADING_BRACKET = compiled(
    r"[（〔](?P<who>[^（）〔〕\n]{2,80}(?:牵头|负责|配合)|(?:牵头|责任)(?:单位|部门)：[^（）〔〕\n]{2,80})"
    r"[）〕][：]?$"
)
_LEAD_IN = compiled(r"(?:要|应当?|须|负责|做好|工作|任务|事项)[^，。；：]{0,12}：$")
_LONGEST = 60


def owned(page: TaskPage, span: Span, tasks: Iterable[Task]) -> Iterator[Task]:
    """Give tasks without units those of the heading or lead-in that they stand below."""
    found = list(tasks)
    if all(task.lead for task in found):
        yield from found
        return
    governors = list(_governors(page, span))
    starts = [start for start, _ in governors]
    for task in found:
        at = bisect_right(starts, task.span.start) - 1
        who = governors[at][1] if at >= 0 and not task.lead else Responsible()
        yield task._replace(lead=who.lead, others=task.others or who.others) if who.lead else task


class _Rule(NamedTuple):
    """From which heading on a unit answers; a ``fleeting`` lead-in is for the list behind it."""

    level: int
    who: Responsible
    fleeting: bool = False


def _governors(page: TaskPage, span: Span) -> Iterator[tuple[int, Responsible]]:
    """Yield from which place on which units answer for tasks that name none."""
    path = [_Rule(0, Responsible())]
    for bare in page.lines(span):
        line = page.trimmed(*bare)
        level, start = _level(page.folded, line)
        own = _said(page, Span(start, line.end))
        fleeting = page.folded[line.end - 1] == "："
        if level < _PLAIN:
            while path[-1].level >= level:
                path.pop()
            path.append(
                _Rule(level, own if own.lead else path[-1].who, fleeting and bool(own.lead))
            )
        elif own.lead:
            path[-1] = _Rule(path[-1].level, own, fleeting)
        elif path[-1].fleeting:
            path[-1] = _Rule(path[-1].level, Responsible())
        yield line.end if own.lead else line.start, path[-1].who


def _level(folded: str, line: Span) -> tuple[int, int]:
    for level, shape in enumerate(_LEVELS, 1):
        found = shape.match(folded, *line)
        if found:
            return level, found.end()
    return _PLAIN, line.start


def _said(page: TaskPage, line: Span) -> Responsible:
    below = ALL_BELOW.search(page.folded, *line)
    if below:
        return read_responsible(page.text[slice(*below.span("who"))])
    if line.end - line.start > _LONGEST:
        return Responsible()
    bracket = HEADING_BRACKET.search(page.folded, *line)
    if bracket:
        return read_responsible(page.text[slice(*bracket.span("who"))])
    words = page.folded[line.start : line.end]
    if is_unit(words.rstrip("：")):
        return Responsible((page.text[line.start : line.end].rstrip("：:"),))
    return (opening(words, words) or Responsible()) if _LEAD_IN.search(words) else Responsible()
