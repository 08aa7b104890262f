"""What is not asked of a text is not made for it, and what a text must have is right."""

import pickle

from gongkai_lint.ruleset.held import Held
from gongkai_lint.ruleset.load import load_ruleset

RULES = load_ruleset()


def test_a_check_travels_as_bytes_and_is_the_same_when_asked() -> None:
    for rule in RULES.rules:
        for case in rule.cases:
            travelled: Held = pickle.loads(pickle.dumps(case.held))  # noqa: S301 (just written)
            assert travelled == case.held
            assert travelled.check == case.check
            assert travelled.near == case.held.near
            assert repr(travelled) == repr((case.check, case.held.near))


def test_a_quarter_of_the_cases_tells_what_a_text_must_have() -> None:
    cases = [case for rule in RULES.rules for case in rule.cases]
    assert sum(bool(case.heads) for case in cases) > len(cases) / 4


def test_heads_are_pairs_that_a_text_can_be_asked_for() -> None:
    for rule in RULES.rules:
        for case in rule.cases:
            assert all(case.heads), rule.id
            pairs = [pair for heads in case.heads for pair in heads]
            assert all(pair > 0xFFFF for pair in pairs), rule.id  # two characters
