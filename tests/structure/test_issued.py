from collections.abc import Callable

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]
Parts = Callable[[str, str], list[str]]

COVER = """\
云岭市人民政府关于印发《云岭市公园管理办法》的通知
各县（市、区）人民政府：
现将《云岭市公园管理办法》印发给你们，请认真贯彻执行。
附件：1.任务分工表
　　　2.联系人名单
云岭市人民政府
2024年9月2日
（此件公开发布）
"""
ISSUED = """\
云岭市公园管理办法
（试行）
第一章　总则
第一条　为规范公园管理，制定本办法。
第二条　本办法自印发之日起施行。
"""
ATTACHED = "附件1\n任务分工表\n市财政局负责。\n附件2：联系人名单\n见网站。\n"
IMPRINT = "抄送：市委办公室。\n云岭市人民政府办公室　　2024年9月3日印发\n"


def test_cover_issued_text_attachments_and_imprint_follow_each_other(parts: Parts) -> None:
    text = COVER + ISSUED + ATTACHED + IMPRINT
    assert parts(text, "body") == ["现将《云岭市公园管理办法》印发给你们，请认真贯彻执行。"]
    assert parts(text, "attachment_note") == ["附件：1.任务分工表\n　　　2.联系人名单"]
    assert parts(text, "issued_text_title") == ["云岭市公园管理办法\n（试行）"]
    assert parts(text, "issued_text") == [ISSUED.rstrip("\n")]
    assert parts(text, "attachment") == [
        "附件1\n任务分工表\n市财政局负责。",
        "附件2：联系人名单\n见网站。",
    ]


def test_the_issued_text_is_found_by_its_form_under_another_name(parts: Parts) -> None:
    text = COVER + ISSUED.replace("管理办法\n（试行）", "管理实施细则")
    assert parts(text, "issued_text_title") == ["云岭市公园管理实施细则"]


def test_the_issued_text_may_stand_under_an_attachment_mark(parts: Parts) -> None:
    assert parts(f"{COVER}附件\n{ISSUED}", "issued_text_title") == ["云岭市公园管理办法\n（试行）"]


def test_a_text_behind_the_close_that_lost_its_title_is_kept(parts: Parts) -> None:
    rules = "第一条　为了规范公园管理服务，制定本办法。\n第二条　公园应当免费开放，节假日延长时间。"
    text = COVER.replace("公园管理办法", "公园管理规范") + rules
    assert parts(text, "issued_text") == [rules]
    assert parts(text, "issued_text_title") == []
    assert len(parts(text, "article")) == 2


def test_what_stands_behind_the_imprint_is_kept_and_the_imprint_is_not_in_it(
    parts: Parts,
) -> None:
    assert parts(COVER + IMPRINT + ISSUED, "issued_text") == [ISSUED.rstrip("\n")]
    assert parts(COVER.replace("印发《", "执行《") + IMPRINT, "issued_text") == []


def test_buttons_and_a_short_line_behind_the_close_are_no_issued_text(parts: Parts) -> None:
    plain = "关于防汛的通知\n各县人民政府：\n请执行。\n云岭市人民政府\n2024年9月2日\n"
    assert parts(f"{plain}【打印】【关闭】\n扫一扫在手机打开当前页", "issued_text") == []


def test_a_statute_behind_an_order_is_found_although_unnamed(parts: Parts) -> None:
    order = """\
云岭市人民政府公告
现予发布。
云岭市人民政府
2024年9月2日
云岭市公园条例
第一条　为了规范，制定本条例。
"""
    assert parts(order, "issued_text_title") == ["云岭市公园条例"]


def test_attachments_named_line_by_line_are_one_note(parts: Parts) -> None:
    text = COVER.replace("附件：1.任务分工表\n　　　2.", "附件1：任务分工表\n附件2：")
    assert parts(text, "attachment_note") == ["附件1：任务分工表\n附件2：联系人名单"]


def test_a_cover_says_that_it_issues_only_where_it_does(read: Read) -> None:
    report = """\
关于信息公开工作的报告
市人民政府：
现将《条例》执行情况报告如下，全年公布信息30条，均已发布。
青禾县人民政府
2018年3月12日
"""
    assert "issuing" in read(COVER + ISSUED).traits
    assert "issuing" not in read(report).traits
