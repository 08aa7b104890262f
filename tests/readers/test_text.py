import codecs
import subprocess
import sys

import pytest

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Source
from gongkai_lint.model.span import Span
from gongkai_lint.readers.text import read_text

NOTICE = (
    "崇州市人民政府办公室关于做好政务公开工作的通知\n各乡镇人民政府：\n"
    "为贯彻落实上级要求，现将有关事项通知如下。\n2020年11月24日\n"
)


def lines(data: bytes, *, markdown: bool = False) -> list[str]:
    return [q.text for q in read_text(data, markdown=markdown).paragraphs]


def inner(text: str) -> list[str]:
    source = read_text(text.encode(), markdown=True)
    return [
        q.text if q.inner is None else q.text[q.inner.start : q.inner.end]
        for q in source.paragraphs
    ]


def notices(source: Source) -> set[str]:
    return {notice.kind for notice in source.notices}


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_every_usual_encoding_gives_the_same_lines(encoding: str) -> None:
    data = NOTICE.encode(encoding)
    assert lines(data) == NOTICE.splitlines()
    assert read_text(data, markdown=False).notices == ()


def test_utf_16_with_a_big_endian_mark_is_read() -> None:
    assert lines(codecs.BOM_UTF16_BE + "公开".encode("utf-16-be")) == ["公开"]


def test_rare_characters_of_gb18030_survive() -> None:
    assert lines("㐀䶮𠮷同志任职的通知及其他事项".encode("gb18030")) == [
        "㐀䶮𠮷同志任职的通知及其他事项"
    ]


def test_a_short_gb_text_is_not_taken_for_greek_or_arabic() -> None:
    assert lines("通知".encode("gb18030")) == ["通知"]
    assert lines("联通".encode("gb18030")) == ["联通"]


def test_misread_big5_is_doubted() -> None:
    source = read_text("關於做好政務公開工作的通知各鄉鎮人民政府".encode("big5"), markdown=False)
    assert notices(source) == {"encoding"}


def test_a_named_encoding_overrules_the_guess() -> None:
    text = "關於做好政務公開工作的通知各鄉鎮人民政府"
    source = read_text(text.encode("big5"), markdown=False, encoding="big5")
    assert source.paragraphs[0].text == text
    assert source.notices == ()


def test_only_the_three_usual_line_ends_cut_lines() -> None:
    data = "甲\r\n乙\r丙\n丁\x0b\x0c\x1c\x85\u2028\u2029戊".encode()
    assert lines(data) == ["甲", "乙", "丙", "丁\x0b\x0c\x1c\x85\u2028\u2029戊"]


def test_empty_lines_are_paragraphs_and_the_last_line_end_is_none() -> None:
    assert lines("甲\n\n  \n乙\n".encode()) == ["甲", "", "  ", "乙"]
    assert lines("甲\n\n".encode()) == ["甲", ""]


def test_anchors_count_the_lines() -> None:
    source = read_text("甲\n乙\n丙".encode(), markdown=False)
    assert [q.anchor.ordinal for q in source.paragraphs] == [0, 1, 2]


def test_front_matter_gives_properties_and_keeps_its_lines() -> None:
    text = (
        "---\n公开属性: 主动公开 # 已核\ntags: [公开, '政务']\n# 注\nunits:\n  - 市司法局\n"
        '  - 市财政局\n标题："关于：通知"\n---\n正文\n'
    )
    source = read_text(text.encode(), markdown=False)
    assert source.properties == (
        ("公开属性", "主动公开"),
        ("tags", "公开"),
        ("tags", "政务"),
        ("units", "市司法局"),
        ("units", "市财政局"),
        ("标题", "关于：通知"),
    )
    assert [q.text for q in source.paragraphs] == text.splitlines()
    assert [q.place.kind for q in source.paragraphs] == ["front_matter"] * 9 + ["body"]


def test_front_matter_that_says_something_strange_is_reported() -> None:
    source = read_text("---\n标题: 甲\n{ 乱写 }\n---\n正文".encode(), markdown=False)
    assert notices(source) == {"front_matter"}
    assert source.properties == (("标题", "甲"),)


@pytest.mark.parametrize(
    "text", ["---\n正文\n没有结束", "---\n这里是正文。\n---\n后文", "正文\n---\n甲: 乙\n---"]
)
def test_a_drawn_rule_is_no_front_matter(text: str) -> None:
    source = read_text(text.encode(), markdown=False)
    assert {q.place.kind for q in source.paragraphs} == {"body"}


def test_markdown_marks_are_outside_the_inner_span() -> None:
    assert inner("# 标题\n> 引用\n- 事项\n* 事项\n> - 事项\n普通") == [
        "标题",
        "引用",
        "事项",
        "事项",
        "事项",
        "普通",
    ]


def test_numbers_and_stars_of_the_text_stay_inside() -> None:
    assert inner("1. 第一项\n12．第二项\n*注\n-5度") == ["1. 第一项", "12．第二项", "*注", "-5度"]


def test_strong_marks_round_a_line_are_outside() -> None:
    assert inner("## **一、总体要求**\n__甲__\n**甲**乙\n****") == [
        "一、总体要求",
        "甲",
        "**甲**乙",
        "",
    ]


def test_fences_comments_and_rules_hold_no_text() -> None:
    text = "```sh\nrm x\n```\n甲\n<!-- 注 -->\n<!--\n多行\n-->\n乙\n---\n|---|:-:|\n~~~\n丙"
    assert inner(text) == ["", "", "", "甲", "", "", "", "", "乙", "", "", "", ""]


def test_a_plain_line_of_markdown_needs_no_span() -> None:
    source = read_text("甲\n# 乙".encode(), markdown=True)
    assert [q.inner for q in source.paragraphs] == [None, Span(2, 3)]
    assert source.media_type == "text/markdown"


def test_plain_text_has_no_marks() -> None:
    assert [q.inner for q in read_text(b"# a", markdown=False).paragraphs] == [None]


def test_text_without_text_says_so() -> None:
    assert notices(read_text(b" \n\n", markdown=False)) == {"no_text"}
    assert notices(read_text(codecs.BOM_UTF8, markdown=False)) == {"no_text"}


@pytest.mark.parametrize("text", ["甲\n" * 100_001, "甲" * 2_000_001])
def test_a_text_that_is_too_long_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError, match="文稿太长"):
        read_text(text.encode(), markdown=False)


def test_the_bytes_of_an_embedded_picture_are_no_text() -> None:
    line = "示意图![](data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==)如下。"
    source = read_text(line.encode(), markdown=True)
    shown = source.paragraphs[0].text
    assert len(shown) == len(line)
    assert shown.split() == ["示意图![](", ")如下。"]
    assert [remark.kind for remark in source.remarks] == ["embedded"]


def test_reading_text_imports_nothing_heavy() -> None:
    program = (
        "import sys; from gongkai_lint.readers.read import read; read('甲'.encode(), 'a.md');"
        "print([m for m in ('yaml', 'lxml', 'zipfile') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("data", "end"),
    [(b"a", "\n"), (b"a\nb\n", "\n"), (b"a\r\nb", "\r\n"), (b"a\rb\r", "\r"), (b"a\r\nb\n", "")],
)
def test_it_is_known_how_the_lines_of_a_file_end(data: bytes, end: str) -> None:
    assert read_text(data, markdown=False).line_end == end
