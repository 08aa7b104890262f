from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.tasks import Tasks
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

HEAD = "附件\n任务分工表\n序号 | 工作任务 | 责任单位 | 完成时限\n"
CHECK = Tasks(deadline=(Pattern("长期"),), words=(Pattern("编制"),), not_words=(Pattern("定期"),))


@pytest.fixture
def open_deadlines(
    notice: Callable[..., Document], view: Callable[..., View]
) -> Callable[[str], list[str]]:
    def look(rows: str) -> list[str]:
        document = notice("请按分工落实。\n附件：任务分工表", behind=HEAD + rows)
        return [document.words(m.span) for m in CHECK.matches(view(document, "document"))]

    return look


def test_words_in_place_of_a_day_are_reported(open_deadlines: Callable[[str], list[str]]) -> None:
    rows = "1 | 编制专项规划 | 市民政局 | 长期坚持\n2 | 开展检查 | 市民政局 | 2024年12月底前"
    assert open_deadlines(rows) == ["长期坚持"]


def test_a_task_of_another_kind_may_last(open_deadlines: Callable[[str], list[str]]) -> None:
    rows = "1 | 加强日常巡查 | 市民政局 | 长期坚持\n2 | 定期编制简报 | 市民政局 | 长期坚持"
    assert open_deadlines(rows) == []


def test_a_task_with_a_day_is_not_reported(open_deadlines: Callable[[str], list[str]]) -> None:
    rows = "1 | 编制专项规划 | 市民政局 | 2024年12月底前\n2 | 编制目录 | 市民政局 | 2024年11月底前"
    assert open_deadlines(rows) == []
