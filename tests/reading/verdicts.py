"""What readers said of findings on real documents: a table, and how often each rule was right."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import Literal, NamedTuple, get_args

Verdict = Literal["right", "wrong", "unsure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
TABLE = Path(__file__).parent / "verdicts.csv"
_CONFIDENCE = 1.96  # standard deviations within which 95 of 100 samples lie


class Row(NamedTuple):
    """One reading of one finding, with the program that made it; it quotes no document."""

    read_on: str
    version: str
    profile: str
    rule: str
    severity: str
    file: str
    fingerprint: str
    verdict: str
    why: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same finding in another version of the program."""
        return self.file, self.rule, self.fingerprint


class Score(NamedTuple):
    """How often a rule was right; what the reader could not decide counts on neither side."""

    rule: str
    right: int
    wrong: int
    unsure: int

    @property
    def read(self) -> int:
        """The readings that decide."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """The share of right ones."""
        return self.right / self.read if self.read else 0.0


def load(table: Path = TABLE) -> list[Row]:
    """Give the readings in the order in which they were made."""
    if not table.exists():
        return []
    with table.open(encoding="utf-8", newline="") as lines:
        return [Row(**row) for row in csv.DictReader(lines)]


def add(rows: Iterable[Row], table: Path = TABLE) -> None:
    """Write readings behind those of the table."""
    new = not table.exists()
    with table.open("a", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        if new:
            writer.writerow(Row._fields)
        writer.writerows(rows)


def latest(rows: Iterable[Row]) -> dict[tuple[str, str, str], Row]:
    """Give the last reading of each finding."""
    return {row.key: row for row in rows}


def scores(rows: Sequence[Row]) -> Iterator[Score]:
    """Give the score of each rule in order, last that of all."""
    for rule in (*sorted({row.rule for row in rows}), "all"):
        told = [row.verdict for row in rows if rule in {row.rule, "all"}]
        yield Score(rule, *(told.count(verdict) for verdict in VERDICTS))


def interval(right: int, read: int) -> tuple[float, float]:
    """Give Wilson's interval of a share: it holds for few readings and for shares near 1 too."""
    if not read:
        return 0.0, 1.0
    share, square = right / read, _CONFIDENCE**2
    middle = (share + square / (2 * read)) / (1 + square / read)
    half = (
        _CONFIDENCE
        * sqrt(share * (1 - share) / read + square / (4 * read**2))
        / (1 + square / read)
    )
    return max(0.0, middle - half), min(1.0, middle + half)
