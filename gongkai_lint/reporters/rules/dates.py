"""What a rule asks at one time and another: dated limits, cases that came later."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gongkai_lint.checks.agency import AgencyEra
from gongkai_lint.checks.cases import Cases
from gongkai_lint.checks.citation import CitationFacts
from gongkai_lint.checks.date_numerals import DateNumerals
from gongkai_lint.checks.length import Length
from gongkai_lint.checks.period import PeriodFacts
from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.reporters.local_words import stretch
from gongkai_lint.reporters.words import basis_words
from gongkai_lint.ruleset.rule import Rule

_BOUNDS = {"max": "不超过", "min": "不少于", "point": ""}


def history(rule: Rule, law: LawTables) -> list[str]:
    """Say what was asked before and what is asked since, oldest first."""
    parts = [check for _, check in _checks(rule)]
    said = [*_later_cases(rule)]
    for check in parts:
        said += _dates_of(check, law)
    said += _limits_by_matter(rule, law)
    if rule.in_force.since:
        said.append(f"· {rule.in_force.since} 以前没有这一要求，以前的文件不查。")
    return list(dict.fromkeys(said))


def limits(rule: Rule, law: LawTables, day: date | None = None) -> tuple[Period, ...]:
    """Give the dated limits that a rule holds documents to, on a day or at all times."""
    found = [row for _, check in _checks(rule) for row in _rows(check, law)]
    return tuple(row for row in dict.fromkeys(found) if day is None or row.in_force.on(day))


def limit_words(row: Period, law: LawTables) -> str:
    """Say a limit with its legal basis."""
    instrument = law.instrument(row.instrument)
    basis = f"（{basis_words(instrument.basis(row.provision))}）" if instrument else ""
    usually = "一般" if row.conditional else ""
    return f"{usually}{_BOUNDS[row.bound]}{row.limit}{basis}"


def _checks(rule: Rule) -> Iterator[tuple[str, Any]]:
    if isinstance(rule.check, Cases):
        yield from ((case.name, case.check) for case in rule.check.cases)
    else:
        yield "", rule.check


def _rows(check: Any, law: LawTables) -> Iterator[Period]:
    if isinstance(check, Length):
        yield from (row for row in law.periods if row.id == check.limit)
    if not isinstance(check, PeriodFacts):
        return
    replaced = {row.matter for row in law.periods if row.replaced_by}
    for row in law.periods:
        wanted = (not check.matters or row.id in check.matters) and row.id not in check.without
        looked_for = wanted and row.verified and row.patterns
        if looked_for and (check.judge != "superseded" or row.matter in replaced):
            yield row


def _limits_by_matter(rule: Rule, law: LawTables) -> Iterator[str]:
    matters: dict[str, list[Period]] = {}
    for row in limits(rule, law):
        matters.setdefault(row.matter, []).append(row)
    for matter, rows in matters.items():
        rows.sort(key=lambda row: row.in_force.since or date.min)
        said = "；".join(f"{stretch(row.in_force)}，{limit_words(row, law)}" for row in rows)
        yield f"· {matter}：{said}"


def _later_cases(rule: Rule) -> Iterator[str]:
    if isinstance(rule.check, Cases):
        dated = [case for case in rule.check.cases if case.terms.since]
        for case in sorted(dated, key=lambda case: case.terms.since or date.min):
            yield f"· {case.terms.since} 起增加：{rule.message(case.name)}"


def _dates_of(check: Any, law: LawTables) -> Iterator[str]:
    if isinstance(check, DateNumerals):
        yield f"· {check.arabic_since} 起写阿拉伯数字，以前写汉字。"
    if isinstance(check, CitationFacts):
        yield f"· 按登记的 {len(law.instruments)} 份法规文件各自施行、废止的日期判断。"
    if isinstance(check, AgencyEra):
        yield f"· 按登记的 {len(law.agencies)} 个机关各自设立、撤销的日期判断。"
