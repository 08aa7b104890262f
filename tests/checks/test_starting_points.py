"""What a period runs from where no 起 says so, and whom it binds."""

from collections.abc import Callable

import pytest

from gongkai_lint.checks.deadline import Deadline
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import View

LIMIT = Deadline(("relative",), roles=("limit",), holds=("owed",), fails=("anchored", "occasioned"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("已经设置的，设置人应当在10日内拆除。", ["10日内"]),
        ("已经竣工的，建设单位应当在10日内备案。", []),
        ("材料有误的，企业应当在10日内改正。", ["10日内"]),
        ("发生转让的，企业应当在10日内登记。", []),
        ("对松动的护栏，养护单位要在2日内加固。", ["2日内"]),
        ("对政务舆情，涉事单位在2日内回应。", []),
        ("对群众来信，承办单位要在2日内答复。", ["2日内"]),
        ("对群众来信要在2日内答复。", []),
        ("企业限3日内清场。", ["3日内"]),
        ("材料连续3日内未动的，予以清理。", []),
    ],
)
def test_a_case_begins_a_period_and_a_state_does_not(
    notice: Callable[..., Document], view: Callable[..., View], body: str, told: list[str]
) -> None:
    document = notice(f"现通知如下。\n{body}")
    found = LIMIT.matches(view(document, "main"))
    assert [document.words(match.span) for match in found] == told
