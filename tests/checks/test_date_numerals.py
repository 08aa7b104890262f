from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.special.date_numerals import DateNumerals
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import View
from gongkai_lint.model.span import Span
from gongkai_lint.readers.text import read_text

SWITCH = date(2012, 7, 1)
CHECK = DateNumerals(("date_of_issue",), SWITCH)


def dated(words: str) -> Document:
    source = read_text(words.encode(), markdown=False)
    return Document(words, source, (Element("date_of_issue", Span(0, len(words))),))


def judged(words: str, day: date = date(2024, 9, 2)) -> list[tuple[str, str]]:
    document = dated(words)
    matches = CHECK.matches(View(document, document.within(("date_of_issue",)), day))
    return [(m.case, m.edits[0].text if m.edits else "") for m in matches]


@pytest.mark.parametrize(
    ("words", "case", "right"),
    [
        ("二〇二四年九月十日", "era", "2024年9月10日"),
        ("2024年09月02日", "padded", "2024年9月2日"),
        ("2024.9.2", "signs", "2024年9月2日"),
        ("2024-09-12", "signs", "2024年9月12日"),
        ("24年9月2日", "short_year", ""),
        ("2024年9月", "incomplete", ""),
        ("二○二四年十三月二日", "era", ""),
    ],
)
def test_the_wrong_numerals_are_found_and_written_right(words: str, case: str, right: str) -> None:
    assert judged(words) == [(case, right)]


@pytest.mark.parametrize(
    "words", ["2024年9月2日", "2024 年 9 月 2 日", "2024年　月　日", "2017420"]
)
def test_right_blank_and_damaged_dates_are_silent(words: str) -> None:
    assert not judged(words)


def test_before_the_switch_chinese_numerals_are_asked_for() -> None:
    day = date(2012, 6, 30)
    assert judged("2010年12月21日", day) == [("old", "二○一○年十二月二十一日")]
    assert not judged("二〇一〇年十二月二十一日", day)
    assert judged("二〇一二年七月一日", SWITCH) == [("era", "2012年7月1日")]


def test_a_date_in_a_line_of_page_data_is_left_alone(view: Callable[..., View]) -> None:
    text = "发布日期：2024-09-02"
    source = read_text(text.encode(), markdown=False)
    page = Document(text, source, (Element("date_of_issue", Span(5, len(text))),))
    assert not list(CHECK.matches(view(page, "date_of_issue")))


def test_organs_with_forms_of_their_own_are_left_out(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    check = DateNumerals(("date_of_issue",), SWITCH, (Pattern("人民法院"),))
    court = notice("请遵照执行。", authority="云岭市中级人民法院", date="二〇二四年九月二日")
    assert not list(check.matches(view(court, "date_of_issue")))
