"""Findings in brief: what must be decided first, the same said once, its basis once a rule."""

from collections.abc import Iterable, Iterator, Sequence

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITIES, Finding, Severity
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.whereabouts import places
from gongkai_lint.reporters.words import grade, rests_on

# Three messages of a rule show of what kind its findings are; but no 必改 is left out.
_SHOWN = 3
# With the lines around them two pages of a small terminal; more than that, and one message a rule
# has to do.
_MOST = 34


class Told(NamedTuple):
    """A finding to tell of; what was ``done`` about it, if anything."""

    finding: Finding
    done: str = ""


class Line(NamedTuple):
    """A line: its severity's part, to be coloured, and the rest."""

    severity: Severity
    head: str
    rest: str


def brief(document: Document, told: Iterable[Told]) -> Iterator[Line]:
    """Yield what must be changed by its place, then what should be, then what may be."""
    found = list(told)
    lines = list(_lines(document, found, _SHOWN))
    yield from lines if len(lines) <= _MOST else _lines(document, found, 1)


def _lines(document: Document, told: Sequence[Told], shown: int) -> Iterator[Line]:
    in_order = sorted(told, key=lambda one: one.finding.span)
    for severity in SEVERITIES:
        rules: dict[str, list[Told]] = {}
        for one in in_order:
            if one.finding.severity == severity:
                rules.setdefault(one.finding.rule, []).append(one)
        for own in rules.values():
            yield from _rule(document, severity, own, shown)


def _rule(
    document: Document, severity: Severity, told: Sequence[Told], most: int
) -> Iterator[Line]:
    """Yield a line for each message of a rule, and one for what all of them rest on."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding, done in told:
        groups.setdefault((grade(finding), finding.message, done), []).append(finding)
    shown = list(groups.items())
    if severity != "error":
        shown = shown[:most]
    for (head, message, done), found in shown:
        where = places(document, found)
        yield Line(severity, f"{head} {found[0].rule}", f"{where}：{message}{done}".lstrip("："))
    notes = _notes([one for _, found in shown for one in found])
    if notes:
        yield Line(severity, "", f"    {notes}")
    rest = len(told) - sum(len(found) for _, found in shown)
    if rest:
        yield Line(severity, "", f"    同类的另有 {rest} 处，加 -v 全部列出。")


def _notes(found: Sequence[Finding]) -> str:
    """Say on what findings rest, and how they are mended: each thing once."""
    bases = dict.fromkeys(part for one in found for part in rests_on(one).split("；"))
    advice = dict.fromkeys(one.advice for one in found if one.advice)
    fixes = dict.fromkeys(one.fix.title for one in found if one.fix)
    notes = (
        f"依据：{'；'.join(bases)}",
        (advice and f"建议：{''.join(advice)}") or (fixes and f"改法：{'；'.join(fixes)}"),
    )
    return "　".join(note for note in notes if note)
