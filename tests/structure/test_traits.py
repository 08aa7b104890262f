from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

Read = Callable[[str], Document]

NOTICE = """\
{title}
各县（市、区）人民政府：
申请人应当提交材料，不得弄虚作假。
{organ}
2024年4月8日
{behind}
"""


def _text(
    title: str = "关于做好防汛工作的通知", organ: str = "云岭市人民政府", behind: str = ""
) -> str:
    return NOTICE.format(title=title, organ=organ, behind=behind)


@pytest.mark.parametrize(
    ("title", "present", "absent"),
    [
        ("云岭市公园管理办法", {"normative", "policy"}, {"internal"}),
        ("云岭市养老服务发展实施方案", {"policy", "plan"}, {"normative"}),
        ("关于印发《云岭市机关公务用车管理办法》的通知", {"internal"}, {"policy", "normative"}),
        ("关于做好节日值班工作的通知", {"internal"}, {"policy"}),
        ("云岭市行政机关出庭应诉规定", {"policy"}, {"internal"}),
        ("市人事局关于工作居住证的意见", {"policy"}, {"internal"}),
        ("关于公园总体规划的批复", {"plan"}, {"policy"}),
        ("关于调整预算方案的议案", {"plan"}, {"policy"}),
        ("《公园管理办法》政策解读方案", {"openness"}, {"policy"}),
        ("关于转发市水利局防汛意见的通知", {"forwarding"}, {"internal"}),
        ("关于引导土地经营权有序流转发展规模经营的意见", {"policy"}, {"forwarding"}),
        ("云岭市政务公开负面清单", {"negative_list", "openness"}, set()),
        ("关于市场准入负面清单制度评估的通知", set(), {"negative_list"}),
        ("关于征求《公园管理办法》意见的函", {"consultation"}, set()),
        ("关于做好2024年政务公开工作的通知", {"annual", "openness", "opinion_response"}, set()),
        ("云岭市公园条例（2024年修订）", set(), {"annual"}),
        ("关于加强企业投资服务的通知", {"business"}, set()),
        ("云岭市突发事件应急预案", {"emergency"}, set()),
        ("云岭市人民政府令", {"regulation"}, set()),
    ],
)
def test_a_title_tells_what_a_document_is_about(
    read: Read, title: str, present: set[str], absent: set[str]
) -> None:
    traits = read(_text(title)).traits
    assert present <= traits
    assert traits.isdisjoint(absent)


@pytest.mark.parametrize(
    ("organ", "trait"),
    [
        ("云岭市水利局", "admin"),
        ("中共云岭市委办公室", "party"),
        ("云岭水务集团有限公司", "nonadmin"),
        ("云岭市水利局　云岭市财政局", "joint"),
    ],
)
def test_the_issuer_tells_whose_rules_hold(read: Read, organ: str, trait: str) -> None:
    assert trait in read(_text(organ=organ)).traits


def test_a_party_number_counts_only_where_no_organ_is_named(read: Read) -> None:
    assert "party" in read("关于做好防汛工作的通知\n云委发〔2024〕5号\n请认真执行。").traits
    signed = _text(organ="市教委").replace("\n", "\n津教委〔2016〕10号\n", 1)
    assert "party" not in read(signed).traits


def test_a_statute_has_several_articles(read: Read) -> None:
    text = "云岭市公园条例\n第一条　为了规范，制定本条例。\n第二条　本条例自发布之日起施行。"
    assert "statute" in read(text).traits


def test_telegrams_and_redactions_are_told(read: Read) -> None:
    text = _text(behind="（本文有删减）").replace("\n", "\n云政办发明电〔2024〕5号\n", 1)
    assert {"telegram", "redacted"} <= read(text).traits


def test_a_fragment_is_partial_and_a_whole_notice_is_not(read: Read) -> None:
    assert "partial" in read("第一条　为了规范公园管理，制定本办法。").traits
    assert "partial" not in read(_text()).traits


def test_half_width_punctuation_must_fill_the_file(read: Read) -> None:
    assert "halfwidth" in read(_text() + "各县,各部门:请执行;\n" * 9).traits
    assert "halfwidth" not in read(_text() + "各县,各部门：请执行；\n" * 9).traits


@pytest.mark.parametrize("line", ["发布时间：2024-04-09", "索引号：0001", "来源：市政府办"])
def test_a_pages_metadata_shows_that_it_was_published(read: Read, line: str) -> None:
    assert "published" in read(f"{line}\n{_text()}").traits
    assert "published" not in read(_text(behind="请注明信息来源。")).traits


def test_a_document_in_one_line_has_lost_its_paragraphs(read: Read) -> None:
    long = "各县要按照职责分工加强组织领导，落实工作责任，确保各项任务按期完成。" * 5
    flat = f"关于做好防汛工作的通知 各县人民政府： {long} 一、落实责任 云岭市人民政府 2024年4月8日"
    assert "one_line" in read(flat).traits
    assert "one_line" not in read(_text()).traits


def test_a_text_in_traditional_script_is_told_and_recognized(read: Read) -> None:
    document = read("""\
雲嶺市衛生健康委員會
關於做好信息公開工作的通知
雲衛發〔2020〕58號
各縣（市、區）衛生健康局：
現將有關事項通知如下。
雲嶺市衛生健康委員會
2020年8月24日
（此件公開發布）
""")
    assert {"traditional", "admin", "openness"} <= document.traits
    assert document.disclosure == "proactive"
    assert document.of("document_number")[0].value is not None


def test_a_text_without_its_title_is_whole_from_addressee_to_signature(read: Read) -> None:
    signed = "各县人民政府：\n现将《甲办法》印发给你们。\n云岭市水利局\n2024年4月8日\n"
    assert "partial" not in read(signed).traits
    assert "partial" in read("各县人民政府：\n现将《甲办法》印发给你们。\n请执行。\n").traits
