from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.checks.special.agency import AgencyEra
from gongkai_lint.law.agency import Agency
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View

CENTRE, LOCALLY = date(2018, 3, 17), date(2019, 3, 31)
BEGUN, OVER = date(2010, 1, 1), date(2020, 1, 1)
OLD, NEW = Agency("parks-old", "例"), Agency("parks-new", "例")
LAW = LawTables(
    agencies=(
        OLD._replace(
            central=("国家园林部",),
            local=("园林局",),
            until=CENTRE,
            local_until=LOCALLY,
            successors=(NEW.key,),
            kept=("云海",),
        ),
        NEW._replace(central=("国家公园部",), local=("公园局", "公园和园林局"), since=CENTRE),
        Agency("trees-old", "例", local=("林木局",), local_until=date(2001, 1, 1)),
        Agency("trees-new", "例", local=("林木局",), since=CENTRE),
        Agency(
            "lakes", "例", local=("湖泊局",), since=date(2010, 1, 1), local_until=date(2020, 1, 1)
        ),
        Agency("ponds", "例", local=("池塘局",), local_until=LOCALLY, verified=False),
    )
)
Find = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def look(notice: Callable[..., Document], view: Callable[..., View]) -> Callable[..., list[Match]]:
    def run(body: str, as_of: date = date(2024, 9, 2)) -> list[Match]:
        shown = view(notice(body), "body", as_of=as_of)._replace(law=LAW)
        return list(AgencyEra(12).matches(shown))

    return run


@pytest.fixture
def find(look: Callable[..., list[Match]]) -> Find:
    def run(body: str, as_of: date = date(2024, 9, 2)) -> list[tuple[str, str]]:
        return [(match.case, dict(match.captures)["names"]) for match in look(body, as_of)]

    return run


def test_a_name_is_late_only_after_the_buffer(find: Find) -> None:
    assert find("由市园林局负责。", date(2020, 3, 28)) == []
    assert find("由市园林局负责。", date(2020, 3, 29)) == [("late", "公园局")]
    assert find("报国家园林部备案。", date(2019, 3, 18)) == [("late", "国家公园部")]


def test_a_year_of_its_own_excuses_a_late_name_but_no_early_one(find: Find) -> None:
    assert find("2018年由市湖泊局制定的计划。", date(2024, 9, 2)) == []
    assert [case for case, _ in find("2005年由市湖泊局负责。", date(2005, 1, 2))] == ["early"]


def test_a_name_is_early_only_before_the_buffer(find: Find) -> None:
    assert find("由市公园局负责。", date(2017, 3, 16)) == [("early", "园林局")]
    assert find("由市公园局负责。", date(2017, 3, 17)) == []


def test_a_longer_name_speaks_for_the_shorter_one_inside(find: Find) -> None:
    assert find("由市公园和园林局负责。") == []


def test_a_name_that_another_agency_bore_on_the_day_is_sound(find: Find) -> None:
    assert find("由市林木局负责。") == []
    assert find("由市林木局负责。", date(2000, 6, 1)) == []


def test_what_is_not_verified_is_never_judged(find: Find) -> None:
    assert find("由市池塘局负责。") == []


def test_a_place_that_kept_the_name_is_left_alone(find: Find) -> None:
    assert find("云海市来函。由市园林局负责。") == []


@pytest.mark.parametrize(
    "body",
    [
        "由原市园林局职工担任。",
        "按照《市园林局公告》办理。",
        "加盖“市园林局”印章。",
        "2017年，市园林局开展了普查。",
        "城市园林局部改造。",
        "依据国家园林部令第3号办理。",
        "由建设和园林局负责。",
    ],
)
def test_a_name_that_is_remembered_quoted_or_no_name_is_left_alone(find: Find, body: str) -> None:
    assert find(body) == []


def test_one_finding_speaks_for_all_places_of_an_agency(
    look: Callable[..., list[Match]],
) -> None:
    (match,) = look("由市园林局负责。县园林局配合。国家园林部指导。")
    assert len(match.related) == 2
    assert dict(match.captures)["count"] == "（全文共 3 处）"
