from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.tasks import Tasks, Want
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

HEAD = "附件\n任务分工表\n| 工作任务 | 责任单位 | 完成时限 |\n"
Look = Callable[..., list[str]]


@pytest.fixture
def told(notice: Callable[..., Document], view: Callable[..., View]) -> Look:
    def look(lacks: Want, body: str = "请落实。", rows: str = "") -> list[str]:
        parts = {"behind": HEAD + rows} if rows else {}
        document = notice(body, **parts)
        check = Tasks(lacks, not_words=(Pattern("持续"),))
        return [document.words(m.span) for m in check.matches(view(document, "document"))]

    return look


def test_a_row_without_units_among_rows_with_units_is_reported(told: Look) -> None:
    rows = "| 编制目录 | 市司法局 | 6月 |\n| 公布目录 | | 7月 |\n| 更新目录 | 市司法局 | |"
    assert told("units", rows=rows) == ["公布目录"]
    assert told("deadline", rows=rows) == ["更新目录"]


def test_a_stroke_or_a_slash_is_no_deadline(told: Look) -> None:
    rows = (
        "| 编制目录 | 市司法局 | 6月 |\n| 公布目录 | 市司法局 | / |\n| 更新目录 | 市司法局 | 长期 |"
    )
    assert told("deadline", rows=rows) == ["公布目录"]


def test_where_half_of_the_rows_lack_it_nothing_is_reported(told: Look) -> None:
    rows = "| 编制目录 | 市司法局 | 6月 |\n| 公布目录 | | |"
    assert told("units", rows=rows) == told("deadline", rows=rows) == []


def test_a_task_of_another_kind_does_not_count(told: Look) -> None:
    rows = "| 编制目录 | 市司法局 | 6月 |\n| 持续更新 | | |\n| 公布目录 | 市司法局 | 7月 |"
    assert told("units", rows=rows) == told("deadline", rows=rows) == []


def test_the_deadline_may_stand_in_the_words_of_the_task(told: Look) -> None:
    rows = "| 编制目录 | 市司法局 | 2025年6月 |\n| 2025年7月底前公布目录 | 市司法局 | |\n"
    assert told("deadline", rows=rows + "| 更新目录 | 市司法局 | 2025年8月 |") == []


def test_paragraphs_with_brackets_are_siblings(told: Look) -> None:
    body = (
        "（一）编制目录，列明依据。（责任单位：市司法局；完成时限：2024年10月底前）\n"
        "（二）公布目录，接受监督。再行更新。（责任单位：市数据局）\n"
        "（三）检查目录，通报结果。（责任单位：市政府办；完成时限：2024年12月底前）"
    )
    assert told("deadline", body) == ["（二）公布目录，接受监督。"]
    assert told("units", body) == []
