import pytest

from gongkai_lint.engine.repair import NO_FIX, UNSAFE, Repair, apart, repair_of
from gongkai_lint.model.finding import Edit, Finding, Fix, Unmade
from gongkai_lint.model.span import Span


def repair(*edits: tuple[int, int, str]) -> Repair:
    return Repair("X01", "改", tuple(Edit(Span(start, end), text) for start, end, text in edits))


FIX = Fix("改为“乙”", (Edit(Span(0, 1), "乙"),), "unsafe")


def finding(fix: Fix | None) -> Finding:
    return Finding("X01", "例", "warning", "violation", "有误。", Span(0, 1), fix=fix)


@pytest.mark.parametrize(
    ("repairs", "chosen"),
    [
        ([repair((0, 2, "甲")), repair((2, 4, "乙"))], [0, 1]),
        ([repair((1, 3, "甲")), repair((0, 2, "乙"))], [1]),
        ([repair((0, 2, "甲")), repair((0, 2, "甲"))], [0, 1]),
        ([repair((0, 2, "甲")), repair((0, 2, "乙"))], [1]),
        ([repair((0, 2, "")), repair((2, 2, "乙"))], [0]),
        ([repair((0, 1, "甲"), (8, 9, "甲")), repair((8, 9, "丁")), repair((5, 6, "丙"))], [0, 2]),
    ],
)
def test_repairs_that_meet_wait_for_the_next_round(
    repairs: list[Repair], chosen: list[int]
) -> None:
    assert {id(one) for one in apart(repairs)} == {id(repairs[index]) for index in chosen}


def test_a_finding_without_fix_stays() -> None:
    assert repair_of(finding(None), ("safe",), lambda _: "") == Unmade(finding(None), NO_FIX)


def test_a_fix_that_needs_judgement_stays_unless_wanted() -> None:
    assert repair_of(finding(FIX), ("safe",), lambda _: "") == Unmade(finding(FIX), UNSAFE)
    wanted = repair_of(finding(FIX), ("safe", "unsafe"), lambda _: "")
    assert wanted == Repair("X01", "改为“乙”", FIX.edits)


def test_a_place_that_takes_no_edit_is_named() -> None:
    left = repair_of(finding(FIX), ("unsafe",), lambda _: "在公式里")
    assert left == Unmade(finding(FIX), "在公式里", fixable=True)
