import pytest

from gongkai_lint.law.naming import NumberKey, abbreviates, number_key, similarity, title_key


@pytest.mark.parametrize(
    "written",
    ["国办发〔2016〕80号", "国办发[2016]80号", "国办发（2016）80号", "国办发 〔2016〕 第080号"],
)
def test_a_number_is_the_same_in_any_brackets(written: str) -> None:
    assert number_key(written) == NumberKey("国办发", 2016, 80)


@pytest.mark.parametrize(
    "written",
    ["国务院令第711号", "国务院第711号令", "中华人民共和国国务院令第711号", "国令第711号"],
)
def test_an_order_is_the_same_in_any_wording(written: str) -> None:
    assert number_key(written) == NumberKey("国务院令", 0, 711)


@pytest.mark.parametrize("written", ["GB/T 9704-2012", "GB/T9704—2012", "gb/t 9704-2012"])
def test_a_standard_is_the_same_with_any_dash(written: str) -> None:
    assert number_key(written) == NumberKey("GBT", 2012, 9704)


@pytest.mark.parametrize("words", ["", "第三条", "一号文件", "2016"])
def test_what_is_no_number_has_no_key(words: str) -> None:
    assert number_key(words) is None


@pytest.mark.parametrize(
    "title",
    [
        "国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知",
        "《关于全面推进政务公开工作的意见》实施细则",
        "国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知",
    ],
)
def test_the_notice_and_what_it_issues_have_one_title(title: str) -> None:
    assert title_key(title) == "关于全面推进政务公开工作的意见实施细则"


def test_a_local_title_keeps_its_place() -> None:
    assert title_key("云岭市公平竞争审查条例") != title_key("公平竞争审查条例")


def test_an_abbreviation_keeps_the_order_of_the_characters() -> None:
    title = "关于全面推进基层政务公开标准化规范化工作的指导意见"
    assert abbreviates("基层政务公开意见", title)
    assert not abbreviates("公开基层政务", title)
    assert similarity(title, "机关事务管理条例") < 0.6
