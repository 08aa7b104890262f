from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai_lint.law.tables import LawTables
from gongkai_lint.ruleset.law_files import load_law

INSTRUMENT = "- {key: a-law, title: 甲法, number: 国办发〔2016〕80号, articles: 9, source: 例}\n"
PERIOD = (
    "- {id: DL01, matter: 公开, bound: max, amount: 20, unit: workday, "
    "instrument: a-law, source: 例}\n"
)
TOPIC = "- {instrument: a-law, articles: [3], subject: 公开, patterns: [公开], source: 例}\n"
MOVE = (
    "- {instrument: a-law, article: 3, successor: a-law, articles: [4], subject: 公开, "
    "patterns: [公开], since: 2019-05-15, source: 例}\n"
)
AGENCY = (
    "- {key: parks, local: [园林局], since: 2001-01-01, local_until: 2019-03-31, "
    "successors: [parks], source: 例}\n"
)
FACE = "- {name: 仿宋, patterns: [仿宋], source: 例}\n"
Load = Callable[..., tuple[LawTables, list[str]]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def write(
        *,
        instruments: str = INSTRUMENT,
        periods: str = PERIOD,
        articles: str = TOPIC + MOVE,
        agencies: str = AGENCY,
        typefaces: str = FACE,
    ) -> tuple[LawTables, list[str]]:
        (tmp_path / "instruments.yaml").write_text(instruments, encoding="utf-8")
        (tmp_path / "periods.yaml").write_text(periods, encoding="utf-8")
        (tmp_path / "articles.yaml").write_text(articles, encoding="utf-8")
        (tmp_path / "agencies.yaml").write_text(agencies, encoding="utf-8")
        (tmp_path / "typefaces.yaml").write_text(typefaces, encoding="utf-8")
        return load_law(tmp_path)

    return write


def test_sound_files_become_tables(load: Load) -> None:
    law, problems = load()
    assert problems == []
    assert (len(law.instruments), len(law.periods), len(law.topics), len(law.moves)) == (1, 1, 1, 1)
    assert [agency.local for agency in law.agencies] == [("园林局",)]


@pytest.mark.parametrize(
    ("instruments", "words"),
    [
        ("- {key: a-law, title: 甲法, source: 例, tite: 乙}\n", "不认识的字段“tite”"),
        ("- {key: a-law, source: 例}\n", "缺少字段“title”"),
        ("- {key: A law, title: 甲法, source: 例}\n", "小写字母"),
        ("- {key: a-law, title: 甲法, source: 例, number: 八十号}\n", "不像文号"),
        ("- {key: a-law, title: 甲法, source: 例, since: 明年}\n", "字段“since”不对"),
        ("- {key: a-law, title: 甲法, source: 例, replaced_by: b-law}\n", "“b-law”不在本表中"),
        (INSTRUMENT + INSTRUMENT, "“a-law”已经用过"),
        (
            "- {key: a-law, title: 甲法, source: 例, since: 2020-01-01, until: 2019-01-01}\n",
            "早于“since”",
        ),
        ("- {key: a-law, title: 甲法, source: 例, since: 2020-02-30}\n", "没有“2020-02-30”这一天"),
        ("- 甲法\n", "对应表"),
        ("key: a-law\n", "列表"),
    ],
)
def test_a_mistake_in_the_register_is_told_with_its_line(
    load: Load, instruments: str, words: str
) -> None:
    _, problems = load(instruments=instruments, periods="[]\n", articles="[]\n")
    line = instruments.count("\n")
    assert any(words in problem and f"instruments.yaml:{line}" in problem for problem in problems)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("DL01", "D1"), "应写作 DL01"),
        (("a-law", "b-law"), "“b-law”不在 instruments.yaml 中"),
        (("amount: 20, ", ""), "缺少字段“amount”"),
        (("unit: workday", "unit: date"), "month 和 day"),
        (("bound: max", "bound: 上限"), "字段“bound”不对"),
        (("source: 例", "source: 例, patterns: ['(']"), "正则表达式“(”写错了"),
        (("source: 例", "source: 例, replaced_by: DL09"), "“DL09”不在本表中"),
    ],
)
def test_a_mistake_in_the_periods_is_told(load: Load, change: tuple[str, str], words: str) -> None:
    _, problems = load(periods=PERIOD.replace(*change))
    assert any(words in problem and "periods.yaml:1" in problem for problem in problems)


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        (TOPIC.replace("[3]", "[30]"), "只有 9 条，没有第 30 条"),
        (MOVE.replace("[4]", "[40]"), "只有 9 条，没有第 40 条"),
        (TOPIC.replace("a-law", "b-law"), "“b-law”不在"),
        (TOPIC.replace("patterns: [公开]", "patterns: ['[']"), "写错了"),
        (TOPIC.replace("subject: 公开, ", ""), "缺少字段“subject”"),
    ],
)
def test_a_mistake_in_the_articles_is_told(load: Load, articles: str, words: str) -> None:
    _, problems = load(articles=articles)
    assert any(words in problem and "articles.yaml:1" in problem for problem in problems)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("key: parks", "key: Parks"), "小写字母"),
        (("local: [园林局], ", ""), "至少写一个"),
        (("2019-03-31", "1999-03-31"), "早于“since”"),
        (("local_until", "until"), "缺少字段“local_until”"),
        (("[parks]", "[lakes]"), "“lakes”不在本表中"),
        (("source: 例", "source: 例, kept: ['(']"), "正则表达式“(”写错了"),
        ((", source: 例", ""), "缺少字段“source”"),
    ],
)
def test_a_mistake_in_the_agencies_is_told(load: Load, change: tuple[str, str], words: str) -> None:
    _, problems = load(agencies=AGENCY.replace(*change))
    assert any(words in problem and "agencies.yaml:1" in problem for problem in problems)


@pytest.mark.parametrize(
    ("typefaces", "words"),
    [
        (FACE + FACE, "“仿宋”已经用过"),
        (FACE.replace("[仿宋]", "['(']"), "写错了"),
        (FACE.replace("source", "sauce"), "不认识的字段“sauce”"),
    ],
)
def test_a_mistake_in_the_typefaces_is_told(load: Load, typefaces: str, words: str) -> None:
    _, problems = load(typefaces=typefaces)
    assert any(words in problem and "typefaces.yaml:" in problem for problem in problems)


def test_every_mistake_of_every_file_is_told_at_once(load: Load) -> None:
    _, problems = load(
        instruments="- {key: a-law, source: 例}\n- {key: b-law, title: 乙法}\n",
        periods=PERIOD.replace("bound: max", "bound: 上限"),
        articles=TOPIC.replace("[3]", "三"),
    )
    assert len(problems) >= 4


def test_a_missing_file_is_a_mistake(tmp_path: Path) -> None:
    _, problems = load_law(tmp_path)
    assert len(problems) == 5
    assert all("没有这个文件" in problem for problem in problems)
