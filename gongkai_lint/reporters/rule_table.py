"""The table of rules as text, Markdown or JSON."""

import json
from collections.abc import Callable, Sequence

from gongkai_lint.reporters.rule_page import period, severities
from gongkai_lint.reporters.words import TOPICS, basis_words
from gongkai_lint.ruleset.rule import Rule
from gongkai_lint.text import display_width

Rows = list[tuple[str, ...]]
_HEAD = ("编号", "规则", "类别", "级别", "自何时起", "依据")


def _cells(rules: Sequence[Rule]) -> Rows:
    return [
        (
            rule.id,
            rule.title,
            TOPICS.get(rule.topic, rule.topic),
            severities(rule) + ("（待核）" if rule.certainty == "review" else ""),
            period(rule.in_force),
            "；".join(dict.fromkeys(basis_words(dated.basis) for dated in rule.basis)),
        )
        for rule in rules
    ]


def as_text(rules: Sequence[Rule]) -> str:
    """Give aligned columns and a line with the number of rules."""
    rows = [row[:5] for row in [_HEAD, *_cells(rules)]]
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell + " " * (width - display_width(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    return "\n".join([*lines, f"共 {len(rules)} 条规则。"]) + "\n"


def as_markdown(rules: Sequence[Rule]) -> str:
    """Give a Markdown table."""
    rows = [_HEAD, ("---",) * len(_HEAD), *_cells(rules)]
    escaped = (" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows)
    return "".join(f"| {line} |\n" for line in escaped)


def as_json(rules: Sequence[Rule]) -> str:
    """Give a list of objects."""
    return json.dumps([_object(rule) for rule in rules], ensure_ascii=False, indent=1) + "\n"


def _object(rule: Rule) -> dict[str, object]:
    since, until = rule.in_force
    return {
        "id": rule.id,
        "title": rule.title,
        "topic": rule.topic,
        "status": rule.status,
        "severity": dict(rule.severity),
        "certainty": rule.certainty,
        "scope": rule.scope,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "fix": rule.fix.safety if rule.fix else None,
        "basis": [
            {
                "key": dated.basis.instrument,
                "instrument": dated.basis.number or dated.basis.title,
                "title": dated.basis.title,
                "provision": dated.basis.provision,
            }
            for dated in rule.basis
        ],
    }


TABLES: dict[str, Callable[[Sequence[Rule]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
