"""What is written out as a 公文 is recognized as it was meant."""

from collections.abc import Callable
from datetime import date
from time import perf_counter
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_lint.model.document import Document
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.source import Anchor, Paragraph, Place, PlaceKind, Source
from gongkai_lint.numerals import chinese_numeral
from gongkai_lint.structure.recognize import recognize

Read = Callable[[str], Document]


class Draft(NamedTuple):
    """The parts of a notice as its writer means them."""

    number: str
    title: str
    addressee: str
    headings: tuple[str, ...]
    attachments: tuple[str, ...]
    organs: tuple[str, ...]
    day: date
    note: str | None
    copies: str | None
    printed: date | None


def _render(draft: Draft) -> str:
    lines = [draft.number, draft.title, f"{draft.addressee}：", "现就有关事项通知如下。"]
    for index, heading in enumerate(draft.headings, 1):
        lines += [f"{chinese_numeral(index)}、{heading}", "各有关单位要加强领导，认真落实。"]
    for index, name in enumerate(draft.attachments, 1):
        lines.append(f"{'附件：' if index == 1 else '　　　'}{index}.{name}")
    lines += [f"　　　　{organ}" for organ in draft.organs]
    lines.append(f"　　　　{_written(draft.day)}")
    lines += [draft.note] if draft.note else []
    for index, name in enumerate(draft.attachments, 1):
        lines += [f"附件{index}", name, "请按要求填写。"]
    lines += [f"抄送：{draft.copies}。"] if draft.copies else []
    if draft.printed:
        lines.append(f"{draft.organs[0]}　　　　{_written(draft.printed)}印发")
    return "\n".join(lines)


def _read_back(document: Document) -> Draft:
    def words(kind: str) -> tuple[str, ...]:
        return tuple(document.words(element.span) for element in document.of(kind))

    def only(kind: str) -> str | None:
        return next(iter(words(kind)), None)

    printed = document.of("printing_date")
    attached = [text.split("\n")[1] for text in words("attachment")]
    copies = only("copy_recipients")
    return Draft(
        number=only("document_number") or "",
        title=only("title") or "",
        addressee=only("addressee") or "",
        headings=tuple(heading.partition("、")[2] for heading in words("heading")),
        attachments=tuple(attached),
        organs=words("issuing_authority"),
        day=document.date_of_issue or date.min,
        note=only("note"),
        copies=copies.rstrip("。") if copies else None,
        printed=date.fromisoformat(printed[0].value or "") if printed else None,
    )


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_PLACES = st.sampled_from(["云岭市", "岚山区", "青禾县", "临江省"])
_OFFICES = st.sampled_from(["人民政府", "人民政府办公室", "财政局", "农业农村局", "教育委员会"])
_ORGANS = st.builds(str.__add__, _PLACES, _OFFICES)
_MATTERS = st.sampled_from(["防汛", "春耕生产", "校园安全检查", "政务公开", "国有资产管理"])
_DAYS = st.dates(date(2013, 1, 1), date(2030, 12, 31))


@st.composite
def _drafts(draw: st.DrawFn) -> Draft:
    organs = draw(st.lists(_ORGANS, min_size=1, max_size=3, unique=True))
    day = draw(_DAYS)
    broken = draw(st.sampled_from(["", "\n"]))
    kind = draw(st.sampled_from(["通知", "意见", "通报"]))
    code = draw(st.sampled_from(["云政发", "岚政办发", "青财农", "临教函"]))
    names = st.sampled_from(["任务分工表", "联系人名单", "申请表"])
    copied = draw(st.none() | st.lists(_ORGANS, min_size=1, max_size=4))
    return Draft(
        number=f"{code}〔{day.year}〕{draw(st.integers(1, 999))}号",
        title=f"{organs[0]}{broken}关于做好{draw(_MATTERS)}工作的{kind}",
        addressee=draw(st.sampled_from(["各县（市、区）人民政府", "各镇人民政府，区直各部门"])),
        headings=tuple(draw(st.lists(_MATTERS, max_size=12))),
        attachments=tuple(draw(st.lists(names, max_size=3, unique=True))),
        organs=tuple(organs),
        day=day,
        note=draw(st.sampled_from([None, "（此件公开发布）", "（此件依申请公开）"])),
        copies="，".join(copied) if copied else None,
        printed=draw(st.none() | _DAYS),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(draft=_drafts())
def test_what_was_rendered_is_recognized(read: Read, draft: Draft) -> None:
    assert _read_back(read(_render(draft))) == draft


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(
        alphabet="关于印发《办法》的通知各县政府：市〔2024〕5号一、（）第条年月日附件抄送 　\n|?",
        max_size=300,
    )
)
def test_any_text_gives_elements_inside_it(read: Read, text: str) -> None:
    document = read(text)
    whole = len(document.text)
    assert all(0 <= e.span.start <= e.span.end <= whole for e in document.elements)
    assert list(document.elements) == sorted(document.elements, key=lambda e: e.span)


def test_an_empty_file_is_recognized_as_nothing(read: Read) -> None:
    assert read("").elements == ()


def _source(*lines: tuple[str, PlaceKind]) -> Source:
    paragraphs = tuple(
        Paragraph(text, Anchor(0, number), place=Place(kind))
        for number, (text, kind) in enumerate(lines)
    )
    return Source(paragraphs, "sha256:", "docx")


def test_headers_footers_and_properties_of_a_docx_are_no_text() -> None:
    document = recognize(
        _source(
            ("云岭市人民政府文件", "text_box"),
            ("云政发〔2024〕5号", "body"),
            ("关于做好防汛工作的通知", "body"),
            ("各县人民政府：", "body"),
            ("现就有关事项通知如下。", "body"),
            ("云岭市人民政府", "body"),
            ("2024年4月8日", "body"),
            ("关于旧文的通知", "header"),
            ("2023年1月1日", "footer"),
            ("公开属性：主动公开", "properties"),
        )
    )
    assert document.words(document.of("title")[0].span) == "关于做好防汛工作的通知"
    assert document.words(document.of("letterhead")[0].span) == "云岭市人民政府文件"
    assert document.date_of_issue == date(2024, 4, 8)
    assert not document.of("issued_text")


def test_a_redhead_laid_out_as_a_table_is_read() -> None:
    document = recognize(
        _source(
            ("云岭市人民政府文件", "table"),
            ("云政发〔2024〕5号", "table"),
            ("关于做好防汛工作的通知", "body"),
            ("各县人民政府：", "body"),
            ("现就有关事项通知如下。", "body"),
        )
    )
    assert [e.value for e in document.of("document_number")] == ["云政发〔2024〕5号"]
    assert document.issuer.names == ("云岭市人民政府",)


@pytest.mark.parametrize(
    ("number", "repaired"),
    [
        ("青委〔201735号", "青委〔2017〕35号"),
        ("云政发[2024]5号", "云政发〔2024〕5号"),
        ("云政发【2024】5号", "云政发〔2024〕5号"),
        ("云政发〔2024〕第05号", "云政发〔2024〕5号"),
    ],
)
def test_a_damaged_or_misshapen_number_is_still_the_number(
    read: Read, number: str, repaired: str
) -> None:
    document = read(f"{number}\n关于防汛的通知\n各县人民政府：\n请认真贯彻执行。")
    found = [(document.words(e.span), e.value) for e in document.of("document_number")]
    assert found == [(number, repaired)]


def test_a_flattened_table_bears_its_caption_as_title(read: Read) -> None:
    cells = "序号 | 任务 | 责任单位 " + "1 | 编制目录，及时更新 | 市财政局 " * 12
    document = read(f"2023年政务公开工作督察表 {cells}")
    assert document.words(document.of("title")[0].span) == "2023年政务公开工作督察表"
    assert document.document_type is DocumentType.TABLE


def test_a_page_whose_title_is_the_issued_texts_is_a_notice(read: Read) -> None:
    document = read("""\
云岭市公园管理规定（云政发[2011]8号）
各区人民政府：
现将《云岭市公园管理规定》印发给你们，自2011年2月25日起施行。
云岭市人民政府
二○一一年二月十八日
云岭市公园管理规定
第一条　为规范公园管理，制定本规定。
""")
    assert document.document_type is DocumentType.NOTICE
    assert "issuing" in document.traits


def test_a_title_cut_off_inside_its_marks_leaves_the_kind_to_the_text(read: Read) -> None:
    document = read("""\
云岭市住建局印发《云岭市城乡规划
各县人民政府：
现将《云岭市城乡规划督察办法》印发给你们，请遵照执行。
云岭市住建局
2008年7月14日
""")
    assert document.document_type is DocumentType.NOTICE


@pytest.mark.parametrize(
    "body",
    [
        "各县（市、区）人民政府应当完成规定的任务，由市财政局负责。" * 7_000,
        "政府" * 100_000,
        "　" * 200_000 + "完",
        "| 甲 " * 50_000,
        "|" * 200_000,
        "《" * 200_000,
        "2024" * 50_000,
        "抄送：市委\n" * 20_000,
    ],
    ids=["sentences", "han", "blanks", "cells", "bars", "marks", "digits", "lines"],
)
def test_a_huge_paragraph_is_recognized_in_seconds(read: Read, body: str) -> None:
    begun = perf_counter()
    read(f"关于做好防汛工作的通知\n各县人民政府：\n{body}")
    assert perf_counter() - begun < 5


@pytest.mark.parametrize("inside", [True, False])
def test_what_is_passed_on_may_be_classified_where_the_document_is_not(
    read: Callable[[str], Document], *, inside: bool
) -> None:
    cover = (
        "云岭市人民政府关于转发保密工作文件的通知\n各县：\n现转发给你们，请执行。\n"
        "云岭市人民政府\n2024年9月2日\n"
    )
    text = (
        "国家保密局文件\n国保发〔2024〕1号\n国家保密局关于做好保密工作的通知\n各省保密局：\n"
        "请落实。\n国家保密局\n2024年8月1日"
    )
    mark = "机密★1年\n"
    document = read(cover + mark + text if inside else mark + cover + text)
    assert document.of("classification")
    assert ("classified" in document.traits) is not inside
