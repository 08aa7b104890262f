import pickle
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.law.tables import LawTables
from gongkai_lint.ruleset.law_files import load_law


@pytest.fixture(scope="module")
def law() -> LawTables:
    tables, problems = load_law(Path("rules/law"))
    assert not problems
    return tables


def test_an_instrument_is_found_by_key_number_and_title(law: LawTables) -> None:
    key = "government-information-regulation-2019"
    assert [i.key for i in law.numbered("国务院第711号令")] == [key]
    assert {i.key for i in law.titled("信息公开条例")} >= {key}
    instrument = law.instrument(key)
    assert instrument
    assert instrument.basis("第二十六条").provision == "第二十六条"


def test_the_edition_of_a_title_depends_on_the_day(law: LawTables) -> None:
    before = law.edition("政府信息公开条例", date(2019, 5, 14))
    after = law.edition("政府信息公开条例", date(2019, 5, 15))
    assert before
    assert after
    assert (before.number, after.number) == ("国务院令第492号", "国务院令第711号")


def test_what_is_not_in_the_tables_is_simply_unknown(law: LawTables) -> None:
    assert law.instrument("nowhere") is None
    assert law.numbered("云政发〔2024〕5号") == ()
    assert law.numbered("没有文号") == ()
    assert law.titled("云岭市公园管理办法") == ()
    assert law.edition("云岭市公园管理办法", date(2024, 9, 2)) is None
    assert law.period("DL00") is None


def test_periods_are_those_in_force_on_the_day(law: LawTables) -> None:
    old = {p.id for p in law.periods_on(date(2018, 1, 1), ("DL01", "DL02"))}
    new = {p.id for p in law.periods_on(date(2020, 1, 1), ("DL01", "DL02"))}
    assert (old, new) == ({"DL02"}, {"DL01"})


def test_the_tables_survive_pickling(law: LawTables) -> None:
    again = pickle.loads(pickle.dumps(law))  # noqa: S301 (our own bytes)
    assert again == law
    assert again.numbered("国办发〔2016〕80号")


def test_a_replaced_instrument_ends_before_its_successor_begins(law: LawTables) -> None:
    for old in law.instruments:
        new = law.instrument(old.replaced_by) if old.replaced_by else None
        if new and old.in_force.until and new.in_force.since:
            assert old.in_force.until < new.in_force.since, old.key


def test_every_moved_article_lies_within_its_successor(law: LawTables) -> None:
    for move in law.moves:
        successor = law.instrument(move.successor)
        assert successor
        assert move.in_force.since == successor.in_force.since


@pytest.mark.parametrize("year", range(2012, 2023))
def test_the_key_points_of_every_year_are_known_by_number_and_name(
    law: LawTables, year: int
) -> None:
    (points,) = (i for i in law.instruments if i.key == f"openness-key-points-{year}")
    assert points in law.titled(points.title)
    assert points in law.numbered(points.number)
    assert points.in_force.since
    assert points.in_force.since.year == year
    other = "政府信息公开" if year > 2015 else "政务公开"
    assert law.misnamed(f"国务院办公厅关于印发{year}年{other}工作要点的通知") == points


@pytest.mark.parametrize(
    ("old", "day", "new"),
    [
        ("中华人民共和国合同法", date(2021, 1, 1), "中华人民共和国民法典"),
        ("民法通则", date(2021, 1, 1), "中华人民共和国民法典"),
        ("增值税暂行条例", date(2026, 1, 1), "中华人民共和国增值税法"),
        ("个体工商户条例", date(2022, 11, 1), "促进个体工商户发展条例"),
        ("国家行政机关公文处理办法", date(2012, 7, 1), "党政机关公文处理工作条例"),
        ("法规规章备案条例", date(2024, 11, 1), "法规规章备案审查条例"),
    ],
)
def test_a_repealed_instrument_names_its_successor(
    law: LawTables, old: str, day: date, new: str
) -> None:
    assert law.edition(old, day) is None
    (repealed,) = law.titled(old)
    successor = law.instrument(repealed.replaced_by)
    assert successor
    assert successor.title == new
    assert successor.in_force.on(day)
