"""What a rule says that can never come true: words never filled, documents that cannot be."""

from collections.abc import Iterator
from typing import Any

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.ruleset.case import Case
from gongkai_lint.ruleset.rulefile import InForceFile, RuleFile, SeverityByProfile
from gongkai_lint.text import placeholders

Flaws = Iterator[tuple[str, str]]


def unfillable(case: Case, kind: Kind, say: str) -> Flaws:
    """Yield each placeholder that no finding of a case fills, with the field it stands in."""
    once = ("count",) if case.once else ()
    words = tuple(dict.fromkeys(("text", *_groups(case.check), *kind.words, *once)))
    for name, told in case.tells:
        fixes = (told.fix.title, told.fix.replace_with or "") if told.fix else ()
        for template in (told.message, told.advice, *fixes):
            yield from _unfilled(template, words, f"{say}.{name}" if name else say)


def _unfilled(template: str, words: tuple[str, ...], field: str) -> Flaws:
    for name in dict.fromkeys(placeholders(template)):
        if name not in words:
            known = "、".join(f"{{{word}}}" for word in words)
            yield field, f"“{{{name}}}”没有字可填；这种检查能填的有：{known}。"


def _groups(check: Any) -> Iterator[str]:
    for value in check:
        if isinstance(value, tuple):
            for pattern in value:
                yield from pattern.names if isinstance(pattern, Pattern) else ()


def never_speaks(file: RuleFile) -> Flaws:
    """Yield why a rule can bind no document, or is nowhere told."""
    applies = file.applies_to
    for trait in {*applies.traits} & {*applies.without}:
        yield "applies_to", f"特征“{trait}”既要有又不能有，没有文件适用。"
    if applies.any_traits and {*applies.any_traits} <= {*applies.without}:
        yield "applies_to", "any_traits 里的特征都写在 without 里，没有文件适用。"
    if not isinstance(applies.types, str) and {*applies.types} <= {*applies.excluded}:
        yield "applies_to", "types 里的文种都写在 except 里，没有文件适用。"
    if isinstance(file.severity, SeverityByProfile):
        forces = (file.severity.draft, file.severity.archive, file.severity.dossier or "off")
        if {*forces} == {"off"}:
            yield "severity", "级别都写作 off，任何文件都不会报告；停用的规则写 status: retired。"
    for name, case in (file.cases or {}).items():
        yield from _never_met(file, f"cases.{name}.when", case.get("when"))


def _never_met(file: RuleFile, field: str, when: Any) -> Flaws:
    if not isinstance(when, dict):
        return
    since, until = when.get("since"), when.get("until")
    if since and until and until < since:
        yield f"{field}.until", "终止日期早于起始日期。"
    stretch = file.in_force
    if isinstance(stretch, InForceFile):
        if until and until < stretch.since:
            yield f"{field}.until", f"规则自 {stretch.since} 起才适用，这种情形永远查不到。"
        if since and stretch.until and since > stretch.until:
            yield f"{field}.since", f"规则只适用到 {stretch.until}，这种情形永远查不到。"
