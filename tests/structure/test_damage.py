"""Damaged elements are recognized as what they are, so that their own rules speak."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
Parts = Callable[[str, str], list[str]]
TITLE = "青禾县人民政府关于做好秋粮收购工作的通知\n"
REST = "各镇人民政府：\n现就有关事项通知如下。\n青禾县人民政府\n"


@pytest.mark.parametrize(
    "number",
    [
        "青政发〔20245〕7号",
        "青政办发〔224〕17号",
        "青政发［2O24］7号",
        "青政发〔二〇二四〕7号",
        "青政发〔2024〕十七号",
        "青政发〔2024　7号",
        "青政发〔2024年〕第7号",
        "青政发〔2024〕　号",
    ],
)
def test_a_number_line_with_a_wrong_year_is_a_number_line(parts: Parts, number: str) -> None:
    assert parts(f"{TITLE}{number}\n{REST}2024年9月2日\n", "document_number") == [number]
    assert parts(f"{number}\n{TITLE}{REST}2024年9月2日\n", "document_number") == [number]


@pytest.mark.parametrize(
    "day",
    [
        "2024月11月6日",
        "2024年11日6日",
        "2024年11月6号",
        "2024年年11月6日",
        "20244年11月6日",
        "204年11月6日",
        "2024年13月6日",
        "2024年11月31日",
    ],
)
def test_a_date_with_a_wrong_sign_is_the_date_of_issue(parts: Parts, day: str) -> None:
    text = f"{TITLE}{REST}{day}\n（此件公开发布）\n"
    assert parts(text, "date_of_issue") == [day]
    assert parts(text, "issuing_authority") == ["青禾县人民政府"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("《山塘管理条例》（国务院512号令）", "国务院令第512号"),
        ("《山塘管理条例》（国务院第512号令）", "国务院令第512号"),
        ("《山塘管理条例》（国务院令512号）", "国务院令第512号"),
        ("《山塘管理办法》（水利部 22 号令）", "水利部令第22号"),
        ("《山塘管理办法》（云岭省政府61号令）", "云岭省政府令第61号"),
        ("《山塘管理办法》（云岭市人民政府令9号）", "云岭市人民政府令第9号"),
    ],
)
def test_an_order_s_number_may_be_turned_round(read: Read, words: str, number: str) -> None:
    document = read(f"{TITLE}各镇：\n根据{words}，现通知如下。\n青禾县人民政府\n2024年9月2日\n")
    assert [citation.number for citation in document.citations] == [number]


@pytest.mark.parametrize("words", ["3号令牌", "他下了8号令", "第5号令"])
def test_an_order_of_nobody_is_cited_by_its_words_only(read: Read, words: str) -> None:
    document = read(f"{TITLE}各镇：\n凭{words}出入。\n青禾县人民政府\n2024年9月2日\n")
    assert all("令第" not in (citation.number or "") for citation in document.citations)


@pytest.mark.parametrize(
    ("lines", "ordinals"),
    [
        (["1．木桥；", "2．石桥；", "3.50年以上的老桥；", "4.2021年加宽过的桥。"], "1234"),
        (["1.一类桥；", "2. 12米以上的桥；", "3. 2019年建的桥；"], "123"),
        (["1.名桥", "2.3级以上的桥", "3.100万元以上的桥"], "123"),
        (["1.5万吨的粮仓要检修。", "2.5万吨的粮仓暂缓。"], ""),
        (["1.1 目的", "1.2 依据", "2.1 组织体系"], ""),
        (["1.木桥", "1.5米宽的桥", "2.石桥"], "12"),
    ],
)
def test_an_item_may_open_with_a_figure(read: Read, lines: list[str], ordinals: str) -> None:
    text = "\n".join(lines)
    document = read(f"{TITLE}各镇：\n（一）检修下列工程：\n{text}\n青禾县人民政府\n2024年9月2日\n")
    found = [e.value for e in document.of("heading") if e.level == 3]
    assert "".join(value or "?" for value in found) == ordinals
