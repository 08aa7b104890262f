"""What a document tells of itself."""

import pickle

from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.source import Anchor, Paragraph, Source
from gongkai_lint.model.span import Span


def document(*lines: str, furniture: tuple[Span, ...] = ()) -> Document:
    paragraphs = tuple(Paragraph(line, Anchor(0, i)) for i, line in enumerate(lines))
    source = Source(paragraphs, "sha256:0", "text/plain")
    elements = tuple(Element("furniture", span) for span in furniture)
    return Document("\n".join(lines), source, elements)


def test_paragraphs_are_found_by_offset() -> None:
    notice = document("通知", "", "正文。")
    assert [notice.paragraph_at(offset) for offset in (0, 2, 3, 4, 6)] == [0, 0, 1, 2, 2]
    assert notice.words(notice.paragraph_span(2)) == "正文。"


def test_a_sentence_ends_with_its_stop_and_closing_quotation_mark() -> None:
    notice = document("先说一句。他说：“办好。”再说一句；最后一句")
    at = notice.text.index("办好")
    assert notice.words(notice.sentence(Span(at, at + 2))) == "他说：“办好。”"
    at = notice.text.index("最后")
    assert notice.words(notice.sentence(Span(at, at + 2))) == "最后一句"


def test_content_leaves_furniture_out_even_inside_a_paragraph() -> None:
    notice = document("首页 通知正文 打印", "第二段", furniture=(Span(0, 2), Span(8, 10)))
    assert [notice.words(span).strip() for span in notice.content] == ["通知正文", "第二段"]


def test_the_document_scope_is_its_content() -> None:
    notice = document("通知", "正文")
    assert notice.within(("document",)) == (Span(0, 5),)
    assert notice.within(("title", "table")) == ()


def test_a_document_survives_pickling() -> None:
    notice = document("通知", "正文")
    assert notice.content
    assert pickle.loads(pickle.dumps(notice)) == notice  # noqa: S301 (our own bytes)
