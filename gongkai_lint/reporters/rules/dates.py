"""What a rule asks at one time and another: dated limits, cases that came later."""

from collections.abc import Iterator
from datetime import date

from gongkai_lint.checks.kind import history as own_history
from gongkai_lint.checks.kind import limits as own_limits
from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.reporters.local_words import stretch
from gongkai_lint.reporters.words import basis_words
from gongkai_lint.ruleset.rule import Rule

_BOUNDS = {"max": "不超过", "min": "不少于", "exact": "", "point": ""}


def history(rule: Rule, law: LawTables) -> list[str]:
    """Say what was asked before and what is asked since, oldest first."""
    said = [*_later_cases(rule)]
    for case in rule.cases:
        said += (f"· {line}" for line in own_history(case.check, law))
    said += _limits_by_matter(rule, law)
    if rule.in_force.since:
        said.append(f"· {rule.in_force.since} 以前没有这一要求，以前的文件不查。")
    return list(dict.fromkeys(said))


def limits(rule: Rule, law: LawTables, day: date | None = None) -> tuple[Period, ...]:
    """Give the dated limits that a rule holds documents to, on a day or at all times."""
    found = [row for case in rule.cases for row in own_limits(case.check, law)]
    return tuple(row for row in dict.fromkeys(found) if day is None or row.in_force.on(day))


def limit_words(row: Period, law: LawTables) -> str:
    """Say a limit with its legal basis."""
    instrument = law.instrument(row.instrument)
    basis = f"（{basis_words(instrument.basis(row.provision))}）" if instrument else ""
    usually = "一般" if row.conditional else ""
    return f"{usually}{_BOUNDS[row.bound]}{row.limit}{basis}"


def _limits_by_matter(rule: Rule, law: LawTables) -> Iterator[str]:
    matters: dict[str, list[Period]] = {}
    for row in limits(rule, law):
        matters.setdefault(row.matter, []).append(row)
    for matter, rows in matters.items():
        rows.sort(key=lambda row: row.in_force.since or date.min)
        said = "；".join(f"{stretch(row.in_force)}，{limit_words(row, law)}" for row in rows)
        yield f"· {matter}：{said}"


def _later_cases(rule: Rule) -> Iterator[str]:
    dated = [case for case in rule.cases if case.when.since]
    for case in sorted(dated, key=lambda case: case.when.since or date.min):
        yield f"· {case.when.since} 起增加：{case.tells[0][1].message}"
