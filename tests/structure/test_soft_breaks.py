"""Breaks inside a paragraph: in the middle of a sentence they end nothing."""

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.model.source import Anchor, Paragraph, Source
from gongkai_lint.structure.recognize import recognize


def document(*blocks: str) -> Document:
    """Recognize paragraphs, the lines of each parted by ``/``."""
    paragraphs = []
    for ordinal, block in enumerate(blocks):
        offset = 0
        for line in block.split("/"):
            paragraphs.append(Paragraph(line, Anchor(0, ordinal), offset=offset))
            offset += len(line) + 1
    return recognize(Source(tuple(paragraphs), "", "docx"))


HEAD = ("青禾县人民政府关于收购秋粮的通知", "各镇人民政府：", "现将有关事项通知如下。")
CLOSE = ("青禾县人民政府/2024年9月2日", "（此件公开发布）")


@pytest.mark.parametrize(
    "block",
    [
        "一、及时答复。对售粮农户的咨询，自收到之日起/5个工作日内答复。",
        "对售粮农户提出的异议，应当自收到之日起/5个工作日内书面答复。",
        "（二）压实责任。各镇收到投诉的，自收到之日起/5个工作日内办结，/并告知农户。",
        "　　各镇受理申请应当自受理之日起/5个工作日内决定。",
        "第三条　粮站应当自验收之日起/5个工作日内付款。",
    ],
)
def test_a_sentence_goes_on_behind_a_break(block: str) -> None:
    read = document(*HEAD, block, *CLOSE)
    time = next(time for time in read.deadlines if time.unit == "workday")
    assert time.anchor is not None
    assert read.words(read.paragraph_span(3)) == block.partition("/")[0]


@pytest.mark.parametrize(
    "block",
    [
        "各镇要做好收购工作，及时付款。/粮站要备足资金。",
        "各镇要做到：/一、及时付款。",
        "市级粮站/县级粮站",
    ],
)
def test_a_break_behind_a_sentence_ends_it(block: str) -> None:
    read = document(*HEAD, block, *CLOSE)
    assert block.replace("/", "\n") in read.text


def test_head_and_close_are_read_over_breaks() -> None:
    read = document(
        "青禾县人民政府关于做好/秋粮收购工作的通知",
        "各镇人民政府，/县政府各部门：",
        *HEAD[2:],
        *CLOSE,
    )
    told = {e.kind: "".join(read.words(e.span).split()) for e in read.elements}
    assert told["title"] == "青禾县人民政府关于做好秋粮收购工作的通知"
    assert told["addressee"] == "各镇人民政府，县政府各部门"
    assert told["issuing_authority"] == "青禾县人民政府"
    assert told["date_of_issue"] == "2024年9月2日"


def test_no_offset_moves() -> None:
    blocks = (*HEAD, "对异议，应当自收到之日起/5个工作日内答复。", *CLOSE)
    read = document(*blocks)
    assert len(read.text) == len("\n".join(blocks))
    assert [read.words(read.paragraph_span(i)) for i in range(len(read.starts))] == [
        paragraph.text for paragraph in read.source.paragraphs
    ]
