from collections.abc import Callable

import pytest

from gongkai_lint.model.source import Source
from gongkai_lint.wordml.number_formats import format_number

Reader = Callable[..., Source]


def level(at: int, text: str, number_format: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(text: str, at: int | None = 0, num: int | None = 1, style: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    ilvl = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    num_id = "" if num is None else f'<w:numId w:val="{num}"/>'
    numbering = f"<w:numPr>{ilvl}{num_id}</w:numPr>" if ilvl or num_id else ""
    return f"<w:p><w:pPr>{styled}{numbering}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def texts(read_body: Reader, body: str, numbering: str, styles: str = "") -> list[str]:
    more = {
        "numbering": ("numbering", "numbering", numbering),
        "styles": ("styles", "styles", styles),
    }
    return [paragraph.text for paragraph in read_body(body, more=more).paragraphs]


@pytest.mark.parametrize(
    ("number_format", "value", "written"),
    [
        ("chineseCountingThousand", 1, "一"),
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseCountingThousand", 12345, "一万二千三百四十五"),
        ("chineseCountingThousand", 20010, "二万零一十"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 100, "一○○"),
        ("japaneseCounting", 12, "十二"),
        ("japaneseCounting", 101, "百一"),
        ("japaneseCounting", 10000, "一万"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 13, "子"),
        ("ideographZodiacTraditional", 61, "甲子"),
        ("ideographEnclosedCircle", 3, "㈢"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("numberInDash", 3, "- 3 -"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 3, "c"),
        ("ordinal", 12, "12th"),
        ("hex", 255, "FF"),
        ("none", 5, ""),
        ("ofTheFuture", 5, "5"),
        ("upperRoman", 2_000_000_000, "2000000000"),
        ("lowerLetter", 32_767, "32767"),
    ],
)
def test_a_number_is_written_as_word_shows_it(number_format: str, value: int, written: str) -> None:
    assert format_number(value, number_format) == written


def test_chinese_levels_become_part_of_the_text(read_body: Reader) -> None:
    numbering = lists(
        level(0, "%1、", "chineseCountingThousand"), level(1, "（%2）", "japaneseCounting")
    )
    body = item("总体") + item("甲", 1) + item("乙", 1) + item("保障") + item("丙", 1)
    assert texts(read_body, body, numbering) == [
        "一、总体",
        "（一）甲",
        "（二）乙",
        "二、保障",
        "（一）丙",
    ]


def test_a_label_has_a_segment_of_its_own_that_nobody_may_edit(read_body: Reader) -> None:
    source = read_body(
        item("总则"), more={"numbering": ("numbering", "numbering", lists(level(0, "第%1章")))}
    )
    label, text = source.paragraphs[0].segments
    assert (label.start, label.length, label.kind) == (0, 4, "label")
    assert (text.start, text.length, text.kind) == (4, 2, "text")


def test_a_blank_parts_an_article_number_from_its_text(read_body: Reader) -> None:
    numbering = lists(level(0, "第%1条", "chineseCountingThousand"))
    assert texts(read_body, item("甲") * 11, numbering)[10] == "第十一条 甲"


def test_a_suffix_of_nothing_adds_nothing(read_body: Reader) -> None:
    numbering = lists(level(0, "第%1条", more='<w:suff w:val="nothing"/>'))
    assert texts(read_body, item("甲"), numbering) == ["第1条甲"]


def test_many_levels_show_the_numbers_above(read_body: Reader) -> None:
    numbering = lists(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
    body = item("a") + item("b", 1) + item("c", 2) + item("d", 1) + item("e") + item("f", 2)
    assert texts(read_body, body, numbering) == [
        "1 a",
        "1.1 b",
        "1.1.1 c",
        "1.2 d",
        "2 e",
        "2.1.1 f",
    ]


def test_legal_numbering_is_written_in_digits(read_body: Reader) -> None:
    numbering = lists(
        level(0, "%1、", "chineseCountingThousand"), level(1, "%1.%2", more="<w:isLgl/>")
    )
    assert texts(read_body, item("甲") + item("乙", 1), numbering) == ["一、甲", "1.1 乙"]


def test_two_lists_on_one_definition_continue_each_other(read_body: Reader) -> None:
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in (1, 2))
    numbering = lists(level(0, "%1."), nums=nums)
    assert texts(read_body, item("a") + item("b", num=2), numbering) == ["1.a", "2.b"]


def test_a_start_override_restarts_once(read_body: Reader) -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item("a") + item("b", num=2) + item("c", num=2)
    assert texts(read_body, body, lists(level(0, "%1."), nums=nums)) == ["1.a", "5.b", "6.c"]


def test_a_level_that_never_restarts_goes_on_counting(read_body: Reader) -> None:
    numbering = lists(level(0, "%1、"), level(1, "第%2条", more='<w:lvlRestart w:val="0"/>'))
    body = item("章") + item("甲", 1) + item("章") + item("乙", 1)
    assert texts(read_body, body, numbering)[3] == "第2条 乙"


def test_a_style_numbers_its_paragraphs_and_its_heirs(read_body: Reader) -> None:
    numbering = lists(
        level(0, "%1、", "japaneseCounting", '<w:pStyle w:val="H1"/>'),
        level(1, "（%2）", "japaneseCounting", '<w:pStyle w:val="H2"/>'),
    )
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>{more}</w:style>'
        for key, more in (("H1", numbered), ("H2", numbered), ("X", '<w:basedOn w:val="H2"/>'))
    )
    body = item("甲", None, None, "H1") + item("乙", None, None, "H2") + item("丙", None, None, "X")
    assert texts(read_body, body, numbering, styles) == ["一、甲", "（一）乙", "（二）丙"]


def test_a_paragraph_may_cancel_the_numbering_of_its_style(read_body: Reader) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = item("甲", None, None, "H1") + item("乙", None, 0, "H1") + item("丙", None, None, "H1")
    assert texts(read_body, body, lists(level(0, "%1.")), styles) == ["1.甲", "乙", "2.丙"]


def test_deleted_paragraphs_are_not_counted(read_body: Reader) -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    )
    body = item("甲") + deleted + item("乙")
    assert texts(read_body, body, lists(level(0, "%1."))) == ["1.甲", "2.乙"]


def test_a_list_style_link_is_followed(read_body: Reader) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{level(0, "%1)")}'
        '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert texts(read_body, item("甲"), numbering) == ["1)甲"]


def test_a_custom_format_falls_back_to_its_plain_one(read_body: Reader) -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    assert texts(read_body, item("甲"), lists(custom)) == ["01.甲"]


def test_a_bullet_of_a_symbol_font_becomes_a_visible_bullet(read_body: Reader) -> None:
    numbering = lists(level(0, "\uf06c", "bullet"))
    assert texts(read_body, item("甲"), numbering) == ["●甲"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        lists('<w:numStyleLink w:val="nowhere"/>'),
        lists('<w:styleLink w:val="L"/><w:numStyleLink w:val="L"/>'),
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
    ],
)
def test_a_list_that_leads_nowhere_numbers_nothing(read_body: Reader, numbering: str) -> None:
    assert texts(read_body, item("甲"), numbering) == ["甲"]


def test_a_level_out_of_range_does_no_harm(read_body: Reader) -> None:
    assert texts(read_body, item("甲", 99), lists(level(0, "%1."))) == ["甲"]


def test_a_huge_start_is_capped(read_body: Reader) -> None:
    huge = level(0, "%1.", "upperRoman").replace('w:start w:val="1"', 'w:start w:val="2000000000"')
    assert texts(read_body, item("甲"), lists(huge))[0].endswith(".甲")


def test_a_cycle_of_styles_ends(read_body: Reader) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/>'
        f'<w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    assert texts(read_body, item("甲", None, None, "A"), "", styles) == ["甲"]
