from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_lint.model.document import TimeExpression
from gongkai_lint.model.span import Span
from gongkai_lint.structure.times.times import find_times

ISSUED = date(2020, 8, 24)


def times(text: str, issued: date | None = ISSUED) -> tuple[TimeExpression, ...]:
    return find_times(text, [Span(0, len(text))], issued)


def only(text: str, issued: date | None = ISSUED) -> TimeExpression:
    (time,) = times(text, issued)
    return time


def words(text: str, issued: date | None = ISSUED) -> list[str]:
    return [text[slice(*time.span)] for time in times(text, issued)]


@pytest.mark.parametrize(
    ("text", "expression", "resolved"),
    [
        ("各单位于2020年11月底前完成整改。", "2020年11月底前", date(2020, 11, 30)),
        ("请于2020年9月30日前报送。", "2020年9月30日前", date(2020, 9, 30)),
        ("请于2020年9月30日（含）前报送。", "2020年9月30日（含）前", date(2020, 9, 30)),
        ("请于2020年9月11日（星期五）18时前报送。", None, date(2020, 9, 11)),
        ("确保到2020年底全部建成。", "到2020年底", date(2020, 12, 31)),
        ("在2022年前建成统一平台。", "2022年前", date(2021, 12, 31)),
        ("2020年10月前印发实施方案。", "2020年10月前", date(2020, 9, 30)),
        ("力争2021年上半年建成投用。", "2021年上半年", date(2021, 6, 30)),
        ("2020年第三季度末完成验收。", "2020年第三季度末", date(2020, 9, 30)),
        ("于2020年10月中旬完成普查。", "2020年10月中旬", date(2020, 10, 20)),
        ("于2020年10月下旬完成普查。", "2020年10月下旬", date(2020, 10, 31)),
        ("到“十四五”末基本建成。", None, date(2025, 12, 31)),
        ("二○二○年十二月三十一日前办结。", None, date(2020, 12, 31)),
        ("2020年 12月 31日前辦結。", "2020年 12月 31日前", date(2020, 12, 31)),
        ("安排在2020年9月15日。", "2020年9月15日", date(2020, 9, 15)),
        ("截至2020年10月9日止。", None, date(2020, 10, 9)),
        ("请于2020年9月10日下午17:00前反馈。", None, date(2020, 9, 10)),
        ("完成时限：2020年12月", "2020年12月", date(2020, 12, 31)),
        ("请于2020.11.30前反馈。", "2020.11.30前", date(2020, 11, 30)),
        ("请于2020 11 30日前反馈。", "2020 11 30日前", date(2020, 11, 30)),
    ],
)
def test_a_day_by_which_something_is_due(text: str, expression: str | None, resolved: date) -> None:
    time = only(text)
    assert (time.kind, time.resolved) == ("absolute", resolved)
    assert expression is None or text[slice(*time.span)] == expression


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("各区要在10月底前完成。", date(2020, 10, 31)),
        ("请于9月30日前报市政府办公室。", date(2020, 9, 30)),
        ("请于3月31日前报市政府办公室。", date(2021, 3, 31)),
        ("年底前办结。", date(2020, 12, 31)),
        ("月底前办结。", date(2020, 8, 31)),
        ("2021年3月底前完成普查，6月底前公布结果。", date(2021, 6, 30)),
        ("明年6月底前完成。", date(2021, 6, 30)),
        ("请于本周五下班前反馈。", date(2020, 8, 28)),
        ("请于下周一前反馈。", date(2020, 8, 31)),
    ],
)
def test_a_yearless_day_takes_its_year_from_what_stands_before_it_or_the_issue(
    text: str, resolved: date
) -> None:
    time = times(text)[-1]
    assert (time.kind, time.resolved) == ("yearless", resolved)


def test_the_year_of_the_title_is_the_year_of_the_plan() -> None:
    text = "云岭市2021年政务公开工作要点\n各部门年底前完成自查。"
    assert only(text, date(2020, 12, 30)).resolved == date(2021, 12, 31)


@pytest.mark.parametrize(
    ("text", "anchor", "amount", "unit"),
    [
        ("应当自受理之日起5个工作日内办结。", "受理之日", 5, "workday"),
        ("自收到申请之日起二十日内答复。", "收到申请之日", 20, "day"),
        ("应当在签订合同后10日内备案。", "签订合同", 10, "day"),
        ("在举行听证的七日前送达。", "举行听证", 7, "day"),
        ("收到申请后，应当在15个工作日内答复。", "收到申请", 15, "workday"),
        ("事件发生后，应在24小时内发布。", "事件发生", 24, "hour"),
        ("自受理之日起，在2个月内作出决定。", "受理之日", 2, "month"),
        ("应当自变更之日起3个工作日内更新。", "变更之日", 3, "workday"),
        ("应当在3个工作日内答复。", None, 3, "workday"),
        ("最迟不超过3个工作日。", None, 3, "workday"),
        ("在半年内办结。", None, 6, "month"),
        ("应当在一个半月内办结。", None, 45, "day"),
        ("应当在1.5个月内办结。", None, 45, "day"),
        ("应当在一年半内建成。", None, 18, "month"),
        ("应当在1.5小时内报告。", None, 90, "minute"),
        ("应当在半天内报告。", None, 12, "hour"),
        ("应当在一百零五日内办结。", None, 105, "day"),
        ("应当在3至5个工作日内答复。", None, 5, "workday"),
        ("应当在两三天内答复。", None, None, "day"),
        ("应在会后5日内报送。", "会", 5, "day"),
    ],
)
def test_a_relative_period_knows_its_anchor_and_length(
    text: str, anchor: str | None, amount: int | None, unit: str
) -> None:
    time = only(text)
    assert (time.kind, time.anchor, time.amount, time.unit) == ("relative", anchor, amount, unit)


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("本办法自2020年10月1日起施行。", "absolute", "effective"),
        ("本通知自印发之日起施行。", "relative", "effective"),
        ("有效期5年。", "period", "validity"),
        ("有效期至2025年9月30日。", "absolute", "validity"),
        ("到2022年，形成公开新格局。", "absolute", "goal"),
        ("每年3月31日前公布年度报告。", "recurring", "task"),
        ("征求意见时间为2020年9月1日至9月30日。", "period", "comment"),
        ("公示期不少于7日。", "period", "limit"),
        ("各乡镇要抓紧完成核查。", "vague", "task"),
        ("由公安机关责令限期改正。", "vague", "limit"),
        ("中秋节2020年10月1日至8日放假调休。", "period", "event"),
        ("2020年8月1日前已备案的项目除外。", "absolute", "other"),
    ],
)
def test_what_a_time_is_for(text: str, kind: str, role: str) -> None:
    time = only(text)
    assert (time.kind, time.role) == (kind, role)


@pytest.mark.parametrize(
    "text",
    [
        "根据《云岭市2021年底前重点任务清单》的要求办理。",
        "2020年1月27日，市政府召开了专题会议。",
        "按照云政办发〔2021〕12号要求办理。",
        "近三年内没有违法记录的企业可以申请。",
        "连续5年以上缴纳社会保险的可以申请。",
        "2019年末，全市常住人口增长2%。",
        "坚持第一责任人制度，及时公开信息。",
        "各单位要按时间节点推进，编制近期建设规划。",
        "二〇二〇年八月二十四日",
    ],
)
def test_what_sets_no_time_is_left_alone(text: str) -> None:
    assert not words(text)


def test_a_task_with_a_unit_beside_it_has_an_owner() -> None:
    assert only("市司法局要于2020年11月底前完成清理。").owner
    assert only("2020年11月底前完成清理。〔市司法局牵头〕").owner
    assert not only("2020年11月底前完成清理。").owner


def test_only_the_given_spans_are_read() -> None:
    text = "网站2020年12月底前改版。\n请于2020年9月30日前报送。"
    start = text.index("请于")
    (time,) = find_times(text, [Span(start, len(text))], ISSUED)
    assert time.resolved == date(2020, 9, 30)


@given(st.text(alphabet="自2年1月日内起前至到底每（）〔〕，。、 \n第季度“十四五”", max_size=80))
def test_any_text_gives_times_inside_it_in_order(text: str) -> None:
    spans = [time.span for time in times(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("请于二○二〇年九月廿三日前报送。", date(2020, 9, 23)),
        ("请于九月廿三日前报送。", date(2020, 9, 23)),
        ("请于2020年10月卅日前报送。", date(2020, 10, 30)),
        ("请于二○二〇年十月卅一日前报送。", date(2020, 10, 31)),
    ],
)
def test_the_twenties_and_thirties_in_one_sign_are_days(text: str, day: date) -> None:
    assert only(text).resolved == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("各单位自印发之日起20个工作日内报送方案。", date(2020, 9, 21)),
        ("自本通知印发之日起30日内完成清理。", date(2020, 9, 23)),
        ("本通知印发后3个月内，各县要出台细则。", date(2020, 11, 24)),
        ("自即日起10个工作日内完成整改。", date(2020, 9, 7)),
        ("自本方案下发之日起一个半月内完成。", date(2020, 10, 9)),  # 8 October is a day off
        ("自本公告发布之日起一年内提出申请。", date(2021, 8, 24)),
        ("自2020年9月28日起5个工作日内反馈意见。", date(2020, 10, 12)),
        ("各单位于2020年9月1日起30日内提交总结。", date(2020, 10, 9)),
        ("请在2020年9月7日后10日内报送。", date(2020, 9, 17)),
        ("自9月28日起，在30日内提出意见。", date(2020, 10, 28)),
        ("自收到申请之日起5个工作日内答复。", None),
        ("评审结果自公布之日起5个工作日内可以提出异议。", None),
        ("自省方案印发之日起5个工作日内报送。", None),
        ("自印发之日起24小时内报告。", None),
        ("本办法自公布之日起30日后施行。", None),  # read in two ways
        ("本办法自公布之日起施行。", date(2020, 8, 24)),
    ],
)
def test_a_period_from_a_known_day_has_its_last_day(text: str, day: date | None) -> None:
    time = only(text)
    assert (time.kind, time.resolved) == ("relative", day)


def test_a_period_from_the_day_of_effect_has_its_last_day() -> None:
    text = "本办法自2020年10月1日起施行。本办法施行之日起6个月内，有关单位应当申请登记。"
    assert [time.resolved for time in times(text)] == [date(2020, 10, 1), date(2021, 4, 1)]


def test_a_period_that_reaches_a_year_without_notice_has_its_earliest_day() -> None:
    time = only("自印发之日起20个工作日内报市政府办公室。", date(2026, 12, 15))
    assert (time.resolved, time.open_year) == (date(2027, 1, 9), 2027)


@pytest.mark.parametrize(
    ("text", "day", "role"),
    [
        ("凡2020年3月31日前在市渔业局登记的渔船，均应年审。", date(2020, 3, 31), "other"),
        ("2020年5月1日前变更住址的，由变更后住址所在区受理。", date(2020, 5, 1), "other"),
        ("2020年6月30日前建成的校舍纳入排查范围。", date(2020, 6, 30), "other"),
        ("各县教育局于2020年6月30日前制定校舍的排查计划，报市教育局。", date(2020, 6, 30), "task"),
        ("市直各单位于2020年3月15日前开始整理电子档案。", date(2020, 3, 15), "task"),
        ("由市体育局负责，2020年4月底前开工建设健身中心。", date(2020, 4, 30), "task"),
        ("稿件征集截止时间为2020年6月18日。", date(2020, 6, 18), "task"),
        ("冷链库于2020年11月完成，并投入使用。", date(2020, 11, 30), "task"),
        ("即日起至12月底前完成桥梁检修。", date(2020, 12, 31), "task"),
        ("9月14日至20日为茶文化周。", date(2020, 9, 20), "other"),
        ("茶季（9月4日至10月20日）是防火的要紧时段。", date(2020, 10, 20), "other"),
        ("大事记收录2019年2月1日至11月30日的事件。", date(2019, 11, 30), "other"),
        ("8月20日8时起，各路口设卡查验。", date(2020, 8, 20), "other"),
        ("各县应当自2020年9月1日起60日内建成平台。", date(2020, 11, 2), "task"),
        ("租期届满3个月前书面申请续租。", None, "limit"),
        ("公示期为7个工作日，自通告贴出之日起计算。", None, "limit"),
        ("单位每两年可申请1次，于11月10日前提交材料。", None, "task"),
        ("各校于当年9月5日前张贴当年的床位数。", None, "task"),
        ("各县每旬最后一日前报送进度。", None, "task"),
        ("各站每季度末月19日前报送小结。", None, "task"),
        ("各站每周五前报送进度。", None, "task"),
    ],
)
def test_a_time_is_what_its_sentence_makes_it(text: str, day: date | None, role: str) -> None:
    time = only(text)
    assert (time.resolved, time.role) == (day, role)


@pytest.mark.parametrize(
    "text",
    [
        "由于第三季度降雨偏少，供水紧张。",
        "会议听取了关于第四季度重点项目安排的汇报。",
        "要把水质达标情况纳入年底机关绩效考评。",
        "一般应采用年末核定数。",
        "决定于8月22日18时解除橙色预警。",
    ],
)
def test_what_is_told_of_a_time_sets_none(text: str) -> None:
    assert times(text) == ()


def test_the_anchor_may_stand_behind_its_period() -> None:
    time = only("公示期为7个工作日，自通告贴出之日起计算。")
    assert (time.anchor, time.amount, time.unit) == ("通告贴出之日", 7, "workday")


@pytest.mark.parametrize(
    ("text", "said", "day", "role"),
    [
        (
            "收录2019年2月1日至11月30日的剧目。",
            "2019年2月1日至11月30日",
            date(2019, 11, 30),
            "other",
        ),
        ("8月20日8时起，各路口设卡。", "8月20日8时起", date(2020, 8, 20), "other"),
        ("今年9月18日是戏曲日。", "今年9月18日", date(2020, 9, 18), "event"),
        ("茶季（4月1日至10月20日）是要紧时段。", "4月1日至10月20日", date(2020, 10, 20), "other"),
        ("戏台于2020年11月完成，并启用。", "2020年11月", date(2020, 11, 30), "task"),
        ("凡2020年11月30日前登记的戏班。", "2020年11月30日前", date(2020, 11, 30), "other"),
        (
            "租用期限自启用之日起至2047年6月30日止。",
            "至2047年6月30日止",
            date(2047, 6, 30),
            "validity",
        ),
    ],
)
def test_what_a_day_is_for_is_told_by_the_words_around_it(
    text: str, said: str, day: date, role: str
) -> None:
    time = next(time for time in times(text) if time.resolved)
    assert (text[slice(*time.span)], time.resolved, time.role) == (said, day, role)


@pytest.mark.parametrize(
    "text", ["每旬最后一日前报一次。", "每季度末月19日前报一次。", "在年中和年末报告。"]
)
def test_what_comes_back_is_recurring(text: str) -> None:
    assert [time.kind for time in times(text)] == ["recurring"]


def test_a_period_may_run_from_an_event_named_behind_it() -> None:
    assert only("公示期为7个工作日，自贴出之日起计算。").anchor == "贴出之日"


@pytest.mark.parametrize("text", ["采用年末核定数。", "年末常住人口九十万人。"])
def test_figures_of_a_years_end_set_no_time(text: str) -> None:
    assert times(text) == ()


def test_what_was_done_at_once_is_no_vague_deadline() -> None:
    assert [time.role for time in times("督查室近期组织人员抽查了网站。")] == ["other"]
    assert [time.role for time in times("各单位要近期组织人员抽查网站。")] == ["task"]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("养殖户重新送检时，检疫站应当在5个工作日内出具结论。", ["养殖户重新送检"]),
        ("家长提出走访申请的，街道应在5个工作日内入户走访。", ["家长提出走访申请"]),
        ("船只沉没，渔户应当在一个月以内申报注销。", ["船只沉没"]),
        ("船只在靠泊后24小时内登记，并在3个工作日内报告。", ["靠泊", "靠泊"]),
        ("9月29日，各站开始换证，3天内完成。", [None, "9月29日"]),
        ("部门预算公开不晚于财政部门批复后20个工作日。", ["财政部门批复"]),
        ("材料存疑的，街道应在5个工作日内入户走访。", [None]),
        ("每季度抽查一次，抽查情况应在7日内通报企业。", [None]),
        ("同时，评估机构应当在10个工作日内提交报告。", [None]),
    ],
)
def test_an_event_told_before_a_period_is_its_anchor(text: str, anchors: list[str | None]) -> None:
    assert [time.anchor for time in times(text)] == anchors


@pytest.mark.parametrize(
    "text",
    [
        "检验日期在3个月内的检验单，可以使用。",
        "共有人在12个月内领取过补贴的，视为已经转产。",
        "资格中止；在60日内补办签注的，资格恢复。",
    ],
)
def test_a_period_that_describes_is_no_limit(text: str) -> None:
    assert only(text).role == "other"
