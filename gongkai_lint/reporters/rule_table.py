"""The table of rules as text, Markdown or JSON."""

import json
from collections.abc import Callable, Sequence

from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.reporters.local_words import LocalChange, local_changes, notes, stretch
from gongkai_lint.reporters.rule_page import severities, since_when
from gongkai_lint.reporters.words import TOPICS, basis_words
from gongkai_lint.ruleset.region import Region
from gongkai_lint.ruleset.rule import Rule
from gongkai_lint.text import display_width

Rows = list[tuple[str, ...]]
Regions = Sequence[Region]
_HEAD = ("编号", "规则", "类别", "级别", "自何时起", "依据")
_LOCAL_HEAD = ("编号", "地区", "本地规定", "自何时起", "依据")


def _cells(rules: Sequence[Rule]) -> Rows:
    return [
        (
            rule.id,
            rule.title,
            TOPICS.get(rule.topic, rule.topic),
            severities(rule) + ("（待核）" if rule.certainty == "review" else ""),
            since_when(rule),
            "；".join(dict.fromkeys(basis_words(dated.basis) for dated in rule.basis)),
        )
        for rule in rules
    ]


def as_text(rules: Sequence[Rule], regions: Regions = ()) -> str:
    """Give aligned columns, a line with the number of rules, and what is local."""
    rows = [row[:5] for row in [_HEAD, *_cells(rules)]]
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell + " " * (width - display_width(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    changes = [f"{c.rule}   {c.region.name}：{c.sentence}" for c in _local(rules, regions)]
    changes += notes(regions)
    head = ["", "地区规定："] if changes else []
    return "\n".join([*lines, f"共 {len(rules)} 条规则。", *head, *changes]) + "\n"


def as_markdown(rules: Sequence[Rule], regions: Regions = ()) -> str:
    """Give a Markdown table, and one of what is local."""
    changes = [
        (one.rule, one.region.name, one.words, stretch(one.in_force), basis_words(one.basis))
        for one in _local(rules, regions)
    ]
    said = "".join(f"\n{note}\n" for note in notes(regions))
    local = "\n" + _table(_LOCAL_HEAD, changes) if changes else ""
    return _table(_HEAD, _cells(rules)) + local + said


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = (
        " | ".join(cell.replace("|", "\\|") for cell in row)
        for row in (head, ("---",) * len(head), *rows)
    )
    return "".join(f"| {line} |\n" for line in lines)


def as_json(rules: Sequence[Rule], regions: Regions = ()) -> str:
    """Give a list of objects, each with what is local."""
    local = _local(rules, regions)
    objects = [
        _object(rule) | {"local": [_change(one) for one in local if one.rule == rule.id]}
        for rule in rules
    ]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _local(rules: Sequence[Rule], regions: Regions) -> list[LocalChange]:
    """Give what the regions change of the rules shown."""
    ids = {rule.id for rule in rules}
    return [change for change in local_changes(regions) if change.rule in ids]


def _change(change: LocalChange) -> dict[str, object]:
    since, until = change.in_force
    return {
        "region": change.region.key,
        "region_zh": change.region.name,
        "change": change.words,
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "basis": _basis(change.basis),
    }


def _basis(basis: LegalBasis) -> dict[str, str]:
    return {
        "key": basis.instrument,
        "instrument": basis.number or basis.title,
        "title": basis.title,
        "provision": basis.provision,
    }


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
        "basis": [_basis(dated.basis) for dated in rule.basis],
        "regional": rule.regional,
    }


TABLES: dict[str, Callable[[Sequence[Rule], Regions], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
