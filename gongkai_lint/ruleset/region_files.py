"""Load rules/regions/*.yaml, every mistake told with file and line; no region may loosen."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from gongkai_lint.errors import plainly
from gongkai_lint.files import read_words
from gongkai_lint.law.instrument import InForce, LegalBasis
from gongkai_lint.law.period import Period
from gongkai_lint.model.finding import SEVERITIES, Setting, Severity
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.build_case import severities
from gongkai_lint.ruleset.convert import convert, convert_fields
from gongkai_lint.ruleset.region import Added, Change, Earlier, Graver, Region, Stricter
from gongkai_lint.ruleset.region_file import Adds, LocalBasis, RegionFile, Tightens
from gongkai_lint.ruleset.rule import Rule, RuleSet
from gongkai_lint.ruleset.rulefile import SeverityByProfile
from gongkai_lint.ruleset.values import WRONG
from gongkai_lint.ruleset.yaml_source import load_yaml

_KEY = re.compile(r"[a-z]+(?:/[a-z]+)?")
_DAY = timedelta(days=1)
Tell = Callable[[str], None]


class _Asked(NamedTuple):
    """One entry of a region's file: what it says, in which region, and how to tell a mistake."""

    said: Adds | Tightens
    region: str
    tell: Tell


def load_regions(folder: Path, rules: RuleSet) -> tuple[tuple[Region, ...], list[str]]:
    """Give the regions of a folder, the provinces first, and every mistake in their files."""
    problems: list[str] = []
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    regions = [region for file in files if (region := _load(file, rules, problems))]
    return tuple(sorted(regions, key=lambda region: region.key)), problems


def _load(path: Path, rules: RuleSet, problems: list[str]) -> Region | None:
    try:
        loaded = load_yaml(read_words(path))
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{path}：读不出来（{plainly(error)}），请另存为 UTF-8 文本。")
        return None
    before = len(problems)
    problems += [f"{path}:{p.line}：{p.message}" for p in loaded.problems]

    def tell(field: str, message: str) -> None:
        problems.append(f"{path}:{loaded.lines.get(field, 1)}：{message}")

    if not isinstance(loaded.value, dict):
        tell("", "地区文件应是“字段: 值”的对应表。")
        return None
    fields = convert_fields(RegionFile, loaded.value, "", tell)
    if len(problems) > before:
        return None
    file = RegionFile(**fields)
    if not _KEY.fullmatch(file.key) or path.stem != file.key.replace("/", "-"):
        tell(
            "key", f"地区“{file.key}”应写作 fujian 或 shanxi/lvliang，文件名与它相同，“/”写作“-”。"
        )
    entries = [_entry(said, file.key, tell, f"adds.{i}") for i, said in enumerate(file.adds)]
    entries += [_entry(s, file.key, tell, f"tightens.{i}") for i, s in enumerate(file.tightens)]
    changes = (_change(entry, rules) for entry in entries)
    return Region(file.key, file.name, tuple(change for change in changes if change), file.note)


def _entry(
    said: Adds | Tightens, region: str, tell: Callable[[str, str], None], place: str
) -> _Asked:
    return _Asked(said, region, lambda message: tell(place, message))


def _change(entry: _Asked, rules: RuleSet) -> Change | None:
    basis = _basis(entry, rules)
    if basis is None:
        return None
    if isinstance(entry.said, Adds):
        return _added(entry.said, basis, entry.tell, rules)
    return _tightened(entry.said, basis, entry.tell, rules)


def _tightened(said: Tightens, basis: LegalBasis, tell: Tell, rules: RuleSet) -> Change | None:
    rule = next((rule for rule in rules.rules if rule.id == said.rule), None)
    if rule is None:
        tell(f"没有全国性规则“{said.rule}”可以收紧。")
    elif said.field == "since":
        return _earlier(said, basis, tell, rule)
    elif said.binds:
        tell("“binds”只与 field: since 一起写。")
    elif said.since is None:
        tell("缺少字段“since”：这一要求从哪一天起？")
    elif said.field.partition(".")[0] == "severity":
        return _graver(said, basis, tell, rule)
    else:
        return _stricter(said, basis, tell, rules)
    return None


def _basis(entry: _Asked, rules: RuleSet) -> LegalBasis | None:
    """Give the local instrument that an entry rests on; a national one has no local values."""
    said: LocalBasis = entry.said.basis
    instrument = rules.law.instrument(said.instrument)
    places = {entry.region, entry.region.partition("/")[0]}
    if instrument is None:
        entry.tell(f"依据“{said.instrument}”不在 rules/law/instruments.yaml 中。")
    elif instrument.region not in places:
        entry.tell(f"依据“{said.instrument}”不是本地区的文件，不能用作地方要求的依据。")
    elif (
        instrument.in_force.since
        and entry.said.since
        and entry.said.since < instrument.in_force.since
    ):
        entry.tell(f"起始日期早于依据“{said.instrument}”的施行日期。")
    else:
        return instrument.basis(said.provision)
    return None


def _added(said: Adds, basis: LegalBasis, tell: Tell, rules: RuleSet) -> Added | None:
    if not said.case and said.rule not in {rule.id for rule in rules.regional}:
        tell(f"没有 in_force 为 regional 的规则“{said.rule}”可以增加。")
    elif said.case and said.case not in _sleeping(said.rule, rules):
        tell(f"规则“{said.rule}”没有写着 regional 的情形“{said.case}”可以增加。")
    elif said.case and not said.what:
        tell("增加一种情形的，要用“what”写明它要求什么。")
    else:
        in_force = InForce(said.since, said.until)
        return Added(said.rule, in_force, basis, said.case, said.what)
    return None


def _sleeping(id_: str, rules: RuleSet) -> set[str]:
    """Give the names of a national rule's cases that only a region adds."""
    return {
        case.name
        for rule in rules.rules
        if rule.id == id_
        for case in rule.cases
        if case.when.regional
    }


def _earlier(said: Tightens, basis: LegalBasis, tell: Tell, rule: Rule) -> Earlier | None:
    since = rule.in_force.since
    if not isinstance(said.value, date) or since is None or said.value >= since:
        tell(f"起始日期只能提前：规则 {rule.id} 全国自 {since} 起，这里写作“{said.value}”。")
        return None
    return Earlier(rule.id, InForce(said.value, since - _DAY), basis, said.binds)


def _graver(said: Tightens, basis: LegalBasis, tell: Tell, rule: Rule) -> Graver | None:
    case = said.field.partition(".")[2]
    value = convert(Severity | SeverityByProfile, said.value, "value", lambda *_: None)
    if value is WRONG:
        tell(f"级别只能写 error、warning、info，或者分别写 draft 和 archive，现为“{said.value}”。")
        return None
    severity = severities(value)
    for profile, graver in severity:
        if any(_rank(graver) > _rank(own) for own in _severities(rule, case, profile)):
            tell(f"地区规定不能放宽：规则 {rule.id} 的级别比全国的低。")
            return None
    if case and not said.what:
        tell("加重一种情形的，要用“what”写明它要求什么。")
        return None
    return Graver(rule.id, InForce(said.since, said.until), basis, severity, case, said.what)


def _severities(rule: Rule, case: str, setting: Setting) -> list[Severity | None]:
    """Give how grave the findings of a case are, or the rule where none is named."""
    tellings = (told for one in rule.cases if case and one.name == case for _, told in one.tells)
    own = [rule.severity_of(told, setting) for told in tellings]
    return own or [rule.severity_in(setting)]


def _rank(severity: Severity | None) -> int:
    return SEVERITIES.index(severity) if severity else len(SEVERITIES)


def _stricter(said: Tightens, basis: LegalBasis, tell: Tell, rules: RuleSet) -> Stricter | None:
    national = rules.law.period(said.field)
    if national is None or national.bound == "point" or type(said.value) is not int:
        tell(f"“{said.field}”应是 severity、since 或者期限表里有数字的一行，值是整数。")
        return None
    in_force = InForce(said.since, said.until)
    for row in (row for row in rules.law.periods if row.id == said.field and row.verified):
        if _meet(row.in_force, in_force) and _looser(said.value, row):
            tell(f"地区规定不能放宽：{row.matter}全国是{row.limit}，这里写作 {said.value}。")
            return None
    local = national._replace(
        amount=said.value,
        in_force=in_force,
        instrument=basis.instrument,
        provision=basis.provision,
        verified=True,
    )
    return Stricter(said.rule, in_force, basis, local)


def _looser(amount: int, row: Period) -> bool:
    national = row.amount or 0
    return amount > national if row.bound == "max" else amount < national


def _meet(first: InForce, second: InForce) -> bool:
    starts = [stretch.since or date.min for stretch in (first, second)]
    ends = [stretch.until or date.max for stretch in (first, second)]
    return max(starts) <= min(ends)
