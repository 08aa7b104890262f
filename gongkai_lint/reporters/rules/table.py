"""The table of rules as text, Markdown or JSON."""

import json
from collections.abc import Callable, Sequence
from datetime import date

from gongkai_lint.law.instrument import InForce, LegalBasis
from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.local_words import LocalChange, local_changes, notes, stretch
from gongkai_lint.reporters.rules.dates import limit_words, limits
from gongkai_lint.reporters.rules.page import application, severities, since_when
from gongkai_lint.reporters.words import TOPICS, basis_words
from gongkai_lint.ruleset.case import DatedBasis
from gongkai_lint.ruleset.region import Region
from gongkai_lint.ruleset.rule import Rule
from gongkai_lint.text import display_width

Rows = list[tuple[str, ...]]
_HEAD = ("编号", "规则", "类别", "级别", "自何时起", "依据")
_LOCAL_HEAD = ("编号", "地区", "本地规定", "自何时起", "依据")
_LIMIT_HEAD = ("编号", "事项", "当日的限度")


class Book(NamedTuple):
    """The rules to show, what regions change of them, and the day of which only is told."""

    rules: Sequence[Rule]
    law: LawTables
    regions: Sequence[Region] = ()
    day: date | None = None

    def basis(self, rule: Rule) -> list[DatedBasis]:
        """Give a rule's legal bases, on the day those of the day."""
        return [dated for dated in rule.basis if not self.day or dated.in_force.on(self.day)]

    def limits(self) -> Rows:
        """Give the limits of the day, each with the first rule that holds documents to it."""
        if not self.day:
            return []
        found: dict[Period, str] = {}
        for rule in self.rules:
            for row in limits(rule, self.law, self.day):
                found.setdefault(row, rule.id)
        return [(id_, row.matter, limit_words(row, self.law)) for row, id_ in found.items()]


def _cells(book: Book) -> Rows:
    return [
        (
            rule.id,
            rule.title,
            TOPICS.get(rule.topic, rule.topic),
            severities(rule) + ("（待核）" if rule.certainty.text == "review" else ""),
            since_when(rule),
            "；".join(dict.fromkeys(basis_words(dated.basis) for dated in book.basis(rule))),
        )
        for rule in book.rules
    ]


def as_text(book: Book) -> str:
    """Give aligned columns, the number of rules, the limits of the day, and what is local."""
    rows = [row[:5] for row in [_HEAD, *_cells(book)]]
    widths = [max(display_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell + " " * (width - display_width(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
    lines.append(f"共 {len(book.rules)} 条规则。")
    if day_limits := book.limits():
        lines += ["", f"{book.day} 的期限和限度："]
        lines += [f"{id_}   {matter}：{words}" for id_, matter, words in day_limits]
    changes = [f"{c.rule}   {c.region.name}：{c.sentence}" for c in _local(book)]
    changes += notes(book.regions)
    head = ["", "地区规定："] if changes else []
    return "\n".join([*lines, *head, *changes]) + "\n"


def as_markdown(book: Book) -> str:
    """Give a Markdown table, one of the limits of the day, and one of what is local."""
    changes: Rows = [
        (one.rule, one.region.name, one.words, stretch(one.in_force), basis_words(one.basis))
        for one in _local(book)
    ]
    tables: list[tuple[tuple[str, ...], Rows]] = [
        (_HEAD, _cells(book)),
        (_LIMIT_HEAD, book.limits()),
        (_LOCAL_HEAD, changes),
    ]
    said = "".join(f"\n{note}\n" for note in notes(book.regions))
    shown = [_table(head, rows) for head, rows in tables if rows or head is _HEAD]
    return "\n".join(shown) + said


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = (
        " | ".join(cell.replace("|", "\\|") for cell in row)
        for row in (head, ("---",) * len(head), *rows)
    )
    return "".join(f"| {line} |\n" for line in lines)


def as_json(book: Book) -> str:
    """Give a list of objects, each with its dated limits and what is local."""
    local = _local(book)
    objects = [
        _object(book, rule) | {"local": [_change(one) for one in local if one.rule == rule.id]}
        for rule in book.rules
    ]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _local(book: Book) -> list[LocalChange]:
    """Give what the regions change of the rules shown."""
    ids = {rule.id for rule in book.rules}
    return [change for change in local_changes(book.regions) if change.rule in ids]


def _change(change: LocalChange) -> dict[str, object]:
    return {
        "region": change.region.key,
        "region_zh": change.region.name,
        "change": change.words,
        **_stretch(change.in_force),
        "basis": _basis(change.basis),
    }


def _stretch(in_force: InForce) -> dict[str, str | None]:
    since, until = in_force
    return {
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
    }


def _basis(basis: LegalBasis) -> dict[str, str | None]:
    return {
        "key": basis.instrument,
        "instrument": basis.number or basis.title,
        "title": basis.title,
        "provision": basis.provision,
    }


def _object(book: Book, rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": rule.title,
        "topic": rule.topic,
        "topic_zh": TOPICS.get(rule.topic, rule.topic),
        "status": rule.status,
        "severity": dict(rule.severity),
        "certainty": rule.certainty.text,
        "messages": {name: telling.message for name, telling in rule.tellings},
        "advice": rule.tellings[0][1].advice,
        "why": rule.why,
        "applies_to": application(rule.applies_to),
        "scope": rule.scope,
        **_stretch(rule.in_force),
        "fix": next((t.fix.safety for _, t in rule.tellings if t.fix), None),
        "basis": [_basis(one.basis) | _stretch(one.in_force) for one in book.basis(rule)],
        "limits": [_limit(book, row) for row in limits(rule, book.law, book.day)],
        "known_limits": rule.known_limits,
        "yields_to": rule.yields_to,
        "regional": rule.regional,
    }


def _limit(book: Book, row: Period) -> dict[str, object]:
    return {
        "id": row.id,
        "matter": row.matter,
        "bound": row.bound,
        "limit": row.limit,
        "conditional": row.conditional,
        "words": limit_words(row, book.law),
        **_stretch(row.in_force),
    }


TABLES: dict[str, Callable[[Book], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
