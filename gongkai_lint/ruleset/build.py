"""From a loaded YAML file to a Rule, with every mistake told at once."""

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gongkai_lint.checks import CHECKS, Check
from gongkai_lint.checks.cases import Case, Cases, Terms
from gongkai_lint.checks.lexicon import Lexicon
from gongkai_lint.checks.special import Special
from gongkai_lint.law.instrument import InForce, Instrument, LegalBasis
from gongkai_lint.model.document_type import OFFICIAL_TYPES
from gongkai_lint.model.dossier import Returns
from gongkai_lint.model.finding import Setting, Severity
from gongkai_lint.ruleset.convert import convert_fields
from gongkai_lint.ruleset.lexicon_file import read_lexicon
from gongkai_lint.ruleset.rule import AppliesTo, DatedBasis, FixTemplate, Return, Rule
from gongkai_lint.ruleset.rulefile import (
    Applies,
    BasisFile,
    Force,
    ReturnFile,
    RuleFile,
    SeverityByProfile,
)
from gongkai_lint.ruleset.yaml_source import Loaded, Problem

_ID = re.compile(r"[A-Z]\d{2}")


def build_rule(
    loaded: Loaded, path: Path, instruments: Mapping[str, Instrument]
) -> tuple[Rule | None, tuple[Problem, ...]]:
    """Give the rule, or None and every mistake in its file."""
    problems = list(loaded.problems)
    line = loaded.lines.get

    def tell(field: str, message: str) -> None:
        top = line(field.split(".", maxsplit=1)[0], 1)
        problems.append(Problem(line(field, top), field, message))

    if not isinstance(loaded.value, dict):
        tell("", "规则文件应是“字段: 值”的对应表。")
        return None, tuple(problems)
    fields = convert_fields(RuleFile, loaded.value, "", tell)
    check = _check(loaded.value.get("check"), path, tell)
    if not fields or check is None or problems:
        return None, tuple(problems)
    file = RuleFile(**fields)
    _review(file, instruments, tell)
    rule = None if problems else _rule(file, check, path, instruments)
    return rule, tuple(problems)


def _check(data: object, path: Path, tell: Any) -> Check | None:
    if not isinstance(data, dict):
        return None
    kind = data.get("kind")
    if kind not in CHECKS:
        tell("check.kind", f"没有检查方式“{kind}”；可用的有：{'、'.join(sorted(CHECKS))}。")
        return None
    target = CHECKS[kind]
    rest = {key: value for key, value in data.items() if key != "kind"}
    if target is Cases:
        return _cases(rest.get("cases"), path, tell)
    if target is Lexicon:
        return _lexicon(rest, path, tell)
    told: list[str] = []

    def note(field: str, message: str) -> None:
        told.append(message)
        tell(field, message)

    values = convert_fields(target, rest, "check.", note)
    if target is Special and not told and not _is_special(values["function"]):
        note("check.function", f"checks/special 里没有“{values['function']}”。")
    return None if told else target(**values)


def _lexicon(data: dict[Any, Any], path: Path, tell: Any) -> Check | None:
    name = data.get("lexicon")
    if data.keys() != {"lexicon"} or not isinstance(name, str) or not name.isidentifier():
        tell("check.lexicon", "检查方式 lexicon 只有一个字段“lexicon”：lexicons 目录里词表的名称。")
        return None
    own = path.parent / "lexicons"
    folder = own if own.is_dir() else path.parent.parent / "lexicons"
    return read_lexicon(folder / f"{name}.yaml", lambda message: tell("check.lexicon", message))


def _is_special(function: str) -> bool:
    return function.isidentifier() and find_spec(f"{Special.__module__}.{function}") is not None


def _cases(data: object, path: Path, tell: Any) -> Check | None:
    if not isinstance(data, dict) or not all(isinstance(case, dict) for case in data.values()):
        tell("check.cases", "“cases”应是“名称: 检查”的对应表。")
        return None
    cases = []
    for name, case in data.items():
        own = {key: value for key, value in case.items() if key in Terms._fields}
        check = _check({k: v for k, v in case.items() if k not in own}, path, tell)
        terms = convert_fields(Terms, own, f"check.cases.{name}.", tell)
        if check is not None and terms.keys() == own.keys():
            cases.append(Case(name, check, Terms(**terms)))
    return Cases(tuple(cases)) if len(cases) == len(data) else None


def _review(file: RuleFile, instruments: Mapping[str, Instrument], tell: Any) -> None:
    if not _ID.fullmatch(file.id):
        tell("id", f"规则编号“{file.id}”应为一个大写字母加两位数字，如 A01。")
    for basis in file.basis:
        if basis.instrument not in instruments:
            tell("basis", f"依据“{basis.instrument}”不在 rules/law/instruments.yaml 中。")
        elif instruments[basis.instrument].region:
            tell("basis", f"“{basis.instrument}”是地方文件，只能在 rules/regions 里用作依据。")
    since, until = _in_force(file)
    if since and until and until < since:
        tell("in_force", "终止日期早于起始日期。")


def _rule(file: RuleFile, check: Check, path: Path, instruments: Mapping[str, Instrument]) -> Rule:
    return Rule(
        id=file.id,
        title=file.title,
        topic=path.parent.name,
        path=str(path),
        status=file.status,
        severity=by_profile(file.severity),
        certainty=file.certainty if isinstance(file.certainty, str) else file.certainty.text,
        applies_to=_applies(file.applies_to),
        scope=file.scope,
        check=check,
        messages=_messages(file),
        advice=file.advice,
        why=file.why,
        fix=_fix(file),
        basis=tuple(_basis(basis, instruments[basis.instrument]) for basis in file.basis),
        in_force=_in_force(file),
        yields_to=file.yields_to,
        aggregate=file.aggregate,
        known_limits=file.known_limits,
        case_severity=tuple(file.case_severity.items()),
        regional=file.in_force == "regional",
        judged=file.judged,
        case_certainty=tuple(file.case_certainty.items()),
        dossier_certainty=None if isinstance(file.certainty, str) else file.certainty.dossier,
        sends_back=_return(file.returns) if file.returns else None,
    )


def _messages(file: RuleFile) -> tuple[tuple[str, str], ...]:
    return tuple(file.message.items()) if isinstance(file.message, dict) else (("", file.message),)


def _fix(file: RuleFile) -> FixTemplate | None:
    fix = file.fix
    return FixTemplate(fix.replace_with, fix.safety, fix.title) if fix else None


def _basis(basis: BasisFile, instrument: Instrument) -> DatedBasis:
    words = LegalBasis(instrument.key, instrument.title, instrument.number, basis.provision)
    return DatedBasis(words, InForce(basis.since, basis.until), basis.cases)


def _in_force(file: RuleFile) -> InForce:
    stretch = file.in_force
    return InForce() if isinstance(stretch, str) else InForce(stretch.since, stretch.until)


def by_profile(
    force: Severity | SeverityByProfile,
) -> tuple[tuple[Setting, Severity | None], ...]:
    """Give the severity in each profile, and in a submission where it has its own."""
    if not isinstance(force, SeverityByProfile):
        return ("draft", force), ("archive", force)
    told: dict[Setting, Force | None] = {
        "draft": force.draft,
        "archive": force.archive,
        "dossier": force.dossier,
    }
    return tuple((setting, _force(own)) for setting, own in told.items() if own is not None)


def _return(file: ReturnFile) -> Return:
    return Return(Returns(file.step, file.ground), file.cases)


def _force(force: Force) -> Severity | None:
    return None if force == "off" else force


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
