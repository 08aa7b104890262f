from collections.abc import Callable, Iterator

import pytest

from gongkai_lint.model.source import Paragraph
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.wordml.package import open_package
from gongkai_lint.wordml.stories import walk_package
from gongkai_lint.wordml.story import Block

Builder = Callable[..., bytes]

RUN = "<w:r><w:t>{}</w:t></w:r>"
P = f"<w:p>{RUN}</w:p>"
BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{P.format('框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>{RUN.format('主')}</w:p>"
)
BODIES = [
    P.format("甲") + P.format("乙"),
    f"<w:p>{RUN.format('甲')}<w:r><w:br/></w:r>{RUN.format('乙')}</w:p>",
    f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{RUN.format('甲')}</w:p>{P.format('乙')}",
    f"<w:p><w:ins>{RUN.format('甲')}</w:ins><w:r><w:tab/></w:r>{RUN.format('乙')}</w:p>",
    BOX,
    f"<w:tbl><w:tr><w:tc>{P.format('甲')}</w:tc><w:tc>{BOX}</w:tc></w:tr></w:tbl>",
]


def shown(block: Block, paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for start, length, kind, node in paragraph.segments:
        if kind in ("text", "insertion"):
            text = block.pieces[node].node.text
            assert text is not None
            yield text, paragraph.text[start : start + length]


@pytest.mark.parametrize("body", BODIES)
def test_a_second_walk_finds_the_nodes_behind_every_anchor(make_docx: Builder, body: str) -> None:
    data = make_docx(body)
    blocks = {(b.part, b.ordinal): b for b in walk_package(open_package(data)).blocks}
    for paragraph in read_docx(data).paragraphs:
        for in_file, in_text in shown(blocks[paragraph.anchor], paragraph):
            assert in_file == in_text


@pytest.mark.parametrize("body", BODIES)
def test_segments_cover_every_character_in_order(make_docx: Builder, body: str) -> None:
    for paragraph in read_docx(make_docx(body)).paragraphs:
        at = 0
        for segment in paragraph.segments:
            assert segment.start == at
            at += segment.length
        assert at == len(paragraph.text)


def test_a_box_knows_the_paragraph_that_anchors_it(make_docx: Builder) -> None:
    blocks = walk_package(open_package(make_docx(BOX))).blocks
    assert blocks[0].host is None
    assert blocks[1].host is blocks[0].node


def test_a_walk_names_its_parts(make_docx: Builder) -> None:
    data = make_docx(
        P.format("甲") + '<w:sectPr><w:footerReference r:id="f"/></w:sectPr>',
        more={"f": ("footer", "ftr", P.format("乙"))},
    )
    assert walk_package(open_package(data)).parts == ["word/document.xml", "word/f.xml"]
