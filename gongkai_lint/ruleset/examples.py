"""The examples in a rule's own file."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from gongkai_lint.ruleset.rule import Rule

Example = str | dict[str, Any]


class RuleExamples(NamedTuple):
    """What a rule must report and what it must not."""

    violation: tuple[Example, ...]
    valid: tuple[Example, ...]


def read_examples(rule: Rule) -> RuleExamples:
    """Read the examples of a rule that was loaded before."""
    return _read(rule.path)


@cache
def _read(path: str) -> RuleExamples:
    from gongkai_lint.ruleset.yaml_source import load_yaml

    value = load_yaml(Path(path).read_text(encoding="utf-8")).value
    examples: Any = value["examples"] if isinstance(value, dict) else {}
    return RuleExamples(tuple(examples["violation"]), tuple(examples["pass"]))
