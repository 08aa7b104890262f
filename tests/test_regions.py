"""What is asked of every region: each change is dated, needed, and stricter than national law."""

from datetime import date, timedelta
from typing import Any

import pytest

from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.localize import localize, region_chain
from gongkai_lint.ruleset.region import Change, Region
from gongkai_lint.ruleset.rule import Rule, RuleSet
from gongkai_lint.specimen import Specimen, write_out
from gongkai_lint.trial import alone, judge

RULES = load_ruleset()
BY_ID = {rule.id: rule for rule in (*RULES.rules, *RULES.regional)}
every_change = pytest.mark.parametrize(
    ("region", "number"),
    [(region, number) for region in RULES.regions for number in range(len(region.changes))],
    ids=lambda part: getattr(part, "key", part),
)


def _specimens(rule: Rule, region: str) -> list[Specimen]:
    written = [write_out(example, rule) for example in read_examples(rule).violation]
    return [one for one in written if one.settings.get("region") == region]


@every_change
def test_every_change_of_a_region_is_needed_by_an_example(region: Region, number: int) -> None:
    changes = region.changes[:number] + region.changes[number + 1 :]
    poorer = tuple(
        one._replace(changes=changes) if one.key == region.key else one for one in RULES.regions
    )
    rule = BY_ID[region.changes[number].rule]
    specimens = _specimens(rule, region.key)
    assert [_told(one, rule, RULES._replace(regions=poorer)) for one in specimens] != [
        _told(one, rule, RULES) for one in specimens
    ]


def _told(specimen: Specimen, rule: Rule, rules: RuleSet) -> list[Any]:
    found = [f for report in judge(specimen, alone(rule, rules)) for f in report.findings]
    return [(f.span, f.severity, f.basis) for f in found if f.rule == rule.id]


@every_change
def test_a_region_changes_nothing_before_its_first_day_and_after_its_last(
    region: Region, number: int
) -> None:
    rule = BY_ID[region.changes[number].rule]
    specimens = _specimens(rule, region.key)
    assert specimens
    for day in _days_outside(region, rule.id):
        for specimen in specimens:
            assert _said(specimen, rule, day, region.key) == _said(specimen, rule, day, None)


def _days_outside(region: Region, rule: str) -> list[date]:
    changes = [c for one in region_chain(RULES, region.key) for c in one.changes if c.rule == rule]
    starts = [change.in_force.since for change in changes]
    ends = [change.in_force.until for change in changes]
    days = [min(day for day in starts if day) - timedelta(1)]
    return days + ([max(day for day in ends if day) + timedelta(1)] if None not in ends else [])


def _said(specimen: Specimen, rule: Rule, day: date, region: str | None) -> list[Any]:
    settings = specimen.settings | {"as_of": day, "region": region}
    reports = judge(specimen._replace(settings=settings), RULES)
    told = [finding for report in reports for finding in report.findings]
    return [(f.span, f.severity, f.message) for f in told if f.rule == rule.id]


@pytest.mark.parametrize("region", RULES.regions, ids=lambda region: region.key)
def test_the_local_basis_is_named_only_while_it_is_in_force(region: Region) -> None:
    for change in region.changes:
        instrument = RULES.law.instrument(change.basis.instrument)
        assert instrument
        assert region.key.startswith(instrument.region)
        assert _lies_within(change, instrument.in_force.since, instrument.in_force.until)


def _lies_within(change: Change, since: date | None, until: date | None) -> bool:
    start, end = change.in_force
    return (since is None or (start is not None and start >= since)) and (
        until is None or (end is not None and end <= until)
    )


def test_national_law_names_no_local_instrument() -> None:
    local = {instrument.key for instrument in RULES.law.instruments if instrument.region}
    assert local
    named = {dated.basis.instrument for rule in BY_ID.values() for dated in rule.basis}
    named |= {period.instrument for period in RULES.law.periods}
    assert not local & named


def test_a_place_has_what_its_province_has() -> None:
    def stricter(rules: RuleSet) -> set[tuple[str, date | None]]:
        return {(rule.id, rule.in_force.since) for rule in rules.rules}

    assert stricter(localize(RULES, "anhui")) < stricter(localize(RULES, "anhui/qinglong"))


def test_no_region_binds_a_central_organ() -> None:
    text = (
        "{0}关于做好粮食工作的通知\n现就有关事项通知如下。\n{0}\n2021年3月8日\n（此件依申请公开）\n"
    )
    rules = RULES.select(("A07",), ())
    local = localize(RULES, "shanxi/lvliang").select(("A07",), ())
    for chosen in (rules, local):
        request = Request(chosen, date(2021, 3, 8), region="shanxi/lvliang")
        city = lint_bytes(text.format("云岭市粮食局").encode(), "稿.txt", request)
        state = lint_bytes(text.format("国家粮食局").encode(), "稿.txt", request)
        assert [finding.rule for finding in city.findings] == ["A07"]
        assert (city.region, state.region) == ("shanxi/lvliang", "")
        assert state.findings == ()


def test_a_set_can_be_taken_from_one_region_to_another() -> None:
    moved = localize(localize(RULES, "anhui"), "shanxi/lvliang")
    assert moved.rules == localize(RULES, "shanxi/lvliang").rules
    assert moved.law.periods == RULES.law.periods
