import io
import struct
import warnings
import zipfile
from collections.abc import Callable

import pytest

from gongkai_lint.errors import UnreadableError
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.wordml.limits import LIMITS, Limits
from gongkai_lint.wordml.package import open_package

Builder = Callable[..., bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def document(body: str, prolog: str = "") -> str:
    return f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def refused(data: bytes, words: str, limits: Limits = LIMITS) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_docx(data, limits)


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_docx(data).paragraphs]


def test_a_part_that_unfolds_beyond_the_limit_is_refused(make_zip: Builder) -> None:
    data = make_zip({"word/document.xml": document(" " * 5000)})
    refused(data, "压缩炸弹", LIMITS._replace(part_bytes=1000))


def test_parts_that_unfold_together_beyond_the_limit_are_refused(make_zip: Builder) -> None:
    data = make_zip({f"word/media/{n}": bytes(900) for n in range(5)})
    refused(data, "压缩炸弹", LIMITS._replace(total_bytes=4000))


def test_a_file_beyond_the_limit_is_refused(make_docx: Builder) -> None:
    refused(make_docx(""), "压缩炸弹", LIMITS._replace(file_bytes=100))


def test_too_many_members_are_refused(make_zip: Builder) -> None:
    data = make_zip({f"word/{n}": b"" for n in range(20)})
    refused(data, "部件太多", LIMITS._replace(members=10))


def test_two_members_of_one_name_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", document(P.format("甲")))
        archive.writestr("word/Document.xml", document(P.format("乙")))
    refused(buffer.getvalue(), "同名部件")


def test_a_truncated_file_is_refused(make_docx: Builder) -> None:
    refused(make_docx(P.format("甲"))[:-300], "已损坏")


def test_a_bad_checksum_is_refused(make_zip: Builder) -> None:
    data = bytearray(make_zip({"word/document.xml": document(P.format("甲"))}))
    name_length = struct.unpack_from("<H", data, 26)[0]
    data[30 + name_length + 40] ^= 0xFF
    refused(bytes(data), "已损坏")


def test_a_lie_about_a_size_is_refused(make_zip: Builder) -> None:
    data = bytearray(make_zip({"word/document.xml": document(P.format("甲" * 500))}))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, 22, 10)
    struct.pack_into("<I", data, directory + 24, 10)
    refused(bytes(data), "已损坏")


def test_an_encrypted_member_is_refused(make_zip: Builder) -> None:
    data = bytearray(make_zip({"word/document.xml": document("")}))
    directory = data.rindex(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    refused(bytes(data), "已加密")


def test_an_unusual_compression_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", document(""))
    refused(buffer.getvalue(), "压缩方式")


def test_an_empty_archive_is_refused(make_zip: Builder) -> None:
    refused(make_zip({}), "没有 Word 正文")


def test_a_main_part_that_is_something_else_is_refused(make_zip: Builder) -> None:
    refused(make_zip({"word/document.xml": "<html/>"}), "不是 Word 文稿")


def test_a_main_part_that_is_not_well_formed_is_refused(make_zip: Builder) -> None:
    refused(make_zip({"word/document.xml": document("<w:p>")}), "内容有误")
    refused(make_zip({"word/document.xml": document(P.format("&#x1;"))}), "内容有误")


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE w [<!ENTITY a "甲"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE w [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
    ],
)
def test_a_document_type_is_refused(make_zip: Builder, prolog: str) -> None:
    refused(make_zip({"word/document.xml": document(P.format("甲"), prolog)}), "DTD|内容有误")


def test_a_document_type_in_utf_16_is_refused(make_zip: Builder) -> None:
    xml = document(P.format("甲"), '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w>')
    refused(make_zip({"word/document.xml": xml.encode("utf-16")}), "DTD")


def test_a_billion_laughs_are_refused(make_zip: Builder) -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    prolog = f'<!DOCTYPE w [<!ENTITY a0 "哈">{entities}]>'
    refused(make_zip({"word/document.xml": document(P.format("&a9;"), prolog)}), "DTD|内容有误")


def test_a_document_type_in_another_part_is_refused(make_docx: Builder) -> None:
    styles = f'<!DOCTYPE w><w:styles xmlns:w="{W}"/>'
    data = make_docx(
        P.format("甲"), external={"s": ("styles", "styles.xml")}, extra={"word/styles.xml": styles}
    )
    refused(data, "DTD")


@pytest.mark.parametrize("depth", [300, 5000])
def test_deep_nesting_is_refused(make_docx: Builder, depth: int) -> None:
    refused(make_docx("<w:sdt>" * depth + "</w:sdt>" * depth), "嵌套过深")


def test_sixty_nested_tables_are_read(make_docx: Builder) -> None:
    opened = "<w:tbl><w:tr><w:tc/><w:tc>"
    data = make_docx(opened * 60 + P.format("甲") + "</w:tc></w:tr></w:tbl>" * 60)
    assert texts(data) == ["甲"]


def test_too_many_paragraphs_cells_breaks_or_characters_are_refused(make_docx: Builder) -> None:
    few = LIMITS._replace(paragraphs=50)
    refused(make_docx("<w:p/>" * 51), "太长", few)
    cells = "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 51 + "</w:tr></w:tbl>"
    refused(make_docx(cells), "太长", few)
    refused(make_docx(f"<w:p><w:r>{'<w:br/>' * 51}</w:r></w:p>"), "太长", few)
    refused(make_docx(P.format("甲" * 51)), "太长", LIMITS._replace(characters=50))


def test_names_that_climb_out_of_the_archive_lead_nowhere(make_docx: Builder) -> None:
    data = make_docx(
        P.format("甲"),
        external={"s": ("styles", "../../../../etc/passwd")},
        extra={"../../x": b"x"},
    )
    assert texts(data) == ["甲"]


def test_external_targets_are_listed_and_never_opened(make_docx: Builder) -> None:
    data = make_docx(
        P.format("甲"),
        external={
            "i": ("image", "http://127.0.0.1:9/x.png"),
            "t": ("attachedTemplate", "file:///x.dotm"),
        },
    )
    (notice,) = read_docx(data).notices
    assert notice.kind == "external_links"
    assert "127.0.0.1" in notice.message


def test_the_main_part_may_stand_elsewhere(make_zip: Builder) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{kind}" Target="/Main/Text.xml"/></Relationships>'
    )
    data = make_zip({"_rels/.rels": rels, "main/text.xml": document(P.format("甲"))})
    assert texts(data) == ["甲"]


def test_a_file_without_relationships_is_still_read(make_zip: Builder) -> None:
    data = make_zip({"word/": "", "word\\document.xml": document(P.format("甲"))})
    assert texts(data) == ["甲"]


def test_a_missing_part_is_named(make_docx: Builder) -> None:
    with pytest.raises(UnreadableError, match=r"word/none\.xml"):
        open_package(make_docx("")).read("word/none.xml")


@pytest.mark.parametrize("name", ["euc-kr", "shift_jis", "rot13", "utf-7", "no-such"])
def test_an_encoding_that_cannot_be_read_is_told(make_zip: Builder, name: str) -> None:
    xml = document(P.format("a"), f'<?xml version="1.0" encoding="{name}"?>')
    refused(make_zip({"word/document.xml": xml}), "编码|内容有误")


def test_a_table_of_empty_cells_beyond_number_is_refused_before_it_is_read(
    make_docx: Builder,
) -> None:
    data = make_docx("<w:tbl><w:tr>" + "<w:tc/>" * 9000 + "</w:tr></w:tbl>")
    refused(data, "元素太多", LIMITS._replace(elements=2000))


def test_a_tag_that_is_all_attributes_is_refused(make_docx: Builder) -> None:
    said = " ".join(f'a{n}=""' for n in range(12_000))
    refused(make_docx(f"<w:p {said}/>"), "元素太多")


def test_properties_that_all_differ_are_counted(make_docx: Builder) -> None:
    runs = "".join(f'<w:r><w:rPr><w:sz w:val="{n}"/></w:rPr><w:t>甲</w:t></w:r>' for n in range(99))
    refused(make_docx(f"<w:p>{runs}</w:p>"), "元素太多", LIMITS._replace(elements=290))


def test_a_table_of_a_thousand_columns_is_refused(make_docx: Builder) -> None:
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 1001 + "</w:tr>"
    refused(make_docx(f"<w:tbl>{row}{row}</w:tbl>"), "1000 列")


def test_numbers_of_thousands_of_digits_are_no_numbers(make_docx: Builder) -> None:
    digits = "9" * 5000
    numbering = f'<w:num w:numId="{digits}"/><w:num w:numId="1"/>'
    numbered = f'<w:pPr><w:numPr><w:numId w:val="{digits}"/></w:numPr></w:pPr>'
    body = f'<w:p>{numbered}<w:bookmarkStart w:id="{digits}"/><w:r><w:t>甲</w:t></w:r></w:p>'
    assert texts(make_docx(body, more={"n": ("numbering", "numbering", numbering)})) == ["甲"]


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_margin_that_is_the_main_part_is_not_read_twice(make_docx: Builder, kind: str) -> None:
    body = P.format("甲") + f'<w:sectPr><w:{kind}Reference w:type="default" r:id="x"/></w:sectPr>'
    assert texts(make_docx(body, external={"x": (kind, "document.xml")})) == ["甲"]


def test_a_part_that_is_header_and_footer_is_read_once(make_docx: Builder) -> None:
    references = "".join(f'<w:{kind}Reference r:id="x"/>' for kind in ("header", "footer"))
    data = make_docx(
        P.format("甲") + f"<w:sectPr>{references}</w:sectPr>",
        more={"x": ("header", "hdr", P.format("眉"))},
    )
    assert texts(data) == ["甲", "眉"]
