"""From a loaded YAML file to a Rule, with every mistake told at once."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from gongkai_lint.law.instrument import InForce
from gongkai_lint.model.document_type import OFFICIAL_TYPES
from gongkai_lint.ruleset.build_case import Bench, Tell, build_case, certainties, severities
from gongkai_lint.ruleset.case import Case
from gongkai_lint.ruleset.convert import convert_fields
from gongkai_lint.ruleset.examples import review_examples
from gongkai_lint.ruleset.known import Known
from gongkai_lint.ruleset.review import never_speaks
from gongkai_lint.ruleset.rule import AppliesTo, Rule
from gongkai_lint.ruleset.rulefile import Applies, CaseFile, Examples, RuleFile
from gongkai_lint.ruleset.yaml_source import Loaded, Problem

_ID = re.compile(r"[A-Z]\d{2}")
_BLANK: dict[str, Any] = {  # stands for what is missing or wrong while the rest is looked at
    "id": "X00",
    "title": "",
    "severity": "info",
    "in_force": "always",
    "examples": Examples((), ()),
}
_IF_WRONG: dict[str, Any] = {"check": {}, "message": ""}  # one of these, or else ``cases``


def build_rule(loaded: Loaded, path: Path, known: Known) -> tuple[Rule | None, tuple[Problem, ...]]:
    """Give the rule, or None and every mistake in its file."""
    problems = list(loaded.problems)

    def tell(field: str, message: str) -> None:
        problems.append(Problem(_line(loaded, field), field, message))

    if not isinstance(loaded.value, dict):
        tell("", "规则文件应是“字段: 值”的对应表。")
        return None, tuple(problems)
    value = _without_bare_day(loaded.value, tell)
    fields = convert_fields(RuleFile, value, "", tell)
    there = {name: blank for name, blank in _IF_WRONG.items() if value.get(name) is not None}
    file = RuleFile(**_BLANK | there | fields)
    bench = Bench(file, path, known, tell)
    _review(file, bench)
    cases = _cases(bench)
    for field, message in (*never_speaks(file), *review_examples(value.get("examples"))):
        tell(field, message)
    rule = None if problems else _rule(bench, cases)
    return rule, tuple(problems)


def _without_bare_day(value: dict[Any, Any], tell: Tell) -> dict[Any, Any]:
    """Say how a bare day of ``in_force`` is written, and give the rest."""
    day = value.get("in_force")
    if not isinstance(day, date):
        return value
    tell("in_force", f"“in_force”要写明自哪天起，写作 in_force: {{since: {day}}}。")
    return value | {"in_force": "always"}


def _line(loaded: Loaded, field: str) -> int:
    """Give the line of a field, else that of the field it lies in."""
    while field:
        if field in loaded.lines:
            return loaded.lines[field]
        field = field.rpartition(".")[0]
    return 1


def _cases(bench: Bench) -> tuple[Case, ...]:
    file = bench.file
    if file.cases is None:
        if file.check is None:
            bench.tell("", "缺少字段“check”：怎么查？分几种情形的，写“cases”。")
        if file.message is None:
            bench.tell("", "缺少字段“message”：报告什么话？分几种情形的，写“cases”。")
        own = CaseFile(
            look=file.check or {},
            say=file.message or "",
            when=file.when,
            near=file.near,
            once=file.once,
        )
        only = build_case("", own, bench)
        return (only,) if only else ()
    if file.check is not None or file.message is not None or file.when or file.near or file.once:
        bench.tell(
            "cases",
            "写了“cases”，每种情形自己写“look”和“say”，"
            "就不再写“check”“message”“when”“near”“once”。",
        )
    cases = []
    for name, data in file.cases.items():
        fields = convert_fields(CaseFile, data, f"cases.{name}.", bench.tell)
        if {"look", "say"} <= fields.keys():
            case = build_case(name, CaseFile(**fields), bench)
            cases += [case] if case else []
    return tuple(cases)


def _review(file: RuleFile, bench: Bench) -> None:
    if not _ID.fullmatch(file.id):
        bench.tell("id", f"规则编号“{file.id}”应为一个大写字母加两位数字，如 A01。")
    bench.check_basis("basis", file.basis)
    since, until = _in_force(file)
    if since and until and until < since:
        bench.tell("in_force", "终止日期早于起始日期。")


def _rule(bench: Bench, cases: tuple[Case, ...]) -> Rule:
    file = bench.file
    return Rule(
        id=file.id,
        title=file.title,
        topic=bench.path.parent.name,
        path=str(bench.path),
        status=file.status,
        severity=severities(file.severity),
        certainty=certainties(file.certainty),
        applies_to=_applies(file.applies_to),
        scope=file.scope,
        cases=cases,
        why=file.why,
        in_force=_in_force(file),
        yields_to=file.yields_to,
        aggregate=file.aggregate,
        known_limits=file.known_limits,
        regional=file.in_force == "regional",
        judged=file.judged,
        as_written=file.as_written,
    )


def _in_force(file: RuleFile) -> InForce:
    stretch = file.in_force
    return InForce() if isinstance(stretch, str) else InForce(stretch.since, stretch.until)


def _applies(applies: Applies) -> AppliesTo:
    types = applies.types
    if isinstance(types, str):
        types = OFFICIAL_TYPES if types == "official" else ()
    return AppliesTo(
        tuple(kind.value for kind in types),
        tuple(kind.value for kind in applies.excluded),
        applies.except_levels,
        applies.issuers,
        applies.traits,
        applies.any_traits,
        applies.without,
        applies.disclosure,
        roles=applies.roles,
    )
