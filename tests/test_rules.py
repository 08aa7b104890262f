"""What is asked of every rule, old and new."""

import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.engine.view import Day, view_of
from gongkai_lint.law.instrument import InForce, Instrument
from gongkai_lint.model.finding import Finding, Match, Report, View
from gongkai_lint.model.span import Span
from gongkai_lint.ruleset.case import Case, Telling
from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.localize import localize
from gongkai_lint.ruleset.rule import Rule
from gongkai_lint.specimen import Specimen, write_out
from gongkai_lint.trial import alone, findings_of, judge, try_rule

RULES = load_ruleset()
ALL = (*RULES.rules, *RULES.regional)
FAMILIES = {
    "A": "disclosure",
    "C": "citations",
    "D": "deadlines",
    "I": "interpretation",
    "L": "language",
    "N": "withholding",
    "P": "procedure",
    "S": "structure",
    "T": "tables",
    "Z": "housekeeping",
}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
FEW_IN_PYTHON = (
    28  # of 149, one rule in five (four new rules of the law ask in Python); may only fall
)
GRAVEST_FIRST = ("error", "warning", "info")
USUAL_DAY = date(2024, 9, 2)
SHORT, LONG = 10_000, 100_000
every_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)


@every_rule
def test_a_rule_lies_in_the_folder_of_its_family(rule: Rule) -> None:
    assert Path(rule.path).name.startswith(f"{rule.id}-")
    assert rule.topic == FAMILIES[rule.id[0]]


@every_rule
def test_a_rule_has_two_examples_of_each_kind(rule: Rule) -> None:
    examples = read_examples(rule)
    assert len(examples.violation) >= 2
    assert len(examples.valid) >= 2


@every_rule
def test_the_examples_of_a_rule_hold(rule: Rule) -> None:
    assert [(t.problems, t.example) for t in try_rule(rule, RULES) if t.problems] == []


@every_rule
def test_the_patterns_of_a_rule_take_linear_time(rule: Rule) -> None:
    for pattern in set(_patterns(rule)):
        assert not any("\n" in literal for literal in pattern.literals), "no match crosses a line"
        for text in _adversarial(pattern, rule):
            short = _seconds(pattern, text[:SHORT])
            long = _seconds(pattern, text)
            assert long < max(0.4, 40 * short), (pattern.source, text[:40])


def _patterns(rule: Rule) -> Iterator[Pattern]:
    checks: list[Any] = [case.check for case in rule.cases]
    for value in (getattr(check, name) for check in checks for name in check._fields):
        if isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Pattern))


def _adversarial(pattern: Pattern, rule: Rule) -> Iterator[str]:
    written = [write_out(example, rule) for example in read_examples(rule).violation[:2]]
    said = "".join(page.text for specimen in written for page in specimen.pages)
    pieces = {*pattern.literals, *(f"{word}1" for word in pattern.literals[:3])}
    for piece in (*sorted(pieces)[:4], said.replace("\n", ""), "（", "1", "《", "市", " ", "、"):
        yield (piece * (LONG // len(piece) + 1))[:LONG]


def _seconds(pattern: Pattern, text: str) -> float:
    start = time.process_time()  # of this process: what others do on the machine does not count
    for _ in pattern.finditer(text, Span(0, len(text))):
        pass
    return time.process_time() - start


@every_rule
def test_every_placeholder_of_a_rule_is_filled_by_an_example(rule: Rule) -> None:
    cases = tuple(case._replace(tells=tuple(_spoken(case))) for case in rule.cases)
    spoken = rule._replace(cases=cases, yields_to=())
    said = "".join(
        finding.message + finding.advice
        for example in read_examples(rule).violation
        for finding in findings_of(spoken, example, RULES)[1]
    )
    wanted = {f"{name}=" for text in _words(rule) for name in _names(text)}
    assert sorted(name for name in wanted if not re.search(rf"⟪{name}[^⟫]", said)) == []


def _spoken(case: Case) -> Iterator[tuple[str, Telling]]:
    for name, told in case.tells:
        yield name, told._replace(message=_marked(told.message), advice=_marked(told.advice))


def _words(rule: Rule) -> list[str]:
    return [text for _, told in rule.tellings for text in (told.message, told.advice)]


def _names(template: str) -> list[str]:
    return PLACEHOLDER.findall(template)


def _marked(template: str) -> str:
    return "".join(f"⟪{name}={{{name}}}⟫" for name in _names(template))


@every_rule
def test_the_basis_of_a_rule_is_in_force_whenever_it_is_named(rule: Rule) -> None:
    instruments = {instrument.key: instrument for instrument in RULES.law.instruments}
    outside = [
        dated.basis.instrument
        for dated in rule.basis
        if not _lies_within(
            _overlap(rule.in_force, dated.in_force), instruments[dated.basis.instrument]
        )
    ]
    assert outside == []


def _overlap(first: InForce, second: InForce) -> InForce:
    starts = [day for day in (first.since, second.since) if day]
    ends = [day for day in (first.until, second.until) if day]
    return InForce(max(starts, default=None), min(ends, default=None))


def _lies_within(named: InForce, instrument: Instrument) -> bool:
    since, until = instrument.in_force
    begun = since is None or (named.since is not None and named.since >= since)
    going = until is None or (named.until is not None and named.until <= until)
    return begun and going


@every_rule
def test_a_rule_is_silent_the_day_before_it_begins_and_the_day_after_it_ends(rule: Rule) -> None:
    for example in read_examples(rule).violation:
        specimen = write_out(example, rule)
        since, until = _stretch(rule, specimen.settings.get("region"))
        days = [since - timedelta(1)] if since else []
        days += [until + timedelta(1)] if until else []
        for day in days:
            assert _judged_on(day, specimen, rule) == []


def _stretch(rule: Rule, region: str | None) -> InForce:
    """Give the stretch in which a rule holds, in a region the whole of its stretches there."""
    held = [r.in_force for r in localize(alone(rule, RULES), region).rules if r.id == rule.id]
    starts, ends = [force.since for force in held], [force.until for force in held]
    return InForce(
        min((day for day in starts if day), default=None) if None not in starts else None,
        max((day for day in ends if day), default=None) if None not in ends else None,
    )


def _judged_on(day: date, specimen: Specimen, rule: Rule) -> list[Finding]:
    settings = specimen.settings | {"as_of": day}
    reports = judge(specimen._replace(settings=settings), RULES)
    return [f for report in reports for f in report.findings if f.rule == rule.id]


@every_rule
def test_the_words_of_a_rule_are_sentences(rule: Rule) -> None:
    for text in [*_words(rule), rule.why]:
        assert not text or text.rstrip("）”").endswith(("。", "？")), text


def test_no_two_rules_look_for_the_same_in_the_same_place() -> None:
    seen: dict[tuple[object, ...], str] = {}
    for rule in ALL:
        what = (
            repr([case.check for case in rule.cases]),
            rule.scope,
            rule.applies_to,
            rule.in_force,
        )
        assert seen.setdefault(what, rule.id) == rule.id


@every_rule
def test_a_finding_carries_what_its_case_decided(rule: Rule) -> None:
    for example in read_examples(rule).violation:
        specimen = write_out(example, rule)
        for report in judge(specimen, alone(rule._replace(yields_to=()), RULES)):
            for finding, match, telling in _decided(report, rule):
                general = dict(rule.severity)[report.profile]
                own = dict(telling.severity or rule.severity)[report.profile]
                assert finding.severity == max(str(general), str(own), key=GRAVEST_FIRST.index)
                doubts = match.doubtful or telling.certainty.text == "review"
                assert finding.outcome == ("review" if doubts else "violation")
                day = report.as_of or USUAL_DAY
                assert finding.basis == (match.basis or telling.basis_on(day))
                assert finding.returns == telling.returns
                assert finding.missing == match.missing


def _decided(report: Report, rule: Rule) -> Iterator[tuple[Finding, Match, Telling]]:
    """Yield the findings of a text by itself, each with the match and the telling behind it."""
    if report.document is None or report.dossier or report.role or report.region or rule.regional:
        return
    day = Day(report.as_of or USUAL_DAY)
    seen = View(report.document, (), day.date, report.profile, RULES.law)
    view = view_of(rule, RULES, seen, day)
    found = [*rule.matches(view)] if view else []
    for finding in report.findings:
        same = [(m, t) for m, t in found if m.span == finding.span and _says(finding, t)]
        if finding.rule == rule.id and len(same) == 1:
            yield finding, *same[0]


def _says(finding: Finding, telling: Telling) -> bool:
    shape = PLACEHOLDER.sub("<>", telling.message).split("<>")
    return re.fullmatch("(?s:.*)".join(map(re.escape, shape)), finding.message) is not None


def test_every_rule_has_a_finding_whose_decision_is_looked_at() -> None:
    looked_at = {rule.id for rule in ALL if _is_looked_at(rule)}
    only_in_dossiers = {rule.id for rule in ALL if dict(rule.severity)["draft"] is None}
    left = {rule.id for rule in ALL} - looked_at - only_in_dossiers
    elsewhere = {r.id for r in ALL if r.regional or r.scope == ("dossier",) or r.id == "Z01"}
    assert left <= elsewhere, left


def _is_looked_at(rule: Rule) -> bool:
    """Say whether one of its examples lets the test above compare anything."""
    rules = alone(rule._replace(yields_to=()), RULES)
    written = (write_out(example, rule) for example in read_examples(rule).violation)
    reports = (report for specimen in written for report in judge(specimen, rules))
    return any(True for report in reports for _ in _decided(report, rule))


def test_python_checks_stay_the_exception() -> None:
    special = [r.id for r in ALL if any(case.kind.startswith("special/") for case in r.cases)]
    assert len(special) <= FEW_IN_PYTHON, special
