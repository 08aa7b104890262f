from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongkai_lint.checks.kind import sees
from gongkai_lint.checks.layout import Layout
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View
from gongkai_lint.model.formatting import Formatting, Section
from gongkai_lint.model.source import Place
from gongkai_lint.ruleset.law_files import load_law
from gongkai_lint.structure.recognize import recognize
from gongkai_lint.typeset import typeset

TITLE = Layout("title", fonts=("小标宋体",), sizes=("二号",), alignments=("center",))
TEXT = Layout("text", fonts=("仿宋",), ranges={"first": (1.5, 2.5), "pitch": (26, 32)})
HEADING = Layout("heading", fonts=("黑体",))
PAGE = Layout("page", ranges={"top": (36, 38)})
NUMBER = Layout("page_number", sizes=("四号",), texts=(Pattern("^—.*—$"),))
PROSE = "请各地各部门认真贯彻执行，抓好各项任务的落实，确保取得实效，不得延误。"
Set = Callable[..., View]
Told = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def law() -> LawTables:
    tables, _ = load_law(Path("rules/law"))
    return tables


@pytest.fixture
def seen(notice: Callable[..., Document], law: LawTables, view: Callable[..., View]) -> Set:
    def set_as(text: str, scope: str = "body", /, **layout: Any) -> View:
        document = recognize(typeset(notice(text).source, layout))
        return view(document, scope)._replace(law=law)

    return set_as


@pytest.fixture
def told(seen: Set) -> Told:
    def tell(
        check: Layout, text: str = PROSE, scope: str = "body", /, **layout: Any
    ) -> list[tuple[str, str]]:
        look = seen(text, scope, **layout)
        return [
            (look.document.words(match.span), dict(match.captures).get("found", match.case))
            for match in check.matches(look)
        ]

    return tell


def test_what_is_set_by_the_standard_is_silent(told: Told) -> None:
    body = f"{PROSE}\n一、总体要求\n{PROSE}"
    assert [told(check, body) for check in (TEXT, HEADING, PAGE, NUMBER)] == [[], [], [], []]
    assert told(TITLE, body, "title") == []


def test_font_and_size_are_told_in_the_words_of_the_trade(told: Told) -> None:
    title = {"font": "SimSun", "size": "三号", "bold": True, "alignment": "left"}
    ((words, found),) = told(TITLE, PROSE, "title", title=title)
    assert words.startswith("云岭市人民政府")
    assert found == "加粗宋体三号、左对齐"


def test_an_unknown_font_keeps_its_own_name(told: Told) -> None:
    ((_, found),) = told(TITLE, PROSE, "title", title={"font": "Segoe UI"})
    assert found == "Segoe UI二号"


def test_all_places_make_one_finding_with_their_number(told: Told) -> None:
    body = {"font": "宋体", "pitch": 20}
    ((words, found),) = told(TEXT, f"{PROSE}\n{PROSE}\n{PROSE}", body=body)
    assert words == PROSE
    assert found == "宋体三号（3处）、行距20磅（3处）"


def test_what_the_file_does_not_say_is_not_judged(told: Told) -> None:
    nothing = {"font": None, "size": None, "first": None, "pitch": None}
    assert told(TEXT, body=nothing) == []
    assert told(TITLE, PROSE, "title", title=None) == []
    assert told(PAGE, page={"top": None}) == []


def test_short_lines_are_no_prose(told: Told) -> None:
    assert told(TEXT, "请抓好落实。", body={"font": "宋体"}) == []


def test_an_item_may_have_the_face_of_its_level_but_no_pitch_of_its_own(told: Told) -> None:
    item = f"一、{PROSE[:-1]}；"
    assert told(TEXT, item, heading_1={"font": "黑体"}) == []
    assert told(TEXT, item, body={"pitch": 20}) == [(item, "行距20磅")]


def test_a_line_behind_an_open_one_is_no_new_paragraph(told: Told) -> None:
    check = Layout("text", ranges={"first": (1.5, 2.5)})
    cut = PROSE[:-1]
    ((_, found),) = told(check, f"{PROSE}\n{cut}\n{PROSE}", body={"first": 0})
    assert found == "首行空0字（2处）", "the third paragraph goes on from the second"


def test_typed_blanks_are_an_indent(told: Told) -> None:
    check = Layout("text", ranges={"first": (1.5, 2.5)})
    assert told(check, f"　　{PROSE}", body={"first": 0}) == []
    assert told(check, f"    {PROSE}", body={"first": 0}) == []
    ((_, found),) = told(check, f"　　{PROSE}", body={"first": 2})
    assert found == "首行空4字"


@pytest.mark.parametrize(
    ("spacing", "grid", "found"),
    [(1, 28.95, []), (2, 28.95, ["行距57.9磅"]), (2, 15.6, []), (1, None, [])],
)
def test_lines_on_a_grid_have_its_pitch_if_they_fit(
    told: Told, spacing: float, grid: float | None, found: list[str]
) -> None:
    layout = {"body": {"pitch": None, "spacing": spacing}, "page": {"grid": grid}}
    assert [words for _, words in told(TEXT, **layout)] == found


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("一、总体要求", True),
        ("一、总体要求：", True),
        (f"一、加强领导。{PROSE}", True),
        ("一、市水利局负责巡查；", False),
        ("一、市水利局负责巡查。", False),
        (f"一、市水利局负责全市水库、山塘、堤防的巡查值守和隐患的排查。{PROSE}", False),
        ("一、符合下列条件的人员，可以申请报名参加：", False),
    ],
)
def test_items_are_no_headings(told: Told, line: str, *, is_heading: bool) -> None:
    found = told(HEADING, line, "heading", heading_1={"font": "宋体"})
    assert bool(found) == is_heading


def test_only_the_characters_of_a_run_in_heading_count(told: Told) -> None:
    line = f"一、加强领导。{PROSE}"
    assert told(HEADING, line, body={"font": "宋体"}) == []
    assert told(TEXT, line, heading_1={"font": "宋体"}) == []
    ((words, _),) = told(HEADING, line, heading_1={"font": "宋体"})
    assert words == "一、加强领导。"


def test_tables_and_displayed_lines_are_not_judged(seen: Set) -> None:
    look = seen(PROSE, body={"font": "宋体"})
    displayed = look.document.source.paragraphs[2]
    assert isinstance(displayed.formatting, Formatting)
    for other in (
        displayed._replace(formatting=displayed.formatting._replace(alignment="center")),
        displayed._replace(formatting=None, place=Place("table", 1, 1, 1)),
    ):
        lines = list(look.document.source.paragraphs)
        lines[2] = other
        document = recognize(look.document.source._replace(paragraphs=tuple(lines)))
        assert list(TEXT.matches(look._replace(document=document))) == []


def test_the_page_is_that_of_the_title_and_stands_upright(seen: Set) -> None:
    look = seen(PROSE)
    covers = {
        "behind": (Section(0, 210, 297, 37), Section(4, 210, 297, 20)),
        "broad": (Section(0, 297, 210, 20),),
    }
    for sections in covers.values():
        source = look.document.source._replace(sections=sections)
        assert list(PAGE.matches(look._replace(document=recognize(source)))) == []
    source = look.document.source._replace(sections=(Section(0, 210, 297, 20),))
    (match,) = PAGE.matches(look._replace(document=recognize(source)))
    assert match.captures == (("found", "上边距20毫米"),)


def test_page_numbers_are_wanted_on_one_page_too(told: Told) -> None:
    assert told(NUMBER, page_number=None) == [("", "absent")]
    assert told(NUMBER, f"{PROSE}\n" * 20, page_number=None) == [("", "absent")]
    ((_, found),) = told(NUMBER, page_number={"size": "小五", "text": "1"})
    assert found == "宋体小五、写作“1”"


def test_a_text_without_layout_leaves_the_check_blind(
    notice: Callable[..., Document], view: Callable[..., View], seen: Set
) -> None:
    text = view(notice(f"一、总体要求\n{PROSE}"), "body")
    checks = (TITLE, TEXT, HEADING, PAGE, NUMBER)
    assert not any(sees(check, text) for check in checks)
    assert sees(HEADING, seen(f"一、总体要求\n{PROSE}"))
    assert not sees(HEADING, seen(PROSE))
