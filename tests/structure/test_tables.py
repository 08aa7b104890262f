import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.source import Anchor, Paragraph, Source, SourceCell, SourceTable
from gongkai_lint.model.table import Table, cell_text, column_names, columns_of, filled_rows
from gongkai_lint.structure.tables.tables import find_tables
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
    assert columns_of(CATALOGUE, table, re.compile("二级事项").search) == (3,)
    assert columns_of(CATALOGUE, table, re.compile("公开主体").search) == (4,)
    assert columns_of(CATALOGUE, table, re.compile("依申请").search) == (8,)
    assert columns_of(CATALOGUE, table, re.compile("公开层级").search) == ()


def names(text: str, table: Table) -> list[str]:
    return ["/".join(reversed(said)) for said in column_names(text, table).values()]


def test_the_names_of_a_second_row_go_where_they_belong_in_meaning() -> None:
    text = (
        "养老服务领域公开事项标准目录 | |||||||\n"
        "序号 | 公开事项 | 公开时限 | 公开对象 | 公开方式 | 公开层级 | ||\n"
        "全社会 | 特定群体 | 主动 | 依申请 | 乡级 |||\n"
        "1 | 补贴标准 | 20个工作日内 | √ | √ | √ |||"
    )
    (table,) = flat(text)
    assert table.header_rows == 3
    assert not table.placed
    assert names(text, table) == [
        "序号",
        "公开事项",
        "公开时限",
        "公开对象/全社会",
        "公开对象/特定群体",
        "公开方式/主动",
        "公开方式/依申请",
        "公开层级/乡级",
    ]


def test_a_first_row_of_names_that_is_not_padded_is_divided_too() -> None:
    text = (
        "序号 | 公开事项 | 公开时限 | 公开对象 |\n一级事项 | 二级事项 | 全社会 | 特定主体 |\n"
        "1 | 养老 | 补贴标准 | 20个工作日内 | √ | |\n机构名单 | 20个工作日内 | √ | |"
    )
    (table,) = flat(text)
    assert names(text, table)[1:3] == ["公开事项/一级事项", "公开事项/二级事项"]
    assert rows(text, table)[1][:4] == ["1", "养老", "机构名单", "20个工作日内"]


def test_names_of_other_kinds_are_spread_evenly() -> None:
    head = "序号 | 任务 | 预算 | 完成时限 | ||\n启动 | 结束 | 上级 | 本级 ||||"
    text = f"{head}\n1 | 甲 | 5 | 5 | 3月 | 9月"
    (table,) = flat(text)
    assert names(text, table)[2:] == ["预算/启动", "预算/结束", "完成时限/上级", "完成时限/本级"]


def test_a_second_row_that_does_not_come_out_even_is_a_row() -> None:
    text = "任务 | 单位 | 时限 ||\n甲 | 乙 | 丙 ||\n戊 | 己 | 庚 ||"
    (table,) = flat(text)
    assert table.header_rows == 1


def test_gaps_in_the_names_are_divided_by_the_names_below_them() -> None:
    text = (
        "| 序号 | 公开事项 | | 公开主体 | 公开方式 | |\n"
        "| | 一级事项 | 二级事项 | | 主动 | 依申请 |\n"
        "| 1 | 养老 | 补贴标准 | 县民政局 | √ | |"
    )
    (table,) = flat(text)
    assert (table.header_rows, table.placed) == (2, True)
    assert names(text, table) == [
        "序号",
        "公开事项/一级事项",
        "公开事项/二级事项",
        "公开主体",
        "公开方式/主动",
        "公开方式/依申请",
    ]
    assert rows(text, table) == [["1", "养老", "补贴标准", "县民政局", "√", ""]]


def test_a_row_with_gaps_is_no_second_row_of_names() -> None:
    text = "| 序号 | 任务 | | 单位 |\n| 1 | 编制目录 | | |\n| 2 | 公布 | | 市司法局 |"
    (table,) = flat(text)
    assert table.header_rows == 1


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
    assert columns_of(text, table, re.compile("二级事项").search) == (3,)
    assert rows(text, table) == [["1", "养老", "补贴"]]


def cells(text: str, places: Sequence[tuple[int, int, int, int]]) -> Table:
    """Put the lines of a text into cells (row, column, rows, columns) of a file's table."""
    made = [SourceCell(*place, (line,)) for line, place in enumerate(places)]
    (table,) = find_tables(source(text, [SourceTable(1, tuple(made))]), text, line_starts(text))
    return table


def test_a_caption_over_all_columns_names_none_of_them() -> None:
    text = "工作任务分工表\n任务\n责任单位\n编制目录\n市司法局"
    table = cells(text, [(1, 1, 1, 2), (2, 1, 1, 1), (2, 2, 1, 1), (3, 1, 1, 1), (3, 2, 1, 1)])
    assert table.header_rows == 2
    assert names(text, table) == ["任务", "责任单位"]
    assert rows(text, table) == [["编制目录", "市司法局"]]


def test_a_header_that_is_repeated_on_the_next_page_is_no_row() -> None:
    text = "任务\n责任单位\n编制目录\n市司法局\n任务\n责任单位\n公布目录\n市数据局"
    table = cells(text, [(row, column, 1, 1) for row in range(1, 5) for column in (1, 2)])
    assert rows(text, table) == [["编制目录", "市司法局"], ["公布目录", "市数据局"]]


def test_names_that_are_not_merged_downwards_still_make_two_rows() -> None:
    text = "序号\n公开事项\n\n一级事项\n二级事项\n1\n养老\n补贴"
    places = [(1, 1, 1, 1), (1, 2, 1, 2), (2, 1, 1, 1), (2, 2, 1, 1), (2, 3, 1, 1)]
    table = cells(text, [*places, (3, 1, 1, 1), (3, 2, 1, 1), (3, 3, 1, 1)])
    assert table.header_rows == 2
    assert rows(text, table) == [["1", "养老", "补贴"]]


@given(st.text(alphabet="甲1 |-\n（局", max_size=80))
def test_any_lines_give_cells_inside_their_table(text: str) -> None:
    for table in flat(text):
        assert all(table.span.covers(cell.span) for cell in table.cells)
        places = [(cell.row, cell.column) for cell in table.cells]
        assert len(places) == len(set(places))


TABBED = (
    "序号\t工作任务\t责任单位\t完成时限\n"
    "1\t修缮戏台\t市文旅局\t\n2\t\t市财政局\t年底前\n3\t印制手册\t市教育局"
)


def test_tabs_keep_cells_apart_and_the_last_may_be_empty() -> None:
    (table,) = flat(f"附件\n任务表\n{TABBED}\n以上任务按季度通报。")
    assert [row[1:] for row in rows(f"附件\n任务表\n{TABBED}", table)] == [
        ["修缮戏台", "市文旅局", ""],
        ["", "市财政局", "年底前"],
        ["印制手册", "市教育局", ""],
    ]


def test_tabs_that_indent_or_part_the_words_of_a_page_are_no_table() -> None:
    assert flat("来源：市政府办\t浏览：3\t2024年3月4日\n\t一、总体要求\t\n\t二、工作任务\t\n") == ()


def test_a_bar_behind_the_words_of_a_row_is_an_empty_cell_where_all_rows_are_even() -> None:
    text = "任务 | 责任单位 | 完成时限\n修缮戏台 | 市文旅局 |\n印制手册 | 市教育局 | 年底前"
    (table,) = flat(text)
    assert rows(text, table) == [["修缮戏台", "市文旅局", ""], ["印制手册", "市教育局", "年底前"]]
    assert table.placed


def test_a_short_row_of_a_table_with_gaps_lost_its_merged_cell() -> None:
    text = (
        "任务 | 要点 | 牵头单位 | 配合单位\n"
        "一、办好庙会 | 1.搭好戏台。 | | 市直各单位，各乡镇人民政府\n"
        "2.请好戏班。 | 市文旅局 | 市直各单位，各乡镇人民政府\n"
        "二、做好宣传 | 3.张贴海报。 | 市融媒体中心 | 市直各单位，各乡镇人民政府"
    )
    (table,) = flat(text)
    assert rows(text, table)[1][:3] == ["一、办好庙会", "2.请好戏班。", "市文旅局"]


def test_cells_may_stand_one_a_line_where_the_numbers_come_back() -> None:
    head = "任务表\n序号\n工作任务\n责任单位\n"
    text = f"{head}1\n修缮戏台\n市文旅局\n2\n印制手册\n市教育局\n说明：逐月通报。"
    (table,) = flat(text)
    assert rows(text, table) == [["1", "修缮戏台", "市文旅局"], ["2", "印制手册", "市教育局"]]
    assert flat(f"{head}1\n修缮戏台\n市文旅局\n印制手册\n2\n市教育局") == ()
    assert flat("任务表\n序号\n1\n2\n3") == ()


def test_cells_without_blanks_are_told_by_the_names_of_the_columns() -> None:
    text = "序号|任务|责任单位|完成时限\n1|检修泵站||4月10日\n2|培训农机手|市农机站|4月15日"
    (table,) = flat(text)
    assert rows(text, table)[0] == ["1", "检修泵站", "", "4月10日"]
    assert flat("首页|政务公开|办事服务\n首页|新闻|通知") == ()


def test_a_blank_that_begins_a_barred_row_goes_on_from_above() -> None:
    lines = (
        "完成时限|任务|责任单位\n10月底前|修缮戏台|市文旅局\n|印制手册|市教育局\n年底前|办展|市文联"
    )
    (table,) = flat(f"附件\n任务表\n{lines}\n以上任务按季度通报。")
    assert rows(f"附件\n任务表\n{lines}", table) == [
        ["10月底前", "修缮戏台", "市文旅局"],
        ["10月底前", "印制手册", "市教育局"],
        ["年底前", "办展", "市文联"],
    ]
