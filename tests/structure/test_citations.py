import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.document import Citation
from gongkai_lint.model.span import Span
from gongkai_lint.structure.citations import find_citations
from gongkai_lint.structure.numbers import repair_number


def citations(text: str) -> tuple[Citation, ...]:
    return find_citations(text, [Span(0, len(text))])


def only(text: str) -> Citation:
    (citation,) = citations(text)
    return citation


@pytest.mark.parametrize(
    ("number", "repaired"),
    [
        ("（云政办发〔2019〕54号）", "云政办发〔2019〕54号"),
        ("(云政办发〔2019〕54 号)", "云政办发〔2019〕54号"),
        ("（云政办发[2019]54号）", "云政办发〔2019〕54号"),
        ("（云政办发【2019】第054号）", "云政办发〔2019〕54号"),
        ("（云政办发（2019）54号）", "云政办发〔2019〕54号"),
        ("（云政办发〔201954号）", "云政办发〔2019〕54号"),
        ("（云政办发2019〕54号）", "云政办发〔2019〕54号"),
        ("云政办发〔2019〕54号", "云政办发〔2019〕54号"),
        ("（云岭市人民政府令第11号）", "云岭市人民政府令第11号"),
        ("（云岭市人民政府令 第十一号）", "云岭市人民政府令第十一号"),
        ("（1999年云岭市人民政府令第11号）", "1999年云岭市人民政府令第11号"),
        ("（云岭市人民政府第11号令）", "云岭市人民政府令第11号"),
        ("（GB/T 9704—2012）", "GB/T9704—2012"),
        ("（2019年修订）", None),
        ("（以下简称《办法》）", None),
    ],
)
def test_the_number_behind_a_title_is_repaired(number: str, repaired: str | None) -> None:
    citation = citations(f"根据《云岭市信息公开办法》{number}的规定")[0]
    assert citation.title == "云岭市信息公开办法"
    assert citation.number == (repaired and repaired.replace("雲", "云"))


def test_a_title_may_be_cut_over_two_lines() -> None:
    citation = only("根据《云岭市信息\n　　公开办法》（云政发〔2019〕5号）办理")
    assert citation.title == "云岭市信息公开办法"
    assert citation.number == "云政发〔2019〕5号"


@pytest.mark.parametrize(
    "text",
    [
        "根据《云岭市信息公开办法\n落实责任，做好工作》",
        "根据《云岭市\n信息公开\n办法》办理",
        "根据《云岭市信息公开办法\n附件",
    ],
)
def test_a_title_without_its_end_takes_nothing_from_the_lines_behind(text: str) -> None:
    assert citations(text) == ()


def test_spans_are_the_raw_characters() -> None:
    text = "根据《办法》（云政发〔2019〕5 号）第六条办理"
    citation = only(text)
    assert text[slice(*citation.span)] == "《办法》（云政发〔2019〕5 号）第六条"
    assert text[slice(*citation.title_span)] == "《办法》"
    assert citation.number_span
    assert text[slice(*citation.number_span)] == "云政发〔2019〕5 号"


@pytest.mark.parametrize(
    "title",
    [
        "关于印发〈云岭市信息公开办法〉的通知",
        "关于印发《云岭市信息公开办法》的通知",
        "关于印发<云岭市信息公开办法>的通知",
    ],
)
def test_nested_marks_belong_to_the_title(title: str) -> None:
    citation = only(f"按照《{title}》（云政发〔2019〕5号）要求")
    assert citation.title == title
    assert citation.number == "云政发〔2019〕5号"


def test_an_unclosed_inner_mark_does_not_swallow_the_paragraph() -> None:
    assert only("按照《关于印发《办法》的通知要求，认真办理。").title == "关于印发《办法"


def test_a_number_before_its_title_belongs_to_it() -> None:
    text = "按照云政发〔2019〕5号《关于加强管理的通知》办理"
    citation = only(text)
    assert citation.number == "云政发〔2019〕5号"
    assert text[slice(*citation.span)] == "云政发〔2019〕5号《关于加强管理的通知》"


def test_a_number_alone_is_a_citation_without_title() -> None:
    first, second = citations("要按照云政发〔2019〕5号和岚政发〔2020〕6 号要求组织实施")
    assert (first.title, first.number) == ("", "云政发〔2019〕5号")
    assert (second.title, second.number) == ("", "岚政发〔2020〕6号")


def test_the_documents_own_number_is_no_citation() -> None:
    assert not citations("云政发〔2019〕5号\n云岭市人民政府关于公开工作的通知")
    assert not citations("文号：云政发〔2019〕5号")


def test_each_of_two_titles_keeps_its_number() -> None:
    first, second = citations(
        "依据《甲办法》（云政发〔2018〕1号）、《乙办法》（云政发〔2019〕2号）"
    )
    assert (first.number, second.number) == ("云政发〔2018〕1号", "云政发〔2019〕2号")
    first, second = citations("依据《甲办法》《乙办法》（云政发〔2019〕2号）")
    assert (first.number, second.number) == (None, "云政发〔2019〕2号")


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("《办法》第六条", [6]),
        ("《办法》第二十六条第二款第（三）项", [26]),
        ("《办法》（以下简称办法）第一百零三条", [103]),
        ("《办法》第6条、第8条", [6, 8]),
        ("《办法》第十二条、十三条和十五条的规定", [12, 13, 15]),
        ("《办法》第三条第一款和第五条", [3, 5]),
        ("《办法》的有关规定", [None]),
    ],
)
def test_each_article_is_a_citation(text: str, articles: list[int | None]) -> None:
    assert [citation.article for citation in citations(text)] == articles


def test_further_articles_cover_only_their_words() -> None:
    text = "依据《办法》第六条、第八条办理"
    first, second = citations(text)
    assert text[slice(*second.span)] == "第八条"
    assert second.title_span == first.title_span
    assert second.number_span is None


@pytest.mark.parametrize(
    ("words", "repaired"),
    [
        ("云政办发〔2019〕54号", "云政办发〔2019〕54号"),
        ("云政办发 [2019] 第054 号", "云政办发〔2019〕54号"),
        ("京经信发〔2022〕87号", "京经信发〔2022〕87号"),
        ("和政发〔2022〕8号", "和政发〔2022〕8号"),
        ("云政办发〔201680号", "云政办发〔2016〕80号"),
        ("云岭市人民政府", None),
        ("2019年5月1日", None),
    ],
)
def test_a_documents_own_number_is_repaired(words: str, repaired: str | None) -> None:
    assert repair_number(words) == repaired


@given(st.text(alphabet="《》〈〉（）〔〕[]2019号第条一、和云发令\n ", max_size=80))
def test_any_text_gives_citations_inside_it(text: str) -> None:
    for citation in citations(text):
        assert 0 <= citation.span.start < citation.span.end <= len(text)
        assert citation.span.covers(citation.title_span) or citation.number_span is None


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("《民法典》第一千二百六十一条", [1261]),
        ("《民法典》第一千零四十二条和第一千零四十三条", [1042, 1043]),
        ("《民法典》第１０４２条", [1042]),
        ("《条例》第一百零五条第一款第（三）项", [105]),
        ("《条例》第一百〇五条", [105]),
    ],
)
def test_every_article_number_is_read(words: str, articles: list[int]) -> None:
    assert [citation.article for citation in citations(words)] == articles
