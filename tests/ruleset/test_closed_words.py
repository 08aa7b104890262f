"""Words of a rule file come from closed lists: each unknown one is told, and where."""

from pathlib import Path
from shutil import copytree

import pytest

from gongkai_lint.errors import RuleFileError
from gongkai_lint.ruleset.folder import load_folder
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.locate import rules_folder

SOUND = """\
id: X01
title: 例
severity: warning
applies_to: {without: [party]}
scope: [main]
cases:
  one:
    when: {traits: [normative]}
    look: {kind: existence, patterns: ['甲(?P<kind>乙)']}
    say: 不写{kind}。
  two:
    look: {kind: elements, kinds: [note]}
    say: 不写{text}。
    basis: [{instrument: gb-t-9704-2012}]
in_force: {since: 2020-01-01}
examples:
  violation: [⟦甲乙⟧, {title: ⟦甲乙⟧}]
  pass: [乙, 丙]
"""


PERIOD = "id: DL90, matter: 会签, bound: max, unit: workday, amount: 3, source: 乙"


def told(folder: Path, text: str) -> list[str]:
    (folder / "X01-a.yaml").write_text(text, "utf-8")
    try:
        load_ruleset(folder)
    except RuleFileError as error:
        return [problem.rpartition("X01-a.yaml:")[2] for problem in error.problems]
    return []


def test_the_sound_rule_is_sound(tmp_path: Path) -> None:
    assert told(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        (("scope: [main]", "scope: [mian]"), 5, "没有“mian”这个词，是不是“main”？"),
        (("scope: [main]", "scope: []"), 5, "“scope”不对：不能为空"),
        (("without: [party]", "without: [partty]"), 4, "没有“partty”这个词，是不是“party”？"),
        (("without: [party]", "except_levels: [town]"), 4, "没有“town”这个词"),
        (("without: [party]", "issuers: [bureau]"), 4, "没有“bureau”这个词"),
        (("without: [party]", "witout: [party]"), 4, "，是不是“without”"),
        (("without: [party]", "without: [party], traits: [party]"), 4, "没有文件适用"),
        (("traits: [normative]", "traits: [normal]"), 8, "没有“normal”这个词"),
        (("traits: [normative]", "present: [lable]"), 8, "没有“lable”这个词"),
        (("traits: [normative]", "titled: [report]"), 8, "没有“report”这个写有 form"),
        (("traits: [normative]", "titled: [submit_draft]"), 8, "没有“submit_draft”这个写有 form"),
        (("traits: [normative]", "not_titled: publish_news"), 8, "没有“publish_news”这个写有 form"),
        (("traits: [normative]", "until: 2019-12-31"), 8, "永远查不到"),
        (("traits: [normative]", "since: 2022-01-01, until: 2021-12-31"), 8, "早于起始日期"),
        (("kind: existence", "kind: existance"), 9, "没有检查方式“existance”，是不是“existence”？"),
        (("patterns: ['甲(?P<kind>乙)']", "patterns: []"), 9, "不能为空，空的永远查不到"),
        (("patterns: ['甲(", "paterns: ['甲("), 9, "不认识的字段“cases.one.look.paterns”"),
        (
            ("say: 不写{kind}。", "say: 不写{knd}。"),
            10,
            "“{knd}”没有字可填；这种检查能填的有：{text}、{kind}",
        ),
        (("say: 不写{kind}。", "say: {most: 少写。}"), 10, "不分“most”，只写一句话"),
        (
            ("不写{kind}。", "不写{kind}。\n    fix: {safety: safe, replace_with: '{kid}'}"),
            10,
            "“{kid}”没有字可填",
        ),
        (("不写{kind}。", "不写{kind}。\n    near: [{unles: [丙]}]"), 11, "，是不是“unless”"),
        (("不写{kind}。", "不写{kind}。\n    near: [{around: page}]"), 11, "没有“page”这个"),
        (("不写{kind}。", "不写{kind}。\n    near: [{around: scope}]"), 11, "什么也没有要求"),
        (("不写{kind}。", "不写{kind}。\n    near: [{told: [publich]}]"), 11, "没有“publich”这个"),
        (("kinds: [note]", "kinds: [footnote]"), 12, "没有“footnote”这个词，是不是“note”？"),
        (("kinds: [note]", "kinds: [note], where: [margin]"), 12, "没有“margin”这个词"),
        (("gb-t-9704-2012", "gb-t-9704-2021"), 14, "不在 rules/law/instruments.yaml 中"),
        (("{since: 2020-01-01}", "2020-01-01"), 15, "写作 in_force: {since: 2020-01-01}"),
        (("{title: ⟦甲乙⟧}", "{titel: ⟦甲乙⟧}"), 17, "不认识的要素“titel”，是不是“title”？"),
        (("pass: [乙, 丙]", "pass: [⟦乙⟧, 丙]"), 18, "不应报告的例子（pass）里不能有“⟦⟧”"),
        (("pass: [乙, 丙]", "pass: []"), 18, "一个例子也没有"),
        (("violation: [⟦甲乙⟧,", "violation: [⟦甲乙,"), 17, "不成对"),
        (
            ("severity: warning", "severity: {draft: 'off', archive: 'off'}"),
            3,
            "任何文件都不会报告",
        ),
        (("in_force:", "yields_to: [A99]\nin_force:"), None, "“A99”没有这条规则"),
    ],
)
def test_an_unknown_word_is_told_with_its_line(
    tmp_path: Path, change: tuple[str, str], line: int | None, said: str
) -> None:
    assert change[0] in SOUND
    (problem, *_) = told(tmp_path, SOUND.replace(*change, 1))
    assert said in problem
    assert line is None or problem.startswith(f"{line}：")


def test_words_of_the_law_and_the_vocabulary_are_closed_too(tmp_path: Path) -> None:
    for look, said in [
        ("{kind: period, judge: longer, matters: [DL99]}", "没有“DL99”这个"),
        ("{kind: citation, judge: moved, only: [gb-9704]}", "没有“gb-9704”这个"),
        ("{kind: layout, part: text, fonts: [仿宋体]}", "没有“仿宋体”这个"),
        ("{kind: layout, part: text, sizes: [3号]}", "没有“3号”这个词"),
        ("{kind: clause, act: [publich]}", "没有“publich”这个"),
        ("{kind: clause, act: [publish], says: {clause: [a|b]}}", "没有“a”这个"),
        ("{kind: clause, act: [publish], lacks: {page: [report]}}", "不认识的字段"),
        ("{kind: deadline, kinds: [vague], holds: [paste]}", "没有“paste”这个词，是不是“past”"),
        ("{kind: completeness, needs: {甲: [{act: [trainin]}]}}", "没有“trainin”这个"),
        ("{kind: clause, act: [publish], holds: [near]}", "没有“near”这个"),
    ]:
        wrong = SOUND.replace("{kind: elements, kinds: [note]}", look)
        assert any(said in problem for problem in told(tmp_path, wrong)), look


def test_a_mistake_in_the_vocabulary_makes_no_rule_wrong(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    copytree(rules_folder(), rules)
    file = rules / "vocabulary" / "solicit.yaml"
    file.write_text(file.read_text("utf-8").replace("征询]", "征询, 征询]"), "utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_folder(rules)
    assert len(caught.value.problems) == 1
    assert "solicit.yaml" in caught.value.problems[0]


def test_all_mistakes_of_one_file_are_told_at_once(tmp_path: Path) -> None:
    wrong = (
        SOUND.replace("[main]", "[mian]")
        .replace("{kind}。", "{knd}。")
        .replace("severity: warning", "severity: grave")
        .replace("{since: 2020-01-01}", "2020-01-01")
        .replace("{title:", "{titel:")
        .replace("kinds: [note]", "kinds: [footnote]")
    )
    assert len(told(tmp_path, wrong)) == 6


def test_an_office_may_bring_the_law_that_its_rules_rest_on(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "instruments.yaml").write_text(
        "- {key: yunling-rules-2023, title: 云岭市公文处理细则, number: 云政办发〔2023〕5号,"
        " since: 2023-06-01, source: 本单位}\n",
        "utf-8",
    )
    (tmp_path / "law" / "periods.yaml").write_text(
        "- {id: DL90, matter: 会签, bound: max, unit: workday, amount: 3, source: 本单位,"
        " patterns: ['会签[^。]{0,9}◇'], instrument: yunling-rules-2023, provision: 第九条}\n",
        "utf-8",
    )
    look = "{kind: period, judge: longer, matters: [DL90]}"
    own = SOUND.replace("{kind: elements, kinds: [note]}", look)
    own = own.replace("gb-t-9704-2012", "yunling-rules-2023")
    assert told(tmp_path, own) == []
    law = load_ruleset(tmp_path).law
    assert law.instrument("yunling-rules-2023") is not None
    assert law.instrument("gb-t-9704-2012") is not None


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("instruments.yaml", "- {key: gb-t-9704-2012, title: 甲, source: 乙}\n", "已经用过"),
        ("instruments.yaml", "- {key: own, titel: 甲, source: 乙}\n", "是不是“title”"),
        ("instrument.yaml", "[]\n", "是不是“instruments.yaml”"),
        ("periods.yaml", f"- {{{PERIOD}, instrument: nowhere}}\n", "“nowhere”不在"),
    ],
)
def test_mistakes_in_the_law_of_an_office_are_told(
    tmp_path: Path, file: str, text: str, said: str
) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / file).write_text(text, "utf-8")
    (tmp_path / "X01-a.yaml").write_text(SOUND, "utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_ruleset(tmp_path)
    assert any(said in problem and f"law/{file}" in problem for problem in caught.value.problems)
