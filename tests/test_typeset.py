import pytest

from gongkai_lint.model.formatting import Face, Section
from gongkai_lint.readers.text import read_text
from gongkai_lint.typeset import typeset

TEXT = "云岭市人民政府关于做好防汛工作的通知\n各县人民政府：\n（一）加强领导。各地要抓好落实。\n"
SOURCE = read_text(TEXT.encode(), markdown=False)


def test_each_part_has_its_own_face() -> None:
    title, addressee, text = typeset(SOURCE, {}).paragraphs[:3]
    assert title.formatting
    assert title.formatting.alignment == "center"
    assert [run.face.font for run in title.formatting.runs] == ["方正小标宋简体"]
    assert addressee.formatting
    assert [run.face.size for run in addressee.formatting.runs] == [16]
    assert text.formatting
    assert [(run.end - run.start, run.face.font) for run in text.formatting.runs] == [
        (8, "楷体_GB2312"),
        (8, "仿宋_GB2312"),
    ]


def test_a_layout_says_what_differs_and_null_says_nothing() -> None:
    layout = {"title": {"font": None}, "body": None, "page": {"top": 30}, "page_number": None}
    source = typeset(SOURCE, layout)
    title, addressee, _ = source.paragraphs[:3]
    assert title.formatting
    assert title.formatting.runs[0].face == Face("", "Times New Roman", 22)
    assert addressee.formatting is None
    assert source.sections == (Section(0, 210, 297, 30, 26, 35, 28),)
    assert typeset(SOURCE, {"page": None}).sections == ()


@pytest.mark.parametrize(
    ("layout", "words"),
    [({"titel": {}}, "不认识的部分：titel"), ({"title": {"fond": "宋体"}}, "不认识的：fond")],
)
def test_a_slip_in_a_layout_is_told(layout: dict[str, dict[str, str]], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        typeset(SOURCE, layout)
