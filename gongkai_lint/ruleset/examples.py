"""The examples in a rule's own file."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

from gongkai_lint.model.dossier import Role
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.rule import Rule

Example = str | dict[str, Any]
PARTS = (
    "front_matter",
    "letterhead",
    "document_number",
    "title",
    "addressee",
    "body",
    "attachment_note",
    "issuing_authority",
    "date",
    "note",
    "issued_title",
    "issued_body",
    "attachments",
    "imprint",
)
SETTINGS = (
    "text",
    "profile",
    "as_of",
    "region",
    "fixed",
    "says",
    "rests_on",
    "outcome",
    "beside",
    "layout",
    "dossier",
)
_OPEN, _CLOSE = "⟦⟧"


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


def review_examples(examples: Any) -> Iterator[tuple[str, str]]:
    """Yield the field and what is wrong with it: unknown parts, marks where none belong."""
    if not isinstance(examples, dict):
        return
    for name in ("violation", "pass"):
        told = examples.get(name)
        if not isinstance(told, list):
            continue
        if not told:
            yield f"examples.{name}", f"“{name}”一个例子也没有。"
        for index, example in enumerate(told):
            yield from _review(example, f"examples.{name}.{index}", marked=name == "violation")


def _review(example: Any, place: str, *, marked: bool) -> Iterator[tuple[str, str]]:
    from gongkai_lint.ruleset.values import choice

    if isinstance(example, dict):
        for field in example:
            if field not in PARTS and field not in SETTINGS:
                said = choice(field, (*PARTS, *SETTINGS))
                yield f"{place}.{field}", f"例子里有不认识的要素“{field}”{said}。"
        travels = example.get("dossier")
        for role in travels if isinstance(travels, dict) else ():
            if role not in get_args(Role):
                said = choice(role, get_args(Role))
                yield f"{place}.dossier.{role}", f"报批件里没有“{role}”这种材料{said}。"
    text = str(example)
    if not marked and (_OPEN in text or _CLOSE in text):
        yield place, "不应报告的例子（pass）里不能有“⟦⟧”；要报告的，写到 violation 里。"
    if text.count(_OPEN) != text.count(_CLOSE):
        yield place, "“⟦”和“⟧”不成对。"
