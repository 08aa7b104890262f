from collections.abc import Callable

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.rows import Rows
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

NEEDS = tuple(Pattern(f"(?P<{name}>{name})") for name in ("内容", "依据", "时限", "一级"))
CHECK = Rows((Pattern("公开"),), NEEDS, fewest=2)


@pytest.fixture
def lacking(
    notice: Callable[..., Document], view: Callable[..., View]
) -> Callable[[str, str], list[tuple[str, str]]]:
    def look(caption: str, table: str) -> list[tuple[str, str]]:
        document = notice("现印发目录。", behind=f"附件\n{caption}\n{table}")
        found = CHECK.matches(view(document, "document"))
        return [(document.words(m.span), dict(m.captures)["missing"]) for m in found]

    return look


Lacking = Callable[[str, str], list[tuple[str, str]]]


def test_the_columns_that_a_table_lacks_are_named(lacking: Lacking) -> None:
    table = "| 事项 | 公开内容 | 公开依据 |\n| 养老 | 标准 | 条例 |"
    assert lacking("养老公开标准目录", table) == [("事项", "时限、一级")]


def test_a_divided_column_counts_by_each_of_its_names(lacking: Lacking) -> None:
    table = (
        "| 公开事项 | | 公开内容 | 公开依据 | 公开时限 |\n"
        "| 一级事项 | 二级事项 | | | |\n| 养老 | 补贴 | 标准 | 条例 | 20日 |"
    )
    assert lacking("养老公开标准目录", table) == []


def test_a_table_with_too_few_of_the_columns_is_none_of_them(lacking: Lacking) -> None:
    assert lacking("养老公开标准目录", "| 事项 | 公开内容 |\n| 养老 | 标准 |") == []
    assert lacking("养老公开标准目录", "| 事项 | 内容 | 依据 |\n| 养老 | 标准 | 条例 |") == []
