import hashlib
import pickle
from collections.abc import Callable

from gongkai_lint.model.source import Place, Source
from gongkai_lint.readers.docx import read_docx

Reader = Callable[..., Source]
Builder = Callable[..., bytes]

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def p(text: str, more: str = "") -> str:
    return f"<w:p>{more}<w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(cell if cell.startswith("<w:tc>") else tc(p(cell)) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def drawn(content: str) -> str:
    return (
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"<w:txbxContent>{content}</w:txbxContent>"
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def vml(content: str) -> str:
    return (
        "<w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def both(content: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn(content)}</mc:Choice>'
        f"<mc:Fallback>{vml(content)}</mc:Fallback></mc:AlternateContent>"
    )


def texts(source: Source) -> list[str]:
    return [paragraph.text for paragraph in source.paragraphs]


def kinds(source: Source) -> set[str]:
    return {notice.kind for notice in source.notices}


def test_a_source_is_complete_and_picklable(make_docx: Builder) -> None:
    data = make_docx(p("关于公开的通知") + "<w:p/>" + p("各单位："))
    source = read_docx(data)
    assert texts(source) == ["关于公开的通知", "", "各单位："]
    assert source.digest == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert source.media_type.endswith("wordprocessingml.document")
    assert source.notices == ()
    assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301
    assert read_docx(data) == source


def test_the_strict_namespace_is_read_like_the_usual_one(make_docx: Builder) -> None:
    body = p("甲") + tbl(tr("乙", "丙"))
    source = read_docx(make_docx(body, uri=STRICT))
    assert texts(source) == ["甲", "乙", "丙"]


def test_a_text_box_follows_its_anchor_and_is_read_once(read_body: Reader) -> None:
    source = read_body(p("正文", f"<w:r>{both(p('崇州市人民政府文件'))}</w:r>") + p("下一段"))
    assert texts(source) == ["正文", "崇州市人民政府文件", "下一段"]
    assert [q.place.kind for q in source.paragraphs] == ["body", "text_box", "body"]
    assert source.paragraphs[1].segments[0].kind == "box"


def test_a_text_box_that_stands_in_the_file_once_is_editable(read_body: Reader) -> None:
    for box in (drawn(p("红头")), vml(p("红头"))):
        source = read_body(p("正文", f"<w:r>{box}</w:r>"))
        assert texts(source) == ["正文", "红头"]
        assert source.paragraphs[1].segments[0].kind == "text"


def test_boxes_in_boxes_and_tables_in_boxes_are_read_once(read_body: Reader) -> None:
    inner = p("外框", f"<w:r>{both(p('内框'))}</w:r>") + tbl(tr("甲", "乙"))
    source = read_body(p("正文", f"<w:r>{both(inner)}</w:r>"))
    assert texts(source) == ["正文", "外框", "内框", "甲", "乙"]
    assert {q.place.kind for q in source.paragraphs[1:]} == {"text_box"}
    assert source.paragraphs[4].place == Place("text_box", 1, 1, 2)


def test_word_art_is_read(read_body: Reader) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath on="t" string="特急"/></v:shape></w:pict></w:r>'
    source = read_body(p("正文", art))
    assert texts(source) == ["正文", "特急"]


def test_only_a_fallback_with_text_replaces_a_silent_choice(read_body: Reader) -> None:
    alternate = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{vml(p('红头'))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read_body(p("正文", alternate))) == ["正文", "红头"]


def test_blocks_may_stand_in_controls_and_other_wrappers(read_body: Reader) -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>"
        f'<w:customXml w:element="e">{p("甲")}</w:customXml>'
    )
    assert texts(read_body(body)) == ["目录", "甲"]


def test_cells_know_their_table_row_and_grid_column(read_body: Reader) -> None:
    source = read_body(
        p("前") + tbl(tr("a", "b"), tr(tc(p("c"), '<w:gridSpan w:val="2"/>'))) + tbl(tr("d", "e"))
    )
    assert [q.place for q in source.paragraphs[1:]] == [
        Place("table", 1, 1, 1),
        Place("table", 1, 1, 2),
        Place("table", 1, 2, 1),
        Place("table", 2, 1, 1),
        Place("table", 2, 1, 2),
    ]
    assert source.tables[0].cells[2][:5] == (2, 1, 1, 2, (3,))


def test_merged_cells_are_listed_once_with_their_extent(read_body: Reader) -> None:
    rows = (
        tr(tc(p("甲"), '<w:vMerge w:val="restart"/>'), "1"),
        tr(tc("<w:p/>", "<w:vMerge/>"), "2"),
        tr(tc(p("误写"), "<w:vMerge/>"), "3"),
        tr("乙", "4"),
    )
    source = read_body(tbl(*rows))
    assert texts(source) == ["甲", "1", "2", "误写", "3", "乙", "4"]
    first = source.tables[0].cells[0]
    assert (first.row, first.column, first.rows, first.columns) == (1, 1, 3, 1)
    assert first.paragraphs == (0, 3)
    assert len(source.tables[0].cells) == 6


def test_a_row_may_begin_behind_the_first_column(read_body: Reader) -> None:
    source = read_body(tbl(tr("甲", "乙", properties='<w:gridBefore w:val="2"/>')))
    assert [q.place.cell for q in source.paragraphs] == [3, 4]


def test_a_nested_table_has_a_number_of_its_own(read_body: Reader) -> None:
    inner = tbl(tr("内一", "内二"))
    source = read_body(tbl(tr("外一", tc(p("前") + inner + p("后")))))
    assert [(q.text, q.place.table) for q in source.paragraphs] == [
        ("外一", 1),
        ("前", 1),
        ("内一", 2),
        ("内二", 2),
        ("后", 1),
    ]
    assert source.tables[0].cells[1].paragraphs == (1, 4)


def test_rows_and_cells_may_stand_in_controls(read_body: Reader) -> None:
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{tc(p('乙'))}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{tc(p('甲'))}{cell}</w:tr></w:sdtContent></w:sdt>"
    source = read_body(tbl(row, tr("丙", "丁")))
    assert [(q.text, q.place.row, q.place.cell) for q in source.paragraphs] == [
        ("甲", 1, 1),
        ("乙", 1, 2),
        ("丙", 2, 1),
        ("丁", 2, 2),
    ]


def test_deleted_rows_and_cells_are_left_out(read_body: Reader) -> None:
    rows = (
        tr("甲", "乙"),
        tr("删", "删", properties='<w:del w:id="1"/>'),
        tr(tc(p("丙"), ""), tc(p("删"), '<w:cellDel w:id="2"/>')),
    )
    source = read_body(tbl(*rows))
    assert texts(source) == ["甲", "乙", "丙"]
    assert "revisions" in kinds(source)


def test_a_hidden_row_is_left_out_and_reported(read_body: Reader) -> None:
    source = read_body(tbl(tr("甲", "乙"), tr("密", "密", properties="<w:hidden/>")))
    assert texts(source) == ["甲", "乙"]
    assert "hidden" in kinds(source)


def test_a_table_of_one_cell_is_layout(read_body: Reader) -> None:
    source = read_body(tbl(tr(tc(p("正文") + tbl(tr("甲", "乙"))))))
    assert [q.place.kind for q in source.paragraphs] == ["body", "table", "table"]
    assert source.paragraphs[1].place.table == 1


def test_a_single_column_with_a_long_text_is_layout(read_body: Reader) -> None:
    long = read_body(tbl(tr("标题", tc("<w:p/>")), tr("长" * 301)))
    short = read_body(tbl(tr("标题"), tr("短" * 30)))
    assert {q.place.kind for q in long.paragraphs} == {"body"}
    assert {q.place.kind for q in short.paragraphs} == {"table"}


def test_a_huge_span_does_no_harm(read_body: Reader) -> None:
    rows = tr(tc(p("甲"), '<w:gridSpan w:val="200000000"/>'), "乙")
    assert texts(read_body(tbl(rows))) == ["甲", "乙"]


def test_headers_footers_and_notes_follow_in_places_of_their_own(read_body: Reader) -> None:
    references = (
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
        '<w:footerReference w:type="default" r:id="f"/></w:sectPr>'
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    )
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("线")}</w:footnote>'
        f'<w:footnote w:id="2">{p("脚注")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="1">{p("尾注")}</w:endnote>'
    more = {
        "f": ("footer", "ftr", p("页脚")),
        "h": ("header", "hdr", tbl(tr("页", "眉"))),
        "n": ("footnotes", "footnotes", notes),
        "e": ("endnotes", "endnotes", ends),
    }
    marks = '<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/></w:r>'
    source = read_body(p("正文", marks) + references, more=more)
    assert [(q.text, q.place.kind, q.anchor.part) for q in source.paragraphs] == [
        ("正文", "body", 0),
        ("页", "header", 1),
        ("眉", "header", 1),
        ("页脚", "footer", 2),
        ("脚注", "footnote", 3),
        ("尾注", "footnote", 4),
    ]


def test_a_box_in_a_header_belongs_to_the_header(read_body: Reader) -> None:
    header = p("页眉", f"<w:r>{both(p('水印'))}</w:r>")
    body = p("正文") + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    source = read_body(body, more={"h": ("header", "hdr", header)})
    assert [q.place.kind for q in source.paragraphs] == ["body", "header", "header"]


def test_comments_stay_out_of_the_text_and_are_counted(read_body: Reader) -> None:
    comments = f'<w:comment w:id="1">{p("请核")}</w:comment>' * 2
    source = read_body(p("正文"), more={"c": ("comments", "comments", comments)})
    assert texts(source) == ["正文"]
    assert any("2 条批注" in notice.message for notice in source.notices)


def test_custom_properties_are_read_and_those_of_people_shown(make_docx: Builder) -> None:
    vt = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    custom = "".join(
        f'<property name="{name}"><vt:{kind}>{value}</vt:{kind}></property>'
        for name, kind, value in (
            ("公开属性", "lpwstr", "主动公开"),
            ("KSOProductBuildVer", "lpwstr", "2052-12"),
            ("份数", "i4", "3"),
        )
    )
    core = (
        '<c:coreProperties xmlns:c="u" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>通知</dc:title><dc:subject/></c:coreProperties>"
    )
    extra = {
        "docProps/custom.xml": f'<Properties xmlns:vt="{vt}">{custom}</Properties>',
        "docProps/core.xml": core,
    }
    source = read_docx(make_docx(p("正文"), extra=extra))
    assert source.properties == (
        ("title", "通知"),
        ("公开属性", "主动公开"),
        ("KSOProductBuildVer", "2052-12"),
    )
    assert texts(source) == ["正文", "公开属性：主动公开"]
    assert source.paragraphs[-1].place.kind == "properties"


def test_what_cannot_be_read_is_reported(make_docx: Builder) -> None:
    body = (
        p("正文", "<w:r><w:drawing><a:blip/></w:drawing><w:drawing><c:chart/></w:drawing></w:r>")
        + p("", "<w:r><w:object><o:OLEObject/></w:object></w:r>")
        + '<w:altChunk r:id="x"/>'
        + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    )
    source = read_docx(
        make_docx(
            body,
            external={"l": ("hyperlink", "http://example.invalid/a"), "h": ("header", "h.xml")},
            extra={"word/vbaProject.bin": b"x", "word/h.xml": b"<broken"},
        )
    )
    assert kinds(source) == {
        "pictures",
        "charts",
        "ole",
        "alt_chunk",
        "external_links",
        "macros",
        "unreadable_parts",
    }


def test_a_file_without_text_says_so(read_body: Reader) -> None:
    source = read_body("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")
    assert "no_text" in kinds(source)


def test_a_broken_relationship_part_does_not_hide_the_text(make_docx: Builder) -> None:
    extra = {"word/_rels/header1.xml.rels": '<x TargetMode="External"'}
    assert texts(read_docx(make_docx(p("正文"), extra=extra))) == ["正文"]


def test_broken_properties_do_not_hide_the_text(make_docx: Builder) -> None:
    source = read_docx(make_docx(p("正文"), extra={"docProps/core.xml": "<no"}))
    assert texts(source) == ["正文"]
    assert "unreadable_parts" in kinds(source)


def test_a_box_waits_for_the_end_of_its_joined_paragraph(read_body: Reader) -> None:
    deleted_mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = p("前", deleted_mark + f"<w:r>{drawn(p('框'))}</w:r>") + p("后") + p("下一段")
    assert texts(read_body(body)) == ["前后", "框", "下一段"]


def test_a_broken_style_sheet_does_not_hide_the_text(make_docx: Builder) -> None:
    data = make_docx(
        p("正文"), external={"s": ("styles", "styles.xml")}, extra={"word/styles.xml": "<no"}
    )
    source = read_docx(data)
    assert texts(source) == ["正文"]
    assert "unreadable_parts" in kinds(source)
