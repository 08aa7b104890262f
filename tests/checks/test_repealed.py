"""Twenty instruments that had ended, each cited in another way; the same text before they ended."""

from datetime import date

import pytest

from gongkai_lint.api import Request, lint_source, load_ruleset
from gongkai_lint.readers.text import read_text

RULES = load_ruleset()
AFTER, BEFORE = date(2026, 11, 10), date(2010, 6, 1)
CITED = (
    "根据《中华人民共和国环境保护法》制定本方案",
    "按照《大气污染防治法》第二十条执行",
    "严格落实《土壤污染防治法》、《水污染防治法》的规定",
    "对照《中华人民共和国固体废物污染环境防治法》第三章、第四章开展自查",
    "依照中华人民共和国环境影响评价法办理",
    "执行中华人民共和国清洁生产促进法第二十八条",
    "依据《政府信息公开条例》（国务院令第492号）答复申请",
    "保密管理适用国务院令第646号",
    "涉密人员按照《保守国家秘密法》（2010年修订）管理",
    "适用2017年修正的《中华人民共和国行政处罚法》",
    "执行《安全生产法（2014年修正）》",
    "复议案件按照国务院令第499号审理",
    "登记事项适用《公司登记管理条例》（国务院令第156号）",
    "公文格式采用GB/T 9704-1999",
    "行文规则见《国家行政机关公文处理办法》（国发〔2000〕23号）",
    "来信来访按照国务院《信访条例》第三十三条处理",
    "合同签订遵守《合同法》《担保法》",
    "补偿标准参照《城市房屋拆迁管理条例》（国务院令第305号）",
    "纳税人依据《中华人民共和国增值税暂行条例》申报",
    "排污单位还应当符合《海洋环境保护法》（2023年修订）",
)
# by another hand, without 《》 and in the middle of things; all were in force in spring 2017
CITED_OTHERWISE = (
    "以及适用固体废物污染环境防治法的案件",
    "未批先建的，按照环境影响评价法的规定处理",
    "不得违反合同法第五十二条的规定",
    "处罚是否符合个体工商户条例的规定",
    "税务案件是否正确适用“契税暂行条例”",
    "1 | 煤矿安全监察条例 | 煤矿案件",
    "对照1998年公布的《中华人民共和国执业医师法》逐卷检查",
    "涉海工程适用《海洋环境保护法（2016年修正）》",
    "学位授予争议，以《中华人民共和国学位条例》第八条为准",
    "安置案件是否符合国务院、中央军委公布的《退役士兵安置条例》",
)


def cited_as_ended(sentence: str, day: date) -> int:
    dated = f"云岭市人民政府\n{day.year}年{day.month}月{day.day}日\n"
    text = f"云岭市人民政府关于开展检查的通知\n各县人民政府：\n{sentence}。\n{dated}"
    source = read_text(text.encode(), markdown=False)
    report = lint_source(source, "例.txt", Request(RULES, day, every=True))
    return sum(finding.rule == "C02" for finding in report.findings)


@pytest.mark.parametrize("sentence", CITED)
def test_what_had_ended_is_found_however_it_is_cited(sentence: str) -> None:
    titles = max(sentence.count("《"), 1)
    assert cited_as_ended(sentence, AFTER) == titles


@pytest.mark.parametrize("sentence", CITED)
def test_the_same_text_of_an_earlier_day_is_right(sentence: str) -> None:
    assert cited_as_ended(sentence, BEFORE) == 0


@pytest.mark.parametrize("sentence", CITED_OTHERWISE)
def test_a_short_name_without_marks_is_told_after_its_end_and_not_before(sentence: str) -> None:
    assert cited_as_ended(sentence, AFTER) == 1
    assert not cited_as_ended(sentence, date(2017, 3, 10))
