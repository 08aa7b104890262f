"""No rule says more than its examples show: each condition is needed by one of them."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.saying import Way
from gongkai_lint.checks.special.coverage import Mechanism
from gongkai_lint.checks.surroundings import Near
from gongkai_lint.model.document_type import OFFICIAL_TYPES
from gongkai_lint.ruleset.case import Case
from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.held import Held
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import Rule
from gongkai_lint.trial import alone, findings_of, try_rule

RULES = load_ruleset()
# what the rules that moved to clauses still want an example for; may only shrink
IDLE = Path(__file__).parent / "idle_conditions.csv"
ALLOWED = [tuple(row) for row in csv.reader(IDLE.read_text(encoding="utf-8").splitlines())]
NOTHING = Pattern("(?!)")
OFFICIAL = tuple(kind.value for kind in OFFICIAL_TYPES)
NO_CONDITIONS = {"aside", "at", "entries", "listed"}  # change no finding; or tested by themselves
Lessened = Iterator[tuple[str, Any]]


@pytest.mark.parametrize("rule", [*RULES.rules, *RULES.regional], ids=lambda rule: rule.id)
def test_every_condition_of_a_rule_is_needed_by_an_example(rule: Rule) -> None:
    told = _told(rule)
    idle = {name for name, less in _lessened(rule) if not _fails(less) and _told(less) == told}
    allowed = {name for id_, name in ALLOWED if id_ == rule.id}
    assert idle - allowed == set(), "write an example that needs it, or take it away"
    assert allowed - idle == set(), f"needed now: take it off {IDLE.name}"


def _fails(rule: Rule) -> bool:
    return any(trial.problems for trial in try_rule(rule, RULES))


def _told(rule: Rule) -> list[list[str]]:
    """Give how gravely and how often each example is told of, which no example says itself."""
    only = alone(rule._replace(yields_to=()), RULES)
    return [
        [finding.severity for finding in findings_of(rule, example, only)[1]]
        for example in read_examples(rule).violation
    ]


def _lessened(rule: Rule) -> Lessened:
    """Yield a rule without one of its conditions, or without one entry of a list of them."""
    for name, applies_to in _without(rule.applies_to):
        yield f"applies_to.{name}", rule._replace(applies_to=applies_to)
    for entry, scope in _shorter(rule.scope):
        yield f"scope {entry}", rule._replace(scope=scope)
    for name, cases in _cases(rule.cases):
        yield name, rule._replace(cases=cases)


def _cases(cases: tuple[Case, ...]) -> Lessened:
    for index, case in enumerate(cases):
        before, after = cases[:index], cases[index + 1 :]
        if before or after:
            yield f"case {case.name}", before + after
        lessened = [(name, case._replace(when=when)) for name, when in _without(case.when)]
        lessened += [
            (f"near {name}", case._replace(held=Held(case.check, near), heads=()))
            for name, near in _narrower(case.held.near)
        ]
        lessened += [("once", case._replace(once=False))] if case.once else []
        for name, less in lessened:
            yield f"{case.name}.{name}", (*before, less, *after)
    looks = {repr(case.check): case for case in reversed(cases)}
    for first in looks.values():  # a look that cases share is written once, and needed once
        for name, less in _without(first.check):
            changed = (c.with_check(less) if c.check == first.check else c for c in cases)
            yield f"{first.name}.{name}", tuple(changed)


def _without(conditions: Any) -> Lessened:
    for name in conditions._fields:
        if name in NO_CONDITIONS:
            continue
        value = getattr(conditions, name)
        inside: Lessened = iter(())
        if hasattr(value, "_fields"):
            inside = _without(value)
        elif name == "mechanisms":
            inside = _narrower(value)
        for entry, less in inside:
            yield f"{name} {entry}", conditions._replace(**{name: less})
        for entry, rest in () if hasattr(value, "_fields") else _shorter(value):
            yield f"{name} {entry}", conditions._replace(**{name: rest})
        open_value = _open(conditions, name)
        if value != open_value and not hasattr(value, "_fields"):
            yield name, conditions._replace(**{name: open_value})


def _narrower(parts: tuple[Near | Mechanism, ...]) -> Lessened:
    """Yield what is asked around, or mechanisms, one of them lessened."""
    for index, one in enumerate(parts):
        for name, less in _without(one) if isinstance(one, Near) else _less_told(one):
            yield f"{index} {name}", (*parts[:index], less, *parts[index + 1 :])


def _less_told(one: Mechanism) -> Lessened:
    yield from ((entry, one._replace(told=told)) for entry, told in _shorter(one.told))


def _shorter(value: Any) -> Lessened:
    """Yield a list without each of its entries in turn, a map without each of its keys."""
    if isinstance(value, Mapping):
        for key, ways in value.items():
            yield key, {other: word for other, word in value.items() if other != key}
            of_words = isinstance(ways, tuple) and all(isinstance(way, str | Way) for way in ways)
            for entry, rest in _shorter(ways) if of_words else ():
                yield f"{key} {entry}", {**value, key: rest}
    elif isinstance(value, tuple) and len(value) > 1 and value != OFFICIAL:
        for index, entry in enumerate(value):
            yield (
                getattr(entry, "source", getattr(entry, "name", entry)),
                value[:index] + value[index + 1 :],
            )


def _open(conditions: Any, name: str) -> Any:
    """Give the value with which a field asks for nothing; its own where it always asks."""
    if name == "needs" and isinstance(conditions.needs, tuple):
        return (NOTHING,)
    return conditions._field_defaults.get(name, getattr(conditions, name))
