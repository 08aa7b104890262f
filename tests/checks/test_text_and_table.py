from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.text_and_table import TextAndTable
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

TABLE = (
    "附件\n任务分工表\n序号 | 工作任务 | 责任单位 | 完成时限\n"
    "1 | 编制养老服务设施专项规划 | 市民政局 | 2024年12月底前\n"
    "2 | 开展服务质量检查 | 市民政局 | 2024年11月底前"
)
Conflicts = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def conflicts(notice: Callable[..., Document], view: Callable[..., View]) -> Conflicts:
    def look(body: str) -> list[tuple[str, str]]:
        document = notice(f"{body}\n附件：任务分工表", behind=TABLE)
        found = TextAndTable().matches(view(document, "document"))
        return [(document.words(m.span), dict(m.captures)["other"]) for m in found]

    return look


def test_a_sentence_that_gives_another_day_than_the_table_is_told(conflicts: Conflicts) -> None:
    body = "各县要编制养老服务设施专项规划，2024年10月底前报市民政局备案。"
    assert conflicts(body) == [("2024年12月底前", "2024年10月底前")]


def test_a_heading_names_the_task_of_its_paragraph(conflicts: Conflicts) -> None:
    body = "一、重点任务\n（一）开展服务质量检查。组成检查组，2024年10月底前结束。"
    assert conflicts(body) == [("2024年11月底前", "2024年10月底前")]


def test_a_bracket_gives_the_day_of_its_paragraph(conflicts: Conflicts) -> None:
    body = "一、重点任务\n（一）编制养老服务设施专项规划。〔市民政局负责；2024年10月底前完成〕"
    assert [there for there, _ in conflicts(body)] == ["2024年12月底前"]


@pytest.mark.parametrize(
    "body",
    [
        "各县要编制养老服务设施专项规划，2024年12月底前报市民政局备案。",
        "各县要编制养老服务设施专项规划，2024年10月底前报初稿，2024年12月底前定稿。",
        "各县要在2024年10月底前完成老旧小区改造项目立项。",
        "各县要编制养老服务设施专项规划。",
    ],
)
def test_equal_days_and_other_tasks_are_no_conflict(conflicts: Conflicts, body: str) -> None:
    assert conflicts(body) == []
