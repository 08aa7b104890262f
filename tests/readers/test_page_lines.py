from gongkai_lint.readers.page_lines import Line, PageText, cleaned, paragraphs_of, squeezed

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
    assert [text for text, _ in found] == [ROW[2:] + ROW + "完成。", ROW[2:] + "完成。"]


def test_a_paragraph_goes_on_over_the_page_and_keeps_its_first_page() -> None:
    first = _page((2, ROW[2:]), (0, ROW))
    second = _page((0, "完成。"), (2, ROW[2:]), (0, ROW))
    third = _page((0, "完成。"))
    assert [page for _, page in paragraphs_of([first, second, third])] == [1, 2]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    pages = [
        [
            _line(0, 8, "云岭市人民政府公报"),
            _line(2, 2, f"第{n}条　各单位按期完成。"),
            _line(20, 12, f"— {n} —"),
        ]
        for n in range(1, 5)
    ]
    assert [text for text, _ in paragraphs_of(pages)] == [
        f"第{n}条　各单位按期完成。" for n in range(1, 5)
    ]


def test_pieces_beside_each_other_are_one_line_from_left_to_right() -> None:
    date = Line("2024年9月2日", 400, 500, 99, 115)
    name = Line("云岭市人民政府办公室", 80, 240, 100, 116)
    assert paragraphs_of([[date, name]]) == [PageText("云岭市人民政府办公室  2024年9月2日", 1)]


def test_lines_of_another_size_are_paragraphs_of_their_own() -> None:
    title = Line("关于做好秋粮收购和储备工作的若干重要事项的通知", LEFT, LEFT + WIDTH * EM, 60, 90)
    found = paragraphs_of([[title, *_page((0, ROW), (0, "完成。"))]])
    assert [text for text, _ in found] == [title.text, ROW + "完成。"]


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
