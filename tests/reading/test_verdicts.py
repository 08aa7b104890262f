"""The table of readings and its sums."""

from pathlib import Path

import pytest

from tests.reading.verdicts import TABLE, VERDICTS, Row, Score, add, interval, latest, load, scores

LATER = "2026-12-02"


def reading(rule: str, verdict: str, file: str = "1.txt", day: str = "2026-12-01") -> Row:
    return Row(day, "abc", "draft", rule, "error", file, "f0", verdict, "")


def test_a_table_gives_back_what_was_written(tmp_path: Path) -> None:
    table = tmp_path / "verdicts.csv"
    add([reading("D01", "right")], table)
    add([reading("D02", "wrong")], table)
    assert [row.rule for row in load(table)] == ["D01", "D02"]


def test_the_last_reading_of_a_finding_counts() -> None:
    rows = [
        reading("D01", "wrong"),
        reading("D01", "right", day=LATER),
        reading("D01", "wrong", "2"),
    ]
    assert [row.verdict for row in latest(rows).values()] == ["right", "wrong"]


def test_what_is_unsure_counts_on_neither_side() -> None:
    rows = [reading("D01", "right"), reading("D02", "wrong"), reading("D02", "unsure", "2.txt")]
    assert [*scores(rows)] == [Score("D01", 1, 0, 0), Score("D02", 0, 1, 1), Score("all", 1, 1, 1)]
    assert Score("all", 1, 1, 1).precision == 0.5


@pytest.mark.parametrize(
    ("right", "read", "low", "high"),
    [(0, 0, 0, 1), (95, 100, 0.888, 0.978), (10, 10, 0.722, 1), (0, 10, 0, 0.278)],
)
def test_the_interval_is_wilsons(right: int, read: int, low: float, high: float) -> None:
    assert interval(right, read) == pytest.approx((low, high), abs=0.001)


def test_the_kept_table_holds_verdicts_alone() -> None:
    rows = load(TABLE)
    assert rows
    assert {row.verdict for row in rows} <= set(VERDICTS)
    assert not any("\n" in row.why for row in rows)
