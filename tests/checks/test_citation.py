from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gongkai_lint.checks.citation import CitationFacts, Judge
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.ruleset.law_files import load_law

Found = Callable[..., list[tuple[str, str]]]
Looked = Callable[..., tuple[Document, list[Match]]]


@pytest.fixture(scope="module")
def law() -> LawTables:
    return load_law(Path("rules/law"))[0]


@pytest.fixture
def look(notice: Callable[..., Document], view: Callable[..., View], law: LawTables) -> Looked:
    def run(
        check: CitationFacts, body: str, as_of: date = date(2024, 9, 2)
    ) -> tuple[Document, list[Match]]:
        document = notice("现通知如下。\n" + body)
        shown = view(document, "body", as_of=as_of)._replace(law=law)
        return document, list(check.matches(shown))

    return run


@pytest.fixture
def found(look: Looked) -> Found:
    def run(judge: Judge, body: str, as_of: date = date(2024, 9, 2)) -> list[tuple[str, str]]:
        document, matches = look(CitationFacts(judge), body, as_of)
        return [(document.words(match.span), match.case) for match in matches]

    return run


def test_a_repealed_standard_is_found_without_its_title(found: Found) -> None:
    assert found("repealed", "执行GB/T 9704-1999的规定。") == [("GB/T 9704-1999", "")]


def test_a_repealed_text_was_in_force_the_day_before(found: Found) -> None:
    body = "按照《国家行政机关公文处理办法》执行。"
    assert found("repealed", body, date(2012, 6, 30)) == []
    assert found("repealed", body, date(2012, 7, 1)) == [("《国家行政机关公文处理办法》", "")]


def test_a_title_with_an_edition_in_force_is_not_repealed(found: Found) -> None:
    assert found("repealed", "根据《中华人民共和国政府信息公开条例》办理。") == []


def test_a_bracket_that_tells_the_revision_keeps_the_old_number_right(found: Found) -> None:
    history = "（2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订）"
    assert found("repealed", f"根据《中华人民共和国政府信息公开条例》{history}办理。") == []


def test_a_renewed_citation_names_the_text_in_force(look: Looked) -> None:
    document, (match,) = look(
        CitationFacts("repealed"), "按照《国家行政机关公文处理办法》（国发〔2000〕23号）执行。"
    )
    assert [(document.words(span), text) for span, text in match.edits] == [
        ("国家行政机关公文处理办法", "党政机关公文处理工作条例"),
        ("国发〔2000〕23号", "中办发〔2012〕14号"),
    ]
    assert match.basis[0].instrument == "official-document-regulation-2012"


@pytest.mark.parametrize(
    ("citation", "case"),
    [
        ("《机关事务管理条例》（国务院令第711号）", "number"),
        ("《关于全面推进政务公开工作的意见》（国办发〔2016〕80号）", "both"),
        ("《关于全面推进政务公开工作的意见》（国办发〔2016〕8号）", "title"),
        ("《2016年政府信息公开工作要点》（国办发〔2016〕19号）", "misnomer"),
    ],
)
def test_a_mismatch_says_which_side_is_known(found: Found, citation: str, case: str) -> None:
    assert [told for _, told in found("mismatch", f"根据{citation}办理。")] == [case]


@pytest.mark.parametrize(
    "citation",
    [
        "《意见》（国办发〔2019〕54号）",
        "《关于全面推进政务公开工作的意见》（云政办发〔2016〕80号）",
        "《关于清理规章的通知》（国办发〔2023〕5号）",
        "《基层政务公开指导意见》（国办发〔2019〕54号）",
        "《优化营商环境条例》（国务院令第999号）",
    ],
)
def test_what_is_unknown_abridged_or_local_is_no_mismatch(found: Found, citation: str) -> None:
    assert found("mismatch", f"根据{citation}办理。") == []


def test_articles_are_counted_in_the_edition_of_the_day(found: Found) -> None:
    body = "根据《中华人民共和国保守国家秘密法》第六十五条、第六十六条办理。"
    assert found("range", body) == [("第六十六条", "")]
    assert len(found("range", body, date(2024, 4, 30))) == len(["第六十五条", "第六十六条"])
    assert found("range", body, date(2010, 9, 30)) == []


def test_an_abbreviation_stands_for_the_title_it_was_defined_for(found: Found) -> None:
    body = "根据《公平竞争审查条例》（以下简称《条例》）办理，违反条例第三十条的予以纠正。"
    assert found("range", body) == [("第三十条", "")]


def test_a_subject_named_before_its_citation_counts(found: Found) -> None:
    body = "过程性信息，依据《政府信息公开条例》第十五条不予公开。"
    assert found("topic", body) == [("第十五条", "")]


def test_articles_cited_together_are_judged_together(found: Found) -> None:
    body = "根据《政府信息公开条例》第十四条、第十五条，涉及国家秘密、商业秘密的不予公开。"
    assert found("topic", body) == []
    assert found("moved", body) == []


def test_a_moved_article_is_stale_from_the_day_of_the_revision(found: Found) -> None:
    body = "根据《政府信息公开条例》第八条，可能危及社会稳定的不予公开。"
    assert found("moved", body, date(2019, 5, 14)) == []
    assert found("moved", body, date(2019, 5, 15)) == [("第八条", "")]


def test_the_basis_in_the_next_line_belongs_to_the_line_before(found: Found) -> None:
    body = "一、涉及商业秘密的信息。\n依据：《政府信息公开条例》第十四条。"
    assert found("moved", body) == [("第十四条", "")]


def test_a_check_can_be_limited_to_instruments(look: Looked) -> None:
    body = "根据《政府信息公开条例》第六十条办理。"
    key = "government-information-regulation-2019"
    assert len(look(CitationFacts("range", only=(key,)), body)[1]) == 1
    other = "state-secrets-law-2024"
    assert look(CitationFacts("range", only=(other,)), body)[1] == []


STATUTE = (
    "第一条 游人应当爱护设施。\n第二条 园林部门应当加强巡查。\n第三条 有关部门应当配合。\n"
    "第四条 违反本办法{}规定的，由{}责令改正。\n第五条 本办法自2024年10月1日起施行。"
)


@pytest.mark.parametrize(
    ("article", "agent", "told"),
    [
        ("第二条", "园林部门", [("第二条", "")]),
        ("第一条、第二条", "园林部门", [("第二条", "")]),
        ("第一条", "园林部门", []),
        ("第二条", "公安机关", []),
        ("第三条", "有关部门", []),
    ],
)
def test_a_penalty_cannot_rest_on_a_duty_of_who_punishes(
    found: Found, article: str, agent: str, told: list[tuple[str, str]]
) -> None:
    assert found("own_duty", STATUTE.format(article, agent)) == told


def test_a_statute_has_no_articles_beyond_its_last(found: Found) -> None:
    body = STATUTE.format("第一条、第六条", "公安机关")
    assert found("own_range", body) == [("第六条", "")]
    assert found("own_range", body.replace("第三条", "第七条", 1)) == []


@pytest.mark.parametrize(("year", "number"), [(2017, "国务院令第492号"), (2024, "国务院令第711号")])
def test_the_right_number_is_that_of_the_edition_of_the_day(
    look: Looked, year: int, number: str
) -> None:
    body = "根据《中华人民共和国政府信息公开条例》（国办发〔2016〕80号）办理。"
    (match,) = look(CitationFacts("mismatch"), body, date(year, 1, 2))[1]
    assert (match.case, dict(match.captures)["right"]) == ("both", number)
