from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document
from gongkai_lint.structure.frame.disclosure import label_value

Read = Callable[[str], Document]
Parts = Callable[[str, str], list[str]]

HEAD = "关于做好防汛工作的通知\n各县人民政府：\n现就有关事项通知如下。\n"
NOTICE = f"{HEAD}云岭市人民政府\n2024年4月8日\n"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("主动公开", "proactive"),
        ("公开发布", "proactive"),
        ("依申请公开", "on_request"),
        ("可依申请公开", "on_request"),
        ("不予公开", "withheld"),
        ("不公开", "withheld"),
        ("删减后公开", "redacted"),
        ("免予公开", "nonstandard"),
        ("公开", "nonstandard"),
        ("同意", "nonstandard"),
    ],
)
def test_labels_are_normalized(words: str, value: str) -> None:
    assert label_value(words) == value


@pytest.mark.parametrize(
    ("line", "value", "where"),
    [
        ("（此件公开发布）", "proactive", "note"),
        ("(此件依申请公开)", "on_request", "note"),
        ("（联系人：李明；此件依申请公开）", "on_request", "note"),
        ("（联系人：李明　电话：0123—4567890，此件公开发布）", "proactive", "note"),
        ("（联系电话：0123—4567890。公开属性：主动公开）", "proactive", "key_value"),
        ("（联系人：李明；主动公开）", "proactive", "note"),
        ("（此件不予公开。理由：内部管理信息）", "withheld", "note"),
        ("此件主动公开", "proactive", "note"),
        ("（此件公開發布）", "proactive", "note"),
        ("（主动公开）", "proactive", "note"),
        ("（此件部分公开）", "nonstandard", "note"),
        ("信息公开属性：依申请公开", "on_request", "key_value"),
        ("公开方式:主动公开", "proactive", "key_value"),
        ("主动公开", "proactive", "key_value"),
        ("（本文有删减）", "redacted", "note"),
    ],
)
def test_a_label_is_found_behind_the_date(read: Read, line: str, value: str, where: str) -> None:
    notes = read(NOTICE + line).of("disclosure_note")
    assert [(note.value, note.where) for note in notes] == [(value, where)]


def test_a_label_in_the_imprint_says_so(read: Read) -> None:
    notes = read(f"{NOTICE}信息公开属性：主动公开\n抄送：市委办公室。").of("disclosure_note")
    assert [note.where for note in notes] == ["imprint"]


def test_a_pages_metadata_tells_only_standard_words(read: Read) -> None:
    page = read(f"公开形式：网站\n公开类型：主动公开\n{NOTICE}")
    assert [(n.value, n.where) for n in page.of("disclosure_note")] == [("proactive", "metadata")]


def test_the_note_outranks_imprint_and_metadata(read: Read) -> None:
    text = f"公开类型：主动公开\n{NOTICE}（此件不予公开）\n公开方式：依申请公开\n抄送：市委。"
    assert read(text).disclosure == "withheld"


def test_running_text_about_disclosure_holds_no_label(parts: Parts) -> None:
    text = (
        HEAD
        + "各单位应当把主动公开的信息在二十个工作日内公开，不予公开的说明理由。\n云岭市人民政府"
    )
    assert parts(text, "disclosure_note") == []
    assert parts(text, "withholding_reason") == []


def test_reason_and_circulation_are_told(parts: Parts) -> None:
    reason = f"{NOTICE}（此件不予公开。理由：内部管理信息）"
    assert parts(reason, "withholding_reason") == ["内部管理信息"]
    assert parts(f"{NOTICE}（此件发至县级）", "distribution_scope") == ["此件发至县级"]


def test_a_cell_in_a_row_of_a_pages_metadata_is_a_label(read: Read) -> None:
    document = read(
        "索引号: | 0142/2021 | 公开方式: | 主动公开 |\n各县人民政府：\n现就有关事项通知如下。\n"
        "云岭市水利局\n2024年4月8日\n"
    )
    assert document.disclosure == "proactive"


def test_a_note_may_state_two_things(parts: Parts) -> None:
    head = "云岭市水利局关于防汛的通知\n各科室：\n请做好防汛。\n云岭市水利局\n2024年5月20日\n"
    assert parts(f"{head}（此件公开发布，印发至各乡镇）\n", "distribution_scope") == [
        "印发至各乡镇"
    ]
    assert parts(f"{head}（此件公开发布，本文有删减）\n", "disclosure_note")[1:] == ["本文有删减"]
    assert parts(f"{head}（注：第二条有删节）\n", "disclosure_note") == ["第二条有删节"]
