"""Tasks whose units stand in a bracket behind them: 〔市政府办牵头〕, （责任单位：…）."""

import re
from collections.abc import Iterator

from gongkai_lint.memory import latest
from gongkai_lint.model.document import Task
from gongkai_lint.model.span import Span
from gongkai_lint.organs import ASSIGNS, LAST
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align
from gongkai_lint.structure.tasks.page import TaskPage
from gongkai_lint.structure.tasks.responsible import Responsible, read_responsible, split_units
from gongkai_lint.structure.tasks.subjects import is_unit

_BRACKET = compiled(
    r"〔[^〔〕\n]{3,240}(?:〕|(?=\n|$))|（(?:[^（）\n]|（[^（）\n]{0,80}）){3,240}）"
)
_WORDS = compiled(ASSIGNS)
_LITERALS = ("牵头", "责任", "负责", "主办", "承办")
_BARE = compiled(
    r"〔[^〔〕\n]{2,60}[" + LAST + r"室院]|[，；][^（）\n]{0,12}[前底完][^（）\n]{0,3}）"
)
_PIECE = compiled(r"[，,；;、]")
_WHEN = compiled("◇|^(?:完成|持续|长期|推进|落实|实施|取得)")
_ORDINAL = compiled(
    r"[ \u3000?？]*(?:(?P<han>（[一二三四五六七八九十]{1,3}）)|(?P<digit>\d{1,2}[.．、](?!\d)))"
)
_SHORTEST = 8
_SHORTEST_UNASSIGNED = 20
_FEWEST = 3


def bracket_tasks(page: TaskPage, span: Span) -> Iterator[Task]:
    """Yield the tasks of a span that end in a bracket with units, and their siblings without.

    Units alone are enough where a day stands beside them, or in 〔〕.
    """
    if not (_assigns(page.folded) or _BARE.search(page.folded, *span)):
        return
    tasks = list(_assigned(page, span))
    yield from tasks
    yield from _unassigned(page, tasks)


@latest  # a text is asked once, whatever the number of its spans
def _assigns(folded: str) -> bool:
    return any(word in folded for word in _LITERALS)


def _assigned(page: TaskPage, span: Span) -> Iterator[Task]:
    last = span.start
    for found in _BRACKET.finditer(page.folded, *span):
        if not _closes(page.folded, found):
            continue
        if not _WORDS.search(found[0]) and not _is_bare(page, found):
            continue
        line = page.line_of(found.start(), span)
        own = page.trimmed(max(line.start, last), found.start())
        last = found.end()
        who = _who(page, Span(found.start() + 1, found.end()))
        if (who.lead or who.others) and own.end - own.start >= _SHORTEST and not page.in_table(own):
            yield page.task(own, who, Span(*found.span()))._replace(form="paragraph")


def _who(page: TaskPage, inside: Span) -> Responsible:
    """Read the units of a bracket; a day or how it is to be done may stand beside them."""
    words = page.text[slice(*inside)].rstrip("〕）])】﹞］")
    if _WORDS.search(align(words)):
        return read_responsible(words)
    pieces = (piece for piece in _PIECE.split(words) if is_unit(align(piece)))
    return Responsible(split_units("、".join(pieces)))


def _is_bare(page: TaskPage, found: re.Match[str]) -> bool:
    """Say whether a bracket holds units and, if it is round, a day: （市教育局，6月底前完成）."""
    inside = Span(found.start() + 1, found.end())
    words = page.without_times(inside).rstrip("〕）")
    pieces = [piece.strip() for piece in _PIECE.split(words) if piece.strip()]
    units = [is_unit(piece) for piece in pieces]
    rest = all(unit or _WHEN.search(piece) for unit, piece in zip(units, pieces, strict=True))
    return any(units) and rest and (found[0][0] == "〔" or "◇" in words)


def _closes(folded: str, found: re.Match[str]) -> bool:
    before = folded[found.start() - 1 : found.start()]
    after = folded[found.end() : found.end() + 1]
    return before in "。；！：" or after in {"", "\n", "。", "；", " ", "\u3000"}


def _unassigned(page: TaskPage, tasks: list[Task]) -> Iterator[Task]:
    """Yield the paragraphs numbered like bracketed ones, and between them, without a bracket."""
    for style in ("han", "digit"):
        numbered = [task for task in tasks if _style(page, task.span) == style]
        if len(numbered) < _FEWEST:
            continue
        whole = Span(numbered[0].span.start, numbered[-1].span.end)
        taken = {page.line_of(task.span.start, whole).start for task in tasks}
        bare = (line for line in _lines(page, whole) if line.start not in taken)
        lacking = [line for line in bare if _lacks(page, line, style)]
        if 2 * len(lacking) < len(numbered):
            tasks_without = (page.task(page.trimmed(*line), Responsible()) for line in lacking)
            yield from (task._replace(form="paragraph") for task in tasks_without)


def _style(page: TaskPage, span: Span) -> str | None:
    found = _ORDINAL.match(page.folded, *span)
    return found.lastgroup if found else None


def _lines(page: TaskPage, whole: Span) -> Iterator[Span]:
    at = whole.start
    while at < whole.end:
        line = page.line_of(at, whole)
        yield line
        at = line.end + 1


def _lacks(page: TaskPage, line: Span, style: str) -> bool:
    words = page.folded[line.start : line.end]
    following = page.line_of(line.end + 1, Span(0, len(page.folded)))
    return (
        len(words) >= _SHORTEST_UNASSIGNED
        and _style(page, line) == style
        and "。" in words
        and not _WORDS.search(words)
        and _style(page, following) is not None
    )
