"""A region's file: what it may say, and that it may only tighten."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.law.instrument import InForce, Instrument, LegalBasis
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.localize import localize
from gongkai_lint.ruleset.region import Region
from gongkai_lint.ruleset.region_files import load_regions
from gongkai_lint.ruleset.rule import Rule, RuleSet

Load = Callable[..., tuple[tuple[Region, ...], list[str]]]
LOCAL = Instrument(
    "yunling", "云岭省公开办法", in_force=InForce(date(2000, 1, 1)), region="yunling"
)
ADDS = "key: yunling\nname: 云岭省\nadds:\n  - {%s}\n"
TIGHTENS = "key: yunling\nname: 云岭省\ntightens:\n  - {%s, basis: {instrument: yunling}}\n"


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    rules = load_ruleset()
    law = rules.law
    return rules._replace(law=type(law)((*law.instruments, LOCAL), law.periods))


@pytest.fixture
def load(tmp_path: Path, rules: RuleSet) -> Load:
    def write(text: str, name: str = "yunling.yaml") -> tuple[tuple[Region, ...], list[str]]:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return load_regions(tmp_path, rules)

    return write


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (
            "rule: A01, field: severity, value: warning, since: 2020-01-01",
            "不能放宽：规则 A01 的级别",
        ),
        (
            "rule: A01, field: severity, value: {draft: error, archive: 'off'}, since: 2020-01-01",
            "不能放宽：规则 A01 的级别",
        ),
        (
            "rule: A06, field: severity.category, value: info, since: 2020-01-01",
            "不能放宽：规则 A06 的级别",
        ),
        (
            "rule: D07, field: DL01, value: 30, since: 2020-01-01",
            "不能放宽：主动公开政府信息全国是20个工作日，这里写作 30",
        ),
        (
            "rule: D13, field: DL16, value: 10, since: 2020-01-01",
            "不能放宽：重大行政决策草案公开征求意见全国是30日，这里写作 10",
        ),
        (
            "rule: A01, field: since, value: 2018-01-01",
            "只能提前：规则 A01 全国自 2016-11-10 起",
        ),
        ("rule: D07, field: since, value: 2018-01-01", "只能提前"),
    ],
)
def test_a_region_cannot_loosen(load: Load, entry: str, sentence: str) -> None:
    regions, problems = load(TIGHTENS % entry)
    assert regions[0].changes == ()
    [problem] = problems
    assert "yunling.yaml:4：" in problem
    assert sentence in problem


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- 云岭\n", "地区文件应是"),
        ("key: yunling\nname: 云岭省\nlosens: []\n", "不认识的字段“losens”"),
        ("key: yunling\nname: 云岭省\ntightens: [{rule: A01}]\n", "缺少字段“tightens.0.field”"),
        ("key: Yunling\nname: 云岭省\n", "地区“Yunling”应写作"),
        ("key: yunling/shi\nname: 云岭市\n", "文件名与它相同"),
        (TIGHTENS % "rule: A99, field: since, value: 2010-01-01", "没有全国性规则“A99”"),
        (TIGHTENS % "rule: A07, field: since, value: 2010-01-01", "没有全国性规则“A07”"),
        (TIGHTENS % "rule: I08, field: severity, value: warning", "缺少字段“since”"),
        (
            TIGHTENS % "rule: I08, field: severity, value: warning, since: 1999-01-01",
            "早于依据“yunling”的施行日期",
        ),
        (
            TIGHTENS % "rule: I08, field: severity, value: grave, since: 2020-01-01",
            "级别只能写",
        ),
        (TIGHTENS % "rule: D07, field: DL99, value: 3, since: 2020-01-01", "期限表里有数字的一行"),
        (TIGHTENS % "rule: D07, field: DL01, value: 三, since: 2020-01-01", "值是整数"),
        (
            TIGHTENS % "rule: D07, field: DL01, value: 3, since: 2020-01-01, binds: [云岭市]",
            "“binds”只与 field: since",
        ),
        (
            ADDS % "rule: A01, since: 2020-01-01, basis: {instrument: yunling}",
            "没有 in_force 为 regional 的规则“A01”",
        ),
        (
            ADDS % "rule: D15, case: length, since: 2020-01-01, basis: {instrument: yunling}",
            "没有写着 regional 的情形“length”",
        ),
        (
            ADDS % "rule: D15, case: validity, since: 2020-01-01, basis: {instrument: yunling}",
            "要用“what”写明",
        ),
        (
            TIGHTENS % "rule: A06, field: severity.category, value: error, since: 2020-01-01",
            "要用“what”写明",
        ),
        (
            ADDS % "rule: A07, since: 2020-01-01, basis: {instrument: gb-t-9704-2012}",
            "不是本地区的文件",
        ),
        (
            ADDS % "rule: A07, since: 2020-01-01, basis: {instrument: nowhere}",
            "“nowhere”不在 rules/law/instruments.yaml 中",
        ),
    ],
)
def test_a_mistake_is_told(load: Load, text: str, sentence: str) -> None:
    _, problems = load(text)
    assert sentence in "\n".join(problems)


def test_findings_that_weigh_more_do_so_from_the_first_to_the_last_day(
    load: Load, rules: RuleSet
) -> None:
    entry = "rule: I08, field: severity, value: {draft: warning, archive: 'off'}, "
    regions, problems = load(TIGHTENS % f"{entry}since: 2018-07-29, until: 2023-03-05")
    assert problems == []
    local = localize(rules._replace(regions=regions), "yunling")
    stretches = [(r.in_force, r.severity_in("draft")) for r in local.rules if r.id == "I08"]
    assert stretches == [
        (InForce(date(2016, 11, 10), date(2018, 7, 28)), "info"),
        (InForce(date(2018, 7, 29), date(2023, 3, 5)), "warning"),
        (InForce(date(2023, 3, 6), None), "info"),
    ]


def test_a_number_of_the_regions_own_stands_before_the_national_one(
    load: Load, rules: RuleSet
) -> None:
    regions, problems = load(TIGHTENS % "rule: D07, field: DL01, value: 10, since: 2020-01-01")
    assert problems == []
    law = localize(rules._replace(regions=regions), "yunling").law
    amounts = [row.amount for row in law.periods_on(date(2021, 1, 1), ("DL01",))]
    assert amounts == [10, 20]
    assert [row.amount for row in law.periods_on(date(2019, 12, 31), ("DL01",))] == [20]


def test_an_earlier_rule_may_bind_only_some_organs(load: Load, rules: RuleSet) -> None:
    entry = "rule: N01, field: since, value: 2008-04-22, binds: [云岭省人民政府办公厅]"
    regions, problems = load(TIGHTENS % entry)
    assert problems == []
    first, second = (
        rule
        for rule in localize(rules._replace(regions=regions), "yunling").rules
        if rule.id == "N01"
    )
    assert first.in_force == InForce(date(2008, 4, 22), date(2016, 11, 9))
    assert first.applies_to.names == ("云岭省人民政府办公厅",)
    assert {basis.instrument for basis in _basis(first, date(2010, 1, 1))} == {"yunling"}
    assert second.in_force == InForce(date(2016, 11, 10))
    assert "yunling" not in {basis.instrument for basis in _basis(second, date(2020, 1, 1))}


def _basis(rule: Rule, day: date) -> list[LegalBasis]:
    return [basis for _, telling in rule.tellings for basis in telling.basis_on(day)]
