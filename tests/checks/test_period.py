from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.checks.period import PeriodFacts
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.ruleset.law_files import load_law

TITLE = "云岭市人民政府关于做好政府信息公开工作的通知"
PUBLISHED = "主动公开的政府信息，自形成或者变更之日起{}内公开。"
Look = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def law() -> LawTables:
    return load_law(Path("rules/law"))[0]


@pytest.fixture
def matches(
    notice: Callable[..., Document], view: Callable[..., View], law: LawTables
) -> Callable[..., tuple[Document, list[Match]]]:
    def run(
        check: PeriodFacts, body: str, title: str = TITLE, as_of: date = date(2024, 9, 2)
    ) -> tuple[Document, list[Match]]:
        document = notice("现通知如下。\n" + body, title=title)
        shown = view(document, "body", as_of=as_of)._replace(law=law)
        return document, list(check.matches(shown))

    return run


@pytest.fixture
def found(matches: Callable[..., tuple[Document, list[Match]]]) -> Look:
    def run(check: PeriodFacts, body: str, **where: str) -> list[tuple[str, str]]:
        document, told = matches(check, body, **where)
        return [(document.words(match.span), match.case) for match in told]

    return run


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("30个工作日", [("30个工作日", "max")]),
        ("三十个工作日", [("三十个工作日", "max")]),
        ("20个工作日", []),
        ("20日", []),
        ("30日", []),
        ("3个月", [("3个月", "max")]),
    ],
)
def test_a_maximum_may_be_undercut_but_not_exceeded(
    found: Look, stated: str, told: list[tuple[str, str]]
) -> None:
    assert found(PeriodFacts("longer"), PUBLISHED.format(stated)) == told


def test_the_same_number_in_the_wrong_unit_is_its_own_mistake(found: Look) -> None:
    assert found(PeriodFacts("unit"), PUBLISHED.format("20日")) == [("20日", "unit")]
    assert found(PeriodFacts("unit"), PUBLISHED.format("15日")) == []


def test_a_limit_that_the_law_itself_softens_is_told_as_such(found: Look) -> None:
    body = "重大行政决策草案应当公开征求意见，期限不少于15日。"
    assert found(PeriodFacts("longer"), body) == [("15日", "conditional")]


def test_without_the_matter_nothing_is_compared(found: Look) -> None:
    assert found(PeriodFacts("longer"), "居住证自受理之日起60个工作日内发放。") == []


def test_without_the_context_nothing_is_compared(found: Look) -> None:
    body = "自收到申请之日起60个工作日内答复。"
    assert found(PeriodFacts("longer"), body) == [("60个工作日", "max")]
    title = "云岭市人民政府关于做好立项工作的通知"
    assert found(PeriodFacts("longer"), body, title=title) == []


def test_each_period_of_a_sentence_is_compared_with_its_own_matter(found: Look) -> None:
    body = "自收到申请之日起20个工作日内答复；需要延长答复期限的，延长期限不超过30个工作日。"
    assert found(PeriodFacts("longer"), body) == [("30个工作日", "max")]


def test_a_superseded_number_is_stale_only_after_the_revision(
    matches: Callable[..., tuple[Document, list[Match]]],
) -> None:
    body = "对公开申请，应当自收到申请之日起15个工作日内答复。"
    check = PeriodFacts("superseded")
    document, (match,) = matches(check, body)
    assert [(document.words(span), text) for span, text in match.edits] == [
        ("15个工作日", "20个工作日")
    ]
    assert match.basis[0].provision == "第三十三条"
    assert matches(check, body, as_of=date(2019, 5, 14))[1] == []


def test_the_old_day_of_the_yearly_report_is_stale_for_departments(found: Look) -> None:
    body = "各部门应当于每年3月31日前公布上一年度政府信息公开工作年度报告。"
    assert found(PeriodFacts("superseded"), body) == [("3月31日", "day")]


def test_rows_can_be_chosen_and_left_out(found: Look) -> None:
    body = PUBLISHED.format("30个工作日")
    assert found(PeriodFacts("longer", matters=("DL29",)), body) == []
    assert found(PeriodFacts("longer", without=("DL01",)), body) == []


@pytest.mark.parametrize(
    ("end", "years"),
    [("2028年12月31日", []), ("2029年1月1日", []), ("2029年1月2日", ["2029年1月2日"])],
)
def test_a_validity_that_ends_on_a_day_is_counted_in_years_begun(
    matches: Callable[..., tuple[Document, list[Match]]], law: LawTables, end: str, years: list[str]
) -> None:
    row = law.period("DL46a")
    assert row
    local = LawTables(law.instruments, (row._replace(verified=True),))
    check = PeriodFacts("longer", ("DL46a",))
    document, _ = matches(check, f"本办法自2024年1月1日起施行，有效期至{end}。")
    shown = View(document, document.within(("body",)), date(2024, 9, 2), law=local)
    assert [document.words(match.span) for match in check.matches(shown)] == years


def test_a_validity_without_a_first_day_runs_from_the_date_of_issue(
    matches: Callable[..., tuple[Document, list[Match]]], law: LawTables
) -> None:
    row = law.period("DL46a")
    assert row
    local = LawTables(law.instruments, (row._replace(verified=True),))
    check = PeriodFacts("longer", ("DL46a",))
    document, _ = matches(check, "本办法自印发之日起施行，有效期至2029年9月3日。")
    shown = View(document, document.within(("body",)), date(2024, 9, 2), law=local)
    assert [document.words(match.span) for match in check.matches(shown)] == ["2029年9月3日"]
