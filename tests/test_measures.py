"""How wide the rule room is: what a contributor must learn, counted.

A number may fall, not rise: each more is one more thing to know before a rule can be written.
``python -m tests.test_measures`` prints the counts.
"""

from collections.abc import Iterator
from typing import Any

from gongkai_lint.api import load_ruleset
from gongkai_lint.checks import kinds
from gongkai_lint.ruleset.case import Case
from gongkai_lint.ruleset.rule import Rule

RULE_SET = load_ruleset()
RULES = RULE_SET.rules
OWN = "special/"
KINDS, FIELDS, FIELDS_OF_ONE_RULE, PER_SPECIAL = 16, 90, 20, 5


def _cases() -> Iterator[tuple[Rule, Case]]:
    yield from ((rule, case) for rule in RULES for case in rule.cases)


def _shared() -> dict[str, tuple[str, ...]]:
    """Give the kinds that any rule may use, each with its fields."""
    return {n: one.check._fields for n, one in kinds().items() if not n.startswith(OWN)}


def _fields_of_one_rule() -> list[str]:
    """Give the fields that the rules of no more than one id set."""
    users: dict[tuple[str, str], set[str]] = {}
    for rule, case in _cases():
        defaults: dict[str, Any] = getattr(case.check, "_field_defaults", {})
        for field in case.check._fields if case.kind in _shared() else ():  # type: ignore[attr-defined]
            if getattr(case.check, field) != defaults.get(field, ...):
                users.setdefault((case.kind, field), set()).add(rule.id)
    every = ((name, field) for name, fields in _shared().items() for field in fields)
    return [".".join(one) for one in every if len(users.get(one, ())) < 2]


def _special() -> set[str]:
    """Give the rules of which at least one case is written in Python."""
    return {rule.id for rule, case in _cases() if case.kind.startswith(OWN)}


def _named() -> tuple[int, int]:
    """Count the places where a case is named, and those where what one tells apart is.

    A case says everything about itself: its name stands where it does, as a key of ``cases``, and
    where a region wakes it or weighs it; what it tells apart is a key of its ``say``.
    """
    cases = sum(bool(case.name) for _, case in _cases())
    regional = sum(bool(getattr(c, "case", "")) for r in RULE_SET.regions for c in r.changes)
    return cases + regional, sum(bool(key) for _, case in _cases() for key, _ in case.tells)


def test_there_are_few_kinds_of_checks_with_few_fields() -> None:
    assert len(_shared()) <= KINDS
    assert sum(map(len, _shared().values())) <= FIELDS
    assert len(_fields_of_one_rule()) <= FIELDS_OF_ONE_RULE


def test_one_rule_in_five_at_the_most_is_written_in_python() -> None:
    assert len(_special()) * PER_SPECIAL <= len({rule.id for rule in RULES})


if __name__ == "__main__":
    fields = sum(map(len, _shared().values()))
    print(f"{len(_shared())} kinds, {fields} fields; of one rule: {_fields_of_one_rule()}")  # noqa: T201
    ids, (cases, tells) = {rule.id for rule in RULES}, _named()
    print(f"{len(_special())} of {len(ids)} rules in Python")  # noqa: T201
    print(f"{cases} namings of {len(list(_cases()))} cases, {tells} of what these tell apart")  # noqa: T201
