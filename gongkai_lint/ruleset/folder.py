"""Load a folder of rule files, all mistakes of all files at once."""

from contextlib import suppress
from pathlib import Path

from gongkai_lint.checks.pattern import from_outside
from gongkai_lint.digests import sha256
from gongkai_lint.errors import RuleFileError, plainly
from gongkai_lint.files import read_settings, read_words
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.ruleset.build import build_rule
from gongkai_lint.ruleset.known import Known
from gongkai_lint.ruleset.law_files import load_law, read_entries
from gongkai_lint.ruleset.locate import rules_folder
from gongkai_lint.ruleset.region_files import load_regions
from gongkai_lint.ruleset.roles import RoleWords
from gongkai_lint.ruleset.rule import Rule, RuleSet
from gongkai_lint.ruleset.values import choice
from gongkai_lint.ruleset.vocabulary_files import load_vocabulary
from gongkai_lint.ruleset.yaml_source import load_yaml

_NO_RULES = {"law", "lexicons", "regions", "dossiers", "vocabulary"}


def load_folder(folder: Path) -> RuleSet:
    """Load the rules and the law of a folder. Raises ``RuleFileError`` with every mistake."""
    law, problems = load_law(folder / "law")
    vocabulary, more = load_vocabulary(folder / "vocabulary")
    problems += more
    rules, more = _load_rules(folder, Known(law, vocabulary))
    ids = frozenset(rule.id for rule in rules)
    problems += more + _repeated(rules) + _lost(rules, ids | _named(folder))
    regional = tuple(rule for rule in _sorted(rules) if rule.regional)
    national = tuple(rule for rule in _sorted(rules) if not rule.regional)
    ruleset = RuleSet(national, law, _digest(folder), regional, known=ids)
    regions, more = load_regions(folder / "regions", ruleset)
    problems += more
    if not (folder / "dossiers" / "roles.yaml").is_file():
        problems.append(f"{folder / 'dossiers' / 'roles.yaml'}：没有这个文件。")
    roles = read_entries(folder / "dossiers" / "roles.yaml", RoleWords, problems)
    if problems:
        raise RuleFileError(tuple(problems))
    return ruleset._replace(
        regions=regions, roles=tuple(words for words, _ in roles), vocabulary=vocabulary
    )


def add_folder(builtin: RuleSet, folder: Path) -> RuleSet:
    """Add an office's own rules, and the law and the words that they need, to the built-in ones.

    An existing id is a mistake, be it of a rule, an instrument or a period.
    """
    law, problems = load_law(folder / "law", beside=builtin.law)
    vocabulary, more = _vocabulary(builtin, folder)
    problems += more
    with from_outside():
        rules, more = _load_rules(folder, Known(law, vocabulary))
    if not any(folder.rglob("*.yaml")):
        problems.append(f"“{folder}”里没有规则文件（.yaml），请核对目录。")
    ids = builtin.known.union(rule.id for rule in rules)
    problems += more + _repeated(rules) + _lost(rules, ids | _named(folder))
    problems += [
        f"{rule.path}：规则编号 {rule.id} 内置规则已经使用，本单位的规则请用 X 开头的编号。"
        for rule in rules
        if rule.id in builtin.known
    ]
    problems += [
        f"{rule.path}：in_force 写 regional 的规则只在内置的地区规定里使用，请写起始日期或 always。"
        for rule in rules
        if rule.regional
    ]
    if problems:
        raise RuleFileError(tuple(problems))
    both = sha256((builtin.digest + _digest(folder)).encode()).hexdigest()
    return builtin._replace(
        rules=_sorted([*builtin.rules, *rules]),
        law=law,
        digest=f"sha256:{both}",
        known=ids,
        vocabulary=vocabulary,
    )


def _vocabulary(builtin: RuleSet, folder: Path) -> tuple[Vocabulary, list[str]]:
    own = folder / "vocabulary"
    if not own.is_dir():
        return builtin.vocabulary, []
    return load_vocabulary(rules_folder() / "vocabulary", own)


def rule_files(folder: Path) -> list[Path]:
    """List the rule files of a folder, in subfolders by family or directly inside."""
    found = [*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]
    return sorted(file for file in found if file.parent.name not in _NO_RULES)


def _load_rules(folder: Path, known: Known) -> tuple[list[Rule], list[str]]:
    rules, problems = [], []
    for file in rule_files(folder):
        try:
            text = read_words(file)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{file}：读不出来（{plainly(error)}），请另存为 UTF-8 文本。")
            continue
        rule, mistakes = build_rule(load_yaml(text), file, known)
        problems += [f"{file}:{p.line}：{p.message}" for p in mistakes]
        if rule:
            rules.append(rule)
            if not file.name.startswith(f"{rule.id}-"):
                problems.append(f"{file}:1：文件名应以规则编号“{rule.id}-”开头。")
    return rules, problems


def _repeated(rules: list[Rule]) -> list[str]:
    first: dict[str, Rule] = {}
    problems = []
    for rule in rules:
        if rule.id in first:
            problems.append(f"{rule.path}：规则编号 {rule.id} 与 {first[rule.id].path} 重复。")
        first.setdefault(rule.id, rule)
    return problems


def _named(folder: Path) -> frozenset[str]:
    """Give the ids that the files bear in their names, also of rules with mistakes."""
    return frozenset(file.name[:3] for file in rule_files(folder))


def _lost(rules: list[Rule], ids: frozenset[str]) -> list[str]:
    """Tell each rule that another one yields to and that there is not."""
    return [
        f"{rule.path}：yields_to 里的“{other}”没有这条规则{choice(other, sorted(ids))}。"
        for rule in rules
        for other in rule.yields_to
        if other not in ids
    ]


def _sorted(rules: list[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted((r for r in rules if r.status != "retired"), key=lambda rule: rule.id))


def _digest(folder: Path) -> str:
    digest = sha256()
    for file in sorted([*folder.glob("*.yaml"), *folder.glob("*/*.yaml")]):
        with suppress(OSError):  # who loads it says so
            digest.update(file.name.encode() + b"\0" + read_settings(file))
    return f"sha256:{digest.hexdigest()}"
