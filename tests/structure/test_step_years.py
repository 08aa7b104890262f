"""Steps of a plan, a line each: a day without a year goes on with the year above."""

from collections.abc import Callable

import pytest

from gongkai_lint.model.document import Document

_FRAME = (
    "云岭市人民政府关于开展土地调查的通知\n各县（区）人民政府：\n{}\n云岭市人民政府\n2024年8月5日\n"
)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("2025年1月31日前，各县补报。\n4月20日前，市局比对。", "2025-04-20"),
        ("2025年1月31日前，各县补报。\n3月1日前，市局抽查。\n4月20日前，市局比对。", "2025-04-20"),
        ("一、2025年1月31日前，各县补报。\n二、9月20日前，市局比对。", "2025-09-20"),
        ("第一阶段：2025年3月至2025年12月，完成区划。\n9月底前，完成试验段。", "2025-09-30"),
        ("（一）检查阶段（2025年）\n9月底前，各县自查。", "2025-09-30"),
        ("各县在2025年1月31日前补报。\n9月20日前，市局比对。", "2024-09-20"),  # no step
        ("2023年3月1日前已经补报。\n9月20日前，市局比对。", "2024-09-20"),  # told, not asked
        ("2025年1月31日前，各县补报。\n市局在9月20日前比对。", "2024-09-20"),  # opens no line
    ],
)
def test_the_year_of_the_steps(read: Callable[[str], Document], lines: str, day: str) -> None:
    document = read(_FRAME.format(lines))
    assert str(document.deadlines[-1].resolved) == day
