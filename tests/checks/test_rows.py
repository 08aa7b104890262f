from collections.abc import Callable, Sequence

import pytest

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.rows import Rows
from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

HEAD = "| 序号 | 事项 | 主体 | 时限 | 方式 | |\n| | | | | 主动 | 依申请 |"
EMPTY = (Pattern("^$"),)
LIMIT = Period("DL01", "主动公开政府信息", "max", "workday", 20, patterns=("主动公开.*◇",))
Look = Callable[[Rows, Sequence[str]], list[tuple[str, dict[str, str]]]]


@pytest.fixture
def cells(notice: Callable[..., Document], view: Callable[..., View]) -> Look:
    def look(check: Rows, rows: Sequence[str]) -> list[tuple[str, dict[str, str]]]:
        table = "\n".join([HEAD, *rows])
        document = notice("现印发目录。", behind=f"附件\n公开目录\n{table}")
        seen = view(document, "document")._replace(law=LawTables(periods=(LIMIT,)))
        return [(document.words(m.span), dict(m.captures)) for m in check.matches(seen)]

    return look


def check(columns: str, **conditions: object) -> Rows:
    return Rows((Pattern("主体"),), (Pattern(columns),), **conditions)  # type: ignore[arg-type]


def test_an_empty_cell_is_reported_with_its_row_and_column(cells: Look) -> None:
    rows = ["| 1 | 补贴标准 | | 7日 | √ | |", "| 2 | 名单 | 县民政局 | 7日 | √ | |"]
    assert cells(check("主体", words=EMPTY), rows) == [
        ("", {"item": "补贴标准·7日", "said": "", "column": "主体", "more": ""})
    ]


def test_a_row_that_is_hardly_filled_does_not_count(cells: Look) -> None:
    assert cells(check("主体", words=EMPTY), ["| 1 | …… | | | | |"]) == []


def test_columns_of_one_name_are_looked_at_together(cells: Look) -> None:
    rows = ["| 1 | 标准 | 县民政局 | 7日 | | √ |", "| 2 | 名单 | 县民政局 | 7日 | | |"]
    found = cells(check("方式", words=EMPTY, together=True), rows)
    assert [told["item"] for _, told in found] == ["名单·县民政局"]
    assert len(cells(check("方式", words=EMPTY), rows)) == 3


def test_where_every_row_is_so_the_first_speaks_for_all(cells: Look) -> None:
    rows = [f"| {n} | 事项{n} | 县民政局 | 及时 | √ | |" for n in range(1, 5)]
    ((words, told),) = cells(check("时限", not_words=(Pattern(r"\d"),)), rows)
    assert (words, told["more"]) == ("及时", "等全部4行")


def test_a_period_beyond_the_laws_is_reported_with_it(cells: Look) -> None:
    rows = [
        "| 1 | 标准 | 县民政局 | 形成之日起30个工作日内 | √ | |",
        "| 2 | 名单 | 县民政局 | 形成之日起20个工作日内 | √ | |",
        "| 3 | 名单 | 县民政局 | 每年3月31日前 | √ | |",
        "| 4 | 名单 | 县民政局 | 及时 | √ | |",
    ]
    ((words, told),) = cells(check("时限", longer_than=("DL01",)), rows)
    assert words == "形成之日起30个工作日内"
    assert told["limit"] == "20个工作日"


def test_a_table_without_the_names_asked_for_is_passed_over(cells: Look) -> None:
    other = Rows((Pattern("依据"),), (Pattern("主体"),), EMPTY)
    assert cells(other, ["| 1 | 补贴标准 | | 7日 | √ | |"]) == []


def test_the_empty_cells_of_a_flattened_table_are_not_sure(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    table = "序号 | 事项 | 主体 | 时限 | 备注\n1 | 标准 | 县民政局 | 及时 ||\n2 | 名单 | 及时 |||"
    document = notice("现印发目录。", behind=f"附件\n公开目录\n{table}")
    seen = view(document, "document")
    assert list(check("备注", words=EMPTY).matches(seen)) == []
    assert list(check("时限", words=(Pattern("及时"),)).matches(seen))
