import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.model.finding import Report
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.reporters.word.annotated_docx import annotate
from gongkai_lint.reporters.word.original import make_sure, reopened
from gongkai_lint.wordml.package import open_package

Builder = Callable[..., bytes]
Reporter = Callable[..., Report]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOON = datetime(2026, 11, 25, 12, 0, 0, 500)  # noqa: DTZ001 (Word writes the time on the wall)
_ASIDE = (f"{W}rt", f"{W}txbxContent")
_CHARACTERS = ("text", "insertion", "field", "box")


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def root_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def commented(data: bytes) -> list[tuple[str, str]]:
    """Give each comment's anchored characters and its words."""
    root = root_of(data)
    words = {
        c.get(f"{W}id", ""): "".join(t.text or "" for t in c.iter(f"{W}t"))
        for c in root_of(data, "word/comments.xml")
    }
    return [("".join(_between(root, number)), words[number]) for number in words]


def _between(root: etree._Element, number: str) -> Iterator[str]:
    inside = False
    for node in root.iter():
        if node.get(f"{W}id") == number and node.tag == f"{W}commentRangeStart":
            inside = True
        elif node.get(f"{W}id") == number and node.tag == f"{W}commentRangeEnd":
            return
        elif inside and node.tag == f"{W}t" and not list(node.iterancestors(*_ASIDE)):
            yield node.text or ""
    pytest.fail(f"comment {number} has no end")


def marks(data: bytes) -> list[str]:
    return [
        f"{etree.QName(n).localname} {n.get(f'{W}id')}"
        for n in root_of(data).iter()
        if etree.QName(n).localname.startswith("comment")
    ]


def test_a_comment_stands_on_the_exact_characters(make_docx: Builder, report_on: Reporter) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    data = make_docx(p(run("各单位于3月", bold), run("31日前报送。")))
    copy = annotate(report_on(data, (4, 8)), data, NOON)
    assert copy.comments == 1
    assert commented(copy.data) == [("3月31", "〔X01〕建议：这里有误。 依据：行文惯例。")]
    (paragraph,) = root_of(copy.data).iter(f"{W}p")
    assert [etree.QName(node).localname for node in paragraph] == [
        *("r", "commentRangeStart", "r", "r", "commentRangeEnd", "r", "r"),
    ]
    assert [bool(len(r.findall(f"{W}rPr"))) for r in paragraph.iter(f"{W}r")] == [
        *(True, True, False, False, False),
    ]
    assert read_docx(copy.data).paragraphs[0].text == "各单位于3月31日前报送。"


def test_a_comment_names_its_author_and_the_time_on_the_wall(
    make_docx: Builder, report_on: Reporter
) -> None:
    data = make_docx(p(run("甲乙")))
    (comment,) = root_of(annotate(report_on(data, (0, 1)), data, NOON).data, "word/comments.xml")
    assert dict(comment.items()) == {
        f"{W}id": "1",
        f"{W}author": "公开规范核查",
        f"{W}initials": "核",
        f"{W}date": "2026-11-25T12:00:00Z",
    }


def test_a_new_part_is_made_known(make_docx: Builder, report_on: Reporter) -> None:
    data = make_docx(p(run("甲乙")), external={"rId1": ("hyperlink", "http://a.example")})
    copy = annotate(report_on(data, (0, 1)), data, NOON).data
    _, link = root_of(copy, "word/_rels/document.xml.rels")
    assert link.get("Id") == "rId2"
    assert link.get("Type", "").endswith("/relationships/comments")
    assert link.get("Target") == "comments.xml"
    assert '/word/comments.xml" ContentType="application/vnd' in _content_types(copy)


def _content_types(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("[Content_Types].xml").decode()


OLD = '<w:comment w:id="{}" w:author="张"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment>'


@pytest.mark.parametrize("taken", ["0", "7", "2147483647"])
def test_the_comments_that_are_there_stay(
    make_docx: Builder, report_on: Reporter, taken: str
) -> None:
    mark = f'w:id="{taken}"'
    body = (
        f"<w:commentRangeStart {mark}/>{run('甲')}<w:commentRangeEnd {mark}/>"
        f"<w:r><w:commentReference {mark}/></w:r>{run('乙')}"
    )
    data = make_docx(p(body), more={"comments": ("comments", "comments", OLD.format(taken))})
    copy = annotate(report_on(data, (0, 2)), data, NOON).data
    assert commented(copy) == [("甲", "请核"), ("甲乙", "〔X01〕建议：这里有误。 依据：行文惯例。")]
    assert _content_types(copy).count("comments.xml") == 1


def test_the_strict_namespace_is_kept(make_docx: Builder, report_on: Reporter) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = make_docx(p(run("甲乙")), uri=strict)
    copy = annotate(report_on(data, (0, 1)), data, NOON).data
    assert root_of(copy, "word/comments.xml").tag == f"{{{strict}}}comments"
    assert root_of(copy).find(f".//{{{strict}}}commentRangeEnd") is not None
    (link,) = root_of(copy, "word/_rels/document.xml.rels")
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    assert link.get("Type") == kind


def test_members_that_do_not_change_are_copied_as_they_lie(
    make_docx: Builder, report_on: Reporter
) -> None:
    extra = {
        "word/theme/theme1.xml": "<a/>",
        "customXml/item1.xml": "<b/>",
        "word/media/1.png": "像",
    }
    data = make_docx(p(run("甲")), extra=extra)
    copy = annotate(report_on(data, (0, 1)), data, NOON).data
    before, after = (zipfile.ZipFile(io.BytesIO(d)) for d in (data, copy))
    changed = {n for n in before.namelist() if before.read(n) != after.read(n)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert set(after.namelist()) - set(before.namelist()) == {"word/comments.xml"}


def test_without_findings_the_copy_is_the_file(make_docx: Builder, report_on: Reporter) -> None:
    data = make_docx(p(run("甲")))
    assert annotate(report_on(data), data, NOON).data == data


def test_other_bytes_than_the_report_was_made_of_are_refused(
    make_docx: Builder, report_on: Reporter
) -> None:
    report = report_on(make_docx(p(run("甲"))), (0, 1))
    with pytest.raises(UsageError, match="和检查时不同"):
        annotate(report, make_docx(p(run("乙"))), NOON)


BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)
NOTE = '<w:r><w:footnoteReference w:id="5"/></w:r>'


def test_a_finding_in_a_box_is_commented_where_the_box_hangs(
    make_docx: Builder, report_on: Reporter
) -> None:
    data = make_docx(p(run("首段")) + p(run("云岭"), BOX.format(p(run("云政发[2024]1号")))))
    report = report_on(data, (9, 15))
    assert report.document is not None
    assert report.document.text == "首段\n云岭\n云政发[2024]1号"
    copy = annotate(report, data, NOON).data
    assert marks(copy) == ["commentRangeStart 1", "commentRangeEnd 1", "commentReference 1"]
    ((_, words),) = commented(copy)
    assert words == "〔X01〕建议：这里有误。 依据：行文惯例。位置：文本框“[2024]”"
    (host,) = (n.getparent() for n in root_of(copy).iter(f"{W}commentRangeEnd"))
    assert host is not None
    assert host.findtext(f"{W}r/{W}t") == "云岭"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("header", ("首段", "〔X01〕建议：这里有误。 依据：行文惯例。位置：页眉“外面”")),
        ("footnotes", ("次段", "〔X01〕建议：这里有误。 依据：行文惯例。位置：脚注或尾注“外面”")),
    ],
)
def test_a_finding_in_a_margin_or_note_is_commented_in_the_main_text(
    make_docx: Builder, report_on: Reporter, kind: str, told: tuple[str, str]
) -> None:
    content = p(run("外面"))
    if kind == "header":
        part = (kind, "hdr", content)
        end = '<w:sectPr><w:headerReference w:type="default" r:id="x"/></w:sectPr>'
    else:
        part = (kind, kind, f'<w:footnote w:id="5">{content}</w:footnote>')
        end = ""
    data = make_docx(p(run("首段")) + p(run("次段"), NOTE) + end, more={"x": part})
    copy = annotate(report_on(data, (6, 8)), data, NOON).data
    assert commented(copy) == [told]


def test_a_label_is_commented_on_its_paragraph(make_docx: Builder, report_on: Reporter) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    data = make_docx(
        p(numbered, run("加强领导")), more={"n": ("numbering", "numbering", numbering)}
    )
    copy = annotate(report_on(data, (1, 2), (0, 4)), data, NOON).data
    assert commented(copy) == [
        ("加强领导", "〔X01〕建议：这里有误。 依据：行文惯例。位置：自动编号“1、”"),
        ("加强", "〔X01〕建议：这里有误。 依据：行文惯例。"),
    ]


def test_what_is_absent_is_commented_on_the_element_where_it_belongs(
    make_docx: Builder, report_on: Reporter
) -> None:
    lines = [
        "关于开展检查的通知",
        "各镇人民政府：",
        "请认真开展检查。",
        "",
        "云岭市人民政府",
        "2024年3月1日",
    ]
    data = make_docx("".join(p(run(line)) if line else p() for line in lines))
    text = "\n".join(lines)
    after_date, blank = len(text), text.index("\n\n") + 1
    copy = annotate(report_on(data, (after_date, after_date), (blank, blank)), data, NOON).data
    assert [characters for characters, _ in commented(copy)] == [
        "2024年3月1日",
        "请认真开展检查。",
    ]


def test_three_of_a_rule_are_commented_and_the_rest_counted(
    make_docx: Builder, report_on: Reporter
) -> None:
    data = make_docx(p(run("甲乙丙丁戊")))
    report = report_on(data, *((n, n + 1) for n in range(5)))
    told = [words for _, words in commented(annotate(report, data, NOON).data)]
    assert told[:2] == ["〔X01〕建议：这里有误。 依据：行文惯例。"] * 2
    assert told[2:] == [
        "〔X01〕建议：这里有误。 依据：行文惯例。同样的问题全文共 5 处，只批注前 3 处。"
    ]
    assert len(commented(annotate(report, data, NOON, every=True).data)) == 5


def test_two_thousand_findings_are_soon_written(make_docx: Builder, report_on: Reporter) -> None:
    data = make_docx("".join(p(run("甲乙丙丁戊己庚辛壬癸" * 10)) for _ in range(20)))
    report = report_on(data, *((n, n + 1) for n in range(2000)))
    copy = annotate(report, data, NOON, every=True)
    assert copy.comments == 2000
    assert len(marks(copy.data)) == 6000


def test_the_reference_does_not_hang_on_a_change_that_may_be_rejected(
    make_docx: Builder, report_on: Reporter
) -> None:
    data = make_docx(p(f'<w:ins w:id="1" w:author="李">{run("甲乙")}</w:ins>', run("丙")))
    copy = annotate(report_on(data, (0, 1)), data, NOON).data
    (reference,) = root_of(copy).iter(f"{W}commentReference")
    assert next(reference.iterancestors(f"{W}ins"), None) is None


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_span_of_any_file_is_commented_exactly(
    make_docx: Builder, report_on: Reporter, bodies: st.SearchStrategy[str], data: st.DataObject
) -> None:
    file = make_docx(data.draw(bodies))
    source = read_docx(file)
    length = len("\n".join(paragraph.text for paragraph in source.paragraphs))
    ends = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted).map(tuple)
    spans = data.draw(st.lists(ends, min_size=1, max_size=4))
    report = report_on(file, *spans)
    copy = annotate(report, file, NOON, every=True).data
    assert [p.text for p in read_docx(copy).paragraphs] == [p.text for p in source.paragraphs]
    assert len(marks(copy)) == 3 * len(spans)
    for (start, end), (characters, _) in zip(spans, commented(copy), strict=True):
        wanted = _expected(report, start, end)
        assert wanted is None or characters == wanted


def _expected(report: Report, start: int, end: int) -> str | None:
    """Give the characters in text elements; None where a comment cannot stand exactly."""
    document = report.document
    assert document is not None
    found = ""
    for index, paragraph in enumerate(document.source.paragraphs):
        begin = document.starts[index]
        for at, length, kind, _ in paragraph.segments:
            first, last = max(start, begin + at), min(end, begin + at + length)
            if first < last:
                if paragraph.place.kind == "text_box" or kind not in (*_CHARACTERS, "break"):
                    return None
                found += document.text[first:last] if kind in _CHARACTERS else ""
    return found or None


FOOTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"


def test_an_id_that_something_refers_to_is_not_given_to_the_comments(
    make_docx: Builder, report_on: Reporter
) -> None:
    dangling = '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/></w:sectPr>'
    file = make_docx(p(run("甲乙")) + dangling)
    copy = annotate(report_on(file, (0, 1)), file, NOON, every=True).data
    links = open_package(copy).relationships("word/document.xml")
    assert [(link.id, link.kind) for link in links] == [("rId2", "comments")]
    assert [line.text for line in read_docx(copy).paragraphs] == ["甲乙"]


def test_links_inside_links_count_too(make_docx: Builder, report_on: Reporter) -> None:
    one = f'<Relationship Id="rId{{}}" Type="{FOOTER}" Target="none.xml">{{}}</Relationship>'
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationships xmlns="{uri}">{one.format(1, one.format(2, ""))}</Relationships>'
    file = make_docx(p(run("甲乙")), extra={"word/_rels/document.xml.rels": links})
    copy = annotate(report_on(file, (0, 1)), file, NOON, every=True).data
    assert {link.id for link in open_package(copy).relationships("word/document.xml")} == {
        *("rId1", "rId2", "rId3")
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_part_in_any_encoding_takes_comments(
    make_docx: Builder, report_on: Reporter, encoding: str
) -> None:
    name = encoding.removesuffix("-sig")
    main = (
        f'<?xml version="1.0" encoding="{name}"?><w:document xmlns:w="{W[1:-1]}"><w:body>'
        f"{p(run('云岭市'))}</w:body></w:document>"
    )
    file = make_docx("", extra={"word/document.xml": main.encode(encoding)})
    copy = annotate(report_on(file, (1, 2)), file, NOON, every=True).data
    assert [line.text for line in read_docx(copy).paragraphs] == ["云岭市"]
    assert commented(copy)[0][0] == "岭"


@pytest.mark.parametrize(
    "body",
    [
        "<p><r><t>甲乙丙</t></r></p>",
        "<p><r><rPr><b/></rPr><t>甲<![CDATA[乙]]>丙</t></r></p>",
        "<p><r><t>甲<!-- 注 -->乙&#x4E19;</t></r></p>",
    ],
)
def test_a_part_without_prefixes_takes_comments(
    make_docx: Builder, report_on: Reporter, body: str
) -> None:
    main = f'<document xmlns="{W[1:-1]}"><body>{body}<p/></body></document>'
    file = make_docx("", extra={"word/document.xml": main})
    copy = annotate(report_on(file, (1, 2), (4, 4)), file, NOON, every=True).data
    assert [line.text for line in read_docx(copy).paragraphs] == ["甲乙丙", ""]
    assert commented(copy)[0][0] == "乙"


def test_a_copy_that_says_something_else_is_not_kept(
    make_docx: Builder, report_on: Reporter
) -> None:
    file = make_docx(p(run("甲乙")))
    other = make_docx(p(run("甲")))
    original = reopened(report_on(file), file)
    with pytest.raises(UnreadableError, match="没有写副本"):
        make_sure(other, original, comments=0)
    with pytest.raises(UnreadableError, match="没有写副本"):
        make_sure(file, original, comments=1)
