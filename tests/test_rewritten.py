"""Rules read a text the same however its characters are written: their own examples, rewritten."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from gongkai_lint.ruleset.examples import read_examples
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.rule import Rule, RuleSet
from gongkai_lint.specimen import Specimen, write_out
from gongkai_lint.trial import alone, judge

RULES = load_ruleset()
# they are about these very characters
OWN = frozenset({"C08", "L03", "L04", "L08", "L12", "L14"})
SOME = 3  # examples of each kind a rule: enough to touch every rule, few enough to stay fast
LOST, FALSE = 0.01, 0.005
_HAN = "[\u4e00-\u9fff]"
Change = Callable[[str], str]


class Tally(NamedTuple):
    """How many examples were tried, and which rules said something else than before."""

    tried: int
    wrong: list[str]


def spaced(text: str, blank: str = " ") -> str:
    behind = re.sub(rf"(?<=[0-9])(?={_HAN})", blank, text)
    return re.sub(rf"(?<={_HAN})(?=[0-9])", blank, behind)


def with_no_break_spaces(text: str) -> str:
    return spaced(text, "\u00a0")


def with_wide_digits(text: str) -> str:
    return text.translate({48 + value: 0xFF10 + value for value in range(10)})


@cache
def converter() -> Any:
    return pytest.importorskip("opencc").OpenCC("s2t")


def in_traditional_script(text: str) -> str:
    return str(converter().convert(text))


def with_invisible_characters(text: str) -> str:
    return re.sub(rf"(?<={_HAN})(?=市|月|定|要)", "\u200b", text)


@cache
def specimens(*, wanted: bool) -> list[tuple[Specimen, Rule, RuleSet]]:
    return list(_specimens(wanted=wanted))


def _specimens(*, wanted: bool) -> Iterator[tuple[Specimen, Rule, RuleSet]]:
    for rule in RULES.rules:
        examples = read_examples(rule)
        some = (examples.violation if wanted else examples.valid)[:SOME]
        for example in some if rule.id not in OWN else ():
            told = example if isinstance(example, dict) else {}
            if "layout" not in told:
                yield write_out(example, rule), rule, alone(rule, RULES, told.get("beside", ()))


def tally(change: Change, *, blanks: bool, wanted: bool) -> Tally:
    tried, wrong = 0, []
    for plain, rule, few in specimens(wanted=wanted):
        others = plain.beside and tuple(p._replace(text=change(p.text)) for p in plain.beside)
        written = plain._replace(text=change(plain.text), beside=others)
        own = blanks and rule.id == "S01"  # 〔2024〕5 号 is a defect of its own
        if own or (written.text, written.beside) == (plain.text, plain.beside):
            continue
        tried += 1
        reports = judge(written, few)
        if any(finding.rule == rule.id for r in reports for finding in r.findings) != wanted:
            wrong.append(rule.id)
    return Tally(tried, wrong)


@pytest.mark.parametrize(
    ("change", "blanks"),
    [
        (spaced, True),
        (with_no_break_spaces, True),
        (with_wide_digits, False),
        (in_traditional_script, False),
        (with_invisible_characters, False),
    ],
)
def test_rules_say_the_same_of_a_text_written_otherwise(change: Change, *, blanks: bool) -> None:
    lost, false = (
        tally(change, blanks=blanks, wanted=True),
        tally(change, blanks=blanks, wanted=False),
    )
    assert min(lost.tried, false.tried) > len(RULES.rules)
    assert len(lost.wrong) <= LOST * lost.tried, lost.wrong
    assert len(false.wrong) <= FALSE * false.tried, false.wrong
