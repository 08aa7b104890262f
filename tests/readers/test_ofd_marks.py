"""OFD files whose elements are marked, with templates, watermarks and pages of pictures."""

import io
from collections.abc import Iterable
from zipfile import ZipFile

import pytest

from gongkai_lint.readers.read import read

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
Row = tuple[int, str, str]  # the object's number, its words, more attributes
TITLE = (
    (1, "云岭市人民政府关于做好", ""),
    (2, "防汛工作的通知", ""),
    (3, "各县（市、区）人民政府：", ""),
)


def _content(rows: Iterable[Row], template: int = 0) -> str:
    texts = "".join(
        f'<ofd:TextObject ID="{number}" Boundary="20 {20 + 12 * number} 150 6" Size="5" {more}>'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g {max(1, len(words) - 1)} 5">{words}</ofd:TextCode>'
        "</ofd:TextObject>"
        for number, words, more in rows
    )
    used = f'<ofd:Template TemplateID="{template}"/>' if template else ""
    return (
        f'<ofd:Page {_SPACE}>{used}<ofd:Content><ofd:Layer ID="90">{texts}</ofd:Layer>'
        "</ofd:Content></ofd:Page>"
    )


def _ofd(
    pages: list[str], template: str = "", tags: str = "", pictures: tuple[str, ...] = ()
) -> bytes:
    listed = "".join(f'<ofd:Page ID="{100 + n}" BaseLoc="P{n}.xml"/>' for n in range(len(pages)))
    shared = '<ofd:TemplatePage ID="50" BaseLoc="T.xml"/>' if template else ""
    marked = "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>" if tags else ""
    members = {
        "OFD.xml": f'<ofd:OFD {_SPACE} Version="1.0"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{shared}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>{marked}</ofd:Document>",
        **{f"Doc_0/P{number}.xml": page for number, page in enumerate(pages)},
    }
    if template:
        members["Doc_0/T.xml"] = template
    if tags:
        members["Doc_0/Tags/CustomTags.xml"] = (
            f'<ofd:CustomTags {_SPACE}><ofd:CustomTag TypeID="1">'
            "<ofd:FileLoc>Tag_0.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>"
        )
        members["Doc_0/Tags/Tag_0.xml"] = f'<g:公文 xmlns:g="urn:gongwen">{tags}</g:公文>'
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
        for name in pictures:
            archive.writestr(name, b"picture")
    return packed.getvalue()


def _texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data, "通知.ofd").paragraphs]


def test_the_objects_of_one_marked_element_are_one_line() -> None:
    def mark(name: str, *numbers: int) -> str:
        refers = (f'<g:ObjectRef PageRef="100">{number}</g:ObjectRef>' for number in numbers)
        return f"<g:{name}>{''.join(refers)}</g:{name}>"

    tags = f"<g:主体>{mark('标题', 1, 2)}{mark('主送机关', 3)}</g:主体>"
    plain = _texts(_ofd([_content(TITLE)]))
    assert plain == [words for _, words, _ in TITLE]
    assert _texts(_ofd([_content(TITLE)], tags=tags)) == [
        "云岭市人民政府关于做好防汛工作的通知",
        "各县（市、区）人民政府：",
    ]


def test_a_broken_tag_file_marks_nothing() -> None:
    assert len(_texts(_ofd([_content(TITLE)], tags="<broken>"))) == len(TITLE)


def test_a_template_of_one_page_is_text_one_of_several_is_not() -> None:
    head = _content([(60, "云岭市人民政府文件", "")])
    assert "云岭市人民政府文件" in _texts(_ofd([_content(TITLE, 50)], head))
    both = _ofd([_content(TITLE, 50), _content([(7, "第二页的正文。", "")], 50)], head)
    assert "云岭市人民政府文件" not in _texts(both)
    first = _ofd([_content(TITLE, 50), _content([(7, "第二页的正文。", "")])], head)
    assert _texts(first).count("云岭市人民政府文件") == 1


@pytest.mark.parametrize("more", ['CTM="0.7 0.7 -0.7 0.7 0 0"', 'Alpha="60"'])
def test_a_watermark_is_no_text(more: str) -> None:
    page = _content([(4, "内部资料严禁外传", more), *TITLE])
    assert _texts(_ofd([page])) == [words for _, words, _ in TITLE]


def test_a_page_without_text_beside_pictures_is_unread() -> None:
    pages = [_content(TITLE), _content([])]
    seen = read(_ofd(pages, pictures=("Doc_0/Res/scan.jpg",)), "通知.ofd")
    assert [notice.kind for notice in seen.notices] == ["pages_without_text"]
    assert seen.is_partly_read
    assert not read(_ofd(pages), "通知.ofd").is_partly_read


def test_lines_of_a_type_without_a_size_are_as_high_as_their_boxes() -> None:
    """So easyofd writes them: they stand closer than lines of the usual size would."""
    first, second = "坚持以公开促落实、强监管、优服务，统一部署，方", "便企业和群众获取信息。"
    texts = "".join(
        f'<ofd:TextObject ID="{number}" Font="3" size="2" Boundary="{left} {top} 50 2">'
        f'<ofd:TextCode X="0" Y="2" DeltaX="g {len(words) - 1} 2.2">{words}</ofd:TextCode>'
        "</ofd:TextObject>"
        for number, left, top, words in ((1, 15.5, 10, first), (2, 11.4, 12.7, second))
    )
    page = _content([]).replace("</ofd:Layer>", f"{texts}</ofd:Layer>")
    assert "".join(_texts(_ofd([page]))) == first + second


@pytest.mark.parametrize("more", ['CTM="a b c d"', 'Alpha="x"', 'CTM="1"'])
def test_a_damaged_value_hides_nothing(more: str) -> None:
    page = _content([(4, "内部资料严禁外传", more)])
    assert _texts(_ofd([page])) == ["内部资料严禁外传"]
