from gongkai_lint.readers.page_lines import (
    Line,
    cleaned,
    is_misread,
    squeezed,
)
from gongkai_lint.readers.page_paragraphs import PageText, paragraphs_of
from gongkai_lint.readers.page_tables import laid_out

EM = 16.0
LEFT, WIDTH = 80.0, 28


def _page(*rows: tuple[int, str]) -> list[Line]:
    """Set lines 28 points apart, each indented by a number of characters."""
    return [_line(number, indent, text) for number, (indent, text) in enumerate(rows)]


def _line(row: int, indent: float, text: str) -> Line:
    left = LEFT + indent * EM
    return Line(text, left, left + len(text) * EM, 100 + 28 * row, 116 + 28 * row)


FULL = "各单位要按照职责分工抓好落实确保按期完成任务并及时报告"  # 27 characters
assert len(FULL) == WIDTH - 1
ROW = FULL + "，"


def test_a_full_line_goes_on_in_the_next_one() -> None:
    found = paragraphs_of(
        [_page((2, ROW[2:]), (0, ROW), (0, "完成。"), (2, ROW[2:]), (0, "完成。"))]
    )
    assert [text for text, *_ in found] == [ROW[2:] + ROW + "完成。", ROW[2:] + "完成。"]


def test_a_paragraph_goes_on_over_the_page_and_keeps_its_first_page() -> None:
    first = _page((2, ROW[2:]), (0, ROW))
    second = _page((0, "完成。"), (2, ROW[2:]), (0, ROW))
    third = _page((0, "完成。"))
    assert [page for _, page, _ in paragraphs_of([first, second, third])] == [1, 2]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [
        [
            _line(0, 8, "云岭市人民政府公报"),
            _line(2, 2, f"第{n}条　各单位按期完成。"),
            _line(20, 12, f"— {n} —"),
        ]
        for n in range(1, 5)
    ]
    assert [text for text, *_ in paragraphs_of(pages)] == [
        f"第{n}条　各单位按期完成。" for n in range(1, 5)
    ]


def test_pieces_beside_each_other_are_one_line_from_left_to_right() -> None:
    date = Line("2024年9月2日", 400, 500, 99, 115)
    name = Line("云岭市人民政府办公室", 80, 240, 100, 116)
    (found,) = paragraphs_of([[date, name]])
    assert found[:2] == ("云岭市人民政府办公室  2024年9月2日", 1)


def test_lines_of_another_size_are_paragraphs_of_their_own() -> None:
    title = Line("关于做好秋粮收购和储备工作的若干重要事项的通知", LEFT, LEFT + WIDTH * EM, 60, 90)
    found = paragraphs_of([[title, *_page((0, ROW), (0, "完成。"))]])
    assert [text for text, *_ in found] == [title.text, ROW + "完成。"]


def test_latin_words_are_parted_at_a_line_end() -> None:
    words = "学习借鉴各地做法并参照 Open Government Partnership 的 shared"
    first = Line(words, LEFT, LEFT + WIDTH * EM, 100, 116)
    found = paragraphs_of([[first, _line(1, 0, "principles 办理。")]])
    assert found[0].text == f"{words} principles 办理。"


def test_radicals_become_characters_and_layout_blanks_go() -> None:
    assert cleaned("⼈⺠⽇") == "人⺠日"
    assert squeezed("国务院令 第 722 号") == "国务院令第722号"
    assert squeezed("第一条 为规范 OGP 应用") == "第一条 为规范 OGP 应用"


def test_pages_without_lines_give_nothing() -> None:
    assert paragraphs_of([[], []]) == []


def _row(row: int, *cells: tuple[float, str]) -> list[Line]:
    return [_line(row, indent, text) for indent, text in cells]


def test_rows_of_columns_are_cells_of_a_table() -> None:
    pieces = [
        *_row(0, (6, "重点任务分工表")),
        *_row(1, (0, "序号"), (3, "任务"), (14, "单位"), (22, "时限")),
        *_row(2, (0, "1"), (3, "清理河道"), (14, "水利局"), (22, "9月底前")),
        *_row(3, (0, "2"), (3, "修订预案"), (14, "应急局"), (22, "8月底前")),
        *_row(4, (0, "联系人"), (9, "张明")),
    ]
    laid = laid_out(paragraphs_of([pieces]))
    assert len(laid.tables) == 1
    cells = laid.tables[0].cells
    assert [(cell.row, cell.column) for cell in cells] == [
        (r, c) for r in (1, 2, 3) for c in (1, 2, 3, 4)
    ]
    words = [laid.paragraphs[cell.paragraphs[0]].text for cell in cells]
    assert words[:8] == ["序号", "任务", "单位", "时限", "1", "清理河道", "水利局", "9月底前"]
    assert [p.text for p in laid.paragraphs if p.place.kind == "body"] == [
        "重点任务分工表",
        "联系人  张明",
    ]


def test_a_name_and_a_date_in_one_line_are_no_table() -> None:
    found = [PageText("云岭市人民政府办公室  2026年8月3日", 1)] * 2
    assert laid_out(found).tables == ()


def test_what_was_painted_last_is_read_where_it_stands() -> None:
    page = _page((2, ROW[2:]), (0, ROW), (0, ROW), (0, "完成。"))
    head = Line("云岭市人民政府文件", LEFT + 100, LEFT + 260, 40, 70)
    assert [text for text, *_ in paragraphs_of([[*page, head]])] == [
        head.text,
        ROW[2:] + ROW + ROW + "完成。",
    ]


def test_each_width_of_page_has_margins_of_its_own() -> None:
    upright = _page((2, ROW[2:]), (0, ROW), (0, "完成。"))
    wide = [_line(n, 0, "附件表格的一行" * 8) for n in range(4)]
    found = paragraphs_of([upright, wide, wide])
    assert found[0].text == ROW[2:] + ROW + "完成。"


def test_the_rest_of_a_centred_title_belongs_to_it() -> None:
    title = Line(
        "云岭市人民政府关于做好全市秋冬季水利建设工作的通", LEFT, LEFT + WIDTH * EM, 60, 80
    )
    rest = Line("知", LEFT + WIDTH * EM / 2 - 10, LEFT + WIDTH * EM / 2 + 10, 70, 90)
    found = paragraphs_of([[title, rest, *_page((2, ROW[2:]), (0, ROW), (0, "完成。"))]])
    assert found[0].text == title.text + "知"


def test_an_imprint_line_ends_where_it_ends() -> None:
    copies = "抄送：市委各部门，市人大常委会办公室，市政协办公室，市法院。"
    found = paragraphs_of([_page((2, ROW[2:]), (0, ROW), (0, copies), (0, "市政府办公室印发"))])
    assert [text for text, *_ in found][-2:] == [copies, "市政府办公室印发"]


def test_a_labelled_fact_below_a_title_that_fills_its_line_is_one_of_its_own() -> None:
    title = (ROW + "关于进一步规范户口管理工作的通知")[-len(ROW) :]
    facts = (
        (0, "发文单位：云岭市公安局"),
        (0, "文　　号：云公〔2024〕3号"),
        (0, "发布日期：2024年3月5日"),
    )
    found = paragraphs_of([_page((0, title), *facts, (2, ROW[2:]), (0, ROW), (0, "完成。"))])
    assert [text for text, *_ in found][:4] == [title, *(words for _, words in facts)]


def test_boxes_without_size_do_not_break_the_reading() -> None:
    flat = [Line(character, 28.0, 28.0, 50.0, 50.0) for character in "云岭市人民政府"]
    assert "".join(text for text, *_ in paragraphs_of([flat])).replace(" ", "") == "云岭市人民政府"


def test_a_text_layer_of_other_characters_is_told() -> None:
    usual = "为贯彻落实国务院决策部署，现就做好防汛工作有关事项通知如下，请认真贯彻执行。" * 2
    assert not is_misread(usual)
    assert not is_misread(
        "為貫徹落實國務院決策部署，現就做好防汛工作有關事項通知如下，請認真貫徹執行。" * 2
    )
    assert not is_misread("乱码")
    assert is_misread("".join(chr(0x1B00 + ord(character) % 256) for character in usual))
    assert is_misread("".join(chr(0x7000 + ord(character) % 2000) for character in usual))
    assert is_misread("\x01\x04\x05\x06 !" * 20)


def test_addressees_under_a_title_that_fills_its_line_stand_apart() -> None:
    title = "云岭市人民政府办公室关于做好二〇二四年政务公开重点工作的通知"[-27:]
    found = paragraphs_of(
        [_page((0, title), (0, "各县（市、区）人民政府："), (2, ROW[2:]), (0, ROW))]
    )
    assert [text for text, *_ in found][:2] == [title, "各县（市、区）人民政府："]


def test_a_line_may_end_early_where_a_number_or_a_mark_finds_no_room() -> None:
    short = FULL[:-1]  # two characters short of the margin: “2024” needs as many
    found = paragraphs_of([_page((2, ROW[2:]), (0, ROW), (0, short), (0, "2024年6月底前报送。"))])
    assert [text for text, *_ in found] == [ROW[2:] + ROW + short + "2024年6月底前报送。"]


def test_a_heading_behind_a_full_sentence_is_a_paragraph_of_its_own() -> None:
    ended = FULL + "。"
    found = paragraphs_of([_page((0, ROW), (0, ROW), (0, ended), (0, "二、重点任务"), (0, ended))])
    assert [text for text, *_ in found] == [ROW + ROW + ended, "二、重点任务", ended]


def test_the_rest_of_a_listed_name_may_stand_in() -> None:
    name = "1.云岭市二〇二四年进城务工人员随迁子女接受义务教育工"
    found = paragraphs_of(
        [_page((0, ROW), (0, ROW), (0, ROW), (2, name), (4, "作方案"), (2, "2.表"))]
    )
    assert [text for text, *_ in found][1:] == [name + "作方案", "2.表"]


def test_a_word_keeps_the_hyphen_at_a_lines_end() -> None:
    mail = "请将材料按照规范格式报送工作邮箱zwgk-yunling-municipal-"
    first = Line(mail, LEFT, LEFT + 27.5 * EM, 156, 172)
    rest = Line("information@example.org。", LEFT, LEFT + 200, 184, 200)
    found = paragraphs_of([[*_page((0, ROW), (0, ROW)), first, rest]])
    assert found[0].text.endswith("municipal-information@example.org。")


def _cells(row: int, *words: str, step: float = 28, rise: float = 0) -> list[Line]:
    """Set words in columns seven characters wide, in rows so far apart."""
    top = 100 + step * row + rise
    return [
        Line(text, LEFT + 7 * EM * n, LEFT + 7 * EM * n + EM * len(text), top, top + 16)
        for n, text in enumerate(words)
        if text
    ]


def test_the_lines_of_a_cell_are_one_cell() -> None:
    page = [
        *_cells(0, "序号", "重点任务", "牵头单位", step=60),
        *_cells(1, "1", "编制公开", "市大数据局", step=60),
        *_cells(1, "", "事项目录", "", step=60, rise=20),
    ]
    laid = laid_out(paragraphs_of([page]))
    told = [[laid.paragraphs[i].text for i in cell.paragraphs] for cell in laid.tables[0].cells]
    assert told[3:] == [["1"], ["编制公开事项目录"], ["市大数据局"]]


def test_organs_below_one_another_in_a_cell_stay_apart() -> None:
    page = [
        *_cells(0, "序号", "重点任务", "牵头单位", step=60),
        *_cells(1, "1", "公开目录", "市大数据局", step=60),
        *_cells(1, "", "", "市司法局", step=60, rise=20),
    ]
    laid = laid_out(paragraphs_of([page]))
    last = laid.tables[0].cells[-1]
    assert [laid.paragraphs[i].text for i in last.paragraphs] == ["市大数据局", "市司法局"]


def test_a_note_below_a_table_is_none_of_its_cells() -> None:
    rows = [*_cells(0, "序号", "任务", "单位"), *_cells(1, "1", "清障", "市水利局")]
    note = Line("注：各单位按季度报送进展情况。", LEFT, LEFT + 15 * EM, 146, 162)
    far = Line("附表", LEFT, LEFT + 2 * EM, 400, 416)
    for other in (note, far):
        laid = laid_out(paragraphs_of([[*rows, other]]))
        assert laid.paragraphs[-1].text == other.text
        assert len(laid.tables[0].cells) == 6
