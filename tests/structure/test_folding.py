import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.alignment import Alignment, placed
from gongkai_lint.model.document import Citation, Document
from gongkai_lint.model.source import Anchor, Paragraph, Source
from gongkai_lint.model.span import Span
from gongkai_lint.structure.folding.fold import folded, is_traditional
from gongkai_lint.structure.recognize import recognize

NOTICE = (
    "云政发〔2026〕3号\n云岭市人民政府关于做好防汛工作的通知\n各县（市、区）人民政府：\n"
    "请于2026年9月10日前报送情况，依据《云岭省防汛条例》（云岭省人民政府令第12号）执行。\n"
    "一、落实责任\n云岭市水利局要抓好落实。\n云岭市人民政府\n2026年8月3日\n（此件公开发布）"
)


def source_of(text: str) -> Source:
    lines = text.split("\n")
    return Source(
        tuple(Paragraph(line, Anchor(0, n)) for n, line in enumerate(lines)), "", "text/plain"
    )


def read_as(line: str) -> str:
    folding = folded(source_of(line))
    return "\n".join(p.text for p in folding.source.paragraphs) if folding else line


def told(document: Document) -> list[tuple[str, str | None]]:
    return [(element.kind, element.value) for element in document.elements]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("２０２６年９月，ＡＢｃ", "2026年9月，ABc"),
        ("⼆〇⼆六年⺠政⼯作，2026年8⽉", "二〇二六年民政工作，2026年8月"),
        ("2026\uf98e\uf9a8", "2026年令"),
        ("于 2026 年 9\u00a0月 10 日前报送", "于2026年9月10日前报送"),
        ("云政发 〔2026〕 3 号", "云政发〔2026〕3号"),
        ("布\u200b署工\u00ad作\ufeff，\u202a2026\u202c年", "布署工作，2026年"),
        ("批覆：瞭解各單位幹部", "批复：了解各单位干部"),
        ("審批覆蓋面", "审批覆盖面"),
        ("审批覆盖面，乾隆年间，於某，了望，徵求", "审批覆盖面，乾隆年间，於某，了望，徵求"),
        ("继续、佈置、佔用、監督、額度、狀況", "继续、布置、占用、监督、额度、状况"),
    ],
)
def test_a_line_is_read_with_usual_characters(written: str, read: str) -> None:
    assert read_as(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("各縣於乾旱季節後徵收，並瞭望、批覆", "各县于干旱季节后征收，并瞭望、批复"),
        ("乾隆年間於是著手製定後續規劃，憑藉經驗", "乾隆年间于是著手制定后续规划，凭借经验"),
    ],
)
def test_forms_with_two_meanings_are_read_in_a_traditional_text(written: str, read: str) -> None:
    assert read_as(written) == read


@pytest.mark.parametrize(
    "line",
    [
        "1 总体要求",
        "2.1 主要目标",
        "附件 1\u3000任务表",
        "见附件1 任务表和表2 分工",
        "张 三\u3000李 四",
        "第一章 总则",
        "项目 责任单位 时限 1 修订预案 水利局 9 月",
        "网址 http://www.example.cn/a b",
    ],
)
def test_blanks_that_part_columns_names_and_labels_stay(line: str) -> None:
    assert read_as(line).replace("附件1\u3000", "附件 1\u3000") == line


def test_a_usual_text_is_not_folded() -> None:
    assert folded(source_of(NOTICE)) is None
    assert recognize(source_of(NOTICE)).folding is None


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        ("2026", " 2026 "),
        ("2026年", "2026\u00a0年"),
        ("月", "⽉"),
        ("年", "\uf98e"),
        ("云岭市", "\u202a云\u200b岭市\u202c"),
        ("发", "發"),
        ("1", "１"),
    ],
)
def test_elements_are_those_of_the_plain_text_where_they_stand(plain: str, written: str) -> None:
    expected = recognize(source_of(NOTICE))
    document = recognize(source_of(NOTICE.replace(plain, written)))
    assert document.text == NOTICE.replace(plain, written)
    assert told(document) == told(expected)
    assert document.date_of_issue == expected.date_of_issue
    for element, other in zip(document.elements, expected.elements, strict=True):
        words = document.words(element.span)
        assert read_as(words) == expected.words(other.span)
        assert words.strip("\u200b\u202a\u202c") == words


def test_a_folded_document_can_be_pickled() -> None:
    document = recognize(source_of(NOTICE.replace("号", " 號")))
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("關於做好衛生健康工作的通知", True),
        ("关于做好卫生健康工作的通知", False),
        ("关于乾隆后裔於某的通知", False),
        ("", False),
    ],
)
def test_the_script_of_a_whole_text_is_told(text: str, *, traditional: bool) -> None:
    assert is_traditional(text) is traditional


@given(st.text(alphabet="云嶺２0 \u00a0年⽉〔〕\u200b\ufeff一、\n", max_size=60))
def test_every_folded_character_stands_where_the_alignment_says(text: str) -> None:
    folding = folded(source_of(text))
    if folding is None:
        return
    read = "\n".join(paragraph.text for paragraph in folding.source.paragraphs)
    places = [folding.alignment.place(at) for at in range(len(read))]
    assert places == sorted(set(places))
    usual = {"嶺": "岭", "２": "2", "⽉": "月"}
    assert [usual.get(text[at], text[at]) for at in places] == list(read)


def test_spans_are_found_in_whatever_was_told() -> None:
    alignment = Alignment((2,), (3,))
    citation = Citation(Span(0, 4), "甲", None, Span(1, 2), Span(3, 4))
    assert placed((citation, "乙", 7), alignment) == (
        Citation(Span(0, 7), "甲", None, Span(1, 2), Span(6, 7)),
        "乙",
        7,
    )
