from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
Parts = Callable[[str, str], list[str]]

HEAD = "云岭市关于做好防汛工作的通知\n各县人民政府：\n现就有关事项通知如下。\n"


@pytest.mark.parametrize(
    ("close", "names"),
    [
        ("云岭市水利局\n2024年4月8日", ["云岭市水利局"]),
        ("云岭市水利局 2024年4月8日", ["云岭市水利局"]),
        ("云岭市水利局　　　云岭市财政局\n2024年4月8日", ["云岭市水利局", "云岭市财政局"]),
        ("云岭市水利局 云岭市财政局\n2024年4月8日", ["云岭市水利局", "云岭市财政局"]),
        ("云岭市水利局\n云岭市财政局\n2024年4月8日", ["云岭市水利局", "云岭市财政局"]),
        ("云 岭 市 财 政 局\n2024年4月8日", ["云 岭 市 财 政 局"]),
        ("云岭市人民政府\n市长　沈怀远\n2024年4月8日", ["云岭市人民政府"]),
        ("财政部\ue7fd\ue7fd\n2024年4月8日", ["财政部"]),
    ],
)
def test_the_organs_above_or_beside_the_date_sign(
    parts: Parts, close: str, names: list[str]
) -> None:
    assert parts(HEAD + close, "issuing_authority") == names


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024年4月8日", date(2024, 4, 8)),
        ("二○○六年八月十九日", date(2006, 8, 19)),
        ("二〇一一年十一月二十九日", date(2011, 11, 29)),
        ("2017年6月15", date(2017, 6, 15)),
        ("2017615", date(2017, 6, 15)),
        ("2017.6.15", date(2017, 6, 15)),
        ("2017年6月日", None),
        ("2017年月日", None),
    ],
)
def test_a_date_is_read_in_the_numerals_of_its_time_and_when_damaged(
    read: Read, written: str, day: date | None
) -> None:
    document = read(f"{HEAD}云岭市水利局\n{written}")
    assert [document.words(e.span) for e in document.of("date_of_issue")] == [written]
    assert document.date_of_issue == day


def test_a_document_dated_to_the_month_is_judged_on_its_first_day(read: Read) -> None:
    assert read(f"{HEAD}云岭市水利局\n2017年6月日").judged_on == date(2017, 6, 1)


def test_notes_stand_behind_the_date_even_behind_furniture(read: Read) -> None:
    document = read(f"{HEAD}云岭市水利局\n2024年4月8日\n打印本页\n（此件公开发布）\n（本文有删减）")
    notes = [document.words(element.span) for element in document.of("note")]
    assert notes == ["（此件公开发布）", "（本文有删减）"]
    assert document.disclosure == "proactive"
    assert "redacted" in document.traits


def test_the_subtitle_of_the_issued_text_is_no_note(parts: Parts) -> None:
    text = f"{HEAD}云岭市水利局\n2024年4月8日\n（试行）"
    assert parts(text, "note") == []


def test_an_issuing_notice_closes_with_its_first_date(read: Read) -> None:
    document = read("""\
关于印发《云岭市防汛办法》的通知
各县人民政府：
现将《云岭市防汛办法》印发给你们。
云岭市水利局
2024年4月8日
云岭市防汛办法
第一条 为规范防汛，制定本办法。
第二条 本办法施行。
云岭市防汛指挥部
2023年1月2日
""")
    assert document.date_of_issue == date(2024, 4, 8)


def test_a_document_without_date_is_signed_by_the_organ_at_its_end(read: Read) -> None:
    document = read(f"{HEAD}特此通知。\n云岭市水利局")
    assert document.issuer.names == ("云岭市水利局",)
    assert document.date_of_issue is None


def test_an_unsigned_document_is_issued_by_the_organs_in_its_title(read: Read) -> None:
    joint = read("云岭市水利局、云岭市财政局关于防汛的通知\n各县人民政府：\n请执行。\n2024年4月8日")
    order = read("云岭市人民政府第52号令\n云岭市人民政府\n《甲办法》现予公布。\n2019年2月20日")
    assert joint.issuer.names == ("云岭市水利局", "云岭市财政局")
    assert [element.where for element in joint.of("issuing_authority")] == ["title", "title"]
    assert order.issuer.names == ("云岭市人民政府",)
    assert not order.of("addressee")


def test_a_resolution_is_dated_by_the_adoption_in_brackets(read: Read) -> None:
    document = read("""\
青禾县人民代表大会关于工作报告的决议
（2024年1月12日青禾县第十八届人民代表大会通过）
会议听取了报告，决定批准。
""")
    assert document.date_of_issue == date(2024, 1, 12)


def test_minutes_are_signed_and_dated_above_their_title(read: Read) -> None:
    document = read("""\
云岭市人民政府
专题会议纪要
〔2023〕第16次
云岭市人民政府办公室　　　　2023年7月10日
关于研究加装电梯有关问题的会议纪要
2023年7月6日，市政府召开会议，研究加装电梯有关问题。
会议议定：
一、加快办理。
""")
    assert document.date_of_issue == date(2023, 7, 10)
    assert document.issuer.names == ("云岭市人民政府办公室",)


def test_without_any_date_the_page_tells_the_day(read: Read) -> None:
    text = f"发布日期：2019-07-02\n{HEAD}特此通知。"
    assert read(text).judged_on == date(2019, 7, 2)


def test_without_signature_the_organ_of_the_letterhead_issues(parts: Parts) -> None:
    text = (
        "云岭市人民政府文件\n云政发〔2024〕5号\n关于印发《公园管理办法》的通知\n"
        "各县人民政府：\n现将《公园管理办法》印发给你们，请遵照执行。\n2024年4月8日\n"
    )
    assert parts(text, "issuing_authority") == ["云岭市人民政府"]


def test_a_day_under_the_title_tells_when_to_judge_but_is_no_date_of_issue(read: Read) -> None:
    text = (
        "云岭市审计局政务公开负面清单\n2019年6月20日\n"
        "根据有关规定，结合工作实际，制定本清单，请各科室认真执行，并做好日常检查和年度考核。\n"
    )
    document = read(text)
    assert (document.date_of_issue, document.judged_on) == (None, date(2019, 6, 20))
