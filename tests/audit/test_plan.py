"""What an audit's results depend on beside the documents."""

from datetime import date

import pytest

from gongkai_lint.api import Request
from gongkai_lint.audit.plan import basis_of
from gongkai_lint.law.calendar import Calendar, OwnNotice
from gongkai_lint.model.baseline import Baseline
from gongkai_lint.model.suppression import Suppression


@pytest.mark.parametrize(
    "other",
    [
        {"profile": "draft"},
        {"as_of": date(2020, 1, 1)},
        {"encoding": "gbk"},
        {"region": "anhui"},
        {"units": ("储备科",)},
        {"suppressions": (Suppression("L01", "本单位认可"),)},
        {"baseline": Baseline("基线.json", "档案", {})},
        {"every": True},
        {"calendar": Calendar((OwnNotice(2027, ((date(2027, 2, 20), True),)),))},
    ],
)
def test_results_are_kept_apart_by_what_documents_are_judged_by(
    request_: Request, other: dict[str, object]
) -> None:
    assert basis_of(request_) == basis_of(request_._replace())
    assert basis_of(request_) != basis_of(request_._replace(**other))  # type: ignore[arg-type]
