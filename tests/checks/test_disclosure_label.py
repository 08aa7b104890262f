from collections.abc import Callable

import pytest

from gongkai_lint.checks.special.disclosure_label import DisclosureLabel
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]


@pytest.mark.parametrize(
    ("label", "case"),
    [("(此件公开发布)", "half"), ("（此件公开发布)", "half"), ("此件公开发布", "bare")],
)
def test_brackets_are_made_full_width(label: str, case: str, notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", behind=label)
    (match,) = DisclosureLabel().matches(view(document, "document"))
    assert match.case == case
    assert [edit.text for edit in match.edits] == ["（此件公开发布）"]


def test_a_label_before_the_date_is_early(notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", date="（此件公开发布）\n2024年9月2日")
    (match,) = DisclosureLabel().matches(view(document, "document"))
    assert match.case == "early"


def test_a_label_behind_the_attachments_is_late(notice: Notice, view: Look) -> None:
    document = notice(
        "现通知如下。", behind="附件\n任务分工表\n按期完成。\n抄送：市委办公室。\n（此件公开发布）"
    )
    (match,) = DisclosureLabel().matches(view(document, "document"))
    assert match.case == "late"


@pytest.mark.parametrize("label", ["（此件公开发布）", "信息公开属性：主动公开"])
def test_a_label_in_its_place_is_right(label: str, notice: Notice, view: Look) -> None:
    document = notice("现通知如下。", behind=label)
    assert list(DisclosureLabel().matches(view(document, "document"))) == []
