import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import SEVERITIES, Finding
from gongkai_lint.model.source import Anchor, Paragraph, Place, Source, SourceCell, SourceTable
from gongkai_lint.model.span import Span
from gongkai_lint.model.table import Table
from gongkai_lint.reporters.marked_text import MarkedText


def _document(lines: list[str], tables: tuple[SourceTable, ...] = ()) -> Document:
    paragraphs = tuple(Paragraph(line, Anchor(0, n)) for n, line in enumerate(lines))
    return Document("\n".join(lines), Source(paragraphs, "", "text/plain", tables=tables), ())


def _finding(span: Span, number: int = 0) -> Finding:
    return Finding(f"X{number:02}", "标题", SEVERITIES[number % 3], "violation", "有问题。", span)


def _parsed(document: Document, *findings: Finding) -> html.HtmlElement:
    return html.fromstring(f"<div>{''.join(MarkedText(document, findings, 'k').blocks())}</div>")


def _words(root: html.HtmlElement) -> list[str]:
    """Give the paragraphs as a reader copies them: without the numbers of the findings."""
    for number in root.xpath("//a[starts-with(@class, 'no ')]"):
        number.drop_tree()
    return [str(p.text_content()) for p in root.xpath("//p")]


def _marked(root: html.HtmlElement, number: int) -> str:
    marks = root.xpath("//a[starts-with(@class, 'm ')]")
    chosen = [mark for mark in marks if str(number) in mark.get("data-n").split()]
    return "".join(str(mark.text_content()) for mark in chosen)


LINES = st.lists(st.text("甲乙<&\"' a。𠀀", max_size=12), min_size=1, max_size=5)


@given(LINES, st.data())
def test_each_finding_is_marked_on_its_characters_whatever_it_overlaps(
    lines: list[str], data: st.DataObject
) -> None:
    document = _document(lines)
    offsets = st.integers(0, len(document.text))
    drawn = data.draw(st.lists(st.tuples(offsets, offsets), max_size=6))
    spans = [Span(*sorted(pair)) for pair in drawn]
    findings = [_finding(span, number) for number, span in enumerate(spans)]
    root = _parsed(document, *findings)
    for number, span in enumerate(spans, start=1):
        assert _marked(root, number) == document.words(span).replace("\n", "")
        assert len(root.xpath(f"//*[@id='kt{number}']")) == 1
        assert len(root.xpath(f"//a[starts-with(@class, 'no ')][text()='{number}']")) == 1
    assert _words(root) == lines


def test_where_findings_overlap_the_gravest_colours_and_all_are_named() -> None:
    root = _parsed(_document(["甲乙丙丁"]), _finding(Span(0, 3), 2), _finding(Span(1, 4), 0))
    marks = [
        (mark.text_content(), mark.get("class"), mark.get("data-n"), mark.get("href"))
        for mark in root.xpath("//a[starts-with(@class, 'm ')]")
    ]
    assert marks == [
        ("甲", "m info", "1", "#kc1"),
        ("乙丙", "m error", "1 2", "#kc2"),
        ("丁", "m error", "2", "#kc2"),
    ]


def test_something_absent_is_a_sign_between_characters() -> None:
    root = _parsed(_document(["甲乙"]), _finding(Span(1, 1)))
    (mark,) = root.xpath("//a[starts-with(@class, 'm ')]")
    assert (mark.get("class"), mark.getprevious().get("id")) == ("m gap error", "kt1")


def test_characters_without_a_shape_are_shown_by_their_number() -> None:
    (paragraph,) = _parsed(_document(["甲\u200b\x07\u202e乙"])).xpath("//p")
    assert paragraph.text_content() == "甲U+200BU+0007U+202E乙"
    assert len(paragraph.xpath("i[@class='unseen']")) == 3


def test_a_table_is_a_table_with_its_merged_cells() -> None:
    cells = (
        SourceCell(1, 1, 2, 1, (1,)),
        SourceCell(1, 2, 1, 1, (2, 3)),
        SourceCell(2, 2, 1, 1, ()),
    )
    table = SourceTable(1, cells)
    document = _document(["前", "事项", "甲", "乙", "后"], (table,))
    root = _parsed(document, _finding(Span(5, 6)))
    assert [row.xpath("count(td)") for row in root.xpath("//tr")] == [2, 1]
    first, second, _ = root.xpath("//td")
    assert first.get("rowspan") == "2"
    assert [p.get("id") for p in second] == ["kp3", "kp4"]
    assert _marked(root, 1) == "甲"
    assert _words(root) == ["前", "事项", "甲", "乙", "后"]


def test_paragraphs_of_a_table_inside_a_table_are_not_lost() -> None:
    tables = (
        SourceTable(1, (SourceCell(1, 1, 1, 1, (0, 2)),)),
        SourceTable(2, (SourceCell(1, 1, 1, 1, (1,)),)),
    )
    assert sorted(_words(_parsed(_document(["甲", "乙", "丙"], tables)))) == ["丙", "乙", "甲"]


@pytest.mark.parametrize(
    ("line", "element", "shape"),
    [
        ("  一、总体要求", Element("heading", Span(2, 8), level=1), "level-1 as-is"),
        ("（一）抓好秋收。", Element("heading", Span(0, 8), level=2), None),
        ("一、抓秋收。各地要早动手", Element("heading", Span(0, 6), level=1), None),
        ("　云岭市人民政府 ", Element("issuing_authority", Span(1, 8)), "issuing_authority as-is"),
        ("甲", Element("body", Span(0, 1)), None),
    ],
)
def test_a_line_has_the_shape_of_its_element(
    line: str, element: Element, shape: str | None
) -> None:
    source = Source((Paragraph(line, Anchor(0, 0)),), "", "text/plain")
    (paragraph,) = _parsed(Document(line, source, (element,))).xpath("//p")
    assert paragraph.get("class") == shape


def test_the_marks_of_markdown_do_not_hide_a_title() -> None:
    paragraph = Paragraph("# 关于秋收的通知", Anchor(0, 0), inner=Span(2, 9))
    source = Source((paragraph,), "", "text/markdown")
    (shown,) = _parsed(Document(paragraph.text, source, (Element("title", Span(2, 9)),))).xpath(
        "//p"
    )
    assert shown.get("class") == "title"


def test_text_outside_the_body_says_where_it_stands() -> None:
    paragraph = Paragraph("内部资料", Anchor(1, 0), place=Place("header"))
    document = Document("内部资料", Source((paragraph,), "", "text/plain"), ())
    (shown,) = _parsed(document).xpath("//p")
    assert (shown.get("class"), shown.get("data-place")) == ("aside", "页眉")


def _flat(*lines: str) -> Document:
    text = "\n".join(lines)
    rows = [line for line in lines if "|" in line]
    start = text.index(rows[0])
    end = text.index(rows[-1]) + len(rows[-1])
    source = _document(list(lines)).source
    return Document(text, source, (), tables=(Table(1, Span(start, end), 1, ()),))


def test_a_table_drawn_with_strokes_is_a_table() -> None:
    document = _flat("前", "| 事项 | 时限 |", "|---|:--|", "| 甲 |  |", "后")
    root = _parsed(
        document, _finding(Span(document.text.index("甲"), document.text.index("甲") + 1))
    )
    rows = [[str(cell.text_content()).strip() for cell in row] for row in root.xpath("//tr")]
    assert rows == [["事项", "时限"], ["甲1", ""]]
    assert _marked(root, 1) == "甲"
    assert [row.get("id") for row in root.xpath("//tr")] == ["kp2", "kp4"]
    assert [p.get("id") for p in root.xpath("//p[@id]")] == ["kp1", "kp5"]


@given(st.lists(st.text("甲| -乙", min_size=1, max_size=9), min_size=2, max_size=4), st.data())
def test_a_finding_in_a_drawn_table_is_marked_on_all_but_the_strokes(
    lines: list[str], data: st.DataObject
) -> None:
    lines = [f"a|{line}" for line in lines]
    document = _flat(*lines)
    offsets = st.integers(0, len(document.text))
    span = Span(*sorted(data.draw(st.tuples(offsets, offsets))))
    root = _parsed(document, _finding(span))
    words = document.words(span).replace("\n", "")
    assert set(words) - set(_marked(root, 1)) <= {"|", " "}
    assert len(root.xpath("//*[@id='kt1']")) == 1
    assert len(root.xpath("//a[starts-with(@class, 'no ')]")) == 1
