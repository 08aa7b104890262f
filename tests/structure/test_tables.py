import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.document import Table
from gongkai_lint.model.source import Anchor, Paragraph, Source, SourceCell, SourceTable
from gongkai_lint.structure.tables import cell_text, column_of, filled_rows, find_tables
from gongkai_lint.text import line_starts

PLAN = """附件1 任务分工表
工作任务 | 具体事项 | 责任单位 | 完成 时限 |
编制目录 | (1)城乡规划 | 市自然资源局 | 2020年11月底前 |
(2)项目建设 | 市发展改革委 |||
(3)扶贫、救灾 | 市应急局 |||
(4)汇总全部目录 | 市政府办公室 | 2021年6月底前 ||
以上任务按季度通报。"""
CATALOGUE = """序号 | 公开事项 | 公开主体 | 公开对象 | 公开方式 | |||
一级事项 | 二级事项 | 全社会 | 特定群体 | 主动 | 依申请公开 ||
1 | 养老服务 | 补贴标准 | 县民政局 | √ | √ |||"""


def source(text: str, tables: Sequence[SourceTable] = ()) -> Source:
    lines = text.split("\n")
    paragraphs = tuple(Paragraph(line, Anchor(0, n)) for n, line in enumerate(lines))
    return Source(paragraphs, "", "", tables=tuple(tables))


def flat(text: str) -> tuple[Table, ...]:
    return find_tables(source(text), text, line_starts(text))


def rows(text: str, table: Table) -> list[list[str]]:
    return [
        [cell_text(text, cell) for _, cell in sorted(row.items())] for row in filled_rows(table)
    ]


def test_a_flattened_row_takes_the_columns_it_resembles() -> None:
    (table,) = flat(PLAN)
    assert rows(PLAN, table) == [
        ["编制目录", "(1)城乡规划", "市自然资源局", "2020年11月底前"],
        ["编制目录", "(2)项目建设", "市发展改革委", "2020年11月底前"],
        ["编制目录", "(3)扶贫、救灾", "市应急局", "2020年11月底前"],
        ["编制目录", "(4)汇总全部目录", "市政府办公室", "2021年6月底前"],
    ]


def test_merged_cells_are_listed_once_with_their_extent() -> None:
    (table,) = flat(PLAN)
    merged = [cell for cell in table.cells if cell_text(PLAN, cell) == "编制目录"]
    assert [(cell.row, cell.column, cell.rows) for cell in merged] == [(2, 1, 4)]


def test_a_repeated_header_begins_a_new_table() -> None:
    head = "任务 | 责任单位"
    text = f"{head}\n甲 | 市教育局\n{head}\n乙 | 市财政局"
    first, second = flat(text)
    assert (rows(text, first), rows(text, second)) == ([["甲", "市教育局"]], [["乙", "市财政局"]])
    assert (first.number, second.number) == (1, 2)


def test_markdown_cells_stay_where_they_are() -> None:
    text = "| 任务 | 责任单位 | 完成时限 |\n|---|:---:|---|\n| 甲 | 市教育局 | |\n| 乙 | | 年底前 |"
    (table,) = flat(text)
    assert rows(text, table) == [["甲", "市教育局", ""], ["乙", "", "年底前"]]


def test_a_divided_header_has_two_rows() -> None:
    (table,) = flat(CATALOGUE)
    assert table.header_rows == 2
    assert column_of(CATALOGUE, table, re.compile("二级事项")) == 3
    assert column_of(CATALOGUE, table, re.compile("公开主体")) == 4
    assert column_of(CATALOGUE, table, re.compile("依申请")) == 8
    assert column_of(CATALOGUE, table, re.compile("公开层级")) is None


def test_a_navigation_bar_is_no_table() -> None:
    assert not flat("首页|要闻|公开\n政务|服务|互动")


def test_the_tables_of_the_file_come_before_flattened_lines() -> None:
    text = "责任分工\n任务\n单位\n编制目录\n市司法局\n并做好督查\n说明 | 无\n另 | 无"
    cells = (
        SourceCell(1, 1, 1, 1, (1,)),
        SourceCell(1, 2, 1, 1, (2,)),
        SourceCell(2, 1, 1, 1, (3,)),
        SourceCell(2, 2, 1, 1, (4, 5)),
        SourceCell(3, 1, 1, 2, ()),
    )
    found = find_tables(source(text, [SourceTable(1, cells)]), text, line_starts(text))
    assert len(found) == 1
    assert rows(text, found[0]) == [["编制目录", "市司法局并做好督查"], ["", ""]]
    assert found[0].header_rows == 1


def test_a_file_header_that_spans_rows_and_columns_is_as_deep_as_its_cells() -> None:
    text = "序号\n公开事项\n一级事项\n二级事项\n1\n养老\n补贴"
    cells = (
        SourceCell(1, 1, 2, 1, (0,)),
        SourceCell(1, 2, 1, 2, (1,)),
        SourceCell(2, 2, 1, 1, (2,)),
        SourceCell(2, 3, 1, 1, (3,)),
        SourceCell(3, 1, 1, 1, (4,)),
        SourceCell(3, 2, 1, 1, (5,)),
        SourceCell(3, 3, 1, 1, (6,)),
    )
    (table,) = find_tables(source(text, [SourceTable(1, cells)]), text, line_starts(text))
    assert table.header_rows == 2
    assert column_of(text, table, re.compile("二级事项")) == 3
    assert rows(text, table) == [["1", "养老", "补贴"]]


@given(st.text(alphabet="甲1 |-\n（局", max_size=80))
def test_any_lines_give_cells_inside_their_table(text: str) -> None:
    for table in flat(text):
        assert all(table.span.covers(cell.span) for cell in table.cells)
        places = [(cell.row, cell.column) for cell in table.cells]
        assert len(places) == len(set(places))
