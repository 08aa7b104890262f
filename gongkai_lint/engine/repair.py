"""Which fixes are made together: none that touches what another one changes."""

from bisect import bisect, insort
from collections.abc import Callable, Iterable, Iterator

from gongkai_lint.model.finding import Edit, Finding, Safety, Unmade
from gongkai_lint.named import NamedTuple

UNSAFE = "要由人判断，--unsafe 可改"
NO_FIX = "没有可靠的自动改法，请人工修改"
RESTLESS = "改了又会变回来，请人工修改"

Bar = Callable[[Edit], str]


class Repair(NamedTuple):
    """A fix that can be made: for which rule, in which words, by which edits."""

    rule: str
    title: str
    edits: tuple[Edit, ...]


def repair_of(finding: Finding, allowed: tuple[Safety, ...], bar: Bar) -> Repair | Unmade:
    """Give the repair of a finding, or the reason why there is none; ``bar`` may forbid places."""
    fix = finding.fix
    if fix is None:
        return Unmade(finding, NO_FIX)
    if fix.safety not in allowed:
        return Unmade(finding, UNSAFE)
    for edit in fix.edits:
        if reason := bar(edit):
            return Unmade(finding, reason, fixable=True)
    return Repair(finding.rule, fix.title, fix.edits)


def apart(repairs: Iterable[Repair]) -> Iterator[Repair]:
    """Give the repairs that can be made in one round, the first in the text before the others.

    A repair that wants the very edits of another is made with it.
    """
    taken: list[Edit] = []
    for repair in sorted(repairs, key=lambda repair: repair.edits[0]):
        new = [edit for edit in repair.edits if edit not in _near(edit, taken)]
        if not any(near.span.overlaps(edit.span) for edit in new for near in _near(edit, taken)):
            for edit in new:
                insort(taken, edit)
            yield repair


def _near(edit: Edit, taken: list[Edit]) -> list[Edit]:
    """Give the few edits that can meet this one: those taken do not meet each other."""
    at = bisect(taken, edit)
    return taken[max(0, at - 2) : at + 2]
