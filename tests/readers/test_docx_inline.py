from collections.abc import Callable

import pytest

from gongkai_lint.model.source import Source

Reader = Callable[..., Source]


def p(*runs: str, properties: str = "") -> str:
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(instruction: str, result: str) -> str:
    shown = result if result.startswith("<") else r(result)
    return mark("begin") + code(instruction) + mark("separate") + shown + mark("end")


def texts(source: Source) -> list[str]:
    return [paragraph.text for paragraph in source.paragraphs]


def kinds(source: Source) -> set[str]:
    return {notice.kind for notice in source.notices}


def test_split_runs_are_joined_and_every_segment_knows_its_node(read_body: Reader) -> None:
    source = read_body(p("3", "月", "31", "日前"))
    paragraph = source.paragraphs[0]
    assert paragraph.text == "3月31日前"
    assert [(s.start, s.length, s.node) for s in paragraph.segments] == [
        (0, 1, 0),
        (1, 1, 1),
        (2, 2, 2),
        (4, 2, 3),
    ]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
        "<w:smartTag w:uri='u' w:element='e'><w:smartTagPr/>{}</w:smartTag>",
        "<w:customXml w:element='e'><w:customXmlPr/>{}</w:customXml>",
        "<w:bdo w:val='ltr'>{}</w:bdo>",
        "<w:dir w:val='ltr'>{}</w:dir>",
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:moveTo w:id='1'>{}</w:moveTo>",
        "<w:ins w:id='1'>{}</w:ins>",
        "<w:ofTheFuture>{}</w:ofTheFuture>",
    ],
)
def test_text_inside_a_wrapper_is_read(read_body: Reader, wrapper: str) -> None:
    assert texts(read_body(p("前", wrapper.format(r("中")), "后"))) == ["前中后"]


def test_revisions_are_read_as_accepted_and_reported(read_body: Reader) -> None:
    source = read_body(
        p(
            "应当",
            "<w:del w:id='1'><w:r><w:delText>立即</w:delText></w:r></w:del>",
            f"<w:ins w:id='2'>{r('限期')}</w:ins>",
            "<w:ins w:id='3'><w:del w:id='4'><w:r>"
            "<w:delText>又删</w:delText></w:r></w:del></w:ins>",
            f"<w:moveFrom w:id='5'>{r('移走')}</w:moveFrom>",
            "整改",
        )
    )
    assert texts(source) == ["应当限期整改"]
    assert [s.kind for s in source.paragraphs[0].segments] == ["text", "insertion", "text"]
    assert "revisions" in kinds(source)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(read_body: Reader) -> None:
    source = read_body(p("前半", properties="<w:rPr><w:del/></w:rPr>") + p("后半") + p("下一段"))
    assert texts(source) == ["前半后半", "下一段"]
    assert [s.kind for s in source.paragraphs[0].segments] == ["text", "deleted_mark", "text"]
    assert [q.anchor.ordinal for q in source.paragraphs] == [0, 2]


def test_a_paragraph_moved_away_leaves_nothing(read_body: Reader) -> None:
    moved = p(
        f"<w:moveFrom w:id='1'>{r('甲')}</w:moveFrom>", properties="<w:rPr><w:moveFrom/></w:rPr>"
    )
    assert texts(read_body(moved + p("乙"))) == ["乙"]


def test_a_line_break_makes_two_lines_with_one_anchor(read_body: Reader) -> None:
    source = read_body(p("甲", "<w:r><w:br/></w:r>", "乙丙", "<w:r><w:cr/></w:r>", "丁"))
    assert texts(source) == ["甲", "乙丙", "丁"]
    assert [q.offset for q in source.paragraphs] == [0, 2, 5]
    assert {q.anchor for q in source.paragraphs} == {source.paragraphs[0].anchor}
    assert [s.node for q in source.paragraphs for s in q.segments] == [0, 2, 4]


def test_line_breaks_may_leave_empty_lines_but_page_breaks_do_not(read_body: Reader) -> None:
    lines = "<w:r><w:br/><w:br/></w:r>"
    page = "<w:r><w:br w:type='page'/></w:r>"
    assert texts(read_body(p("甲", lines, "乙"))) == ["甲", "", "乙"]
    assert texts(read_body(p("甲", page, "乙"))) == ["甲", "乙"]
    assert texts(read_body(p("甲", page))) == ["甲"]
    assert texts(read_body(p(page, "乙"))) == ["乙"]
    assert texts(read_body(p(page) + p("乙"))) == ["", "乙"]


def test_tabs_and_hyphens_are_characters(read_body: Reader) -> None:
    body = p(
        "甲",
        "<w:r><w:tab/><w:ptab w:alignment='right'/><w:noBreakHyphen/><w:softHyphen/></w:r>",
        "乙",
    )
    assert texts(read_body(body)) == ["甲\t\t-乙"]


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "00A8", "☐"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B3", "≥"),
        ("仿宋", "2460", "①"),
        ("Webdings", "F041", "\ufffc"),
        ("仿宋", "zz", "\ufffc"),
    ],
)
def test_a_symbol_becomes_what_it_looks_like(
    read_body: Reader, font: str, char: str, shown: str
) -> None:
    source = read_body(p(f"<w:r><w:sym w:font='{font}' w:char='{char}'/></w:r>", "同意"))
    assert texts(source) == [f"{shown}同意"]
    assert ("symbols" in kinds(source)) == (shown == "\ufffc")


def test_ruby_gives_its_base_only(read_body: Reader) -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('gong')}</w:rt>"
        f"<w:rubyBase>{r('公')}</w:rubyBase></w:ruby></w:r>"
    )
    source = read_body(p(ruby, "文"))
    assert texts(source) == ["公文"]
    assert "ruby" in kinds(source)


def test_math_is_read_as_plain_text_and_reported(read_body: Reader) -> None:
    source = read_body(p("设", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "成立"))
    assert texts(source) == ["设a+b成立"]
    assert [s.kind for s in source.paragraphs[0].segments] == ["text", "math", "text"]
    assert "math" in kinds(source)


def test_a_field_shows_its_result_and_hides_its_code(read_body: Reader) -> None:
    source = read_body(p("见", field(" REF x \\h ", "第三条"), "。"))
    assert texts(source) == ["见第三条。"]
    assert [s.kind for s in source.paragraphs[0].segments] == ["text", "field", "text"]


def test_a_simple_field_shows_its_result(read_body: Reader) -> None:
    source = read_body(p(f"<w:fldSimple w:instr=' DATE '>{r('2020年1月1日')}</w:fldSimple>"))
    assert texts(source) == ["2020年1月1日"]
    assert "date_fields" in kinds(source)


def test_the_result_of_a_field_inside_a_code_is_code(read_body: Reader) -> None:
    inner = field(" PAGE ", "7")
    outer = mark("begin") + code(" IF ") + inner + code(" = 1 ") + mark("separate")
    assert texts(read_body(p(outer + r("是") + mark("end"), "。"))) == ["是。"]


def test_a_field_may_span_paragraphs(read_body: Reader) -> None:
    body = p(mark("begin"), code(" TOC "), mark("separate"), "第一章") + p("第二章", mark("end"))
    source = read_body(body + p("正文"))
    assert texts(source) == ["第一章", "第二章", "正文"]
    assert [q.segments[0].kind for q in source.paragraphs] == ["field", "field", "text"]


def test_a_field_that_never_ends_does_not_swallow_the_text(read_body: Reader) -> None:
    source = read_body(p(mark("begin"), code(" PAGE "), "甲") + p("乙"))
    assert texts(source) == ["甲", "乙"]
    assert "broken_fields" in kinds(source)


def test_a_field_without_a_result_is_reported(read_body: Reader) -> None:
    source = read_body(p(mark("begin"), code(" eq \\o\\ac(○,1) "), mark("end"), "甲"))
    assert texts(source) == ["甲"]
    assert any("EQ" in notice.message for notice in source.notices)


def test_directly_hidden_text_is_left_out_and_reported(read_body: Reader) -> None:
    source = read_body(p("甲", r("密", "<w:vanish/>"), r("乙", '<w:vanish w:val="0"/>')))
    assert texts(source) == ["甲乙"]
    assert any(notice.kind == "hidden" and "密" in notice.message for notice in source.notices)


def test_text_hidden_by_its_styles_is_left_out(read_body: Reader) -> None:
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}">'
        f'<w:name w:val="{key}"/>{based}{hidden}</w:style>'
        for kind, key, based, hidden in (
            ("character", "C", "", "<w:rPr><w:vanish/></w:rPr>"),
            ("character", "D", '<w:basedOn w:val="C"/>', ""),
            ("paragraph", "P", "", "<w:rPr><w:vanish/></w:rPr>"),
        )
    )
    body = p("甲", r("密", '<w:rStyle w:val="C"/>'), r("密", '<w:rStyle w:val="D"/>'))
    body += p("整段", properties='<w:pStyle w:val="P"/>') + p("乙")
    assert texts(read_body(body, more={"styles": ("styles", "styles", styles)})) == ["甲", "乙"]


def test_comments_instructions_and_cdata_do_not_cut_a_text(read_body: Reader) -> None:
    body = "<w:p><w:r><w:t>前<!-- x -->中<?y z?><![CDATA[<甲>]]>尾</w:t></w:r></w:p>"
    source = read_body(body)
    assert texts(source) == ["前中<甲>尾"]
    assert source.paragraphs[0].segments[0].length == 6


def test_a_newline_inside_a_text_node_stays_one_character(read_body: Reader) -> None:
    assert texts(read_body(p("甲\n乙"))) == ["甲 乙"]


def test_a_locked_control_is_read_but_not_editable(read_body: Reader) -> None:
    control = (
        "<w:sdt><w:sdtPr><w:lock w:val='contentLocked'/></w:sdtPr>"
        "<w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    source = read_body(p("甲", control.format(r("乙"))) + control.format(p("丙")))
    assert texts(source) == ["甲乙", "丙"]
    assert source.paragraphs[0].segments[1].kind == "field"
    assert source.paragraphs[1].segments[0].kind == "field"


def test_what_editors_write_into_a_paragraph_is_no_text(read_body: Reader) -> None:
    noise = (
        "<w:bookmarkStart w:id='0' w:name='_GoBack'/><w:bookmarkEnd w:id='0'/>"
        "<w:proofErr w:type='spellStart'/><w:r><w:lastRenderedPageBreak/></w:r>"
        "<w:commentRangeStart w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>"
    )
    assert texts(read_body(p("甲", noise, "乙"))) == ["甲乙"]


def test_the_style_of_a_paragraph_is_its_name(read_body: Reader) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="标题 1"/></w:style>'
    source = read_body(
        p("甲", properties='<w:pStyle w:val="a3"/>') + p("乙"),
        more={"styles": ("styles", "styles", styles)},
    )
    assert [q.style for q in source.paragraphs] == ["标题 1", ""]
