"""The label that a document lacks, written below its date."""

from datetime import date

import pytest

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.engine.missing_label import body_line, label_repair
from gongkai_lint.engine.repair import Repair
from gongkai_lint.model.document import Disclosure
from gongkai_lint.model.finding import Report

LONG = "　　现将防汛值班、物资储备和巡堤查险的有关事项通知如下，请认真落实。"
TEXT = f"云岭市水利局关于防汛的通知\n各县（市、区）水利局：\n{LONG}\n云岭市水利局\n2024年9月2日"
SHEET = "发文稿纸\n公开属性：依申请公开\n"


def _report(text: str) -> Report:
    rules = load_ruleset().select(("A01",), ())
    return lint_bytes(text.encode(), "稿.txt", Request(rules, date(2024, 9, 2)))


def _told(text: str, given: Disclosure | None) -> Repair | str | None:
    return label_repair(_report(text), given)


def test_the_label_given_stands_below_the_date_indented_as_the_text() -> None:
    repair = _told(f"{TEXT}\n抄送：市应急管理局。", "withheld")
    assert isinstance(repair, Repair)
    (edit,) = repair.edits
    assert edit.text == "\n　　（此件不予公开）"
    assert edit.span == (len(TEXT), len(TEXT))


def test_without_a_given_one_the_label_must_be_known() -> None:
    said = _told(TEXT, None)
    assert isinstance(said, str)
    assert "--attribute" in said


def test_the_line_that_a_label_imitates_is_text_above_the_date() -> None:
    below = f"{TEXT}\n附件\n防汛值班表\n{LONG}"
    document = _report(below).document
    assert document is not None
    assert body_line(document) == 2


@pytest.mark.parametrize("text", ["云岭市水利局关于防汛的通知\n各县（市、区）水利局：\n请落实。"])
def test_a_document_without_a_date_or_long_lines_has_none(text: str) -> None:
    document = _report(text).document
    assert document is not None
    assert body_line(document) is None
    assert _told(text, "proactive") == "没有认出单独成行的成文日期，不知道标注该放在哪里"
