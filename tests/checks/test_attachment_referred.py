from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.attachment_referred import AttachmentReferred
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Told = Callable[..., list[str]]
TWO = "附件：1.任务分工表\n2.联系人名单"


@pytest.fixture
def told(notice: Callable[..., Document], view: Callable[..., View]) -> Told:
    def look(body: str, **parts: str) -> list[str]:
        document = notice(body, **parts)
        return [
            document.words(match.span)
            for match in AttachmentReferred().matches(view(document, "body"))
        ]

    return look


def test_an_attachment_beyond_the_last_is_found_once(told: Told) -> None:
    assert told("名单见附件3，另见附件3。", note=TWO) == ["附件3"]


def test_a_reference_without_any_attachment_is_found(told: Told) -> None:
    assert told("名单见附件。") == ["附件"]


@pytest.mark.parametrize("body", ["分工见附件1，名单见附件2。", "按照《规程》附件5的格式填报。"])
def test_an_attachment_that_is_there_or_of_another_text_is_silent(told: Told, body: str) -> None:
    assert told(body, note=TWO) == []


def test_a_mark_alone_is_an_attachment(told: Told) -> None:
    assert told("名单见附件。", behind="附件\n联系人名单\n市水利局　沈怀远") == []
