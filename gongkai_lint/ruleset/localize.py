"""The rules of a region: the national ones with what its files add and tighten."""

from collections.abc import Iterator
from datetime import date, timedelta

from gongkai_lint.errors import UsageError
from gongkai_lint.law.instrument import InForce
from gongkai_lint.model.document import Document
from gongkai_lint.ruleset.case import Case, DatedBasis
from gongkai_lint.ruleset.region import Added, Change, Earlier, Graver, Region, Stricter
from gongkai_lint.ruleset.rule import Rule, RuleSet

_DAY = timedelta(days=1)


def localize(rules: RuleSet, key: str | None) -> RuleSet:
    """Give the rules as they hold in a region, named by key or name; ``UsageError`` if unknown."""
    if not key or rules.region == key:
        return rules
    rules = rules.national or rules
    chain = region_chain(rules, key)
    changes = [change for region in chain for change in region.changes]
    local = list(rules.rules)
    for change in changes:
        local = [*_changed(local, rules.regional, change)]
    periods = tuple(change.period for change in reversed(changes) if isinstance(change, Stricter))
    return rules._replace(
        rules=tuple(sorted(local, key=lambda rule: (rule.id, rule.in_force.since or date.min))),
        law=rules.law._replace(periods=periods + rules.law.periods),
        region=chain[-1].key,
        national=rules,
    )


def rules_for(document: Document, rules: RuleSet, region: str | None) -> RuleSet:
    """Give the rules that judge a document in a region; no region binds central organs."""
    if document.issuer.level == "central":
        return rules.national or rules
    return localize(rules, region)


def region_chain(rules: RuleSet, key: str) -> tuple[Region, ...]:
    """Give a region and the province that it lies in, the province first."""
    known = {region.key: region for region in rules.regions}
    found = known.get(key) or next((one for one in rules.regions if one.name == key), None)
    if found is None:
        names = "、".join(f"{region.key}（{region.name}）" for region in rules.regions)
        raise UsageError(
            f"没有地区“{key}”的规定；可用的有：{names}。没有收录的地区不用写，按全国的规定查。"
        )
    province = known.get(found.key.partition("/")[0], found)
    return (province,) if province == found else (province, found)


def regions_adding(rules: RuleSet, id_: str) -> tuple[str, ...]:
    """Give the keys of the regions that add a rule whose id is, or begins with, the given one."""
    return tuple(
        region.key
        for region in rules.regions
        if any(
            isinstance(c, Added) and not c.case and c.rule.startswith(id_) for c in region.changes
        )
    )


def _changed(rules: list[Rule], regional: tuple[Rule, ...], change: Change) -> Iterator[Rule]:
    if isinstance(change, Added) and not change.case:
        yield from rules
        yield from (_added(rule, change) for rule in regional if rule.id == change.rule)
        return
    for rule in rules:
        if rule.id != change.rule or isinstance(change, Stricter):
            yield rule
        elif isinstance(change, Earlier):
            yield _earlier(rule, change)
            yield rule if change.binds else _resting_on(rule, change._replace(in_force=InForce()))
        elif isinstance(change, Added):
            yield from _while(rule, change.in_force, _awake(rule, change))
        else:
            graver = _resting_on(_weighing_more(rule, change), change)
            yield from _while(rule, change.in_force, graver)


def _added(rule: Rule, change: Added) -> Rule:
    return _resting_on(rule._replace(in_force=change.in_force, regional=False), change)


def _awake(rule: Rule, change: Added) -> Rule:
    """Give the rule with a case that slept, on a basis of its own."""
    cases = (_woken(c, change) if c.name == change.case else c for c in rule.cases)
    return rule._replace(cases=tuple(cases))


def _woken(case: Case, change: Added) -> Case:
    basis = (DatedBasis(change.basis, InForce()),)
    tells = tuple((name, told._replace(basis=basis)) for name, told in case.tells)
    return case._replace(when=case.when._replace(regional=False), tells=tells)


def _earlier(rule: Rule, change: Earlier) -> Rule:
    applies_to = rule.applies_to._replace(names=change.binds)
    local = (DatedBasis(change.basis, change.in_force),)
    cases = (
        case._replace(tells=tuple((n, told._replace(basis=local)) for n, told in case.tells))
        for case in rule.cases
    )
    return rule._replace(in_force=change.in_force, cases=tuple(cases), applies_to=applies_to)


def _while(rule: Rule, in_force: InForce, changed: Rule) -> Iterator[Rule]:
    """Yield the rule before and after a stretch, and another one while it lasts."""
    since, until = rule.in_force
    start, end = in_force
    if start and (since is None or since < start):
        yield rule._replace(in_force=InForce(since, start - _DAY))
    both = InForce(
        max((day for day in (since, start) if day), default=None),
        min((day for day in (until, end) if day), default=None),
    )
    yield changed._replace(in_force=both)
    if end and (until is None or end < until):
        yield rule._replace(in_force=InForce(end + _DAY, until))


def _weighing_more(rule: Rule, change: Graver) -> Rule:
    if not change.case:
        return rule._replace(severity=tuple((dict(rule.severity) | dict(change.severity)).items()))
    cases = (_graver(c, change) if c.name == change.case else c for c in rule.cases)
    return rule._replace(cases=tuple(cases))


def _graver(case: Case, change: Graver) -> Case:
    tells = ((name, told._replace(severity=change.severity)) for name, told in case.tells)
    return case._replace(tells=tuple(tells))


def _resting_on(rule: Rule, change: Change) -> Rule:
    """Give the rule with the local basis named before the national one."""
    return rule.resting_on(DatedBasis(change.basis, change.in_force))
