"""The day that the note under a title tells."""

from datetime import date

import pytest

from gongkai_lint.structure.frame.enacted import enacted_on


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (
            ["2005年5月1日云岭市人民政府令第3号公布", "第一条为了防汛，制定本办法。"],
            date(2005, 5, 1),
        ),
        (
            [
                "（2005年5月1日市人民政府令第3号公布根据2010年6月2日市人民政府令第9号修正）",
                "第一章总则",
            ],
            date(2010, 6, 2),
        ),
        (
            ["2021年3月4日云岭市第九次常务会议通过", "2021年5月1日施行", "云岭市防汛办法"],
            date(2021, 3, 4),
        ),
        (["——2023年1月5日在市第七届人民代表大会第一次会议上"], date(2023, 1, 5)),
        (["云岭市防汛办法", "1999年8月2日发布", "发布之日施行", "第一条"], date(1999, 8, 2)),
        (["2021年5月1日起施行的办法同时废止。"], None),
        (["2021年5月1日，市人民政府批准了方案。"], None),
        (["2021年5月1日市人民政府批准了方案，请各单位落实。"], None),
    ],
)
def test_the_last_day_of_a_note_is_that_of_the_text(lines: list[str], day: date | None) -> None:
    assert enacted_on(lines) == day
