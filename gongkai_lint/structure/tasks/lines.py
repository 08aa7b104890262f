"""Tasks with their units behind them in words of their own: 牵头单位：市教育局 on the next line."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai_lint.model.document import Task
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import read_responsible

_KEYS = (
    "(?:牵头|责任|负责|落实|配合|协办|参与)(?:单位|部门|处室|科室)|责任主体"
    "|完成(?:时限|时间|期限)|时间节点"
)
KEYED_LINE = compiled(rf"[ \u3000]*(?:{_KEYS})[：:]")
_INLINE = compiled(r"(?<=[。；])[ \u3000]*(?=(?:牵头|责任|负责|落实)(?:单位|部门)[：:])")
_UNITS = compiled("(?:牵头|责任|负责|落实)(?:单位|部门|处室|科室)[：:]|责任主体[：:]")
_NO_TASK = compiled("依据[：:]")
_SHORTEST = 8
_FEWEST = 2


class _Keyed(NamedTuple):
    """The words of a task, and the words behind them that name units and a day."""

    task: Span
    behind: Span


def keyed_tasks(page: TaskPage, span: Span) -> Iterator[Task]:
    """Yield the tasks of a span that stand before 责任单位：… in the same or the next line."""
    if not _UNITS.search(page.folded, *span):
        return
    found = [one for one in _find(page, span) if _UNITS.search(page.folded, *one.behind)]
    for task, behind in found if len(found) >= _FEWEST else ():
        who = read_responsible(page.text[slice(*behind)].replace("\n", "；"))
        if (who.lead or who.others) and task.end - task.start >= _SHORTEST:
            yield page.task(task, who, behind)._replace(form="paragraph")


def _find(page: TaskPage, span: Span) -> Iterator[_Keyed]:
    last: Span | None = None
    block: Span | None = None
    for line in (*page.lines(span), Span(span.end, span.end)):
        if last and KEYED_LINE.match(page.folded, *line):
            block = Span(block.start if block else line.start, line.end)
            continue
        if last and block:
            yield _Keyed(page.trimmed(*last), block)
        block = None
        inline = _inline(page, line)
        if inline:
            yield _Keyed(page.trimmed(line.start, inline.start()), Span(inline.end(), line.end))
        last = None if inline or page.in_table(line) else line


def _inline(page: TaskPage, line: Span) -> re.Match[str] | None:
    found = _INLINE.search(page.folded, *line)
    return None if page.in_table(line) or _NO_TASK.search(page.folded, *line) else found
