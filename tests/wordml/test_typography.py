from collections.abc import Callable

import pytest

from gongkai_lint.model.formatting import Face, Formatting
from gongkai_lint.model.source import Source

Read = Callable[..., Source]

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"'
    ' w:ascii="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
STYLES = (
    f'{DEFAULTS}<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
    '<w:style w:type="paragraph" w:styleId="body"><w:pPr><w:ind w:firstLineChars="200"/>'
    '<w:jc w:val="both"/><w:spacing w:line="560" w:lineRule="exact"/></w:pPr>'
    '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="head"><w:basedOn w:val="body"/>'
    '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:rPr><w:rFonts w:eastAsia="楷体"/><w:b/>'
    "</w:rPr></w:style>"
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
    '<a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Jpan" typeface="明朝"/>'
    '<a:font script="Hans" typeface="宋体"/></a:minorFont><a:majorFont><a:ea typeface="黑体"/>'
    '<a:font script="Hans" typeface="宋体"/></a:majorFont></a:theme>'
)


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.fixture
def read(make_docx: Callable[..., bytes]) -> Read:
    from gongkai_lint.readers.docx import read_docx

    def of(body: str, **parts: tuple[str, str, str]) -> Source:
        more = {"styles": ("styles", "styles", STYLES)} | parts
        links = {"theme": ("theme", "theme.xml")}
        return read_docx(
            make_docx(body, more=more, external=links, extra={"word/theme.xml": THEME})
        )

    return of


@pytest.fixture
def first(read: Read) -> Callable[..., Formatting]:
    def of(body: str, **parts: tuple[str, str, str]) -> Formatting:
        formatting = read(body, **parts).paragraphs[0].formatting
        assert formatting is not None
        return formatting

    return of


First = Callable[..., Formatting]


def test_direct_formatting_wins_over_styles_and_styles_over_defaults(first: First) -> None:
    styled = '<w:pStyle w:val="head"/>'
    assert first(p(r("甲"))).runs[0].face == Face("宋体", "Calibri", 10.5)
    assert first(p(r("甲"), properties=styled)).runs[0].face == Face(
        "黑体", "Calibri", 16, bold=True
    )
    direct = '<w:rFonts w:eastAsia="楷体"/><w:b w:val="0"/><w:sz w:val="30"/>'
    assert first(p(r("甲", direct), properties=styled)).runs[0].face == Face("楷体", "Calibri", 15)


def test_a_font_of_the_theme_is_its_east_asian_or_its_chinese_one(first: First) -> None:
    major = '<w:rFonts w:eastAsiaTheme="majorEastAsia" w:asciiTheme="minorHAnsi"/>'
    assert first(p(r("甲", major))).runs[0].face == Face("黑体", "Cambria", 10.5)


def test_two_toggles_for_bold_cancel_each_other(first: First) -> None:
    strong = '<w:rStyle w:val="strong"/>'
    plain = first(p(r("甲", strong))).runs[0].face
    headed = first(p(r("甲", strong), properties='<w:pStyle w:val="head"/>')).runs[0].face
    assert (plain.font, plain.bold) == ("楷体", True)
    assert (headed.font, headed.bold) == ("楷体", False)


def test_runs_of_one_face_are_one(first: First) -> None:
    hinted = '<w:rFonts w:hint="eastAsia"/>'
    body = p(r("一、"), r("总体", hinted), r("要求", '<w:rFonts w:eastAsia="黑体"/>'), r("。"))
    runs = [(run.start, run.end, run.face.font) for run in first(body).runs]
    assert runs == [(0, 4, "宋体"), (4, 6, "黑体"), (6, 7, "宋体")]


def test_the_label_of_a_list_goes_with_the_words_behind_it(first: First) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p(r("要求", '<w:rFonts w:eastAsia="黑体"/>'), properties=listed)
    formatting = first(body, numbering=("numbering", "numbering", numbering))
    assert [(run.start, run.end, run.face.font) for run in formatting.runs] == [(0, 4, "黑体")]
    assert (formatting.first, formatting.left) == (None, None), "the list indents it"


@pytest.mark.parametrize(
    ("properties", "indents"),
    [
        ('<w:pStyle w:val="body"/>', (2, 0)),
        ('<w:pStyle w:val="body"/><w:ind w:firstLine="0"/>', (2, 0)),
        ('<w:pStyle w:val="body"/><w:ind w:firstLineChars="0" w:firstLine="0"/>', (0, 0)),
        ('<w:pStyle w:val="body"/><w:ind w:firstLineChars="0" w:firstLine="480"/>', (1.5, 0)),
        ('<w:pStyle w:val="body"/><w:ind w:left="640" w:hangingChars="100"/>', (1, 2)),
        ('<w:pStyle w:val="body"/><w:ind w:hanging="0" w:firstLine="0"/>', (2, 0)),
        ('<w:ind w:leftChars="100" w:firstLine="420"/>', (3, 1)),
        ('<w:ind w:firstLine="21pt"/>', (2, 0)),
        ('<w:ind w:firstLine="zwei"/>', (0, 0)),
    ],
)
def test_indents_are_told_in_characters(
    first: First, properties: str, indents: tuple[float, float]
) -> None:
    formatting = first(p(r("甲"), properties=properties))
    assert (formatting.first, formatting.left) == indents


@pytest.mark.parametrize(
    ("properties", "pitch", "spacing"),
    [
        ("", None, 1.5),
        ('<w:spacing w:line="240"/>', None, 1),
        ('<w:snapToGrid w:val="0"/>', None, None),
        ('<w:spacing w:line="560" w:lineRule="exact"/>', 28, None),
        ('<w:spacing w:line="560" w:lineRule="atLeast"/>', 28, None),
        ('<w:spacing w:line="-240" w:lineRule="exact"/>', None, None),
        ('<w:spacing w:line="zwei" w:lineRule="exact"/>', None, None),
        ('<w:spacing w:line="240" w:lineRule="atLeast"/>', None, None),
    ],
)
def test_a_pitch_is_fixed_or_a_multiple_of_the_grid(
    first: First, properties: str, pitch: float | None, spacing: float | None
) -> None:
    formatting = first(p(r("甲"), properties=properties))
    assert (formatting.pitch, formatting.spacing) == (pitch, spacing)


@pytest.mark.parametrize(
    ("written", "alignment"),
    [
        ("start", "left"),
        ("center", "center"),
        ("end", "right"),
        ("distribute", "both"),
        ("x", "left"),
    ],
)
def test_alignments_have_four_names(first: First, written: str, alignment: str) -> None:
    assert first(p(r("甲"), properties=f'<w:jc w:val="{written}"/>')).alignment == alignment


def test_blank_lines_and_table_cells_say_nothing(read: Read) -> None:
    cells = "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in ("丙", "丁"))
    source = read(p(r("甲")) + p(r(" ")) + p() + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    said = [paragraph.formatting is not None for paragraph in source.paragraphs]
    assert said == [True, False, False, False, False]


def test_a_file_without_styles_says_only_what_its_paragraphs_say(
    make_docx: Callable[..., bytes],
) -> None:
    from gongkai_lint.readers.docx import read_docx

    body = p(r("甲")) + p(r("乙"), properties='<w:jc w:val="center"/>')
    silent, centred = (line.formatting for line in read_docx(make_docx(body)).paragraphs)
    assert silent is not None
    assert silent.runs[0].face == Face()
    assert silent[1:] == (None, None, None, None, None)
    assert centred is not None
    assert (centred.alignment, centred.first) == ("center", 0)


def test_without_formatting_all_else_is_the_same(make_docx: Callable[..., bytes]) -> None:
    from gongkai_lint.readers.docx import read_docx

    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    data = make_docx(p(r("甲", "<w:b/>")) + table + p(r("乙"), properties='<w:jc w:val="center"/>'))
    full, plain = read_docx(data), read_docx(data, formatting=False)
    assert {paragraph.formatting for paragraph in plain.paragraphs} == {None}
    assert plain == full._replace(
        paragraphs=tuple(paragraph._replace(formatting=None) for paragraph in full.paragraphs)
    )
