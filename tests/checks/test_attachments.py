from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.attachments import Attachments
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

ONE = "附件\n防汛任务分工表\n市水利局负责组织实施。"
TWO = "附件1\n防汛任务分工表\n市水利局负责。\n附件2\n防汛联系人名单\n市水利局　沈怀远"


Problems = Callable[[str, str], list[str]]


@pytest.fixture
def problems(notice: Callable[..., Document], view: Callable[..., View]) -> Problems:
    def look(note: str, behind: str) -> list[str]:
        document = notice("现通知如下。", note=note, behind=behind)
        matches = Attachments().matches(view(document, "attachment_note"))
        return [dict(match.captures)["problem"] for match in matches]

    return look


@pytest.mark.parametrize(
    ("note", "behind"),
    [
        ("附件：防汛任务分工表", ONE),
        ("附件：1.防汛任务分工表\n2.防汛联系人名单", TWO),
        ("附件：1. 防汛任务分工表\n　　　2. 防汛联系人名单", TWO),
        ("附件：1.防汛任务分工表\n????????? 2.防汛联系人名单", TWO),
        ("附件：防汛任务分工表", "附件\n防汛任务\n分工表\n市水利局负责组织实施。"),
        ("附件：云岭市水利局关于防汛情况的报告", "附件\n关于防汛情况的报告\n现将情况报告如下。"),
    ],
)
def test_names_and_numbers_that_agree_are_silent(
    problems: Problems, note: str, behind: str
) -> None:
    assert not problems(note, behind)


def test_another_name_is_found(problems: Problems) -> None:
    assert problems("附件：防汛任务分工方案", ONE) == [
        "附件说明作“防汛任务分工方案”，附件上作“防汛任务分工表”"
    ]


def test_another_number_is_found(problems: Problems) -> None:
    assert problems("附件：1.防汛任务分工表\n2.防汛联系人名单", ONE) == [
        "附件说明列出2个，文后有1个"
    ]


def test_a_note_without_attachments_in_the_file_is_not_judged(
    notice: Callable[..., Document], view: Callable[..., View]
) -> None:
    document = notice("现通知如下。", note="附件：防汛任务分工表")
    assert not list(Attachments().matches(view(document, "attachment_note")))
