from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.law.agency import Agency, months_later
from gongkai_lint.law.tables import LawTables
from gongkai_lint.ruleset.law_files import load_law


@pytest.fixture(scope="module")
def law() -> LawTables:
    return load_law(Path("rules/law"))[0]


def _only(law: LawTables, name: str) -> Agency:
    (agency,) = law.agencies_named(name)
    return agency


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2019, 3, 31), 12, date(2020, 3, 28)),
        (date(2018, 3, 17), -12, date(2017, 3, 17)),
        (date(2018, 1, 31), 1, date(2018, 2, 28)),
        (date(2018, 12, 1), 1, date(2019, 1, 1)),
    ],
)
def test_months_are_counted_over_the_turn_of_the_year(day: date, months: int, wanted: date) -> None:
    assert months_later(day, months) == wanted


def test_a_central_and_a_local_name_end_on_their_own_days(law: LawTables) -> None:
    agency = _only(law, "环境保护部")
    assert agency.ended("环境保护部") == date(2018, 3, 17)
    assert agency.ended("环保局") == date(2019, 3, 31)
    assert agency.last == date(2019, 3, 31)


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2016, 1, 1), "国家卫生和计划生育委员会"),
        (date(2024, 1, 1), "国家卫生健康委员会"),
    ],
)
def test_the_heirs_of_an_agency_are_those_of_the_day(
    law: LawTables, day: date, wanted: str
) -> None:
    (heir,) = law.heirs(_only(law, "卫生部"), day)
    assert heir.name_like("卫生部", central=True) == wanted


def test_an_heir_is_named_at_the_level_and_with_the_ending_of_the_old_name(law: LawTables) -> None:
    (heir,) = law.heirs(_only(law, "环境保护部"), date(2024, 1, 1))
    assert heir.name_like("环境保护厅", central=False) == "生态环境厅"
    assert heir.name_like("环保局", central=False) == "生态环境局"
    assert heir.name_like("环保部", central=True) == "生态环境部"


def test_the_forerunners_of_an_agency_are_those_that_name_it(law: LawTables) -> None:
    forerunners = law.forerunners(_only(law, "应急管理部"))
    assert [agency.central[0] for agency in forerunners] == ["国家安全生产监督管理总局"]


def test_one_name_may_have_belonged_to_two_agencies(law: LawTables) -> None:
    assert len(law.agencies_named("国家药品监督管理局")) == 2
    assert law.agencies_named("云岭管理局") == ()


def test_every_agency_that_ended_and_is_judged_has_an_heir(law: LawTables) -> None:
    judged = [agency for agency in law.agencies if agency.last and agency.verified]
    assert len(law.agencies) >= 40
    assert [agency.key for agency in judged if not law.heirs(agency, date(2026, 1, 1))] == []


def test_an_heir_is_founded_no_later_than_a_year_after_the_end(law: LawTables) -> None:
    for agency in law.agencies:
        for heir in law.agencies:
            if heir.key in agency.successors and heir.since and agency.until:
                assert heir.since <= months_later(agency.until, 12), (agency.key, heir.key)
