"""The manual page of a rule, from the rule's own file."""

import re
from collections.abc import Iterator, Sequence

from gongkai_lint.checks.kind import manual
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document_type import NAMES, OFFICIAL_TYPES
from gongkai_lint.model.dossier import ROLE_WORDS, STEP_WORDS, Returns
from gongkai_lint.model.finding import SEVERITY_WORDS
from gongkai_lint.model.formatting import ALIGNMENT_WORDS
from gongkai_lint.reporters.local_words import LocalChange, stretch
from gongkai_lint.reporters.rules.dates import history
from gongkai_lint.reporters.words import (
    CERTAINTIES,
    EXAMPLE_FIELDS,
    ISSUERS,
    LAYOUT_FIELDS,
    LEVELS,
    PROFILES,
    SCOPES,
    TOPICS,
    TRAITS,
    basis_words,
    listed,
)
from gongkai_lint.ruleset.case import DatedBasis
from gongkai_lint.ruleset.examples import Example, RuleExamples
from gongkai_lint.ruleset.rule import AppliesTo, Rule

Local = Sequence[LocalChange]
NO_LAW = LawTables()
_PLACEHOLDER = re.compile(r"\{\w+\}")
_MARKS = re.compile(r"[\\`*_\[\]<>#|~]")
_TYPE_NAMES = {kind.value: name for kind, name in NAMES.items()}
_OFFICIAL = tuple(kind.value for kind in OFFICIAL_TYPES)
_ROLES = {str(role): words for role, words in ROLE_WORDS.items()}
_NAMES = LAYOUT_FIELDS | _ROLES
_WORDS = PROFILES | {str(name): words for name, words in ALIGNMENT_WORDS.items()}
_TO_IGNORE = "怎样忽略"
_NO_BASIS = "行文惯例；依据随具体事项而定的，写在每条问题里。"


def page(rule: Rule, examples: RuleExamples, local: Local = (), law: LawTables = NO_LAW) -> str:
    """Give the page: requirement, reason, dates, application, basis, examples, limits."""
    lines = [_head(rule)]
    for name, texts in sections(rule, examples, local, law):
        lines += ["", name, *(f"  {line}" for text in texts for line in text.split("\n"))]
    return "\n".join(lines) + "\n"


def markdown(rule: Rule, examples: RuleExamples, local: Local = ()) -> str:
    """Give the page in Markdown."""
    lines = [f"# {_head(rule)}"]
    for name, texts in sections(rule, examples, local):
        item = _copied if name == _TO_IGNORE else _item
        lines += ["", f"## {name}", "", *(item(text) for text in texts)]
    return "\n".join(lines) + "\n"


def literal(text: str) -> str:
    """Give text for Markdown in which no character is a mark."""
    return _MARKS.sub(r"\\\g<0>", text)


def requirement(rule: Rule) -> str:
    """Give what the rule asks, in one line."""
    return " ".join(_PLACEHOLDER.sub("……", message) for message in _messages(rule))


def _head(rule: Rule) -> str:
    return f"{rule.id} {rule.title}（{TOPICS.get(rule.topic, rule.topic)}）"


def sections(
    rule: Rule, examples: RuleExamples, local: Local = (), law: LawTables = NO_LAW
) -> Iterator[tuple[str, list[str]]]:
    """Yield each part that has something to say; the law tells what was asked at other times."""
    parts = [
        ("要求", [_PLACEHOLDER.sub("……", message) for message in _messages(rule)]),
        ("建议", [_PLACEHOLDER.sub("……", advice) for advice in _advice(rule)]),
        ("为什么", [rule.why]),
        ("自何时起", [since_when(rule)]),
        ("以前和现在", [_PLACEHOLDER.sub("……", line) for line in history(rule, law)]),
        ("地区规定", [_local(change) for change in local]),
        ("级别", [f"{severities(rule)}；{_certainty(rule)}"]),
        ("退文", _returns(rule)),
        ("适用", [application(rule.applies_to)]),
        ("查哪里", [listed(rule.scope, SCOPES)]),
        ("依据", bases(rule)),
        ("机制", _mechanisms(rule)),
        ("应当报告的例子", [_example(example) for example in examples.violation]),
        ("不应报告的例子", [_example(example) for example in examples.valid]),
        ("已知局限", [rule.known_limits]),
        (_TO_IGNORE, _ways_to_ignore(rule)),
    ]
    for name, texts in parts:
        if said := [text for text in texts if text]:
            yield name, said


def _ways_to_ignore(rule: Rule) -> list[str]:
    """Give the lines to copy where a finding is to stay."""
    if rule.asks_for("leftovers"):
        return [f'不能忽略；不查的，在 gongkai-lint.toml 里写 ignore = ["{rule.id}"]。']
    return [
        f'· gongkai-lint.toml：\n[[suppressions]]\nrule = "{rule.id}"\nreason = "写明理由"',
        f"· 文本文稿，写在那一段前面：\n<!-- gongkai-lint: ignore {rule.id} -- 写明理由 -->",
        f"· Word 文稿，批注在有问题的字上：\n〔忽略{rule.id}〕写明理由",
    ]


def _messages(rule: Rule) -> list[str]:
    return list(dict.fromkeys(telling.message for _, telling in rule.tellings))


def _advice(rule: Rule) -> list[str]:
    return list(dict.fromkeys(telling.advice for _, telling in rule.tellings))


def _mechanisms(rule: Rule) -> list[str]:
    return [f"· {line}" for case in rule.cases for line in manual(case.check)]


def _item(text: str) -> str:
    """Give a text as an item of a list; its characters are no marks."""
    return f"* {literal(text.removeprefix('· '))}".replace("\n", "  \n  ")


def _copied(text: str) -> str:
    """Give a text as an item whose further lines are to be copied."""
    first, *rest = text.removeprefix("· ").split("\n")
    fenced = ["  ```", *(f"  {line}" for line in rest), "  ```"] if rest else []
    return "\n".join([f"* {first}", *fenced])


def since_when(rule: Rule) -> str:
    """Say in words when a rule holds."""
    return "只在有规定的地区" if rule.regional else stretch(rule.in_force)


def severities(rule: Rule) -> str:
    """Say in words how grave a finding is in each profile."""
    return "、".join(
        f"{PROFILES[profile]}{SEVERITY_WORDS[severity] if severity else '不查'}"
        for profile, severity in rule.severity
    )


def _certainty(rule: Rule) -> str:
    text, own = rule.certainty
    in_dossier = f"，报批件里{CERTAINTIES[own]}" if own else ""
    return f"{CERTAINTIES[text]}{in_dossier}"


def _returns(rule: Rule) -> list[str]:
    told = dict.fromkeys(telling.returns for _, telling in rule.tellings)
    return [_return(returns) for returns in told if returns]


def _return(returns: Returns) -> str:
    step, ground = returns
    ground = _PLACEHOLDER.sub("……", ground)
    return f"在报批件里是退文的理由：{ground}（环节：{STEP_WORDS[step]}）"


def application(applies_to: AppliesTo) -> str:
    """Say in words which documents a rule binds."""
    return "；".join(_conditions(applies_to))


def _conditions(applies_to: AppliesTo) -> Iterator[str]:
    if applies_to.types == _OFFICIAL:
        yield "十五种公文"
    else:
        yield listed(applies_to.types, _TYPE_NAMES) or "各种文件"
    if applies_to.excluded:
        yield f"不含{listed(applies_to.excluded, _TYPE_NAMES)}"
    if applies_to.except_levels:
        yield f"不用于{listed(applies_to.except_levels, LEVELS)}机关"
    if applies_to.issuers:
        yield f"限{listed(applies_to.issuers, ISSUERS)}文件"
    for trait in applies_to.traits:
        yield f"限{TRAITS.get(trait, trait)}"
    if applies_to.any_traits:
        yield f"限{listed(applies_to.any_traits, TRAITS)}之一"
    if applies_to.without:
        yield f"不用于{listed(applies_to.without, TRAITS)}"
    if applies_to.roles:
        yield f"报批件里看{listed(applies_to.roles, _ROLES)}"


def _local(change: LocalChange) -> str:
    return f"{change.region.name}（{change.region.key}）：{change.sentence}"


def bases(rule: Rule) -> list[str]:
    """Give the rule's legal bases in words, or why it has none of its own."""
    none = "随地区而定，见“地区规定”。" if rule.regional else _NO_BASIS
    return [_dated(basis) for basis in rule.basis] or [none]


def _dated(dated: DatedBasis) -> str:
    since, until = dated.in_force
    if since is None and until is None:
        return basis_words(dated.basis)
    start, stop = (since or "", until or "")
    return f"{basis_words(dated.basis)}（{start} 至 {stop}）".replace("（ 至", "（至")


def _example(example: Example) -> str:
    if isinstance(example, str):
        return f"· {example}"
    lines = [
        line
        for name, value in example.items()
        for line in f"{EXAMPLE_FIELDS.get(name, name)}：{_value(value)}".rstrip().split("\n")
    ]
    return "· " + "\n  ".join(lines)


def _value(value: object) -> str:
    if value is None:
        return "（没有）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dict) and "times" in value:
        return f"{value['text']}（重复 {value['times']} 次）"
    if isinstance(value, dict):
        return "；".join(_named(str(name), said) for name, said in value.items()) or "照标准"
    if isinstance(value, list):
        return "\n".join(_value(item) for item in value)
    return _WORDS.get(str(value), str(value))


def _named(name: str, value: object) -> str:
    shown = f"（{_value(value)}）" if isinstance(value, dict) else f"：{_value(value)}"
    return _NAMES.get(name, name) + shown
