import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.document import Document
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import Finding
from gongkai_lint.model.source import Anchor, Paragraph, Place, Source
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.views import context, place_words, position, type_name


def _document(lines: list[str]) -> Document:
    paragraphs = tuple(Paragraph(line, Anchor(0, n)) for n, line in enumerate(lines))
    return Document("\n".join(lines), Source(paragraphs, "", "text/plain"), ())


LINES = st.lists(st.text("甲乙a 。𠀀", max_size=300), min_size=1, max_size=6)


@given(LINES, st.data())
def test_a_position_leads_back_to_its_character(lines: list[str], data: st.DataObject) -> None:
    document = _document(lines)
    offset = data.draw(st.integers(0, len(document.text)))
    line, column = position(document, offset)
    assert len("\n".join(lines[: line - 1])) + (line > 1) + column - 1 == offset
    assert column <= len(lines[line - 1]) + 1


@given(LINES, st.data())
def test_a_context_is_at_most_200_characters_around_its_span(
    lines: list[str], data: st.DataObject
) -> None:
    document = _document(lines)
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    words = context(document, Span(start, end))
    assert len(words) <= 200
    assert words in lines[position(document, start).line - 1]
    assert document.text[start:end].split("\n")[0][:200] in words


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [
        (DocumentType.ORDER, "云岭市人民政府令", "命令（令）"),
        (DocumentType.OUTLINE, "云岭市发展规划", "规划"),
        (DocumentType.OUTLINE, "云岭市发展规划纲要", "纲要"),
        (DocumentType.KEY_POINTS, "2024年工作要点", "要点"),
        (None, "云岭市", None),
    ],
)
def test_a_type_has_the_name_that_its_title_gives_it(
    kind: DocumentType | None, title: str, name: str | None
) -> None:
    source = Source((Paragraph(title, Anchor(0, 0)),), "", "text/plain")
    element = Element("title", Span(0, len(title)))
    assert type_name(Document(title, source, (element,), document_type=kind)) == name


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(), ""),
        (Place("header"), "页眉"),
        (Place("table", 2, 3, 1, page=4), "第4页 表2第3行"),
    ],
)
def test_a_place_outside_the_running_text_is_named(place: Place, words: str) -> None:
    source = Source((Paragraph("甲", Anchor(0, 0), place=place),), "", "text/plain")
    finding = Finding("X01", "", "error", "violation", "", Span(0, 1))
    assert place_words(Document("甲", source, ()), finding) == words
