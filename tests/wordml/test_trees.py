"""The tree that is cut, the tree that expat tells, and lxml's: the same, or the part is odd."""

import re
import sys
from xml.parsers.expat import ExpatError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.errors import UnreadableError
from gongkai_lint.wordml.cut_tree import OddError, Uncut, cut_tree
from gongkai_lint.wordml.expat_tree import DoctypeError, Located, expat_tree
from gongkai_lint.wordml.extent import extent
from gongkai_lint.wordml.limits import Allowance
from gongkai_lint.wordml.node import Node
from tests.wordml.both_ways import checked, flat

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = f"{{{W}}}"


def part(body: str, root: str = f'w:document xmlns:w="{W}"', head: str = "") -> bytes:
    name = root.partition(" ")[0]
    return f"{head}<{root}>{body}</{name}>".encode()


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def ample() -> Allowance:
    return Allowance(10**6, 256)


def texts(root: Node) -> list[str]:
    return [node.text or "" for node in root.iter(f"{WORD}t")]


CUT = {
    "references": part(f"<w:p>{run('&lt;云岭&amp;&#x5E02;&#24066;')}</w:p>"),
    "single quotes": part("<w:p><w:pPr><w:jc w:val='center'/></w:pPr></w:p>"),
    "quotes in quotes": part("""<w:p w:a='say "hm"' w:b="it's"/>"""),
    "blanks in tags": part('<w:p ><w:r ><w:t\n xml:space="preserve" >市</w:t ></w:r ></w:p >'),
    "line ends": part("<w:p>\r\n <w:r>\r\n<w:t>甲\r\n乙\r丙\t丁</w:t>\r\n</w:r></w:p>"),
    "line ends in a value": part('<w:p w:a="甲\n\t乙\r\n丙&#10;"/>'),
    "empty texts": part("<w:p><w:r><w:t/></w:r><w:r><w:t></w:t></w:r></w:p>"),
    "a blank behind an empty element": part("<w:p><w:r><w:t/> \n</w:r></w:p>"),
    "default namespace": part("<p><r><t>市</t></r></p>", f'document xmlns="{W}"'),
    "another prefix": part("<x:p><x:r><x:t>市</x:t></x:r></x:p>", f'x:document xmlns:x="{W}"'),
    "a second prefix": part(f'<w:p><y:r xmlns:y="{W}"><y:t>市</y:t></y:r></w:p>'),
    "a prefix declared behind its use": part('<w:p v:a="1" xmlns:v="urn:v"><v:q/></w:p>'),
    "a former format": part(
        "<w:p>" + run("市", "<w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>")
    ).replace(b"</w:document>", b"</w:p></w:document>"),
    "properties that declare": part('<w:p><w:pPr><v:q xmlns:v="urn:v" v:a="1"/></w:pPr></w:p>'),
    "former paragraph properties": part(
        "<w:p><w:pPr><w:jc/><w:pPrChange><w:pPr><w:ind/></w:pPr></w:pPrChange></w:pPr></w:p>"
    ),
    "names that begin alike": part("<w:p><w:pPrX/><w:rPrX/><w:r><w:tab/></w:r><w:rt/></w:p>"),
    "a byte order mark": b"\xef\xbb\xbf" + part(f"<w:p>{run('市')}</w:p>"),
    "a declaration": part("<w:p/>", head='<?xml version="1.0" encoding="utf-8"?>\n'),
    "no inside": f'<w:document xmlns:w="{W}"/>'.encode(),
    "another language": part("<b><c d='1'>文</c></b>", "a"),
}
ODD = {
    "comment": part(f"<w:p>{run('云岭<!-- x > -->市')}</w:p>"),
    "comment behind": part("<w:p/>") + b"<!-- <w:p> -->",
    "CDATA": part(f"<w:p>{run('<![CDATA[甲<乙>]]>市')}</w:p>"),
    "instruction": part(f"<w:p><?x y?>{run('市')}</w:p>"),
    "a sign in a value": part(f"""<w:p w:a='"' w:b="x>y">{run("市")}</w:p>"""),
    "a sign in a text": part(f"<w:p>{run('甲>乙')}</w:p>"),
    "a prefix bound anew": part('<w:p><w:r xmlns:w="urn:w"><w:t>非</w:t></w:r></w:p>'),
    "a default bound below": part(f'<w:p><r xmlns="{W}"><t>市</t></r></w:p>'),
    "UTF-16": part(f"<w:p>{run('市')}</w:p>", head='<?xml version="1.0" encoding="UTF-16"?>')
    .decode()
    .encode("utf-16"),
    "GB 18030": part(f"<w:p>{run('云岭市')}</w:p>", head='<?xml version="1.0" encoding="GB18030"?>')
    .decode()
    .encode("gb18030"),
    "Latin 1": part("<w:p/>", head='<?xml version="1.0" encoding="ISO-8859-1"?>'),
    "UTF-8 by another name": part("<w:p/>", head='<?xml version="1.0" encoding="utf8"?>'),
}
BROKEN = {
    "truncated": part(f"<w:p>{run('市')}</w:p>")[:-5],
    "something behind": part("<w:p/>") + b"x",
    "a control character": part(f"<w:p>{run('&#1;')}</w:p>"),
    "a zero byte": part(f"<w:p>{run('甲' + chr(0))}</w:p>"),
    "one attribute twice": part('<w:p w:a="1" w:a="2"/>'),
    "bytes that are no UTF-8": part(f"<w:p>{run('市')}</w:p>").replace("市".encode(), b"\xff\xfe"),
    "half a character": part(f"<w:p>{run('&#xD800;')}</w:p>"),
    "an unknown entity": part(f"<w:p>{run('&nbsp;')}</w:p>"),
    "an encoding that nobody knows": part("<w:p/>", head='<?xml version="1.0" encoding="x-云"?>'),
    "nothing": b"",
}


@pytest.mark.parametrize("data", CUT.values(), ids=CUT)
def test_what_is_usual_is_cut_and_comes_out_the_same(data: bytes) -> None:
    checked(data, ample())


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_what_is_odd_is_left_to_expat(data: bytes) -> None:
    with pytest.raises(OddError):
        checked(data, ample())
    assert expat_tree(data, ample()).tag == f"{WORD}document"


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told_by_both(data: bytes) -> None:
    with pytest.raises(ExpatError):
        expat_tree(data, ample())
    with pytest.raises((ExpatError, OddError)):
        cut_tree(data, ample())


@pytest.mark.parametrize("name", ["q:r", "w:r q:a='1'"])
def test_a_prefix_that_nobody_declares_is_told(name: str) -> None:
    data = part(f"<w:p><{name}/></w:p>")
    with pytest.raises(OddError):
        cut_tree(data, ample())
    with pytest.raises(ExpatError):
        expat_tree(data, ample())


def test_a_prefix_that_nobody_declares_is_told_when_properties_are_opened() -> None:
    root = cut_tree(part("<w:p><w:pPr><q:jc/></w:pPr></w:p>"), ample())
    with pytest.raises(UnreadableError, match="命名空间"):
        list(root.iter(f"{WORD}jc"))


def test_a_document_type_is_told() -> None:
    data = part("<w:p/>", head='<!DOCTYPE w [<!ENTITY a "甲">]>')
    with pytest.raises(OddError):
        cut_tree(data, ample())
    with pytest.raises(DoctypeError):
        expat_tree(data, ample())


def test_comments_and_sections_of_raw_text_are_one_text() -> None:
    root = expat_tree(part(f"<w:p>{run('云<!-- x -->岭<![CDATA[<&>]]>市')}</w:p>"), ample())
    assert texts(root) == ["云岭<&>市"]


def test_properties_of_equal_bytes_are_one_element() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    root = cut_tree(part(f"<w:p>{run('甲', bold)}{run('乙', bold)}</w:p>"), ample())
    first, second = root.iter(f"{WORD}r")
    assert isinstance(first[0], Uncut)
    assert first[0] is second[0]
    assert [node.tag for node in first[0]] == [f"{WORD}b"]


def test_a_search_does_not_open_what_cannot_hold_it() -> None:
    root = cut_tree(part("<w:p><w:pPr><w:jc/></w:pPr></w:p>"), ample())
    assert list(root.iter(f"{WORD}sectPr")) == []
    properties = root[0][0]
    assert list.__len__(properties) == 0
    assert len(properties) == 1


def test_a_search_goes_by_the_whole_name() -> None:
    root = cut_tree(part('<w:p><v:q xmlns:v="urn:v"/><w:q/></w:p>'), ample())
    assert [node.tag for node in root.iter("{urn:v}q")] == ["{urn:v}q"]


@pytest.mark.parametrize("read", [cut_tree, expat_tree])
def test_too_many_elements_and_too_deep_ones_are_refused(read: type) -> None:
    with pytest.raises(UnreadableError, match="太多"):
        read(part("<w:p/>" * 1000), Allowance(900, 256))
    with pytest.raises(UnreadableError, match="太多"):
        list(read(part(f"<w:pPr>{'<w:b/>' * 1000}</w:pPr>"), Allowance(900, 256)).iter())
    with pytest.raises(UnreadableError, match="过深"):
        read(part("<w:x>" * 300 + "</w:x>" * 300), ample())


def test_many_slices_are_one_tree() -> None:
    body = f"<w:p>{run('云岭市' * 300, '<w:rPr><w:b/></w:rPr>')}</w:p>" * 1200
    assert sys.getsizeof(body.encode()) > 3 * 2**20
    checked(part(body), ample())


NAMES = st.sampled_from(["w:p", "w:r", "w:t", "w:rPr", "w:pPr", "w:sectPr", "w:rPrChange", "v:a"])
BLANKS = st.sampled_from(["", "", " ", "\n", "\r\n"])
WORDS = st.sampled_from(
    ["", "", "云岭市", "&amp;", "&#x4E91;", " 甲\r\n乙 ", "'\"", "甲<!-- - -->"]
)
VALUES = st.sampled_from(["", "1", "&lt;", "&#10;", "甲\t乙", "云岭市"])


@st.composite
def elements(draw: st.DrawFn, depth: int = 4) -> str:
    name, blank = draw(NAMES), draw(BLANKS)
    quote = draw(st.sampled_from("\"'"))
    said = "".join(
        f" {key}{blank}={blank}{quote}{draw(VALUES)}{quote}"
        for key in draw(st.sets(st.sampled_from(["a", "w:val", "v:b"]), max_size=2))
    )
    if draw(st.booleans()) and depth < 4:
        return f"<{name}{said}{blank}/>{draw(BLANKS)}"
    inside = draw(WORDS)
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        inside += draw(elements(depth - 1)) + draw(BLANKS)
    return f"<{name}{said}{blank}>{inside}</{name}{blank}>"


@given(body=elements())
def test_any_part_comes_out_the_same_three_ways(body: str) -> None:
    data = part(body, f'w:document xmlns:w="{W}" xmlns:v="urn:v"')
    try:
        checked(data, ample())
    except OddError:
        assert re.search(rb"<!--", data)
        assert list(flat(expat_tree(data, ample())))


@given(body=elements())
def test_every_element_knows_its_bytes(body: str) -> None:
    data = part(body, f'w:document xmlns:w="{W}" xmlns:v="urn:v"')
    declared = f'<x xmlns:w="{W}" xmlns:v="urn:v">'.encode()
    for node in expat_tree(data, ample()).iter():
        assert isinstance(node, Located)
        where = extent(data, node)
        alone = expat_tree(declared + data[where.start : where.end] + b"</x>", ample())[0]
        assert list(flat(alone)) == list(flat(node))
        inside = data[where.inner : where.close]
        assert (where.inner, where.close) == (where.end,) * 2 or data[where.close - len(inside) :]
        assert data[where.close : where.end].startswith(b"" if where.is_empty else b"</")
