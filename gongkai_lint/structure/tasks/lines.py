"""Tasks with their units behind them in words of their own: 牵头单位：市教育局 on the next line."""

import re
from collections.abc import Iterator

from gongkai_lint.model.document import Task
from gongkai_lint.model.record import ASSIGNED
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.records.labels import key_line
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import read_responsible

_ROLE = "(?:牵头|责任|负责|落实|实施|承办|主办)"
_INLINE = compiled(rf"(?<=[。；])[ \u3000]*(?={_ROLE}(?:单位|部门)[：:])")
_UNITS = compiled(rf"(?:{_ROLE}(?:单位|部门|处室|科室)|(?:责任|实施)主体|牵头|主办|承办)[：:]")
_NO_TASK = compiled("依据[：:]")
_ASSIGNS = ASSIGNED | {"deadline"}
_SHORTEST = 8
_FEWEST = 2


class _Keyed(NamedTuple):
    """The words of a task, and the words behind them that name units and a day."""

    task: Span
    behind: Span


def is_keyed(folded: str, line: Span) -> bool:
    """Say whether a line only labels who is responsible for what stands above it, or until when."""
    key = key_line(folded, line)
    return key is not None and key.name in _ASSIGNS


def keyed_tasks(page: TaskPage, span: Span) -> Iterator[Task]:
    """Yield the tasks of a span that stand before 责任单位：… in the same or the next line.

    Between the labels that tell units and days may stand others, known or not. One line with a
    unit may belong to a list of another kind; two, or one with a line that tells the day, do not.
    """
    if not _UNITS.search(page.folded, *span):
        return
    found = [one for one in _find(page, span) if _UNITS.search(page.folded, *one.behind)]
    sure = len(found) >= _FEWEST or any(page.duties_in(one.behind) for one in found)
    for task, behind in found if sure else ():
        who = read_responsible(page.text[slice(*behind)].replace("\n", "；"))
        if (who.lead or who.others) and task.end - task.start >= _SHORTEST:
            yield page.task(task, who, behind)._replace(form="paragraph")


def _find(page: TaskPage, span: Span) -> Iterator[_Keyed]:
    last: Span | None = None
    block: Span | None = None
    labels: Span | None = None  # unknown ones between the task and the first known
    for line in (*page.lines(span), Span(span.end, span.end)):
        if last and is_keyed(page.folded, line):
            start = block.start if block else labels.start if labels else line.start
            block = Span(start, line.end)
            continue
        if last and _labels(page, line):
            labels = labels or line
            continue
        if last and block:
            yield _Keyed(page.trimmed(*last), block)
        block = labels = None
        inline = _inline(page, line)
        if inline:
            yield _Keyed(page.trimmed(line.start, inline.start()), Span(inline.end(), line.end))
        last = None if inline or page.in_table(line) else line


def _labels(page: TaskPage, line: Span) -> bool:
    """Say whether a line labels something of the task above, and is not the next task itself."""
    key = key_line(page.folded, line)
    return key is not None and key.name not in {"name", "number"}


def _inline(page: TaskPage, line: Span) -> re.Match[str] | None:
    found = _INLINE.search(page.folded, *line)
    return None if page.in_table(line) or _NO_TASK.search(page.folded, *line) else found
